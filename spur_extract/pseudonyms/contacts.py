"""E-mail addresses, personal identity numbers and telephone numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from typing import Final

from spur_extract.pseudonyms.findings import Finding, Occupied, Reason
from spur_extract.pseudonyms.keys import PseudonymKey
from spur_extract.pseudonyms.people import People
from spur_extract.pseudonyms.tokens import search_key, spellings
from spur_extract.pseudonyms.words import load_words

EMAIL: Final = re.compile(
    r"(?<![\w.+%'-])(?P<user>[\w.+%'-]*\w)@(?P<host>\w[\w-]*(?:\.\w[\w-]*)*)\.\w{2,}"
)
PERSONAL_NUMBER: Final = re.compile(
    r"(?<![\d-])(?P<year>(?:18|19|20)?\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    r"(?P<sign>[^\S\n]{0,2}[-–+‐‑−][^\S\n]{0,2}|[^\S\n]{1,2})?(?P<last>\d{4})(?![\d-])"
)
TELEPHONE: Final = re.compile(
    r"(?<![\d\w+-])(?:(?:\+|00)46[\s-]*(?:\(0\))?|0)\d(?:[\s/-]{0,3}\d){6,11}(?!\d)"
)
TELEPHONE_WORD: Final = re.compile(r"(?:\btel|telefon|mobil|\btfn|\btlf|\bringa?\b)", re.IGNORECASE)
SAMORDNING: Final = 60
"""Added to the day in a coordination number (samordningsnummer)."""
SHORTEST_PREFIX: Final = 3
"""Letters of a name that are enough at the beginning of an address."""
NEAR: Final = 80
"""Characters between a person and a telephone number that is taken for that person's."""


def find_emails(text: str, people: People) -> Iterator[Finding]:
    """Addresses that hold a known name, and those that look like a person's."""
    if "@" not in text:
        return
    known = _plain((*people.by_part, *people.by_joined, *people.by_spelling))
    prefixes = {part[:SHORTEST_PREFIX] for part in known}
    first = {letter for person in people.persons for letter in _plain([person.name.sequence[0][0]])}
    known |= {letter + part for letter in first for part in known}
    for match in EMAIL.finditer(text):
        user = _words(match["user"])
        named = any(known & _plain([word]) for word in (*user, *_words(match["host"])))
        if named or _looks_like_a_persons(user, prefixes, people):
            code = people.key.code("epost", match[0].lower())
            yield Finding(match.start(), match.end(), code, None if named else Reason.EMAIL)


def _looks_like_a_persons(user: Sequence[str], prefixes: Set[str], people: People) -> bool:
    """Whether the words before the @ are two, or one that is made of a known name's letters."""
    if len([word for word in user if len(word) > 1]) > 1:
        return True
    word = "".join(user)
    if word in load_words().mailboxes.words:
        return False
    ways = _plain([word])
    return any(way.startswith(tuple(prefixes)) or way in people.by_initials for way in ways)


def _plain(words: Iterable[str]) -> set[str]:
    """The words as they can stand in an address."""
    return {way for word in words for way in (word, *spellings(word)) if way.isascii()}


def find_personal_numbers(text: str, key: PseudonymKey) -> Iterator[Finding]:
    """Digits with a birth date and four more.

    Without a sign between them, or with blanks, only if the check digit fits or a word tells.
    """
    for match in PERSONAL_NUMBER.finditer(text):
        short = match["year"][-2:] + match["month"] + match["day"] + match["last"]
        certain = len(match["sign"] or "") == 1 and not match["sign"].isspace()
        told = certain or _check_digit_fits(short) or _is_announced(text, match.start())
        if _is_birth_date(match) and told:
            code = key.code("personnummer", short)
            yield Finding(match.start(), match.end(), code, Reason.PERSONAL_NUMBER)


def _is_announced(text: str, start: int) -> bool:
    """Whether a word for a personal number stands in front, in the same line."""
    before = text[max(0, start - NEAR) : start].rpartition("\n")[2]
    words = re.findall(r"[^\W\d_]+", before.casefold())
    return any(word in load_words().before_personal_number for word in words)


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
    return [search_key(word) for word in re.findall(r"[^\W\d_]+", address)]


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
