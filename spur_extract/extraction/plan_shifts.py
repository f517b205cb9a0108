"""Tells an item of the action plan whose values do not stand below their labels.

A dump may give a table's labels below its values, or several labels before theirs: read in order,
every value would then go to a field that is not its own.
"""

from collections.abc import Mapping
from typing import get_args

from spur_extract.catalogue.schema import PlanField
from spur_extract.contract import DeadlineStatus
from spur_extract.extraction.deadlines import read_deadline, shapes, wording
from spur_extract.extraction.deadlines.scanning import scan, words_of
from spur_extract.language import Language

LONGEST_DATE = 3
LONGEST_NAME = 4
"""Words of a text that is nothing but a date, or nobody but a role or a person."""

FEWEST_SIGNS = 2
"""One value of another kind may be what the unit wrote; with a second the labels are wrong."""

OF_A_DATE = "\0"
"""What `scan` puts for the characters of dates."""

BESIDE_A_DATE = wording.BOUND_WORDS | wording.FILLERS | wording.APPROXIMATIONS
"""Words that make nothing else of a date."""

DATES: tuple[PlanField, ...] = ("due", "follow_up_due")


def shifted(texts: Mapping[PlanField, str | None], language: Language) -> bool:
    """Whether the values, by the labels above them, belong to other fields.

    Signs are an action, or somebody responsible, that is a mere date, and a date that is a mere
    name.
    """
    signs = 0
    for name in get_args(PlanField):
        text = texts.get(name)
        if name in DATES:
            signs += text is not None and _only_a_party(text, language)
        elif text is not None and _only_a_date(text.split("\n")[0]):
            signs += 1
    return signs >= FEWEST_SIGNS


def _only_a_date(text: str) -> bool:
    """Whether the text is short, and nothing but a date and words that go with one."""
    if len(text.split()) > LONGEST_DATE:
        return False
    rest = scan(shapes.fold(text)).rest.replace(OF_A_DATE, " ")
    others = [word for word in words_of(rest) if word not in BESIDE_A_DATE]
    return not others and read_deadline(text).status is DeadlineStatus.DATED


def _only_a_party(text: str, language: Language) -> bool:
    """Whether the text names a role or a person, and no time."""
    if len(text.split()) > LONGEST_NAME or any(letter.isdigit() for letter in text):
        return False
    party = language.party(text)
    named = len(party.roles) + sum(len(person.split()) for person in party.persons)
    return named >= len(text.split()) and read_deadline(text).status is DeadlineStatus.UNDATED
