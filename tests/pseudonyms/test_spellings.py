"""Names that are written without å, ä and ö, or as one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spur_extract.pseudonyms.contacts import find_emails
from spur_extract.pseudonyms.findings import Reason, replaced
from spur_extract.pseudonyms.runs import NameSearch
from tests.pseudonyms.fiction import names_left
from tests.pseudonyms.searching import people_of, reviewed, search

NAMED = ("Åsa Åkerström", "Gun-Britt Ängqvist", "Jürgen Höß", "Anna Ek")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asa Akerstrom", "‹1›"),
        ("Akerstrom, Asa", "‹1›"),
        ("Aasa Aakerstroem", "‹1›"),
        ("ligger i akerstrom_plan.docx", "ligger i ‹1›_plan.docx"),
        ("fråga asa.akerstrom", "fråga ‹1›"),
        ("www.x.se/akerstrom", "www.x.se/‹1›"),
        ("GUN_BRITT_ANGQVIST", "‹2›"),
        ("Aengqvists plan", "‹2›:s plan"),
        ("Juergen Hoess, Jurgen Hoss", "‹3›, ‹3›"),
        ("Akerstroms", "‹1›:s"),
        ("asaakerstrom, akerstromasa", "‹1›, ‹1›"),
    ],
)
def test_without_marks(text: str, expected: str) -> None:
    people = people_of(*NAMED)
    assert search(text, people) == expected
    reasons = {reason for _, reason in reviewed(text, people)}
    assert reasons <= {"other-spelling", "lower-case"}
    assert reasons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AnnaEk, annaek, ANNAEK, EkAnna", "‹4›, ‹4›, ‹4›, ‹4›"),
        ("AnnaEks plan, ANNAEKS", "‹4›:s plan, ‹4›:s"),
        ("Gunbritt, GunBritts", "‹2›, ‹2›:s"),
    ],
)
def test_as_one_word(text: str, expected: str) -> None:
    people = people_of(*NAMED)
    assert search(text, people) == expected
    assert reviewed(text, people) == []


def test_one_word_that_fits_two() -> None:
    people = people_of("Anna Ek", "Anna Ek Holm")
    assert search("AnnaEk", people) == "‹?›"
    assert reviewed("AnnaEk", people) == [("AnnaEk", "several-persons")]


def test_words_of_the_language_stay() -> None:
    people = people_of("Siv Bär", "Ris Ker", "Per Son", "Åsa Håll")
    text = "En bar och en hall, risker för en person. Per Son har ont."
    assert search(text, people) == text.replace("Per Son", "‹3›")


def test_a_name_with_marks_of_one_that_a_field_has_without() -> None:
    people = people_of("Asa Akerstrom")
    assert search("Åsa Åkerström", people) == "‹1›"
    assert reviewed("Åsa Åkerström", people) == [("Åsa Åkerström", "other-spelling")]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("asa.akerstrom@x.example", None),
        ("aakerstrom@x.example", None),
        ("asaake@x.example", Reason.EMAIL),
        ("gunang@x.example", None),
        ("aek@x.example", None),
        ("jurg01@x.example", Reason.EMAIL),
        ("gba@x.example", Reason.EMAIL),
    ],
)
def test_addresses(address: str, reason: Reason | None) -> None:
    found = list(find_emails(f"till {address}.", people_of(*NAMED)))
    assert [one.end - one.start for one in found] == [len(address)]
    if reason is not None:
        assert found[0].reason is reason


PARTS = ("åsa", "åkerström", "gun", "britt", "ängqvist")
WRITTEN = st.sampled_from(["Åsa Åkerström", "Åkerström", "Gun-Britt Ängqvist", "Ängqvist, Åsa"])
PLAIN = st.sampled_from(
    [
        str.maketrans({"å": "a", "ä": "a", "ö": "o"}),
        str.maketrans({"å": "a", "ä": "ae", "ö": "oe"}),
        {},
    ]
)
CASE = st.sampled_from([str, str.upper, str.title])
PLACE = st.sampled_from(["Enligt {}.", "www.x.se/{}", "{}_2024.docx", "({})", "1{}2", "/{}/"])


@given(WRITTEN, PLAIN, CASE, PLACE)
def test_no_spelling_is_left(name: str, letters: dict[int, str], case: object, place: str) -> None:
    plain = name.lower().translate(letters).title()
    written = plain.upper() if case is str.upper else plain
    text = place.format(written)
    found = NameSearch(text, people_of(*NAMED)).findings()
    assert names_left(replaced(text, found), PARTS) == set()
