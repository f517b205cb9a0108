"""Where a second report begins in the same file, told by how all of the form comes round again."""

from collections.abc import Sequence

from spur_extract.catalogue import EntryKind
from spur_extract.catalogue.schema import ZoneName
from spur_extract.recognition.matching import Match
from spur_extract.recognition.zones import FEWEST_AREAS, IN_AREAS

FEWEST_LISTS = 2
"""Lists that both reports have; a heading that a page repeats is one."""

OF_ROWS = IN_AREAS | {EntryKind.STATEMENT}
"""What tells areas from a table of contents, which has their titles alone."""


def start_of_second_report(matches: Sequence[Match], zones: Sequence[ZoneName]) -> int | None:
    """The number of the line that a second report begins with, its cover included; null when
    there is one report. `matches` are the document's form text, valid in their `zones`."""
    for position, match in enumerate(matches):
        if match.entry.kind is not EntryKind.LIST_HEADING:
            continue
        above, below = matches[:position], matches[position:]
        if _below_areas(above, zones) and _comes_round(above, below, zones):
            first = match.first
            while first and zones[first - 1] == "cover":
                first -= 1
            return first
    return None


def _below_areas(above: Sequence[Match], zones: Sequence[ZoneName]) -> bool:
    """Whether the areas or the plan stand right above, but for a cover."""
    nearest = next((zones[each.first] for each in reversed(above) if not _on_cover(each)), None)
    return nearest in ("areas", "plan")


def _comes_round(above: Sequence[Match], below: Sequence[Match], zones: Sequence[ZoneName]) -> bool:
    lists = _lists(above) & _lists(below)
    areas = _areas(above, zones) & _areas(below, zones)
    return len(lists) >= FEWEST_LISTS and len(areas) >= FEWEST_AREAS


def _lists(matches: Sequence[Match]) -> set[str]:
    return {match.entry.list_name for match in matches if match.entry.list_name is not None}


def _areas(matches: Sequence[Match], zones: Sequence[ZoneName]) -> set[str]:
    """The areas that have more than their title."""
    areas: set[str] = set()
    headed: str | None = None
    for match in matches:
        if zones[match.first] != "areas":
            headed = None
        elif match.entry.kind is EntryKind.AREA_HEADING:
            headed = match.entry.area
        elif match.entry.kind in OF_ROWS and headed is not None:
            areas.add(headed)
    return areas


def _on_cover(match: Match) -> bool:
    return "cover" in match.entry.zones
