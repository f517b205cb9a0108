"""What a language model suspects to be names, made ready for the search."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import Final

from spur_extract.language.names import FoundName
from spur_extract.pseudonyms.findings import Finding, Occupied, Reason
from spur_extract.pseudonyms.names import name_tokens, read_name
from spur_extract.pseudonyms.people import People
from spur_extract.pseudonyms.readings import doubt, is_abbreviation, left_standing
from spur_extract.pseudonyms.tokens import Token, tokens_of
from spur_extract.pseudonyms.words import load_words

Suspect = Callable[[Sequence[str]], list[tuple[FoundName, ...]]]
"""Finds names in texts: a tuple for each text, with places in it."""

INITIALS: Final = re.compile(r"[^\W\d_]{2}|(?:[^\W\d_]\.?[\s-]*){2,4}")


def initials_in(found: FoundName) -> str | None:
    """The letters of initials ("AE", "A. E."), in lower case; None for anything else."""
    letters = "".join(token.text for token in tokens_of(found.text))
    if not letters.isupper() or not INITIALS.fullmatch(found.text.strip()):
        return None
    lone = letters.casefold()
    return None if lone in load_words().abbreviations.words else lone


def is_plain_word(found: FoundName, text: str, *, dated: bool) -> bool:
    """Whether what is suspected cannot be a name where it stands: "Maj 2026", "Han har", "ST"."""
    token = _lone_word(found)
    if token is None:
        return not name_tokens(found.text)
    if left_standing(text, token, dated=dated) or is_abbreviation(text, token):
        return True
    return doubt(text, token) is Reason.LEFT_AS_A_WORD


def begins_as_a_word(found: FoundName, text: str, words: Set[str]) -> bool:
    """Whether it is a lone word of the language, or of the report, that begins a sentence."""
    token = _lone_word(found)
    return token is not None and doubt(text, token, words) is Reason.ALSO_A_WORD


def find_missed(
    found: Iterable[FoundName], text: str, known: Sequence[Finding], people: People
) -> Iterator[Finding]:
    """What was suspected and is in none of the `known` findings: its words, with codes.

    A lone word that begins a sentence has none if it is an everyday word.
    """
    taken = Occupied(known)
    for name in found:
        words = name_tokens(name.text)
        missed = [
            token
            for token in words
            if not taken.holds(name.start + token.start, name.start + token.end)
        ]
        if len(missed) == len(words) and words:
            start, end = name.start + words[0].start, name.start + words[-1].end
            if begins_as_a_word(name, text, people.words):
                yield Finding(start, end, None, Reason.LEFT_AS_A_WORD)
            else:
                yield Finding(start, end, _code(name.text, people), Reason.SUSPECTED)
            continue
        for token in missed:
            if len(token.text) > 1 and token.capitalised:
                start, end = name.start + token.start, name.start + token.end
                yield Finding(start, end, _code(token.text, people), Reason.SUSPECTED)


def _lone_word(found: FoundName) -> Token | None:
    """The word, in its place in the text, if it is one only."""
    tokens = name_tokens(found.text)
    if len(tokens) != 1:
        return None
    start = found.start + tokens[0].start
    return Token(tokens[0].text, start, start + len(tokens[0].text))


def _code(text: str, people: People) -> str:
    return people.local_code(read_name(text).normal or text.casefold())
