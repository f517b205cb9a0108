"""Text to pages and printed lines.

Pages end at form feeds. Text saved without them may still tell where its pages end: where the
lines stand evenly spaced, an even and clearly larger gap is the end of a page.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from spur_extract.reading.blank import SPACE, is_blank
from spur_extract.reading.document import Line, Page

_NEWLINE = re.compile("\r\n|[\r\v\x85\u2028\u2029]")

# Two blank lines set off sections in ordinary typing, three are not typed evenly by hand.
_SMALLEST_PAGE_GAP = 3
_FEWEST_BREAKS = 2
# A page of A4 holds up to about 80 printed lines; sections of a few lines each are no pages.
_MOST_LINES = 100
_FEWEST_LINES_OF_MIDDLING_PAGE = 8


@dataclass(frozen=True, slots=True)
class Paging:
    """The pages of a text; `known` is false when the text does not tell where pages end."""

    pages: tuple[Page, ...]
    known: bool


class _Gap(NamedTuple):
    """The space before a printed line: number of blank lines, and where the line begins."""

    blank_lines: int
    next_start: int


def normalise(text: str) -> str:
    """Compose letters (NFC) and make every kind of line end a `\\n`; form feeds stay."""
    return _NEWLINE.sub("\n", unicodedata.normalize("NFC", text))


def split_pages(text: str) -> Paging:
    """Normalise `text` and split it into pages, numbered from 1.

    With form feeds, each ends a page: the pages' texts joined by form feeds are the normalised
    text, but for space after the last form feed. Without, pages begin at the lines that follow a
    page gap (see `_page_starts`), and the pages' texts joined are the normalised text. When the
    gaps tell nothing, one page holds everything. What lies between form feeds and is too long for
    a page, as when a text dump was joined to something else, is split at its gaps, too.
    """
    text = normalise(text)
    if "\f" not in text:
        parts = _split_at_gaps(text)
        return Paging(_pages(parts), known=len(parts) > 1)
    sheets = text.split("\f")
    if is_blank(sheets[-1]):
        del sheets[-1]
    parts = [
        part
        for sheet in sheets
        for part in (_split_at_gaps(sheet) if _printed_lines(sheet) > _MOST_LINES else [sheet])
    ]
    return Paging(_pages(parts), known=True)


def _split_at_gaps(text: str) -> list[str]:
    cuts = [0, *_page_starts(_gaps(text)), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


def _printed_lines(text: str) -> int:
    return sum(not is_blank(line) for line in text.split("\n"))


def _pages(texts: Sequence[str]) -> tuple[Page, ...]:
    """Number the page texts and find their lines."""
    return tuple(
        Page(number, text, tuple(_lines(number, text))) for number, text in enumerate(texts, 1)
    )


def _lines(page: int, text: str) -> Iterator[Line]:
    """Yield the printed lines of a page: trimmed, with their offsets, blank ones left out."""
    offset = 0
    for raw in text.split("\n"):
        printed = raw.strip(SPACE)
        if printed:
            start = offset + len(raw) - len(raw.lstrip(SPACE))
            yield Line(page, start, start + len(printed), printed)
        offset += len(raw) + 1


def _gaps(text: str) -> list[_Gap]:
    """List the gaps between printed lines; blank lines before the first and after the last count
    for nothing."""
    gaps: list[_Gap] = []
    offset = blank = 0
    first = True
    for raw in text.split("\n"):
        if is_blank(raw):
            blank += 1
        else:
            if not first:
                gaps.append(_Gap(blank, offset))
            first, blank = False, 0
        offset += len(raw) + 1
    return gaps


def _page_starts(gaps: Sequence[_Gap]) -> list[int]:
    """Find where the second and later pages begin; empty when the gaps do not tell.

    The regular gap is the commonest; smaller ones are regular too. The page gap is the commonest
    of those that are larger by two blank lines or more, and never under three. All others are odd:
    they may be a quarter as many as the page gaps, or the text is spaced by hand and tells nothing.
    An odd gap larger than the page gap ends a page, a smaller one does not.
    """
    counts = Counter(gap.blank_lines for gap in gaps)
    if not counts:
        return []
    regular = counts.most_common(1)[0][0]
    smallest = max(_SMALLEST_PAGE_GAP, regular + 2)
    large = Counter({length: count for length, count in counts.items() if length >= smallest})
    if not large:
        return []
    page_gap, breaks = large.most_common(1)[0]
    odd = sum(count for length, count in counts.items() if length > regular) - breaks
    if breaks < _FEWEST_BREAKS or odd * 4 > breaks:
        return []
    begins = [index for index, gap in enumerate(gaps, 1) if gap.blank_lines >= page_gap]
    sizes = [end - start for start, end in pairwise([0, *begins, len(gaps) + 1])]
    return [gaps[index - 1].next_start for index in begins] if _are_page_sizes(sizes) else []


def _are_page_sizes(sizes: Sequence[int]) -> bool:
    """Tell whether these numbers of printed lines can be those of pages."""
    middling = sorted(sizes)[len(sizes) // 2]
    return max(sizes) <= _MOST_LINES and middling >= _FEWEST_LINES_OF_MIDDLING_PAGE
