"""Names told by their form: a small grammar over the kinds of a field's words.

Each word becomes one letter by what the word lists know of it, and each mark between two words
one more; a name is a stretch of letters that a pattern of `GRAMMAR` matches. What only the words
around it can decide is not in here (`persons`, `lone_names`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spur_extract.language.parties.genitives import genitive_length
from spur_extract.language.parties.kinds import (
    ABBREVIATION,
    BARE_INITIAL,
    BLOCKING,
    CAPITALISED,
    CONJUNCTION,
    GIVEN,
    INITIAL,
    ORDINARY,
    OTHER,
    PARTICLE,
    PLACE,
    PLACE_OR_SURNAME,
    ROLE,
    TITLE,
    kind_of,
)
from spur_extract.language.parties.words import split_words

MARKS = ",;/():|-&."
COLUMNS = re.compile(r"[^\S\n]{3,}")
HYPHENS = frozenset("-‐‑")
QUOTES = frozenset("\"”“„»«'’")
ENDS_IN_INITIAL = re.compile(r".*[-‐‑][^\W\d_]")  # "Karl-G. Ek"
FREE = rf"(?<![{CAPITALISED}{PARTICLE}{TITLE}])"
END = rf"(?![{CAPITALISED}{PARTICLE}])"
CLOSED = rf"(?=$|[,;/()|-]|\.?$|{ROLE}|&[{GIVEN}{ROLE}{TITLE}])"
BETWEEN_NAMES = r"(?:^|(?<=[;&(:|]))"
BEGINNING = rf"(?:^|(?<=[;&(:|{ROLE}{TITLE}]))"
BESIDE_ROLE = rf"(?=[,(/-]?[{ROLE}{TITLE}])"
WORKPLACE = rf"[{BLOCKING}{ABBREVIATION}{ORDINARY}{PLACE}{PLACE_OR_SURNAME}]"
BEFORE_COMMA = rf"{PARTICLE}*(?:S[SUNEW],G|[SEUN],GG?|S,D|S?[SEUN],(?=I)|S,i(?=$|[&;|(]))"

# "Ek, Anna", "von Ek, A." up to the end, a bracket, a role or the next of this kind.
SURNAME_FIRST = (
    rf"{BEGINNING}(?P<name>{BEFORE_COMMA}{INITIAL}*)"
    rf"(?=$|[;(|)]|\.$|[,/]?[{ROLE}{TITLE}]|&[{ROLE}{OTHER}]|&{BEFORE_COMMA})"
)
GRAMMAR = tuple(
    re.compile(pattern)
    for pattern in (
        SURNAME_FIRST,
        rf"{BEGINNING}(?P<name>{PARTICLE}*[SUN][SUNEW]?,GG?I*)(?=,{WORKPLACE})",  # "Ek, Anna, IVA"
        rf"{BEGINNING}(?P<name>{PARTICLE}*S[SUNEW],GG?)(?=[LEP](?:$|[,;/]))",
        r"(?:^|(?<=[SUN],G,))(?P<name>[SUN],G)(?=(?:,[SUN],G)*\.?$)",  # "Ek, Anna, Lind, Bo"
        # "Ek, A., Lind, B."
        rf"(?:^|(?<=,I,)|(?<=,II,))(?P<name>{PARTICLE}*S?[SEUN],I+)(?=(?:,{PARTICLE}*S?[SEUN],I+)*$)",
        rf"{FREE}(?P<name>[GD]\"[{CAPITALISED}]\"{PARTICLE}*[SUNEWDPL])",  # 'Anna "Ankan" Ek'
        rf"{FREE}(?P<name>G\([GUN]\)S){END}",
        # "Anna Solna, Bo Boden", but "rektor Anna Solna"
        rf"{FREE}(?P<name>G)(?=[LP](?:[,;/&]G[LP])*[,;/&]GL(?:$|[,;/&]))",
        r"(?<=GL[,;/&])(?P<name>G)(?=[LP](?:$|[,;/&]))",
        rf"(?:(?<=[{ROLE}{TITLE}])|(?<={ROLE}:))(?P<name>G[LP]){CLOSED}",
        # A given name or an initial, and one word that has other meanings as well.
        rf"{FREE}(?P<name>GG?I*S?E|GG?I*[WP]|DP){CLOSED}",
        rf"(?<=[{ROLE}{TITLE}])(?P<name>D[EWP]){CLOSED}",
        rf"(?<={TITLE})(?P<name>D{BLOCKING})(?=$|[,;/])",
        rf"{FREE}(?P<name>GA)(?=$|[,;/)-]|\.$|{ROLE})",
        rf"{FREE}(?P<name>I+[SENLP]|(?<=.)I+U|IIU){END}",  # "C. Licens" is a heading
        rf"{FREE}(?P<name>I)(?=&I[SEUN])",  # "A. och B. Ek"
        rf"{BEGINNING}(?P<name>{BARE_INITIAL}{{1,3}}[SUN]|{BARE_INITIAL}{{2}}E)(?=$|[-,;/(]|&)",
        rf"{FREE}(?P<name>G)(?={PLACE}(?:$|[,;/)&]))",  # "Anna Solna, Eva Lund"
        rf"{FREE}(?P<name>G[SUN])(?={BLOCKING}[{PLACE}{PLACE_OR_SURNAME}])",  # "Anna Ek Hud Solna"
        rf"{FREE}(?P<name>[GD][DW]S|DS){END}",
        rf"{ABBREVIATION}(?P<name>[GDN]S){END}",  # "Chef IVA Zsa Ek"
        # "Ek, Solna / Lind, Boden"
        r"^(?P<name>[SUN])(?=,[LEP]/[SUN],[LEP])",
        r"(?<=,[LEP]/)(?P<name>[SUN])(?=,[LEP](?:/|$))",
        rf"{FREE}(?P<name>(?:G+I*|I+){PARTICLE}+[SEUNW]){END}",  # "Anna v. Ek"
        rf"(?<=[{ROLE}{TITLE}])(?P<name>{PARTICLE}+[SUNEGD]){END}",
        rf"(?:^|(?<=[,;/&(:|]))(?P<name>{PARTICLE}+[SUNEGD]){BESIDE_ROLE}",  # "de Ek, rektor"
        rf"^(?P<name>{PARTICLE}+[SUN])$",
        # Words spelled as names only: "rektor/Ek", "Ek (akuten)", "Solna: Ek", "i maj - Ek"
        rf"(?<={ROLE}/)(?P<name>[SN])(?=$|[,;/])",
        rf"(?:^|(?<=[,;/&|]))(?P<name>N)(?=\([{PLACE}{PLACE_OR_SURNAME}bcWEro][^(]*\))",
        rf"(?<=[{PLACE}{PLACE_OR_SURNAME}bc]:)(?P<name>[SN])(?=$|[,;/(])",
        r"(?<=-)(?P<name>[SN])$",
        # "(A. Flod)", but no "B. Lokaler" at the beginning
        rf"(?<=[{ROLE}{TITLE}(,;/:&])(?P<name>I+W){CLOSED}",
        rf"{TITLE}(?P<name>[SUN][SUNEW]|[SUNEWADG]){END}",
        rf"(?<![SUNEW]){TITLE}(?P<name>[LP]){END}",  # "Anna Ek dl Vetlanda"
    )
)


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or mark, and its letter."""

    letter: str
    start: int
    end: int


def names_by_shape(text: str, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Where the grammar finds names; `taken` are the offsets of titles and addresses."""
    tokens = list(_tokens(text, taken))
    letters = "".join(token.letter for token in tokens)
    held: set[int] = set()
    for pattern in GRAMMAR:
        for match in pattern.finditer(letters):
            first, last = match.start("name"), match.end("name") - 1
            if held.isdisjoint(range(first, last + 1)):
                held.update(range(first, last + 1))
                yield tokens[first].start, _end(text, tokens, last)


def _end(text: str, tokens: list[_Token], last: int) -> int:
    """Where a name ends: behind the full stop of an initial, before the -s of a genitive."""
    token = tokens[last]
    if token.letter == INITIAL:
        return token.end + text.startswith(".", token.end)
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    beside = text[following.start : following.end] if following else ""
    cut = genitive_length(text[token.start : token.end], beside, alone=False)
    return token.end - cut


def _tokens(text: str, taken: set[int]) -> Iterator[_Token]:
    end, initial = 0, False
    for word in split_words(text):
        letter = ROLE if word.start in taken else kind_of(text, word)
        gap = text[end : word.start].removeprefix("." if initial else "")
        joined = initial and gap in HYPHENS and letter in {INITIAL, BARE_INITIAL}  # "A.-S."
        if (mark := _mark(gap)) and not joined:
            yield _Token(mark, end, word.start)
        yield _Token(letter, word.start, word.end)
        abbreviated = letter in {INITIAL, TITLE, PARTICLE} or ENDS_IN_INITIAL.fullmatch(word.text)
        end, initial = word.end, bool(abbreviated)
    if mark := _mark(text[end:].removeprefix("." if initial else "")):
        yield _Token(mark, end, len(text))


def _mark(gap: str) -> str:
    """The letter of what stands between two words; nothing for a blank and one line end."""
    if gap.count("\n") > 1 or COLUMNS.search(gap):
        return "|"
    marks = gap.strip()
    if marks in {"–", "—"}:
        return "-"
    if marks in {"&", "+"}:
        return CONJUNCTION
    if marks in QUOTES:
        return '"'
    if ";" in marks:
        return ";"
    return marks[0] if marks and marks[0] in MARKS else "|" * bool(marks)
