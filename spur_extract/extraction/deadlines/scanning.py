"""Finds the dates of a text, and which of them belong together: "1 mars – 30 april 2026"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from spur_extract.extraction.deadlines import periods, shapes, wording
from spur_extract.extraction.deadlines.periods import Period
from spur_extract.extraction.deadlines.shapes import Found

PUNCTUATION = ".,;:()[]\"'!?\0"
# "2O26-05-0l": letters that are taken for digits, in what is otherwise the digits of a date.
MISREAD = re.compile(r"(?<![^ (])[0-9oli./-]+(?![^ ),;:?!*])")
LETTERS_FOR_DIGITS = str.maketrans("oli", "011")
REACH = 80
"""Characters before a date in which the words that matter to it stand."""
FEWEST_DIGITS = 3
"""Digits that make the letters among them digits."""

JOINT = (
    r" ?(?:--?|&|\+|,|/|och/eller|och|samt|resp\.?|respektive|eller|el\.|alt\.?|alternativt"
    r"|till och med|till|t\.? ?o\.? ?m\.?) ?"
)
DAY_NAME = r"(?:(?:den|(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\.?) )*"
# "19 och | 20 mars": the day whose month follows.
DAY_BEFORE = shapes.compile_digits(
    rf"(?<![\w./:-])(?P<day>##?)(?::?(?:a|e|de))?(?:\.(?P<month>##?))?\.?(?P<joint>{JOINT}){DAY_NAME}$"
)
# "2026-03-19 | – 20", "2026-03-31 | – 04-01": the day whose month or year stands before it.
DAY_BEHIND = shapes.compile_digits(
    rf"{JOINT}(?:(?P<month>##)-)?(?P<day>##)(?![\w/:-])(?=[ .]*(?:$|[,;()]))"
)
YEAR_FIRST = shapes.compile_digits(rf"{shapes.FULL_YEAR}([-/.]?)##\1##")


class Link(Enum):
    """How two neighbouring dates are joined."""

    RANGE = auto()
    LIST = auto()
    BESIDE = auto()


@dataclass(frozen=True, slots=True)
class Scan:
    """The dates of a text, and the text itself, without the numbers that are known to be no dates,
    and without the dates, too; all are of one length."""

    plain: str
    text: str
    found: list[Found]
    rest: str


def scan(text: str) -> Scan:
    """The dates in the folded text; each that has no year has that of the date it is joined to."""
    plain = text = MISREAD.sub(_digits_for_letters, text)
    for pattern in shapes.NOISE_PATTERNS:
        text = pattern.sub(shapes.blank, text)
    found, rest = _written(text)
    days = [day for item in found for day in _days_beside(item, text, rest)]
    rest = _without(rest, days)
    found = _year_first(text, sorted(found + days, key=lambda item: item.start))
    return Scan(plain, text, _lend_years(text, found), rest)


def words_of(text: str) -> list[str]:
    """The words without the punctuation round and the full stops in them."""
    split = text.replace("/", " / ").split()
    words = (word.strip(PUNCTUATION).replace(".", "") for word in split)
    return [word for word in words if word]


def link(text: str, first: Found, second: Found) -> Link | None:
    """How two neighbouring dates are joined; None where other words stand between them."""
    gap = text[first.end : second.start]
    words = [word for word in words_of(gap) if word not in wording.FILLERS]
    words = [word for word in words if word not in wording.APPROXIMATIONS]
    joint = " ".join(words) or gap.strip(" .()\0")[:1]
    if joint in wording.RANGE_LINKS:
        return Link.RANGE
    if joint in wording.LIST_LINKS or _leads_to_a_bound(words):
        return Link.LIST
    return Link.BESIDE if not joint else None


def _leads_to_a_bound(words: list[str]) -> bool:
    """Whether the words between two dates bound the second: "tidigast A, | senast | B"."""
    return any(
        " ".join(words[-length:]) in wording.BOUNDS
        and (len(words) <= length or " ".join(words[:-length]) in wording.LINKS_TO_A_BOUND)
        for length in (3, 2, 1)
    )


def _digits_for_letters(match: re.Match[str]) -> str:
    written = match[0]
    if sum(character.isdigit() for character in written) < FEWEST_DIGITS:
        return written
    return written.translate(LETTERS_FOR_DIGITS)


def _written(text: str) -> tuple[list[Found], str]:
    """All dates that have a shape of their own, and the text with them blanked."""
    found = []
    for shape in shapes.SHAPES:
        for match in shape.pattern.finditer(text):
            year = match.groupdict().get("year")
            found.append(
                Found(
                    match.start(),
                    match.end(),
                    shapes.full_year(year) if year else None,
                    shape.read(match),
                    shapes.day_month(match),
                )
            )
        text = shape.pattern.sub(shapes.blank, text)
    return found, text


def _days_beside(item: Found, text: str, rest: str) -> Iterator[Found]:
    """The days that borrow the month of `item`: "19, 20 och 21 mars", "2026-03-19/20"."""
    if item.month is None:
        return
    end = item.start
    while before := DAY_BEFORE.search(rest, max(0, end - REACH), end):
        start = before.start()
        if not _may_stand_before_a_day(rest[max(0, start - REACH) : start]):
            return
        end = before.start()
        yield _borrowing(before, before.start("joint"), None, item.month)
    behind = DAY_BEHIND.match(rest, item.end)
    if behind and YEAR_FIRST.fullmatch(text[item.start : item.end]):
        yield _borrowing(behind, behind.end("day"), item.year, item.month)


def _without(text: str, found: list[Found]) -> str:
    """The text with the dates blanked."""
    characters = list(text)
    for item in found:
        characters[item.start : item.end] = "\0" * (item.end - item.start)
    return "".join(characters)


def _borrowing(match: re.Match[str], stop: int, year: int | None, month: int) -> Found:
    month, day = int(match["month"] or month), int(match["day"])
    start = match.start("month") if match["month"] and year else match.start("day")
    return Found(start, stop, year, lambda given: periods.day(given, month, day), month)


def _may_stand_before_a_day(prefix: str) -> bool:
    """Whether no word before a number says that it counts something else: "modul 2, 3 mars"."""
    if not prefix.strip() or prefix.rstrip()[-1] in "\0,;:(":
        return True
    words = words_of(prefix)
    while words and words[-1] in wording.FILLERS | wording.APPROXIMATIONS:
        words.pop()
    phrases = (" ".join(words[-length:]) for length in (3, 2, 1))
    known = wording.BOUNDS.keys() | wording.LIST_LINKS | {"mellan", "klart", "klar"}
    return not words or any(phrase in known for phrase in phrases)


def _year_first(text: str, found: list[Found]) -> list[Found]:
    """Merge "2026 v. 35" and "2026-W35": a bare year and what it is the year of."""
    merged: list[Found] = []
    for item in found:
        before = merged[-1] if merged else None
        if (
            before
            and item.year is None
            and re.fullmatch("[0-9]{4}", text[before.start : before.end])
            and text[before.end : item.start].strip(" ,") in ("", "-")
        ):
            merged[-1] = replace(item, start=before.start, year=before.year)
        else:
            merged.append(item)
    return merged


def _lend_years(text: str, found: list[Found]) -> list[Found]:
    """Give a date without a year the year of the date it is joined to, from the last backwards."""
    lent = list(found)
    for index in range(len(found) - 2, -1, -1):
        item, following = lent[index], lent[index + 1]
        if item.year is None and following.year is not None and link(text, item, following):
            start, end = item.make(following.year), following.make(following.year)
            # "december – januari 2027": the first is of a year before, which nobody wrote.
            if start is None or end is None or _earliest(start) <= _earliest(end):
                lent[index] = replace(item, year=following.year)
    return lent


def _earliest(period: Period) -> date:
    return period.earliest or date.min
