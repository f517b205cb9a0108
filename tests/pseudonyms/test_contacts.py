"""E-mail addresses, personal identity numbers and telephone numbers."""

import pytest

from spur_extract.pseudonyms.contacts import find_emails, find_personal_numbers, find_telephones
from spur_extract.pseudonyms.findings import Finding, Reason
from spur_extract.pseudonyms.people import known_people
from tests.pseudonyms.fiction import KEY

PEOPLE = known_people(KEY, "report", ["Åsa Brännlid", "Bo Ek"], [])


@pytest.mark.parametrize(
    ("text", "found", "reason"),
    [
        ("till asa.brannlid@region.example.", "asa.brannlid@region.example", None),
        ("<ABRANNLID@x.example>", "ABRANNLID@x.example", None),
        ("boek@x.example", "boek@x.example", None),
        ("ek_01@x.example", "ek_01@x.example", None),
        ("info@brannlid.example", "info@brannlid.example", None),
        ("okand.person@x.example", "okand.person@x.example", Reason.EMAIL),
        ("spur@lipus.example", None, None),
        ("åsa.b@x.example", "åsa.b@x.example", None),
        ("asabra@x.example", "asabra@x.example", Reason.EMAIL),
        ("braaas01@x.example", "braaas01@x.example", Reason.EMAIL),
        ("ab@x.example", "ab@x.example", Reason.EMAIL),
        ("aasa@x.example", "aasa@x.example", None),
        ("kansli@x.example", None, None),
        ("ekonomi@x.example", None, None),  # not Ek's
        ("registrator@x.example", None, None),
        ("vux@x.example", None, None),
        ("Åsa @ kliniken", None, None),
    ],
)
def test_emails(text: str, found: str | None, reason: Reason | None) -> None:
    findings = list(find_emails(text, PEOPLE))
    assert [text[one.start : one.end] for one in findings] == ([found] if found else [])
    assert [one.reason for one in findings] == ([reason] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("19811218-9876", True),
        ("811218-9876", True),
        ("811218+9876", True),
        ("198112189876", True),  # the check digit fits
        ("198112189875", False),
        ("19811278-9876", True),  # coordination number: day 18 + 60
        ("19811318-9876", False),
        ("811232-9876", False),
        ("2026-05-04", False),
        ("SOSFS 2015:8", False),
        ("dnr 1234-19811218-9876", False),
        ("19811218 9876", True),  # the check digit fits
        ("811218 9876", True),
        ("811218 - 9876", True),
        ("811218 -9876", True),
        ("811218\u00a09876", True),
        ("19811218 9875", False),
        ("811218 - 9875", False),
        ("811218\n9876", False),
        ("pnr 19811218 9875", True),
        ("Personnummer: 811218 - 9875", True),
        ("född 811218 9875", True),
        ("Födda\n811218 9875", False),
        ("pnr\n811218 9875", False),
        ("pnr 811318 9876", False),
    ],
)
def test_personal_numbers(text: str, found: bool) -> None:
    assert bool(list(find_personal_numbers(f"Nr {text}.", KEY))) is found


def test_a_number_has_one_code_however_it_is_written() -> None:
    text = "19811218-9876, 811218-9876, 198112189876, 19811218 9876, 811218 - 9876"
    assert len(list(find_personal_numbers(text, KEY))) == 5
    assert len({one.code for one in find_personal_numbers(text, KEY)}) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bo, 070-123 45 67", True),
        ("tel 08-123 45 67", True),
        ("mobil: +46 70 123 45 67", True),
        ("Bo 2026-05-04 och 0-4 poäng", False),
        ("Bo 01 02 03", False),
    ],
)
def test_telephones(text: str, found: bool) -> None:
    bo = [Finding(0, 2, "person-x")] if text.startswith("Bo") else []
    assert bool(list(find_telephones(text, bo, KEY))) is found


def test_a_telephone_number_far_from_anybody_stays() -> None:
    assert not list(find_telephones("Växel " + " " * 90 + "08-123 45 67", [], KEY))
