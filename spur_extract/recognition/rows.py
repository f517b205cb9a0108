"""Which matched statements are the form's rows, and which somebody quoted.

Inspectors quote statements in their narrative, letter for letter or turned round, and units repeat
them in what they plan. A narrative runs from the area's heading to the next label; a statement in
it is a row only where the form's right-hand column begins, which is told by what it runs into:
grade options, an area letter, the next statements in order, or the end of the page. In the action
plan a statement is the deficiency only where an item begins.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from spur_extract.catalogue import Edition, EntryKind
from spur_extract.catalogue.schema import PlanField, ZoneName
from spur_extract.layout.lines import LaidLine
from spur_extract.recognition.matching import LETTER_BEFORE_TITLE, Match
from spur_extract.recognition.standing import RIGHT_COLUMN
from spur_extract.recognition.zones import IN_AREAS

ENDS_NARRATIVE = IN_AREAS | {EntryKind.FIXED_TEXT, EntryKind.PART_HEADING}
FIRST_FIELD, LAST_FIELD = "planned_action", "follow_up_responsible"
INDENT = 40.0
"""Points to the right of the area's heading from which on a column of rows begins."""

ROWS_THAT_SURELY_FOLLOW = 3
"""Statements in catalogue order, one below the other, that nobody quotes by chance."""


def without_quotes(
    matches: Sequence[Match],
    lines: Sequence[LaidLine],
    zones: Sequence[ZoneName],
    places: Mapping[str, int],
) -> list[Match]:
    """The matches less the quoted statements, and less titles that head nothing in the plan.

    `matches` are resolved, in reading order and valid in their `zones`; `places` gives each
    statement's place in the catalogue by entry id.
    """
    reader = _RowReader(matches, lines, zones, places)
    for position in range(len(matches)):
        reader.take(position)
    return reader.kept


class _RowReader:
    """Goes through the matches, and knows whether a narrative is open and which row comes next."""

    def __init__(
        self,
        matches: Sequence[Match],
        lines: Sequence[LaidLine],
        zones: Sequence[ZoneName],
        places: Mapping[str, int],
    ) -> None:
        self.kept: list[Match] = []
        self._heading: Match | None = None
        self._matches, self._lines, self._zones, self._places = matches, lines, zones, places
        self._below_labels = _below_labels(matches)
        self._in_order = _after_their_predecessor(matches, places)
        self._next_labels = _next_labels(matches)
        self._in_narrative = False
        self._next_place = -1

    def take(self, position: int) -> None:
        """Keep the match at `position`, or leave it out as a quote."""
        match = self._matches[position]
        if match.entry.kind is EntryKind.STATEMENT:
            if not self._is_row(position):
                return
            self._next_place = self._places[match.entry.id] + 1
            self._in_narrative = False
        elif match.entry.kind is EntryKind.AREA_HEADING:
            if self._zones[match.first] == "plan" and not self._heads_item(position):
                return
            self._in_narrative = True
            self._heading = match
        elif _ends_narrative(self._matches, position):
            self._in_narrative = False
        self.kept.append(match)

    def _heads_item(self, position: int) -> bool:
        """Whether an area's title heads an action item: printed with its letter, or above an
        item's first label; a planned action may have a title's words on a line of their own."""
        printed = self._lines[self._matches[position].first].words
        return LETTER_BEFORE_TITLE.match(printed) is not None or (
            self._next_labels[position] in (None, FIRST_FIELD)
        )

    def _is_row(self, position: int) -> bool:
        match = self._matches[position]
        if self._zones[match.first] == "plan":
            below = self._matches[position + 1 : position + 2]
            return _names_deficiency(self.kept, match, below)
        if not self._in_narrative or _fills_a_cell(match, self._lines, self._heading):
            return True
        if match.entry.id in self._below_labels:
            return False
        if match.entry.id in self._in_order:
            return self._places[match.entry.id] == self._next_place
        return _begins_right_column(self._matches, position, self._lines, self._places)


def _fills_a_cell(match: Match, lines: Sequence[LaidLine], heading: Match | None) -> bool:
    """Whether the statement is all that stands in a cell between rules, or in a column right of
    the area's heading: a table's row, no quote."""
    first, last = lines[match.first], lines[match.last]
    if first.cell is None or first.cell != last.cell:
        return False
    beside = (lines[n].cell for n in (match.first - 1, match.last + 1) if 0 <= n < len(lines))
    if first.cell in beside:
        return False
    edges = [first.source.box, lines[heading.first].source.box if heading else None]
    apart = edges[0] and edges[1] and edges[0][0] - edges[1][0] >= INDENT
    return first.ruled or bool(apart)


def _ends_narrative(matches: Sequence[Match], position: int) -> bool:
    """Whether form text ends the narrative: all does but the letter beside the area's heading."""
    match = matches[position]
    above = matches[position - 1] if position else match
    letters_heading = (
        match.entry.kind is EntryKind.AREA_LETTER
        and above.entry.kind is EntryKind.AREA_HEADING
        and above.entry.area == match.entry.area
        and above.last + 1 == match.first
    )
    return match.entry.kind in ENDS_NARRATIVE and not letters_heading


def _next_labels(matches: Sequence[Match]) -> list[PlanField | None]:
    """For each match the plan label that follows it; null when none does."""
    labels: list[PlanField | None] = []
    label: PlanField | None = None
    for match in reversed(matches):
        labels.append(label)
        label = match.entry.plan_field or label
    return labels[::-1]


def without_rows_of_other_editions(
    matches: Sequence[Match], zones: Sequence[ZoneName], edition: Edition | None
) -> list[Match]:
    """The matches less the statements of areas where the edition prints none at all."""
    if edition is None or any(area.rows for area in edition.area):
        return list(matches)
    return [
        match
        for match in matches
        if match.entry.kind is not EntryKind.STATEMENT or zones[match.first] != "areas"
    ]


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
        if match.entry.kind is EntryKind.AREA_HEADING:
            in_narrative = True
        elif _ends_narrative(matches, position):
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
