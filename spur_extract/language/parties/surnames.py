"""Whether a word can be a surname, by the lists and by its form alone."""

import re

from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.likeness import is_name_like
from spur_extract.language.parties.name_words import (
    is_common,
    is_given_name,
    is_place_or_term,
    is_vocabulary,
    load_name_words,
    looks_like_place,
)
from spur_extract.language.parties.runs import PREFIXED
from spur_extract.language.parties.words import Word

DOUBT = -4.0
"""A word that looks less like a name than this is none without a given name."""
NAME = 4.0
"""A word that looks so much like a name is none of the nouns that end alike."""
SHORTEST_PATRONYMIC = 6
# Of surnames far oftener than of places that no list knows.
PLAIN_SURNAMES = ("berg", "holm", "lund", "mark", "strand", "ström", "vall")
# "IT-support", "VT-23", "Solgläntan"
NO_NAME = re.compile(r"\d|[-‐‑][a-zåäö]|.{4}(?:(?<!m)an|et|en|na|erna|ing|het|tion|tik|iatri)$")


def may_be_unknown_name(word: Word) -> bool:
    """Whether nothing says that a word is an ordinary one, a place, a unit or an abbreviation."""
    ordinary = is_common(word) or load_name_words().is_ordinary(word)
    if not may_be_surname(word) or ordinary:
        return False
    low = word.text.lower()
    if not is_name_like(word.text, DOUBT):
        return False
    if NO_NAME.search(word.text) or any(map(_is_common_part, low.split("-"))):
        return False
    return not (is_vocabulary(low) or looks_like_place(low))


def is_spelled_as_surname(word: Word, least: float) -> bool:
    """Whether it is a listed surname, ends as one or is so much like one."""
    low = word.text.lower()
    known = low in load_gazetteer("surnames") or low.endswith(load_name_words().name_endings)
    return known or is_name_like(word.text, least)


def is_name_shaped(word: Word) -> bool:
    """Whether an unknown word is spelled as surnames are, and not as places."""
    return (
        is_name_like(word.text, NAME)
        and may_be_unknown_name(word)
        and (not is_place_like(word.text) or word.text.lower().endswith(PLAIN_SURNAMES))
    )


def _is_common_part(low: str) -> bool:
    """Whether a part of a word with hyphens is an ordinary word."""
    return low in load_gazetteer("vocabulary") or low in load_gazetteer("words")


def is_surname(word: Word) -> bool:
    """Whether it is a surname and no word that units are named by, or has a surname's prefix."""
    if PREFIXED.fullmatch(word.text) and word.text[0].islower():
        return True
    return word.text.lower() in load_gazetteer("surnames") and not is_common(word)


def is_sure_surname(word: Word) -> bool:
    """Whether it is a surname and no place, word or system, by the lists or by its ending."""
    low, known = word.text.lower(), load_name_words()
    if is_common(word) or is_place_or_term(low) or is_vocabulary(low) or known.is_blocking(word):
        return False
    parts = low.split("-")
    if len(parts) > 1:
        whole = all(part[:1].isupper() for part in word.text.split("-"))
        listed = load_gazetteer("surnames")
        return whole and any(part in listed or is_patronymic(part) for part in parts)
    return low in load_gazetteer("surnames") or is_patronymic(low)


def is_patronymic(low: str) -> bool:
    """Whether a word in lower case ends as surnames do and places never."""
    known = load_name_words()
    if len(low) < SHORTEST_PATRONYMIC or low.endswith(known.wide_place_endings):
        return False
    return low.endswith(known.surname_endings + known.only_surname_endings)


def is_place_like(word: str) -> bool:
    """Whether it ends as places and surnames do, and is no known surname."""
    low = word.lower()
    if low in load_gazetteer("surnames") or is_given_name(low):
        return False
    return low.endswith(load_name_words().wide_place_endings)


def may_be_place(word: str) -> bool:
    """Whether it is a place, known or by its ending, or a surname with another meaning."""
    low = word.lower()
    listed = low in load_gazetteer("places") or low in load_gazetteer("doubtful_surnames")
    return listed or is_place_like(word)


def may_be_surname(word: Word) -> bool:
    """Whether neither its capitals nor its ending nor a list speak against a surname."""
    low = word.text.lower()
    return (
        word.text[0].isupper()
        and not word.text.isupper()
        and not (
            load_name_words().is_blocking(word)
            or (low.endswith("en") and low not in load_gazetteer("surnames"))
        )
    )


def is_spelled_as_name(text: str) -> bool:
    """Whether each part has one capital, its first: neither "CHADS-VASc" nor "Ek-salen"."""
    parts = text.split("-")
    shouted = any(len(part) > 1 and part.isupper() for part in parts)
    return text[-1].isalpha() and not shouted and all(part[:1].isupper() for part in parts)
