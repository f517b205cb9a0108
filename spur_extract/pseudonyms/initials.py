"""Finds initials of known persons that stand alone: "AE", "A.E.", "A. E."."""

from collections.abc import Sequence
from typing import Final

from spur_extract.pseudonyms.findings import Finding, Reason, stop_after, with_genitive
from spur_extract.pseudonyms.people import People
from spur_extract.pseudonyms.tokens import Token
from spur_extract.pseudonyms.words import load_words

MOST_LETTERS: Final = 6
HYPHENS: Final = frozenset("-‐‑")


def find_initials(
    text: str, tokens: Sequence[Token], at: int, people: People
) -> tuple[int, Finding] | None:
    """The token behind the initials that begin at a token, and the finding."""
    end = _end_of_dotted(text, tokens, at) if tokens[at].is_letter else at + 1
    letters = "".join(token.key for token in tokens[at:end])
    codes = people.by_initials.get(letters, [])
    if len(letters) < 2 or not codes:
        return None
    if end == at + 1 and not _is_capital_word(tokens[at]):
        return None
    start, last = tokens[at].start, tokens[end - 1]
    if not _stands_apart(text, start, last.end):
        return None
    code = codes[0] if len(codes) == 1 else people.local_code(letters)
    reason = Reason.SUSPECTED if letters in people.suspected_initials else Reason.INITIALS
    stop = stop_after(text, last.end) if last.is_letter else 0
    finding = Finding(start, last.end + stop, code, reason)
    return end, with_genitive(text, finding, inside=False)


def _end_of_dotted(text: str, tokens: Sequence[Token], at: int) -> int:
    """The token behind a row of single letters with full stops between them."""
    end = at + 1
    last = min(at + MOST_LETTERS, len(tokens))
    while end < last and tokens[end].is_letter and _is_dotted(text, tokens[end - 1]):
        if text[tokens[end - 1].end + 1 : tokens[end].start].strip():
            break
        end += 1
    return end


def _is_dotted(text: str, token: Token) -> bool:
    return token.is_letter and text[token.end : token.end + 1] == "."


def _is_capital_word(token: Token) -> bool:
    known = token.key in load_words().abbreviations.words
    return token.text.isupper() and len(token.text) > 1 and not known


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether no hyphen, digit or underscore ties the letters to others ("AE-mottagning")."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    tied = (
        before in HYPHENS or before.isdigit() or after[:1].isdigit() or "_" in {before, after[:1]}
    )
    return not tied and not (after[:1] in HYPHENS and after[1:].isalpha())
