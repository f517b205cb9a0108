"""Whether a capitalised word that is part of somebody's name is a word where it stands."""

import re
from collections.abc import Set
from typing import Final

from spur_extract.pseudonyms.findings import Reason
from spur_extract.pseudonyms.tokens import Token, search_key
from spur_extract.pseudonyms.words import load_everyday, load_words

NUMBER_BEFORE: Final = re.compile(r"\d(?::?[ea])?\s+$")
NUMBER_AFTER: Final = re.compile(r"\s*[-–']?\s*\d\d")
DAY_BEFORE: Final = re.compile(r"(?<![\d.,])[0-3]?\d(?::?[ea])?\s+$")
YEAR_AFTER: Final = re.compile(r"\.?\s*(?:(?:19|20)\d\d|[-–'’]\s?\d\d)(?!\d)")
SHORT_YEAR_AFTER: Final = re.compile(r"\.?\s*\d\d(?!\d)")
DIGIT_AFTER: Final = re.compile(r"\.?\s+\d")
OTHER_MONTH: Final = re.compile(r"\s*(?:[-–/]|och|eller|till)\s*([^\W\d_]+)")
OTHER_MONTH_BEFORE: Final = re.compile(r"([^\W\d_]+)\s*(?:[-–/]|\boch|\beller|\btill)\s*$")
NEXT_WORD: Final = re.compile(r"[\s-]+([^\W_]+)")
LAST_WORDS: Final = re.compile(r"(?:([^\W\d_]+)\s+)?([^\W\d_]+)\s+$")
SENTENCE_END: Final = re.compile(r"(?:^|[.!?:;•·▪*\n(\"”»-])\s*$")
NEAR: Final = 60
"""Characters on each side that can decide."""


def left_standing(text: str, token: Token, *, dated: bool) -> bool:
    """Whether the word cannot be the name here; `dated`: the text is a deadline with a date."""
    words = load_words()
    if token.key in words.months and (dated or _is_month(text, token)):
        return True
    if token.key in words.short_months and _is_short_month(text, token, dated=dated):
        return True
    if token.key in words.before_number and DIGIT_AFTER.match(text, token.end):
        return True
    following = _next_word(text, token)
    if following is None or not (following.islower() or following.isupper()):
        return False
    return search_key(following) in words.after_word.get(token.key, ())


def doubt(text: str, token: Token, also: Set[str] = frozenset()) -> Reason | None:
    """Why a lone part of a name should be looked at, if it should; `also` are words of the report.

    `LEFT_AS_A_WORD` when it begins a sentence as many sentences begin: then it is no name.
    """
    if not token.capitalised:
        return Reason.LOWER_CASE
    if not begins_sentence(text, token):
        return None
    if token.key in load_words().sentence_openers.words:
        following = _next_word(text, token)
        if following is not None and following[0].islower():
            return Reason.LEFT_AS_A_WORD
    return Reason.ALSO_A_WORD if token.key in also or token.key in load_everyday() else None


def is_word_in_lower_case(token: Token) -> bool:
    """Whether a word without a capital is taken for a word and not for a name."""
    return len(token.key) < 4 or token.key in load_everyday()


def is_abbreviation(text: str, token: Token) -> bool:
    """Whether it is in capitals, unlike the rest of its line, and means something to everybody."""
    known = token.key in load_words().abbreviations.words
    return known and token.text.isupper() and len(token.text) > 1 and not _is_shouted(text, token)


def begins_sentence(text: str, token: Token) -> bool:
    """Whether any word would be capitalised here."""
    return SENTENCE_END.search(text, max(0, token.start - NEAR), token.start) is not None


def _is_shouted(text: str, token: Token) -> bool:
    start = text.rfind("\n", 0, token.start) + 1
    end = text.find("\n", token.end)
    line = text[start : end if end >= 0 else len(text)]
    return line.isupper() and any(map(str.isalpha, line.replace(token.text, "")))


def _is_short_month(text: str, token: Token, *, dated: bool) -> bool:
    """Whether a day or a year stands beside it, or another month."""
    before = text[max(0, token.start - NEAR) : token.start]
    after = text[token.end : token.end + NEAR]
    if DAY_BEFORE.search(before) or YEAR_AFTER.match(after) or _beside_month(before, after, token):
        return True
    return dated and SHORT_YEAR_AFTER.match(after) is not None


def _beside_month(before: str, after: str, token: Token) -> bool:
    months = load_words().months | load_words().short_months
    others = (OTHER_MONTH_BEFORE.search(before), OTHER_MONTH.match(after))
    return any(other and search_key(other[1]) in months - {token.key} for other in others)


def _is_month(text: str, token: Token) -> bool:
    words = load_words()
    before = text[max(0, token.start - NEAR) : token.start]
    after = text[token.end : token.end + NEAR]
    if NUMBER_BEFORE.search(before) or NUMBER_AFTER.match(after):
        return True
    if _beside_month(before, after, token):
        return True
    following = _next_word(text, token)
    if following is not None and search_key(following) in words.after_month:
        return True
    last = LAST_WORDS.search(before)
    if last is None:
        return False
    pair = f"{last[1] or ''} {last[2]}".strip().lower()
    return pair in words.before_month or last[2].lower() in words.before_month


def _next_word(text: str, token: Token) -> str | None:
    following = NEXT_WORD.match(text, token.end)
    return None if following is None else following[1]
