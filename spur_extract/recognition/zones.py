"""Which part of the report each line stands in: cover, lists, areas or action plan.

The headings decide, each by what follows it: an area's title may head an area, an item of the
action plan, or be an item of a list that happens to have the same words.
"""

from collections.abc import Sequence

from spur_extract.catalogue import EntryKind
from spur_extract.catalogue.schema import ZoneName
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

FEWEST_OF_A_PAGE = 2
NOT_ON_A_PAGE_OF_AREAS = frozenset({EntryKind.PLAN_FIELD, EntryKind.LIST_HEADING})


def zones_of(lines: Sequence[LaidLine], matches: Sequence[Match]) -> list[ZoneName]:
    """The zone of each line; `matches` are resolved and in reading order."""
    zone = _first_zone(matches)
    zones = [zone] * len(lines)
    for position in range(len(matches)):
        turned = _zone_at(matches, position, zone, lines)
        if turned != zone:
            zone = turned
            first = _start_of_turn(matches[position], lines)
            zones[first:] = [zone] * (len(lines) - first)
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


def _zone_at(
    matches: Sequence[Match], position: int, zone: ZoneName, lines: Sequence[LaidLine]
) -> ZoneName:
    """The zone from this match on."""
    match = matches[position]
    kind = match.entry.kind
    if kind in HEADS_ZONE:
        return HEADS_ZONE[kind] if _heads(matches, position, zone, lines) else zone
    if kind is EntryKind.AREA_HEADING:
        return _zone_of_area_heading(matches, position, zone)
    if kind is EntryKind.PLAN_FIELD:
        return "plan"
    if zone in ("plan", "lists") and _begins_page_of_areas(matches, position, lines):
        return "areas"
    return zone


def _heads(
    matches: Sequence[Match], position: int, zone: ZoneName, lines: Sequence[LaidLine]
) -> bool:
    """Whether a heading's words head something here; items and sentences use them, too."""
    match = matches[position]
    kind = match.entry.kind
    below = matches[position + 1].entry.kind if position + 1 < len(matches) else None
    if kind in BELOW_CAPITALS:
        printed = "".join(line.words for line in lines[match.first : match.last + 1])
        return printed.isupper() or below in BELOW_CAPITALS[kind]
    if kind is EntryKind.LIST_HEADING and zone in ("areas", "plan"):
        above = matches[position - 1].last if position else -1
        return lines[match.first].starts_page or above + 1 == match.first
    return True


def _begins_page_of_areas(
    matches: Sequence[Match], position: int, lines: Sequence[LaidLine]
) -> bool:
    """Whether a page out of its order begins here: form text of areas only, and no plan label."""
    if matches[position].entry.kind not in IN_AREAS:
        return False
    page = lines[matches[position].first].page
    kinds = [match.entry.kind for match in matches if lines[match.first].page == page]
    in_areas = sum(kind in IN_AREAS for kind in kinds)
    return in_areas >= FEWEST_OF_A_PAGE and not set(kinds) & NOT_ON_A_PAGE_OF_AREAS


def _zone_of_area_heading(matches: Sequence[Match], position: int, zone: ZoneName) -> ZoneName:
    """What an area's title heads is told by the form text that follows it."""
    code = matches[position].entry.area
    for match in matches[position + 1 :]:
        kind = match.entry.kind
        if kind is EntryKind.STATEMENT or (
            kind is EntryKind.AREA_HEADING and match.entry.area == code
        ):
            continue
        if kind is EntryKind.PLAN_FIELD:
            return "plan"
        if kind in IN_AREAS or kind is EntryKind.FIXED_TEXT:
            return "areas"
        return zone
    return zone


def _start_of_turn(match: Match, lines: Sequence[LaidLine]) -> int:
    """Form text that is no heading turns the zone where its page begins."""
    heading = match.entry.kind in HEADS_ZONE or match.entry.kind is EntryKind.AREA_HEADING
    if heading or match.entry.kind is EntryKind.PLAN_FIELD:
        return match.first
    first = match.first
    while not lines[first].starts_page:
        first -= 1
    return first
