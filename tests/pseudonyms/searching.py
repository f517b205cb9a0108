"""A search through one text, with the persons found as numbers: shared by tests."""

from collections.abc import Set

from spur_extract.pseudonyms.findings import replaced
from spur_extract.pseudonyms.people import People, known_people
from spur_extract.pseudonyms.runs import NameSearch
from tests.pseudonyms.fiction import KEY


def people_of(
    *named: str, suspected: tuple[str, ...] = (), words: Set[str] = frozenset()
) -> People:
    """The persons of a report that names these in its fields."""
    return known_people(KEY, "report", named, suspected, words)


def search(text: str, people: People, *, dated: bool = False) -> str:
    """The text with ‹1›, ‹2› … for the persons in the order in which they were named, and ‹?› for
    any other code."""
    found = replaced(text, NameSearch(text, people, dated=dated).findings())
    for number, code in enumerate(dict.fromkeys(person.code for person in people.persons), 1):
        found = found.replace(code, f"‹{number}›")
    return "‹?›".join(part[8:] if at else part for at, part in enumerate(found.split("person-")))


def reviewed(text: str, people: People) -> list[tuple[str, str]]:
    """What is found that is not certain: the words and the reason."""
    return [
        (text[one.start : one.end], one.reason.value)
        for one in NameSearch(text, people).findings()
        if one.reason is not None
    ]
