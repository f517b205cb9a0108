"""E-mail addresses, personal identity numbers and telephone numbers."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from spur_extract.pseudonyms.findings import Finding, Occupied, Reason
from spur_extract.pseudonyms.keys import PseudonymKey
from spur_extract.pseudonyms.people import People
from spur_extract.pseudonyms.tokens import search_key

EMAIL: Final = re.compile(
    r"(?<![\w.+%'-])(?P<user>[\w.+%'-]*\w)@(?P<host>\w[\w-]*(?:\.\w[\w-]*)*)\.\w{2,}"
)
PERSONAL_NUMBER: Final = re.compile(
    r"(?<![\d-])(?P<year>(?:18|19|20)?\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    r"(?P<sign>[-–+‐‑])?(?P<last>\d{4})(?![\d-])"
)
TELEPHONE: Final = re.compile(
    r"(?<![\d\w+-])(?:(?:\+|00)46[\s-]*(?:\(0\))?|0)\d(?:[\s/-]{0,3}\d){6,11}(?!\d)"
)
TELEPHONE_WORD: Final = re.compile(r"(?:\btel|telefon|mobil|\btfn|\btlf|\bringa?\b)", re.IGNORECASE)
ASCII: Final = str.maketrans({"å": "a", "ä": "a", "ö": "o"})
SAMORDNING: Final = 60
"""Added to the day in a coordination number (samordningsnummer)."""
NEAR: Final = 80
"""Characters between a person and a telephone number that is taken for that person's."""


def find_emails(text: str, people: People) -> Iterator[Finding]:
    """Addresses that hold a known name, and those that look like a person's."""
    if "@" not in text:
        return
    known = {part.translate(ASCII) for part in (*people.by_part, *people.by_joined)}
    first = {person.name.sequence[0][0].translate(ASCII) for person in people.persons}
    known |= {letter + part for letter in first for part in known}
    for match in EMAIL.finditer(text):
        words = _words(match["user"]) + _words(match["host"])
        named = any(word in known for word in words)
        if named or len([word for word in _words(match["user"]) if len(word) > 1]) > 1:
            code = people.key.code("epost", match[0].lower())
            yield Finding(match.start(), match.end(), code, None if named else Reason.EMAIL)


def find_personal_numbers(text: str, key: PseudonymKey) -> Iterator[Finding]:
    """Digits with a birth date and four more; without a hyphen only if the check digit fits."""
    for match in PERSONAL_NUMBER.finditer(text):
        short = match["year"][-2:] + match["month"] + match["day"] + match["last"]
        if _is_birth_date(match) and (match["sign"] or _check_digit_fits(short)):
            code = key.code("personnummer", short)
            yield Finding(match.start(), match.end(), code, Reason.PERSONAL_NUMBER)


def find_telephones(text: str, persons: Sequence[Finding], key: PseudonymKey) -> Iterator[Finding]:
    """Telephone numbers behind a word for one, or with one of the `persons` close by."""
    taken = Occupied(persons)
    for match in TELEPHONE.finditer(text):
        close = taken.holds(match.start() - NEAR, match.end() + NEAR)
        before = text[max(0, match.start() - NEAR // 4) : match.start()]
        digits = "".join(filter(str.isdigit, match[0]))
        if len(digits) >= 9 and (close or TELEPHONE_WORD.search(before)):
            code = key.code("telefon", digits)
            yield Finding(match.start(), match.end(), code, Reason.TELEPHONE)


def _words(address: str) -> list[str]:
    return [search_key(word).translate(ASCII) for word in re.findall(r"[^\W\d_]+", address)]


def _is_birth_date(match: re.Match[str]) -> bool:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    year = year if year > 99 else 2000 + year  # a leap year where either century has one
    try:
        date(year, month, day - SAMORDNING if day > SAMORDNING else day)
    except ValueError:
        return False
    return True


def _check_digit_fits(digits: str) -> bool:
    doubled = (int(digit) * (2 - at % 2) for at, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
