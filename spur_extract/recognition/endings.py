"""What stands below the last field of an action item, or between fields, and is none of them.

A plan ends with a sign-off, an appendix or the sender's address, and no heading tells where. Lines
that cut the texts of several parts of the report again and again are running heads.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spur_extract.catalogue import EntryKind
from spur_extract.catalogue.schema import Correspondence
from spur_extract.recognition.elements import Element
from spur_extract.recognition.rows import LAST_FIELD

HEADS_FREE_TEXT = frozenset(
    {
        EntryKind.LIST_HEADING,
        EntryKind.AREA_HEADING,
        EntryKind.AREA_LETTER,
        EntryKind.PLAN_FIELD,
    }
)
LONGEST_HEAD = 100
FEWEST_LETTERS = 4
FEWEST_TIMES = 3
"""A shorter line, or one that recurs less often, may well be content."""


def endings(elements: Sequence[Element], wording: Correspondence) -> Iterator[int]:
    """Positions of the elements that end the plan and of those that are running heads."""
    yield from _below_last_fields(elements, wording)
    yield from _running_heads(elements)


def _below_last_fields(elements: Sequence[Element], wording: Correspondence) -> Iterator[int]:
    """From the first line below a last field's first one on that names nobody but a place and a
    day, an appendix or an address; up to the form's next text."""
    in_last_field = ended = False
    for position, element in enumerate(elements):
        if element.entry is not None:
            in_last_field = element.entry.plan_field == LAST_FIELD
            ended = False
        elif in_last_field and elements[position - 1].entry is None:
            text = element.lines[0].text
            ended = ended or any(pattern.match(text) for pattern in wording.ending)
            if ended:
                yield position


def _running_heads(elements: Sequence[Element]) -> Iterator[int]:
    """Lines that stand in several parts of the report, the plan among them, each time above
    the form's text and never right below a heading or label, as what these head does."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for position, element in enumerate(elements):
        text = element.lines[0].text
        letters = sum(letter.isalpha() for letter in text)
        if element.free and len(text) <= LONGEST_HEAD and letters >= FEWEST_LETTERS:
            places[text].append(position)
    for same in places.values():
        zones = {elements[position].zone for position in same}
        if len(same) < FEWEST_TIMES or len(zones) < 2 or "plan" not in zones:
            continue
        if all(_between_text_and_form(elements, position) for position in same):
            yield from same


def _between_text_and_form(elements: Sequence[Element], position: int) -> bool:
    if not 0 < position < len(elements) - 1:
        return False
    headed = elements[position - 1].kind in HEADS_FREE_TEXT
    return not headed and elements[position + 1].entry is not None
