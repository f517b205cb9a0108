"""Page furniture: page numbers and running heads, told by how they recur from page to page."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import inf

from spur_extract.reading.document import Document, Line, Page

DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:sidan?|sid\.?|s\.|page)? ?[-–]? ?(\d{1,3})"
    r" ?(?:[(/] ?\d{1,3} ?\)?|(?:av|of) \d{1,3})? ?[-–]?",
    re.IGNORECASE,
)
"""What is nothing but a page's number; four figures make a year, more of them a date."""

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
IN_STEP = 0.5
"""Share of the numbers from which on they count as the pages do, and others must fit in between."""


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
        share = MOSTLY if "#" in shape else NEARLY_ALL
        least = max(FEWEST_PAGES, share * len(printed))
        numbers = [line for line in lines if _number(line) is not None]
        if _pages_with(numbers) >= least:
            yield from _numbers_of_pages(_from_the_edge(numbers, edge))
        elif _pages_with(lines) >= least:
            yield from _alike(_from_the_edge(lines, edge), least)


def _pages_with(lines: Sequence[Line]) -> int:
    return len({line.page for line in lines})


def _from_the_edge(lines: Sequence[Line], edge: str) -> list[list[Line]]:
    """The lines of each page, the outermost first, in the order of the pages."""
    by_page: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines if edge == "top" else reversed(lines):
        by_page[line.page].append(line)
    return [by_page[page] for page in sorted(by_page)]


def _alike(by_page: Sequence[Sequence[Line]], least: float) -> Iterator[Line]:
    """Running heads of one shape; where all pages have the same figures, one on each page.

    Figures that differ and have no words beside them are what fields end with.
    """
    texts = Counter(text for lines in by_page for text in {line.text for line in lines})
    text, times = texts.most_common(1)[0]
    if times >= least:
        same = ([line for line in lines if line.text == text] for lines in by_page)
        yield from (lines[0] for lines in same if lines)
    elif any(letter.isalpha() for letter in text):
        yield from (line for lines in by_page for line in lines)


def _numbers_of_pages(by_page: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """One number for each page.

    Where they count as the pages do, a single one that does not must fit in between: pages may be
    missing, moved or doubled, but a figure that a field ends with may stand there, too.
    """
    steps = Counter(step for lines in by_page for step in {_step(line) for line in lines})
    step, times = steps.most_common(1)[0]
    if times < IN_STEP * len(by_page):
        yield from (lines[0] for lines in by_page)
        return
    in_step = [line.page for lines in by_page for line in lines if _step(line) == step]
    for lines in by_page:
        own = next((line for line in lines if _step(line) == step), lines[0])
        before = max((page for page in in_step if page < own.page), default=-step) + step
        after = min((page for page in in_step if page > own.page), default=inf) + step
        if steps[_step(own)] > 1 or before <= (_number(own) or 0) <= after:
            yield own


def _step(line: Line) -> int:
    """How far a page's number is ahead of its place in the document."""
    return (_number(line) or 0) - line.page


def _number(line: Line) -> int | None:
    """The page that a line names; null when it may be more than a page's number."""
    if len(line.text) > LONGEST_PAGE_NUMBER:
        return None
    found = PAGE_NUMBER.fullmatch(" ".join(line.text.split()))
    return None if found is None else int(found.group(1))


def _page_numbers(pages: Sequence[Page]) -> Iterator[Line]:
    """Lines that hold nothing but a number, each one more than the one before."""
    numbered = [
        (number, line)
        for page in pages
        for line in page.lines
        if (number := _number(line)) is not None
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
