"""Free lines that are the form's own all the same: heads and labels side by side on one line.

Rows of a table come out of some programs as one line each. Such a line is no form text that could
be recognised by itself, but no words of the inspectors either.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import dropwhile

from rapidfuzz import fuzz

from spur_extract.catalogue import EntryKind, load_catalogue
from spur_extract.catalogue.schema import AreaCode
from spur_extract.layout.lines import SIGNS, LaidLine, squeeze

HEADS = frozenset(
    {EntryKind.ROW_LABEL, EntryKind.GRADING_LABEL, EntryKind.COLUMN_HEADER, EntryKind.FIXED_TEXT}
)
LONGEST_HEAD = 4
"""Words of the longest text that heads a row or a column."""

FEWEST_LETTERS = 12
"""Letters of a row's beginning that tell it from other text."""

OPTION_LEAD = 24
"""Letters of an option's beginning that tell it from a sentence of the inspectors."""

LIKENESS = 90
"""Least similarity (0–100) of a line's words to the beginning of a row."""

LETTERS_FOR_BOXES = frozenset("xXVþýüqno")
"""Letters that stand for crosses and boxes, or that programs give for those of symbol fonts."""

LIKE_BULLETS = frozenset("no▪■●○◦üq§")
"""Of all those signs, the ones that a list may have on a line of their own."""

WORD = re.compile(r"[^\W\d_]{2}")


def is_bare(line: LaidLine) -> bool:
    """Whether a line is nothing but marks, as far as a text can show."""
    signs = line.text.split()
    return bool(SIGNS.fullmatch(line.text)) or all(map(_is_sign, signs))


def may_be_bare(line: LaidLine) -> bool:
    """Whether a line among marks may be one: nothing but single characters, digits among them."""
    return is_bare(line) or all(len(sign) == 1 for sign in line.text.split())


def may_be_bullet(line: LaidLine) -> bool:
    """Whether a bare line may be the bullet of the item below it."""
    return line.text in LIKE_BULLETS


def _is_sign(token: str) -> bool:
    symbol = len(token) == 1 and unicodedata.category(token) in ("So", "Sk", "Co")
    return symbol or token in LETTERS_FOR_BOXES


def has_words(lines: Sequence[LaidLine]) -> bool:
    """Whether any of the lines has a word of at least two letters."""
    return any(WORD.search(line.words) for line in lines)


def is_forms_own(line: LaidLine, area: AreaCode) -> bool:
    """Whether a line below the heading of `area` is its table's heads, or a row that begins there:
    behind a head, or with marks behind it."""
    printed = line.words.split()
    words = list(dropwhile(_is_sign, reversed(printed)))[::-1]
    if (line.marks or len(words) < len(printed)) and _begins_row(squeeze(" ".join(words))):
        return True
    tokens = [token for token in map(squeeze, words) if token]
    for length, headed in _headings(tokens, area):
        rest, heads = _without_heads(tokens[length:])
        if not rest and (headed or (heads and length + heads > 1)):
            return True
        if not length and tuple(tokens) in _heads(EntryKind.FIXED_TEXT):
            return True
        if heads and _begins_row("".join(rest)):
            return True
    return False


def _headings(tokens: Sequence[str], area: AreaCode) -> Iterator[tuple[int, bool]]:
    """How many tokens at the start may be the area's letter and the beginning of its title, and
    whether they are so many that they can be nothing else."""
    yield 0, False
    for title in _titles(area):
        own = [area.casefold(), *title]
        length = 0
        while length < min(len(own), len(tokens)) and tokens[length] == own[length]:
            length += 1
        if length:
            yield length, length > 2  # the letter and two words


def _without_heads(tokens: Sequence[str]) -> tuple[Sequence[str], int]:
    """The tokens behind all heads that stand at the start, and how many tokens those were."""
    heads = _heads(*HEADS)
    taken = 0
    while length := next(
        (n for n in range(LONGEST_HEAD, 0, -1) if tuple(tokens[taken : taken + n]) in heads), 0
    ):
        taken += min(length, len(tokens) - taken)
    return tokens[taken:], taken


def begins_option(text: str) -> bool:
    """Whether a grade option, without its letter, begins with the text, or the text with it."""
    letters = squeeze(text)[:OPTION_LEAD]
    return _is_beginning(letters, tuple(wording[:OPTION_LEAD] for wording in _wordings()))


def _begins_row(letters: str) -> bool:
    """Whether a statement, or an option with or without its letter, begins with the letters."""
    return _is_beginning(letters, (*_rows(), *_wordings()))


def _is_beginning(letters: str, wholes: Sequence[str]) -> bool:
    if len(letters) < FEWEST_LETTERS:
        return False
    return any(fuzz.ratio(letters, whole[: len(letters)]) >= LIKENESS for whole in wholes)


@cache
def _heads(*kinds: EntryKind) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(token for token in map(squeeze, form.split()) if token)
        for entry in load_catalogue().entries
        if entry.kind in kinds and "areas" in entry.zones
        for form in entry.forms
        if len(form.split()) <= LONGEST_HEAD
    )


@cache
def _rows() -> tuple[str, ...]:
    return tuple(
        squeeze(form)
        for entry in load_catalogue().entries
        if entry.kind in (EntryKind.STATEMENT, EntryKind.GRADE_OPTION)
        for form in entry.forms
    )


@cache
def _wordings() -> tuple[str, ...]:
    """The grade options of all editions without their letters."""
    return tuple(
        squeeze(form)[1:]
        for entry in load_catalogue().entries
        if entry.kind is EntryKind.GRADE_OPTION
        for form in entry.forms
    )


@cache
def _titles(area: AreaCode) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(token for token in map(squeeze, form.split()) if token)
        for entry in load_catalogue().entries
        if entry.kind is EntryKind.AREA_HEADING and entry.area == area
        for form in entry.forms
    )
