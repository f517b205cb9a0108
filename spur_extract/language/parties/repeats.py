"""Names told by another name of the same field: its surname again, or its initials."""

import re
from collections.abc import Iterator

from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.genitives import genitive_length
from spur_extract.language.parties.initials import is_abbreviation
from spur_extract.language.parties.name_words import is_place_or_term, is_vocabulary
from spur_extract.language.parties.surnames import is_spelled_as_name
from spur_extract.language.parties.words import Word, search_before, split_words

BRACKETED = re.compile(r"\s*\(([^\W\d_]{2,3})\)")
FORMER = re.compile(
    r"\s*[(,]\s*(?:f\.?\s?d\.?|född|f\.|tidigare|numera|gift|ogift)\s+([^\W\d_a-zà-ÿ][\w-]+)(?!\s+\w)"
)
FOLLOWING = re.compile(r"\s+(\w[\w-]*)")
# Initials belong to the surname behind them; behind another capitalised word it is a new name.
INITIALS_BEFORE = re.compile(r"(?<!\w)(?:[^\W\d_a-zà-ÿ]\.?[^\S\n]+)+$")
CAPITALISED_BESIDE = re.compile(r"(?<!\w)[^\W\d_a-zà-ÿ][\w-]+[^\S\n]+$")


def repeated_names(
    text: str, taken: set[int], found: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Where a name of the field stands again; `taken` are the offsets of titles."""
    held = taken.union(*(range(*span) for span in found))
    names = [split_words(text[start:end]) for start, end in found]
    surnames = {name[-1].text for name in names if len(name) > 1 and _is_sure(name[-1].text)}
    initials = {form for name in names if len(name) > 1 for form in _initials_of(name)}
    for word in split_words(text):
        if word.start in held:
            continue
        if word.text in initials and _may_be_initials(word.text):
            yield word.start, word.end
        elif length := _surname_length(text, word, surnames):
            before = search_before(INITIALS_BEFORE, text, word.start)
            yield before.start() if before else word.start, word.start + length
    yield from _initials_behind(text, found)
    yield from _former_names(text, found)


def _initials_of(name: list[Word]) -> Iterator[str]:
    """The initials of a name, those of a double given name as one letter or two."""
    yield "".join(word.text[0] for word in name)
    yield "".join(part[0] for word in name for part in word.text.split("-") if part)


def _is_sure(surname: str) -> bool:
    low = surname.lower()
    place = is_place_or_term(low) or low in load_gazetteer("places")
    return len(surname) > 1 and not (place or is_vocabulary(low))


def _surname_length(text: str, word: Word, surnames: set[str]) -> int:
    """How many characters of a word repeat a surname; 0 when it is another name's part."""
    if search_before(CAPITALISED_BESIDE, text, word.start):
        return 0
    following = FOLLOWING.match(text, word.end)
    beside = following[1] if following else ""
    if beside[:1].isupper():
        return 0
    cut = genitive_length(word.text, beside, alone=True)
    return next(
        (len(form) for form in (word.text, word.text[: len(word.text) - cut]) if form in surnames),
        0,
    )


def _may_be_initials(text: str) -> bool:
    return text.isupper() and not is_abbreviation(text)


def _former_names(text: str, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The surname that a person bore before: "Anna Ek (f.d. Lind)", "Anna Ek, född Lind"."""
    for _, end in found:
        former = FORMER.match(text, end)
        if former is None:
            continue
        low = former[1].lower()
        listed = low in load_gazetteer("surnames") or low in load_gazetteer("doubtful_surnames")
        unknown = not (is_place_or_term(low) or is_vocabulary(low))
        if listed or (unknown and is_spelled_as_name(former[1])):
            yield former.span(1)


def _initials_behind(text: str, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Initials in brackets behind a lone given name: "Vanja (VL)"."""
    for start, end in found:
        bracket = BRACKETED.match(text, end)
        lone = " " not in text[start:end]
        if bracket and lone and bracket[1][0] == text[start] and _may_be_initials(bracket[1]):
            yield bracket.span(1)
