"""Which matches stand as form text does, and which are words of somebody's own sentence.

Headings and labels are short, and letters and titles shorter still: prose, wrapped, can leave the
same words on a line alone. What stands around tells them apart.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import get_args

from spur_extract.catalogue import EntryKind
from spur_extract.catalogue.schema import PlanField
from spur_extract.layout.lines import LaidLine
from spur_extract.layout.measure import SENTENCE_END
from spur_extract.layout.paragraphs import runs_on
from spur_extract.recognition.matching import Match

RIGHT_COLUMN = frozenset({EntryKind.GRADE_OPTION, EntryKind.AREA_LETTER, EntryKind.COLUMN_HEADER})
"""What the newer form prints in its right column beside the statements."""

NEAR_OPTIONS = 5
"""Lines within which another option, or its head, stands, be the one between them unreadable."""

NEXT_TO_AN_OPTION = RIGHT_COLUMN | {EntryKind.GRADING_LABEL}
LABELS_IN_TURN = frozenset(pairwise((None, *get_args(PlanField), get_args(PlanField)[0])))
"""Which plan label may stand below which; null: none stands above."""

BETWEEN_PLAN_FIELDS = frozenset({EntryKind.STATEMENT, EntryKind.AREA_HEADING})


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """A match's place among the lines and among the other matches, in reading order."""

    lines: Sequence[LaidLine]
    matches: Sequence[Match]
    position: int
    matched: dict[int, EntryKind]

    @property
    def match(self) -> Match:
        return self.matches[self.position]

    @property
    def above(self) -> LaidLine | None:
        """The line above on the same page."""
        first = self.match.first
        return None if self.lines[first].starts_page else self.lines[first - 1]

    @property
    def below(self) -> LaidLine | None:
        """The line below on the same page."""
        below = self.match.last + 1
        if below >= len(self.lines) or self.lines[below].starts_page:
            return None
        return self.lines[below]

    @property
    def kind_above(self) -> EntryKind | None:
        """What form text the line above on the same page is; null for free text or none."""
        return self.matched.get(self.match.first - 1) if self.above is not None else None

    @property
    def kind_below(self) -> EntryKind | None:
        """What form text the line below on the same page is; null for free text or none."""
        return self.matched.get(self.match.last + 1) if self.below is not None else None


def standing(matches: Sequence[Match], lines: Sequence[LaidLine]) -> list[Match]:
    """The matches less those that are words of a sentence; `matches` in reading order."""
    matched = {
        number: match.entry.kind
        for match in matches
        for number in range(match.first, match.last + 1)
    }
    surroundings = (
        _Surroundings(lines, matches, position, matched) for position in range(len(matches))
    )
    return [around.match for around in surroundings if _stands(around)]


def _stands(around: _Surroundings) -> bool:
    kind = around.match.entry.kind
    check = CHECKS.get(kind)
    if check is None:
        return True
    # The form has no bullets, but for marks that look like one beside its options.
    itemised = around.lines[around.match.first].bullet and kind is not EntryKind.GRADE_OPTION
    return not itemised and check(around)


def _apart_from_prose(around: _Surroundings) -> bool:
    """No sentence runs into the line, nor through it."""
    if around.above is None or around.kind_above is not None:
        return True
    if runs_on(around.above.text):
        return False
    return not _runs_through(around)


def _runs_through(around: _Surroundings) -> bool:
    above, below = around.above, around.below
    if above is None or below is None or around.kind_below is not None:
        return False
    return below.words[:1].islower() and not SENTENCE_END.search(above.text)


def _no_sentence_into_and_through(around: _Surroundings) -> bool:
    """Items of a list may end with any word, and need not begin with a capital."""
    if around.above is None or around.kind_above is not None:
        return True
    return not (runs_on(around.above.text) and _runs_through(around))


def _label_of_plan(around: _Surroundings) -> bool:
    """Plan labels come in numbers; what is written below one need not begin with a capital.

    Below a word that nothing ends with, a line is a label only if it is exactly that, in its turn.
    """
    if around.above is not None and around.kind_above is None and runs_on(around.above.text):
        return _exactly_a_label(around) and _in_turn(around)
    return any(
        _next_kind(around.matches, around.position, step) is EntryKind.PLAN_FIELD
        for step in (1, -1)
    )


def _exactly_a_label(around: _Surroundings) -> bool:
    """Whether the words are the form's to the letter, with nothing beside them."""
    own = around.lines[around.match.first : around.match.last + 1]
    printed = " ".join(line.text for line in own).rstrip(":")
    return printed in around.match.entry.forms


def _in_turn(around: _Surroundings) -> bool:
    """Whether the labels come in the form's order: this one after the one above, and not again
    right after it."""
    own = around.match.entry.plan_field
    above = _next_label(reversed(around.matches[: around.position]))
    below = _next_label(around.matches[around.position + 1 :])
    return (above, own) in LABELS_IN_TURN and below != own


def _next_label(matches: Iterable[Match]) -> PlanField | None:
    fields = (match.entry.plan_field for match in matches)
    return next((field for field in fields if field is not None), None)


def _next_kind(matches: Sequence[Match], position: int, step: int) -> EntryKind | None:
    """The kind of the next match in a direction, an item's heading and deficiency passed over."""
    position += step
    while 0 <= position < len(matches):
        if matches[position].entry.kind not in BETWEEN_PLAN_FIELDS:
            return matches[position].entry.kind
        position += step
    return None


def _letter_of_area(around: _Surroundings) -> bool:
    """The area letter stands above form text, at a page's foot, or beside the area's heading."""
    if around.above is not None and around.kind_above is None and runs_on(around.above.text):
        return False
    beside_heading = around.kind_above is EntryKind.AREA_HEADING
    return around.below is None or around.kind_below is not None or beside_heading


def _one_of_several_options(around: _Surroundings) -> bool:
    """Options are printed together; one alone among prose is quoted."""
    if around.above is None or around.below is None:
        return True
    first, last = around.match.first - NEAR_OPTIONS, around.match.last + NEAR_OPTIONS
    own = range(around.match.first, around.match.last + 1)
    return any(
        around.matched.get(number) in NEXT_TO_AN_OPTION
        for number in range(first, last + 1)
        if number not in own
    )


CHECKS: dict[EntryKind, Callable[[_Surroundings], bool]] = {
    EntryKind.LIST_HEADING: _no_sentence_into_and_through,
    EntryKind.PART_HEADING: _apart_from_prose,
    EntryKind.PLAN_HEADING: _apart_from_prose,
    EntryKind.ROW_LABEL: _apart_from_prose,
    EntryKind.GRADING_LABEL: _apart_from_prose,
    EntryKind.AREA_HEADING: _apart_from_prose,
    EntryKind.AREA_LETTER: _letter_of_area,
    EntryKind.GRADE_OPTION: _one_of_several_options,
    EntryKind.PLAN_FIELD: _label_of_plan,
}
