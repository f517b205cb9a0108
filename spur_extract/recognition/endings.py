"""What stands below the last field of an action item, or between fields, and is none of them.

A plan ends with a sign-off, an appendix or the sender's address, and no heading tells where. Lines
that cut the texts of several parts of the report again and again are running heads.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from spur_extract.catalogue import EntryKind
from spur_extract.catalogue.schema import Correspondence
from spur_extract.recognition.elements import Element
from spur_extract.recognition.rows import LAST_FIELD
from spur_extract.recognition.sign_offs import place_and_day_end

HEADS_FREE_TEXT = frozenset(
    {
        EntryKind.LIST_HEADING,
        EntryKind.AREA_HEADING,
        EntryKind.AREA_LETTER,
        EntryKind.PLAN_FIELD,
    }
)
LONGEST_HEAD = 100
FULL_STOP = "."
FEWEST_LETTERS = 4
FEWEST_TIMES = 3
"""A shorter line, or one that recurs less often, may well be content."""


def endings(elements: Sequence[Element], wording: Correspondence) -> Iterator[int]:
    """Positions of the elements that end the plan and of those that are running heads."""
    yield from _below_last_fields(elements, wording)
    yield from _running_heads(elements)


def _below_last_fields(elements: Sequence[Element], wording: Correspondence) -> Iterator[int]:
    """From the first line below a last field's first one on that names nobody but a place and a
    day above a signature, an appendix or an address; up to the form's next text."""
    texts: list[str] = []  # of the last field
    first = 0
    ended = False
    for position, element in enumerate(elements):
        if element.entry is not None:
            first, ended = position + 1, False
            in_last_field = element.entry.plan_field == LAST_FIELD
            texts = _texts(elements, first) if in_last_field else []
        elif texts and position > first:
            number = position - first
            ended = ended or any(pattern.match(texts[number]) for pattern in wording.ending)
            ended = ended or place_and_day_end(texts, number, wording)
            if ended:
                yield position


def _texts(elements: Sequence[Element], first: int) -> list[str]:
    """The lines from `first` to the form's next text."""
    free = takewhile(lambda element: element.entry is None, elements[first:])
    return [element.lines[0].text for element in free]


def _running_heads(elements: Sequence[Element]) -> Iterator[int]:
    """Lines that stand in several parts of the report, the plan among them, each time above
    the form's text and never right below a heading or label, as what these head does. A line
    that ends in a full stop is a sentence, which may end many a text."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for position, element in enumerate(elements):
        text = element.lines[0].text
        letters = sum(letter.isalpha() for letter in text)
        short = len(text) <= LONGEST_HEAD and not text.endswith(FULL_STOP)
        if element.free and short and letters >= FEWEST_LETTERS:
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
