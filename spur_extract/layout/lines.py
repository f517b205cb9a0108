"""Printed lines made ready for reading: bullets and mark glyphs told from the words."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import NamedTuple

from spur_extract.layout.cells import cells_of, widest_gap
from spur_extract.layout.furniture import furniture
from spur_extract.layout.reading_order import in_reading_order
from spur_extract.layout.running_heads import running_heads
from spur_extract.reading.document import Document, Line, Page

BULLET_SIGN = r"[•·▪■◦‣∙●○►▸➢➤\uf0b7\uf0a7\uf0d8\x7f*]|\(cid:\d{1,4}\)"
"""Bullets, and what is left of one whose font does not tell its letters."""

BULLET = re.compile(rf"^(?:{BULLET_SIGN}|[-–—](?=\s))\s*(?=\S)")
LONE_BULLET = re.compile(BULLET_SIGN)
CHOSEN = "☒⊠▣⬤✅❎❌☑✓✔✗✘✕✖■◼●◉⦿⬛\uf0fe\uf0fd\uf0fc\uf052\uf053"
OPEN = "☐□▢◯○⬜◻❏❐❑❒\uf0a8\uf06f\uf0a3"
MARK = rf"[\[(]\s?[xX_]?\s?[\])]|[{CHOSEN}{OPEN}]|[xX](?=\s|$)"
LEADING_MARKS = re.compile(rf"^(?:(?:{MARK})\s*)+(?=\S)")
LAST_MARK = re.compile(rf"(?:^|\s)({MARK})\s*$")
LONGEST_MARK = 8
"""Characters from the end of a line that its last mark and the space around it can take."""

ONE_MARK = re.compile(MARK)
SIGNS = re.compile(rf"(?:(?:{MARK})\s*)+")
SPACE = re.compile(r"\s+")
AS_IT_READS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", "")
)
NO_LETTERS_OR_DIGITS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark glyph beside a line: `[x]`, ☒, ☐, X …; `start` and `end` are page offsets."""

    glyph: str
    chosen: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LaidLine:
    """A printed line with what its look tells.

    `text` is the line as it reads (space folded, ligatures opened), `body` the same without a
    bullet; `words` is without marks, too, at the page offsets `start` to `end`. `gap` counts the
    blank lines above it on its page. `starts_page` is true for the first line of a page;
    `furniture` for what may be a page number or a running head; `interrupts` for what may be a
    running head of pages whose ends the source does not tell for certain.

    Where geometry is known, `cell` is the number of the cell it stands in, `ruled` tells whether
    rules part that cell from others above and below, and `sign` whether it is nothing but marks,
    which stand beside a row and are no part of any text.
    """

    index: int
    source: Line
    text: str
    body: str
    words: str
    start: int
    end: int
    bullet: bool
    marks: tuple[Mark, ...]
    gap: int
    starts_page: bool
    furniture: bool
    cell: int | None = None
    ruled: bool = False
    sign: bool = False
    interrupts: bool = False

    @property
    def page(self) -> int:
        """1-based page number."""
        return self.source.page


def lay_out(document: Document) -> tuple[LaidLine, ...]:
    """All printed lines of the document in reading order."""
    lines: list[LaidLine] = []
    recurring = furniture(document)
    interrupting = running_heads(document, recurring)
    cells = count()
    gap = widest_gap(document.pages)
    for page in document.pages:
        before: Line | None = None
        for line, cell, ruled in _in_order(page, gap, cells):
            place = _Place(
                number=len(lines),
                gap=_gap(page, before, line) if cell is None else 0,
                furniture=line in recurring,
                starts_page=before is None,
            )
            laid = replace(_laid(line, place), cell=cell, ruled=ruled, sign=_is_sign(line))
            lines.append(replace(laid, interrupts=line in interrupting))
            before = line
    return tuple(lines)


def _in_order(
    page: Page, gap: float, cells: Iterator[int]
) -> Iterator[tuple[Line, int | None, bool]]:
    """The lines of a page as they are read, each with the number of its cell; `cells` counts,
    `gap` is `widest_gap`."""
    if page.width is None:
        yield from ((line, None, False) for line in page.lines)
        return
    signs = [line for line in page.lines if _is_sign(line)]
    printed = [line for line in page.lines if not _is_sign(line)]
    for cell in in_reading_order(cells_of(page, printed, gap)):
        number = next(cells)
        yield from ((line, number, cell.ruled) for line in cell.lines)
    yield from ((line, next(cells), False) for line in signs)


def _is_sign(line: Line) -> bool:
    """Whether a line that has a place is nothing but marks, as those in a column of their own."""
    return line.box is not None and SIGNS.fullmatch(line.text) is not None


def fold(text: str) -> str:
    """`text` as it reads: white space folded, ligatures opened, invisible characters dropped."""
    return SPACE.sub(" ", text.translate(AS_IT_READS)).strip()


def squeeze(text: str) -> str:
    """`text` reduced to its letters and digits, case folded: what comparisons look at."""
    return NO_LETTERS_OR_DIGITS.sub("", unicodedata.normalize("NFKC", text).casefold())


def _gap(page: Page, before: Line | None, line: Line) -> int:
    return 0 if before is None else max(page.text.count("\n", before.end, line.start) - 1, 0)


class _Place(NamedTuple):
    number: int
    gap: int
    furniture: bool
    starts_page: bool


def _laid(line: Line, place: _Place) -> LaidLine:
    start, end = 0, len(line.text)
    bullet = BULLET.match(line.text)
    marks: list[Mark] = []
    if leading := LEADING_MARKS.match(line.text):
        start = leading.end()
        marks.extend(_marks(line, 0, start))
    elif bullet:
        start = bullet.end()
    if trailing := _trailing_marks(line.text, start):
        marks.extend(_marks(line, trailing, end))
        end = trailing
    while end > start and line.text[end - 1].isspace():
        end -= 1
    return LaidLine(
        index=place.number,
        source=line,
        text=fold(line.text),
        body=fold(line.text[start:] if bullet else line.text),
        words=fold(line.text[start:end]),
        start=line.start + start,
        end=line.start + end,
        bullet=bullet is not None,
        marks=tuple(marks),
        gap=place.gap,
        starts_page=place.starts_page,
        furniture=place.furniture,
    )


def _trailing_marks(text: str, start: int) -> int | None:
    """Where the marks at the end of a line begin, right of its words; null when there are none."""
    end = len(text.rstrip())
    first: int | None = None
    while found := LAST_MARK.search(text[max(start, end - LONGEST_MARK) : end]):
        first = max(start, end - LONGEST_MARK) + found.start(1)
        if first <= start:
            return None
        end = len(text[:first].rstrip())
    return first


def _marks(line: Line, start: int, end: int) -> list[Mark]:
    return [
        Mark(
            glyph=found.group(),
            chosen=any(sign in CHOSEN or sign in "xX" for sign in found.group()),
            start=line.start + found.start(),
            end=line.start + found.end(),
        )
        for found in ONE_MARK.finditer(line.text, start, end)
    ]
