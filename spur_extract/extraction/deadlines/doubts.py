"""Whether a text with dates in it says something that its dates alone do not tell.

What is left of a deadline besides its dates, the words known to bound them and numbers known to
be something else is looked through: digits beside a date, a denial, a length of time counted from
a date, a date that was given up for another one. A deadline in doubt is no date.
"""

import re
from itertools import pairwise

from rapidfuzz import fuzz

from spur_extract.extraction.deadlines import shapes, wording
from spur_extract.extraction.deadlines.scanning import REACH, YEAR_FIRST, Scan, link, words_of
from spur_extract.extraction.deadlines.setting import Setting
from spur_extract.extraction.deadlines.shapes import Found
from spur_extract.extraction.deadlines.wording import Bound, matches_any

LEFT_DIGITS = re.compile(r"[0-9](?::?[ae]|:?de|[oli])?[ .,/:()'|*_-]*$")
LONE_STROKE = re.compile(r"(?<![^\W_])[l|] ?$")
"""What may be a 1: "l mars"."""
RIGHT_DIGITS = re.compile(r"[ .,/:()'|*_-]*[0-9]")
TOUCHING_LEFT = re.compile(r"[0-9][./:-]?$")
TOUCHING_RIGHT = re.compile(r"[./:-]{0,2}[0-9]")
DAY_AND_MONTH = re.compile(r"(?<![0-9])[0-9]{1,2}[./-][0-9]{1,2}(?![0-9])")
GLUED_LETTERS = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}$")
LAST_WORD = re.compile(r"(?P<number>[0-9]{1,2}[.:]?[ae]? )?(?P<word>[^\W\d_]{3,})\.? ?$")
OWN_CLAUSE = re.compile(r"[,;:(]")
"""What parts a bound from a length of time: "3 månader efter granskningen, senast A"."""
LIKE_A_MONTH = 80.0
"""Similarity from which a word before a year is a month misspelt; less where a number precedes."""
LIKE_A_MONTH_BEHIND_A_NUMBER = 60.0


class UnclearDateError(ValueError):
    """There is a date, but what the text says of it is not understood."""


def refuse_doubtful(scan: Scan, settings: list[Setting]) -> None:
    """Raise UnclearDateError unless the text round the dates is understood."""
    if not any(item.year for item in scan.found):
        return
    if len(scan.found) > 1 and matches_any(wording.REVISED, scan.plain):
        raise UnclearDateError
    if DAY_AND_MONTH.search(scan.rest) or matches_any(wording.COMPARED, scan.plain):
        raise UnclearDateError
    edges = [0, *(item.end for item in scan.found), len(scan.text)]
    for start, (first, second) in zip(edges, pairwise(scan.found), strict=False):
        if _parted(scan.text, start, first, second):
            raise UnclearDateError
    for index, (item, setting) in enumerate(zip(scan.found, settings, strict=True)):
        before = scan.plain[edges[index] : item.start]
        end = scan.found[index + 1].start if index + 1 < len(scan.found) else edges[-1]
        after = scan.plain[item.end : end]
        if (
            _digits_beside(item, scan)
            or _misspelt(item, scan)
            or (item.year and (_in_words(before, setting) or _followed(after, setting)))
        ):
            raise UnclearDateError


def _parted(text: str, start: int, first: Found, second: Found) -> bool:
    """Whether words that are not known stand between two dates: one may take the other's place.

    Words that stand before the first, too, name what each is for: "handledare A …, handledare B …".
    """
    if first.year is None or second.year is None or link(text, first, second):
        return False
    between = {word for word in words_of(text[first.end : second.start]) if not word.isdigit()}
    known = wording.STEPS | wording.FILLERS | wording.APPROXIMATIONS | wording.LIST_LINKS
    unknown = between - known - wording.BOUND_WORDS
    before = words_of(text[start : first.start])
    if _listed_occasions(text[first.end : second.start], before):
        return False
    return bool(unknown) and unknown.isdisjoint(before)


def _listed_occasions(between: str, before: list[str]) -> bool:
    """Whether each of two dates stands right behind the occasion it is for, in a list."""
    parts = re.fullmatch(r"(?:,| och| samt) ([^\W\d_]+) (?:den )?", between)
    occasions = {*before[-1:], parts[1]} - wording.FILLERS if parts else set()
    return len(occasions) > 1 and all(wording.OCCASION.fullmatch(each) for each in occasions)


def _near(item: Found, scan: Scan) -> str:
    return scan.rest[max(0, item.start - REACH) : item.start]


def _digits_beside(item: Found, scan: Scan) -> bool:
    """Whether digits that belong to no date stand beside one, where they may be a part of it."""
    before = _near(item, scan)
    if YEAR_FIRST.fullmatch(scan.text[item.start : item.end]):
        return bool(TOUCHING_LEFT.search(before) or TOUCHING_RIGHT.match(scan.rest, item.end))
    return bool(LEFT_DIGITS.search(before) or RIGHT_DIGITS.match(scan.rest, item.end))


def _misspelt(item: Found, scan: Scan) -> bool:
    """Whether the letters right before the digits of a date look like a part of it."""
    before = _near(item, scan)
    if not scan.text[item.start].isdigit():
        return bool(LONE_STROKE.search(before))
    if GLUED_LETTERS.search(before):
        return True
    last = LAST_WORD.search(before)
    if last is None or last["word"] in wording.FILLERS:
        return False
    if not re.fullmatch("[0-9]{4}", scan.text[item.start : item.end]):
        return False
    limit = LIKE_A_MONTH_BEHIND_A_NUMBER if last["number"] else LIKE_A_MONTH
    return any(fuzz.ratio(last["word"], name) >= limit for name in shapes.MONTH_NAMES)


def _in_words(before: str, setting: Setting) -> bool:
    """Whether the words before the date make something else of it than they seem to."""
    counted = re.sub("|".join(wording.RECURRING), " ", before)
    if setting.bound is Bound.UNTIL:
        counted = OWN_CLAUSE.split(counted)[-1]
    return (
        setting.denied
        or setting.governed
        or matches_any(wording.COUNTED_FROM, counted)
        or matches_any(wording.ANOTHER_DATE, before)
    )


def _followed(after: str, setting: Setting) -> bool:
    """Whether what stands behind the date changes it."""
    if re.match(r" ?(?:\+|plus) ?[0-9]", after):
        return True
    verb = re.match(r" (?:är|har|går|tar|blir|löper|års?)(?!\w)", after)
    sided = setting.bound in (Bound.BEFORE, Bound.AFTER)
    return bool(verb) and sided and not wording.COMES_TO_ITS_END.match(after)
