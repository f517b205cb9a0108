"""Page furniture: page numbers and running heads, told by how they recur from page to page."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from spur_extract.reading.document import Document, Line, Page

DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:sidan?|sid\.?|s\.|page)? ?[-–]? ?(\d{1,4})"
    r" ?(?:[(/] ?\d{1,4} ?\)?|(?:av|of) \d{1,4})? ?[-–]?",
    re.IGNORECASE,
)
LONGEST_PAGE_NUMBER = 40
"""Characters of a line that can be a page number."""

FIRST_NUMBER = 2
"""The highest number that the first numbered page may have."""

EDGE = 2
"""Lines at the top and at the foot of a page that may be furniture."""

SAME_LEVEL = 4.0
"""Points within which page furniture stands on the same level."""

FEWEST_PAGES = 3
MOSTLY = 0.6
"""Share of the pages that a running head with figures must stand on; without figures nearly all."""

NEARLY_ALL = 0.8


def furniture(document: Document) -> frozenset[Line]:
    """The lines that are page numbers or running heads.

    A running head stands at the same edge of most pages and differs in its figures only. Where
    page ends are not known, page numbers are the lines that count up by one through the text.
    """
    return frozenset((*_running_heads(document.pages), *_page_numbers(document.pages)))


def _running_heads(pages: Sequence[Page]) -> Iterator[Line]:
    printed = [page for page in pages if page.lines]
    if len(printed) < FEWEST_PAGES:
        return
    edges: defaultdict[tuple[str, str, int], list[Line]] = defaultdict(list)
    for page in printed:
        for line in page.lines[:EDGE]:
            edges["top", _shape(line), _level(line)].append(line)
        for line in page.lines[max(EDGE, len(page.lines) - EDGE) :]:
            edges["foot", _shape(line), _level(line)].append(line)
    for (edge, shape, _), lines in edges.items():
        if edge == "foot" and "#" not in shape:
            continue  # what a field ends with may well be the same on many pages
        pages_with = len({line.page for line in lines})
        share = MOSTLY if "#" in shape else NEARLY_ALL
        if pages_with >= max(FEWEST_PAGES, share * len(printed)):
            yield from lines


def _page_numbers(pages: Sequence[Page]) -> Iterator[Line]:
    """Lines that hold nothing but a number, each one more than the one before."""
    numbered = [
        (int(found.group(1)), line)
        for page in pages
        for line in page.lines
        if len(line.text) <= LONGEST_PAGE_NUMBER
        if (found := PAGE_NUMBER.fullmatch(" ".join(line.text.split())))
    ]
    shapes = Counter((_shape(line), _level(line)) for _, line in numbered)
    for shape, times in shapes.items():
        if times < FEWEST_PAGES:
            continue
        same = [each for each in numbered if (_shape(each[1]), _level(each[1])) == shape]
        first = same[0][0]
        counts_up = [number for number, _ in same] == list(range(first, first + len(same)))
        if first <= FIRST_NUMBER and counts_up:
            yield from (line for _, line in same)


def _level(line: Line) -> int:
    """How high a line stands, where that is known: furniture stands level on all pages."""
    return 0 if line.box is None else round(line.box[1] / SAME_LEVEL)


def _shape(line: Line) -> str:
    return DIGITS.sub("#", line.text)
