"""What a language model suspects to be names, made ready for the search."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from spur_extract.language.names import FoundName
from spur_extract.pseudonyms.findings import Finding, Occupied, Reason
from spur_extract.pseudonyms.names import name_tokens, read_name
from spur_extract.pseudonyms.people import People
from spur_extract.pseudonyms.readings import doubt, left_standing
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
    tokens = name_tokens(found.text)
    if len(tokens) != 1:
        return not tokens
    start = found.start + tokens[0].start
    token = Token(tokens[0].text, start, start + len(tokens[0].text))
    opens = doubt(text, token) is Reason.LEFT_AS_A_WORD
    return opens or left_standing(text, token, dated=dated)


def find_missed(
    found: Iterable[FoundName], known: Sequence[Finding], people: People
) -> Iterator[Finding]:
    """What was suspected and is in none of the `known` findings: its words, with codes."""
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
            yield Finding(start, end, _code(name.text, people), Reason.SUSPECTED)
            continue
        for token in missed:
            if len(token.text) > 1 and token.capitalised:
                start, end = name.start + token.start, name.start + token.end
                yield Finding(start, end, _code(token.text, people), Reason.SUSPECTED)


def _code(text: str, people: People) -> str:
    return people.local_code(read_name(text).normal or text.casefold())
