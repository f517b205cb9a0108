"""Which part of the report each line stands in: cover, lists, areas or action plan.

The headings decide, each by what follows it: an area's title may head an area, an item of the
action plan, or be an item of a list that happens to have the same words.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import get_args

from spur_extract.catalogue import EntryKind
from spur_extract.catalogue.schema import ListName, ZoneName
from spur_extract.layout.lines import LaidLine
from spur_extract.recognition.matching import Match

IN_AREAS = frozenset(
    {
        EntryKind.ROW_LABEL,
        EntryKind.GRADING_LABEL,
        EntryKind.COLUMN_HEADER,
        EntryKind.GRADE_OPTION,
        EntryKind.AREA_LETTER,
    }
)
"""Form text that only areas have."""

HEADS_ZONE: dict[EntryKind, ZoneName] = {
    EntryKind.COVER_TITLE: "cover",
    EntryKind.LIST_HEADING: "lists",
    EntryKind.PART_HEADING: "areas",
    EntryKind.PLAN_HEADING: "plan",
}


BELOW_CAPITALS = {
    EntryKind.PART_HEADING: frozenset({EntryKind.AREA_HEADING}),
    EntryKind.PLAN_HEADING: frozenset(
        {EntryKind.AREA_HEADING, EntryKind.FIXED_TEXT, EntryKind.PLAN_FIELD}
    ),
}
"""Headings that the form prints in capitals, and what follows them when they are not."""

LISTS_IN_ORDER = get_args(ListName)
FEWEST_AREAS = 4
"""Areas that two reports in one file have both; pages scanned twice have fewer."""

FEWEST_OF_A_PAGE = 2
NOT_ON_A_PAGE_OF_AREAS = frozenset({EntryKind.PLAN_FIELD, EntryKind.LIST_HEADING})


def zones_of(lines: Sequence[LaidLine], matches: Sequence[Match]) -> list[ZoneName]:
    """The zone of each line; `matches` are resolved and in reading order."""
    zone = _first_zone(matches)
    turns: list[tuple[int, ZoneName]] = [(0, zone)]
    zoning = _Zoning(lines, matches)
    for position, match in enumerate(matches):
        turned = zoning.zone_at(position, zone)
        if turned != zone:
            zone = turned
            turns.append((_start_of_turn(match, lines), zone))
    zones: list[ZoneName] = []
    for (start, turned), (end, _) in pairwise([*turns, (len(lines), zone)]):
        del zones[start:]
        zones.extend([turned] * (end - start))
    return zones


def valid_in_zone(matches: Sequence[Match], zones: Sequence[ZoneName]) -> list[Match]:
    """The matches that can stand where they stand."""
    return [
        match
        for match in matches
        if zones[match.first] in match.entry.zones and zones[match.last] == zones[match.first]
    ]


def _first_zone(matches: Sequence[Match]) -> ZoneName:
    """The zone of what stands before the first heading, as in a report whose start is cut off."""
    for match in matches:
        kind = match.entry.kind
        if kind in HEADS_ZONE:
            return "cover"
        if kind is EntryKind.PLAN_FIELD:
            return "plan"
        if kind in (EntryKind.GRADE_OPTION, EntryKind.STATEMENT, EntryKind.GRADING_LABEL):
            return "areas"
    return "cover"


class _Zoning:
    """Judges headings by the form text around them."""

    def __init__(self, lines: Sequence[LaidLine], matches: Sequence[Match]) -> None:
        self._lines = lines
        self._matches = matches
        self._headed = _zones_headed(matches)
        self._kinds_on_page: defaultdict[int, Counter[EntryKind]] = defaultdict(Counter)
        for match in matches:
            self._kinds_on_page[lines[match.first].page][match.entry.kind] += 1

    def zone_at(self, position: int, zone: ZoneName) -> ZoneName:
        """The zone from this match on; `zone` is the one above it."""
        kind = self._matches[position].entry.kind
        if kind in HEADS_ZONE:
            return HEADS_ZONE[kind] if self._heads(position, zone) else zone
        if kind is EntryKind.AREA_HEADING:
            return self._headed[position] or zone
        if kind is EntryKind.PLAN_FIELD:
            return "plan"
        if zone in ("plan", "lists") and self._on_page_of_areas(position):
            return "areas"
        return zone

    def _heads(self, position: int, zone: ZoneName) -> bool:
        """Whether a heading's words head something here; items and sentences use them, too."""
        match = self._matches[position]
        kind = match.entry.kind
        if kind in BELOW_CAPITALS:
            below = [each.entry.kind for each in self._matches[position + 1 : position + 2]]
            printed = "".join(line.words for line in self._lines[match.first : match.last + 1])
            return printed.isupper() or any(each in BELOW_CAPITALS[kind] for each in below)
        if kind is EntryKind.LIST_HEADING and zone in ("areas", "plan"):
            return self._adjoins_form_text(position) or self._begins_anew(position)
        return True

    def _adjoins_form_text(self, position: int) -> bool:
        """Whether a page begins here, or form text stands right above; below an area's title it
        is the first word of its narrative."""
        first = self._matches[position].first
        above = self._matches[position - 1] if position else None
        if above is None or above.last + 1 != first:
            return self._lines[first].starts_page
        return above.entry.kind not in (EntryKind.AREA_HEADING, EntryKind.AREA_LETTER)

    def _begins_anew(self, position: int) -> bool:
        """Whether the lists and then the areas come round again, as in a second report; list
        headings alone may be those of somebody's own analysis."""
        following = self._matches[position : position + len(LISTS_IN_ORDER)]
        if tuple(match.entry.list_name for match in following) != LISTS_IN_ORDER:
            return False
        return len(self._areas_headed(0, position) & self._areas_headed(position)) >= FEWEST_AREAS

    def _areas_headed(self, start: int, end: int | None = None) -> set[str | None]:
        """The areas whose titles stand from match `start` on, before match `end`, but for those
        that head items of the plan."""
        places = range(len(self._matches))[start:end]
        matches = [self._matches[place] for place in places if self._headed[place] != "plan"]
        titles = [match for match in matches if match.entry.kind is EntryKind.AREA_HEADING]
        return {title.entry.area for title in titles}

    def _on_page_of_areas(self, position: int) -> bool:
        """Whether this is on a page out of its order: form text of areas, and no plan label."""
        match = self._matches[position]
        kinds = self._kinds_on_page[self._lines[match.first].page]
        in_areas = sum(kinds[kind] for kind in IN_AREAS)
        elsewhere = any(kinds[kind] for kind in NOT_ON_A_PAGE_OF_AREAS)
        return match.entry.kind in IN_AREAS and in_areas >= FEWEST_OF_A_PAGE and not elsewhere


def _zones_headed(matches: Sequence[Match]) -> list[ZoneName | None]:
    """What each area's title heads, told by the form text that follows it; null when nothing tells.

    Statements, and the same title printed again, are passed over.
    """
    headed: list[ZoneName | None] = [None] * len(matches)
    following: int | None = None  # the next match that is no statement
    for position in range(len(matches) - 1, -1, -1):
        match = matches[position]
        if match.entry.kind is EntryKind.AREA_HEADING and following is not None:
            below = matches[following].entry
            if below.kind is EntryKind.PLAN_FIELD:
                headed[position] = "plan"
            elif below.kind in IN_AREAS or below.kind is EntryKind.FIXED_TEXT:
                headed[position] = "areas"
            elif below.kind is EntryKind.AREA_HEADING and below.area == match.entry.area:
                headed[position] = headed[following]
        if match.entry.kind is not EntryKind.STATEMENT:
            following = position
    return headed


def _start_of_turn(match: Match, lines: Sequence[LaidLine]) -> int:
    """Form text that is no heading turns the zone where its page begins."""
    heading = match.entry.kind in HEADS_ZONE or match.entry.kind is EntryKind.AREA_HEADING
    if heading or match.entry.kind is EntryKind.PLAN_FIELD:
        return match.first
    first = match.first
    while not lines[first].starts_page:
        first -= 1
    return first
