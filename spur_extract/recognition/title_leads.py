"""What may stand before an area's title: a number, or a word and the letter, as "Område A: …".

Such a lead is none of the form's. So that an item of somebody's list is not taken for a heading,
nothing but the title may follow it, and numbers must count up with the areas' letters.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spur_extract.catalogue import EntryKind, load_catalogue
from spur_extract.layout.lines import LaidLine
from spur_extract.recognition.matching import LETTER_BEFORE_TITLE, Match, Matcher

MOST_LINES_OF_TITLE = 3
FEWEST_AREAS = 2
"""Areas whose titles have a number before them, before numbers are taken for those of areas."""


@dataclass(frozen=True, slots=True)
class _Led:
    """A title behind its lead; `number` is that before it, if it is no letter, in its `chapter`."""

    match: Match
    number: int | None
    chapter: str


def titles_behind_leads(lines: Sequence[LaidLine], matcher: Matcher) -> Iterator[Match]:
    """The areas' titles that stand behind a lead, to the letter and with nothing behind them."""
    found = [led for number in range(len(lines)) for led in _behind_lead(number, lines, matcher)]
    counted = _counting_up(found)
    yield from (led.match for led in found if led.number is None or led.match in counted)


def length_of_lead(words: str) -> int:
    """How many characters stand before an area's title, its own letter among them."""
    lead = _lead().match(words) or LETTER_BEFORE_TITLE.match(words)
    return lead.end() if lead else 0


def _behind_lead(number: int, lines: Sequence[LaidLine], matcher: Matcher) -> Iterator[_Led]:
    lead = _lead().match(lines[number].words)
    if lead is None:
        return
    rest = lines[number].words[lead.end() :]
    alone = not rest  # the title stands on the line below
    below = lines[number + 1 : number + MOST_LINES_OF_TITLE]
    window = below if alone else [replace(lines[number], words=rest), *below]
    for found in matcher.matches(window):
        exact = found.first == 0 and not found.differences and not found.strangers
        match = replace(found, first=number, last=number + found.last + alone)
        if match.entry.kind is EntryKind.AREA_HEADING and exact and _stands(match, lead, lines):
            counted = int(lead["number"]) if lead["number"] else None
            yield _Led(match, counted, lead["chapter"] or "")


def _stands(match: Match, lead: re.Match[str], lines: Sequence[LaidLine]) -> bool:
    """Whether the lead is that of the title's own area, and the lines around are no list."""
    if any(line.starts_page for line in lines[match.first + 1 : match.last + 1]):
        return False
    if lead["letter"] is not None:
        return lead["letter"] == match.entry.area and not _runs_on(match.last, lines)
    return not (_runs_on(match.last, lines) or _in_numbered_list(int(lead["number"]), match, lines))


def _runs_on(last: int, lines: Sequence[LaidLine]) -> bool:
    """Whether the line below goes on with a sentence that the title's words begin."""
    return last + 1 < len(lines) and lines[last + 1].words[:1].islower()


def _in_numbered_list(number: int, match: Match, lines: Sequence[LaidLine]) -> bool:
    """Whether the line right above or below has the number before or after this one."""
    neighbours = {match.first - 1: number - 1, match.last + 1: number + 1}
    return any(
        0 <= place < len(lines) and re.match(rf"{expected}(?:[.)]|\s)", lines[place].words)
        for place, expected in neighbours.items()
    )


def _counting_up(numbered: Iterable[_Led]) -> set[Match]:
    """The titles whose numbers count up with the areas' letters, wherever they begin in each
    chapter."""
    by_step: defaultdict[str, defaultdict[int, list[Match]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for led in numbered:
        if led.number is not None and led.match.entry.area is not None:
            step = ord(led.match.entry.area) - led.number
            by_step[led.chapter][step].append(led.match)
    usual = [max(steps.values(), key=_areas) for steps in by_step.values()]
    return {match for titles in usual if _areas(titles) >= FEWEST_AREAS for match in titles}


def _areas(titles: Iterable[Match]) -> int:
    return len({title.entry.area for title in titles})


@cache
def _lead() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in load_catalogue().wording.area_words)
    own = r"(?P<letter>[A-H])|(?:(?P<chapter>\d{1,2})\.)?(?P<number>\d{1,2})"
    return re.compile(rf"(?:(?:(?i:{words})\s+|(?=\d))(?:{own}))(?:\s*[.):–-])?(?:\s+|$)")
