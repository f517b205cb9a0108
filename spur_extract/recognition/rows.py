"""Which matched statements are the form's rows, and which somebody quoted.

Inspectors quote statements in their narrative, letter for letter or turned round, and units repeat
them in what they plan. A narrative runs from the area's heading to the next label; a statement in
it is a row only where the form's right-hand column begins, which is told by what it runs into:
grade options, an area letter, the next statements in order, or the end of the page. In the action
plan a statement is the deficiency only where an item begins.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from spur_extract.catalogue import EntryKind
from spur_extract.catalogue.schema import ZoneName
from spur_extract.layout.lines import LaidLine
from spur_extract.recognition.matching import Match
from spur_extract.recognition.zones import IN_AREAS

RIGHT_COLUMN = frozenset({EntryKind.GRADE_OPTION, EntryKind.AREA_LETTER, EntryKind.COLUMN_HEADER})
ENDS_NARRATIVE = IN_AREAS | {EntryKind.FIXED_TEXT, EntryKind.PART_HEADING}
FIRST_FIELD, LAST_FIELD = "planned_action", "follow_up_responsible"
ROWS_THAT_SURELY_FOLLOW = 3
"""Statements in catalogue order, one below the other, that nobody quotes by chance."""


def without_quotes(
    matches: Sequence[Match],
    lines: Sequence[LaidLine],
    zones: Sequence[ZoneName],
    places: Mapping[str, int],
) -> list[Match]:
    """The matches less the quoted statements.

    `matches` are resolved, in reading order and valid in their `zones`; `places` gives each
    statement's place in the catalogue by entry id.
    """
    below_labels = _below_labels(matches)
    in_order = _after_their_predecessor(matches, places)
    kept: list[Match] = []
    in_narrative = False
    next_place = -1
    for position, match in enumerate(matches):
        above = matches[position - 1] if position else None
        if match.entry.kind is EntryKind.STATEMENT:
            if zones[match.first] == "plan":
                row = _names_deficiency(kept, match, matches[position + 1 : position + 2])
            elif not in_narrative:
                row = True
            elif match.entry.id in below_labels:
                row = False
            elif match.entry.id in in_order:
                row = places[match.entry.id] == next_place
            else:
                row = _begins_right_column(matches, position, lines, places)
            if not row:
                continue
            next_place = places[match.entry.id] + 1
            in_narrative = False
        elif match.entry.kind is EntryKind.AREA_HEADING:
            in_narrative = True
        elif match.entry.kind in ENDS_NARRATIVE and not _letters_heading(match, above):
            in_narrative = False
        kept.append(match)
    return kept


def _letters_heading(match: Match, above: Match | None) -> bool:
    """Whether this is the area letter that belongs to the heading right above it."""
    return (
        above is not None
        and match.entry.kind is EntryKind.AREA_LETTER
        and above.entry.kind is EntryKind.AREA_HEADING
        and above.entry.area == match.entry.area
        and above.last + 1 == match.first
    )


def _names_deficiency(kept: Sequence[Match], match: Match, below: Sequence[Match]) -> bool:
    """Whether an action item begins with the statement: right below the area's heading, or right
    above the first label where the item before is complete."""
    if not kept:
        return False
    above = kept[-1]
    if above.entry.kind is EntryKind.AREA_HEADING and above.last + 1 == match.first:
        return True
    return (
        above.entry.plan_field == LAST_FIELD
        and bool(below)
        and below[0].entry.plan_field == FIRST_FIELD
        and match.last + 1 == below[0].first
    )


def _below_labels(matches: Sequence[Match]) -> frozenset[str]:
    """Ids of the statements that stand where no narrative can be: their quotes are quotes."""
    found: set[str] = set()
    in_narrative = False
    for position, match in enumerate(matches):
        above = matches[position - 1] if position else None
        if match.entry.kind is EntryKind.AREA_HEADING:
            in_narrative = True
        elif match.entry.kind in ENDS_NARRATIVE and not _letters_heading(match, above):
            in_narrative = False
        elif match.entry.kind is EntryKind.STATEMENT and not in_narrative:
            found.add(match.entry.id)
    return frozenset(found)


def _after_their_predecessor(matches: Sequence[Match], places: Mapping[str, int]) -> frozenset[str]:
    """Ids of the statements that somewhere follow the one before them in the catalogue."""
    statements = [match for match in matches if match.entry.kind is EntryKind.STATEMENT]
    return frozenset(
        below.entry.id
        for above, below in pairwise(statements)
        if places[below.entry.id] == places[above.entry.id] + 1
    )


def _begins_right_column(
    matches: Sequence[Match], position: int, lines: Sequence[LaidLine], places: Mapping[str, int]
) -> bool:
    run = list(_run(matches, position))
    if any(match.entry.kind in RIGHT_COLUMN for match in run):
        return True
    below = run[-1].last + 1
    if below >= len(lines) or lines[below].starts_page:
        return True
    first = places[run[0].entry.id]
    in_order = [
        match for offset, match in enumerate(run) if places[match.entry.id] == first + offset
    ]
    return len(in_order) >= ROWS_THAT_SURELY_FOLLOW


def _run(matches: Sequence[Match], position: int) -> Iterator[Match]:
    """The statements and right-column texts that stand one right below the other from here."""
    below = matches[position].first
    for match in matches[position:]:
        fits = match.entry.kind is EntryKind.STATEMENT or match.entry.kind in RIGHT_COLUMN
        if match.first != below or not fits:
            return
        yield match
        below = match.last + 1
