"""Running heads in a dump, whatever it tells of where its pages end: told by how they recur.

Blank lines may seem to end a page elsewhere, and what stands at the foot of pages may be content.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from statistics import median

from spur_extract.reading.document import Document, Line

DIGITS = re.compile(r"\d+")
LONGEST = 100
"""Characters of a line that can be a running head."""

FULL_STOP = "."

FEWEST_LETTERS = 4
"""Fewer, alone on a line, may be a mark, a grade or an answer."""

FEWEST_TIMES = 5
FEWEST_BESIDE_NUMBERS = 3
"""How often a head recurs at least: less often where page numbers bear it out."""

BESIDE = 2
"""Lines from a page number within which the head of its page stands."""

SHORTEST_PAGE = 15
"""Printed lines that a page usually has at least."""

EVEN = (0.5, 1.7)
"""Between which shares of the usual distance a distance is even."""

MOSTLY = 0.7
"""Share of the distances that must be even, of the document that the heads must run through, and
of the lines above and below them that must differ from each other."""


def running_heads(document: Document, numbers: Collection[Line]) -> frozenset[Line]:
    """Lines alike but for figures that stand at even distances through a document.

    What a field of the form holds may recur as often, but below the same label each time; a running
    head stands wherever a page happened to end. `numbers` are the lines known as page numbers.
    """
    if document.placed:
        return frozenset()
    lines = [line for page in document.pages for line in page.lines]
    return frozenset(_heads(lines, numbers))


def _heads(lines: Sequence[Line], numbers: Collection[Line]) -> Iterator[Line]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    numbered = [place for place, line in enumerate(lines) if line in numbers]
    for place, line in enumerate(lines):
        shape = DIGITS.sub("#", line.text)
        letters = sum(letter.isalpha() for letter in shape)
        may_be = len(shape) <= LONGEST and not shape.endswith(FULL_STOP)
        if may_be and letters >= FEWEST_LETTERS and line not in numbers:
            places[shape].append(place)
    for same in places.values():
        if _on_every_page(same, numbered) or _at_page_ends(same, lines, set(numbered)):
            yield from (lines[place] for place in same)


def _on_every_page(places: Sequence[int], numbered: Sequence[int]) -> bool:
    """Whether a line stands beside the page's number on most pages, and hardly elsewhere."""
    if len(places) < FEWEST_BESIDE_NUMBERS:
        return False
    near = {place for number in numbered for place in range(number - BESIDE, number + BESIDE + 1)}
    beside = sum(place in near for place in places)
    return beside >= MOSTLY * max(len(places), len(numbered))


def _at_page_ends(places: Sequence[int], lines: Sequence[Line], numbered: set[int]) -> bool:
    """Whether a line cuts the text at even distances, without regard to what stands around."""
    if len(places) < FEWEST_TIMES:
        return False
    distances = [below - above for above, below in pairwise(places)]
    usual = median(distances)
    even = sum(EVEN[0] * usual <= distance <= EVEN[1] * usual for distance in distances)
    throughout = places[-1] - places[0] >= MOSTLY * len(lines)
    if usual < SHORTEST_PAGE or even < MOSTLY * len(distances) or not throughout:
        return False
    differ = all(_differ(places, lines, numbered, step) for step in (-1, 1))
    return differ and not _below_titles(places, lines)


def _differ(places: Sequence[int], lines: Sequence[Line], numbered: set[int], step: int) -> bool:
    """Whether the lines above (`step` -1) or below (1) are not the same again and again."""
    beside: list[str] = []
    for place in places:
        other = place + step
        while other in numbered:
            other += step
        if 0 <= other < len(lines):
            beside.append(lines[other].text)
    return len(set(beside)) >= MOSTLY * len(beside)


def _below_titles(places: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether all lines above look like titles: short, with a capital and without a full stop."""
    above = [lines[place - 1].text for place in places if place]
    return all(
        len(text) <= LONGEST and text[:1].isupper() and not text.endswith(FULL_STOP)
        for text in above
    )
