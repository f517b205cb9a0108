"""Which part of the report each line stands in: cover, lists, areas or action plan.

The headings decide, each by what follows it: an area's title may head an area, an item of the
action plan, or be an item of a list that happens to have the same words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from spur_extract.catalogue import EntryKind
from spur_extract.catalogue.schema import ZoneName
from spur_extract.layout.lines import LaidLine
from spur_extract.layout.measure import SENTENCE_END
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

ONE_WORD_KINDS = frozenset(
    {
        EntryKind.LIST_HEADING,
        EntryKind.PART_HEADING,
        EntryKind.PLAN_HEADING,
        EntryKind.ROW_LABEL,
        EntryKind.GRADING_LABEL,
    }
)
"""Headings and labels so short that a sentence, too, can leave such a word on a line alone."""

HEADS_ZONE: dict[EntryKind, ZoneName] = {
    EntryKind.COVER_TITLE: "cover",
    EntryKind.LIST_HEADING: "lists",
    EntryKind.PART_HEADING: "areas",
    EntryKind.PLAN_HEADING: "plan",
}


@dataclass(frozen=True, slots=True)
class _Turn:
    """From line `first` on the report is in `zone`."""

    first: int
    zone: ZoneName


def zones_of(lines: Sequence[LaidLine], matches: Sequence[Match]) -> list[ZoneName]:
    """The zone of each line; `matches` are resolved and in reading order."""
    heads = [match for match in matches if not _amid_sentence(match, lines)]
    zone = _first_zone(heads)
    turns: list[_Turn] = []
    for position, match in enumerate(heads):
        turned = _zone_at(heads, position, zone, lines)
        if turned != zone:
            zone = turned
            turns.append(_Turn(_start_of_turn(match, lines), zone))
    zones: list[ZoneName] = [_first_zone(heads)] * len(lines)
    for turn in turns:
        zones[turn.first :] = [turn.zone] * (len(lines) - turn.first)
    return zones


def valid_in_zone(
    matches: Sequence[Match], zones: Sequence[ZoneName], lines: Sequence[LaidLine]
) -> list[Match]:
    """The matches that can stand where they stand."""
    return [
        match
        for match in matches
        if zones[match.first] in match.entry.zones
        and zones[match.last] == zones[match.first]
        and not _amid_sentence(match, lines)
    ]


def _first_zone(heads: Sequence[Match]) -> ZoneName:
    """The zone of what stands before the first heading, as in a report whose start is cut off."""
    for match in heads:
        kind = match.entry.kind
        if kind in HEADS_ZONE:
            return "cover"
        if kind is EntryKind.PLAN_FIELD:
            return "plan"
        if kind in (EntryKind.GRADE_OPTION, EntryKind.STATEMENT, EntryKind.GRADING_LABEL):
            return "areas"
    return "cover"


def _zone_at(
    heads: Sequence[Match], position: int, zone: ZoneName, lines: Sequence[LaidLine]
) -> ZoneName:
    """The zone from this match on."""
    match = heads[position]
    kind = match.entry.kind
    if kind in HEADS_ZONE:
        return HEADS_ZONE[kind]
    if kind is EntryKind.AREA_HEADING:
        return _zone_of_area_heading(heads, position, zone)
    if kind is EntryKind.PLAN_FIELD:
        return "plan"
    if zone == "plan" and kind in (EntryKind.GRADE_OPTION, EntryKind.COLUMN_HEADER):
        return "areas"
    if zone == "lists" and kind in IN_AREAS and lines[match.first].starts_page:
        return "areas"
    return zone


def _zone_of_area_heading(heads: Sequence[Match], position: int, zone: ZoneName) -> ZoneName:
    """What an area's title heads is told by the form text that follows it."""
    code = heads[position].entry.area
    for match in heads[position + 1 :]:
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


def _amid_sentence(match: Match, lines: Sequence[LaidLine]) -> bool:
    """Whether a sentence runs through the lines: then they are no heading or label."""
    if match.entry.kind not in ONE_WORD_KINDS:
        return False
    if match.first == 0 or match.last + 1 >= len(lines):
        return False
    above, below = lines[match.first - 1], lines[match.last + 1]
    if lines[match.first].starts_page or below.starts_page:
        return False
    return below.text[:1].islower() and not SENTENCE_END.search(above.text)
