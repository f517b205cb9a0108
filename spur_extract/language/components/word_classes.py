"""What a capitalised word can be, by the gazetteers: the evidence that rules and NER both use."""

import re
from enum import StrEnum
from functools import lru_cache

from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.name_words import is_vocabulary, load_name_words

CAPITAL = re.compile(r"[^\W\d_]")
PREFIXED_SURNAME = re.compile(
    r"(?:(?:Al|El|Abu|Abou|Abdel|Abdul|Ben|Ibn|Ul|Ur|Ad|As|Ar|Ash|An|Ait|Ould)[-‐‑]|Mc|Mac|Fitz|[OD]['’´])[^\W\d_a-z]"
)
NOUN_BEHIND_HYPHEN = re.compile(r"[^\W\d_]{3}[-‐‑][a-zåäö]{4,}$")  # "Emma-dagen"
NOUN_BEHIND_LETTERS = re.compile(r"[^\W\d_a-zåäö]{1,3}[-‐‑][a-zåäö]{3,}")  # "C-båge"
SMALL_PREFIX = re.compile(r"[a-zà-ÿ]{1,3}[-‐‑'’](?=[^\W\d_])")
INITIAL = re.compile(r"[^\W\d_](?:[-‐‑]?\.?[^\W\d_])?\.?")
ACRONYM = re.compile(r"(?!(?:AL|EL|BEN|ABU|IBN|MC|VON|VAN|DE)$)[^\W\d_a-zà-ÿ]{2,5}")
LONG_WORD = 6
ORDINARY_WORD = 8


class WordClass(StrEnum):
    """The class of a word; `NONE` for all that does not begin with a capital letter."""

    NONE = ""
    GIVEN = "given"
    DOUBTFUL = "doubtful"  # a given name that is another word, a place or a system as well
    SURNAME = "surname"
    PLACE = "place"
    WORD = "word"  # an ordinary word that names of courses, projects and houses are made of
    TERM = "term"
    ORGANISATION = "organisation"
    ORDINARY = "ordinary"
    INITIAL = "initial"
    CAPITALS = "capitals"
    CAPITALISED = "capitalised"
    FIRST = "first"  # not known, and its capital may only come from the sentence's beginning
    ADDRESS = "address"
    PARTICLE = "particle"
    ROLE = "role"


NAMES = frozenset({WordClass.GIVEN, WordClass.DOUBTFUL, WordClass.SURNAME})
CAPITALISED = NAMES | {
    WordClass.PLACE,
    WordClass.WORD,
    WordClass.TERM,
    WordClass.ORGANISATION,
    WordClass.ORDINARY,
    WordClass.INITIAL,
    WordClass.CAPITALS,
    WordClass.CAPITALISED,
    WordClass.FIRST,
}


@lru_cache(maxsize=65536)
def classify(word: str) -> WordClass:
    """The class of a word as written; a genitive -s is looked through."""
    known = load_name_words()
    low = word.lower()
    if low.rstrip(".") in known.forms_of_address:
        return WordClass.ADDRESS
    if low in known.particles and word == low:
        return WordClass.PARTICLE
    if not _is_capitalised(word):
        return WordClass.NONE
    if INITIAL.fullmatch(word) and word.replace(".", "").isupper() and _is_initial(word):
        return WordClass.INITIAL
    return _by_lists(word, low)


def _by_lists(word: str, low: str) -> WordClass:
    """The class by the gazetteers, or by shape where none has the word."""
    if NOUN_BEHIND_HYPHEN.search(word) and low not in load_gazetteer("given_names"):
        return WordClass.ORGANISATION
    if NOUN_BEHIND_LETTERS.fullmatch(word):
        return WordClass.ORDINARY
    if _holds_acronym(word):
        return WordClass.CAPITALS
    if low in load_name_words().ordinary and low not in load_gazetteer("doubtful_given_names"):
        return WordClass.ORDINARY
    return _look_up(low) or _look_up(low.removesuffix("s").rstrip("'’")) or _by_shape(word)


def _holds_acronym(word: str) -> bool:
    """Whether a part of it is an acronym and another is none: "RETTS-p", "ALPS-Neo"."""
    if word.isupper():
        return False
    acronyms = [part for part in re.split(r"[-‐‑]", word) if ACRONYM.fullmatch(part)]
    return any(_look_up(part.lower()) not in NAMES for part in acronyms)


def _is_initial(word: str) -> bool:
    letters = [character for character in word if character.isalpha()]
    return len(letters) == 1 or "-" in word or "." in word[:-1]


def _is_capitalised(word: str) -> bool:
    return SMALL_PREFIX.sub("", word)[:1].isupper() and CAPITAL.match(word) is not None


@lru_cache(maxsize=65536)
def _look_up(low: str) -> WordClass | None:
    if len(low) < 2:
        return None
    for name, word_class in (
        ("places", WordClass.PLACE),
        ("terms", WordClass.TERM),
        ("doubtful_given_names", WordClass.DOUBTFUL),
        ("given_names", WordClass.GIVEN),
        ("surnames", WordClass.SURNAME),
        ("words", WordClass.WORD),
    ):
        if low in load_gazetteer(name):
            if word_class is WordClass.TERM and low in load_gazetteer("doubtful_given_names"):
                return WordClass.DOUBTFUL
            return word_class
    return _hyphenated(low)


def _hyphenated(low: str) -> WordClass | None:
    parts = [part for part in re.split(r"[-‐‑'’]", low) if part]
    if len(parts) < 2 or low in load_name_words().blocking:
        return None
    classes = [_look_up(part) for part in parts]
    if all(found in {WordClass.GIVEN, WordClass.DOUBTFUL} for found in classes):
        return WordClass.GIVEN
    if classes.count(WordClass.GIVEN) == 1 and len(parts) == 2 and _may_be_part(classes, parts):
        return WordClass.GIVEN
    if classes[-1] in NAMES and (classes[0] in NAMES or len(parts[0]) < 4):
        return WordClass.SURNAME
    return None


def _may_be_part(classes: list[WordClass | None], parts: list[str]) -> bool:
    """Whether what a given name is joined to can be another that no list knows."""
    other = parts[0] if classes[1] is WordClass.GIVEN else parts[1]
    known = load_name_words()
    return (
        None in classes
        and len(other) > 2
        and not is_vocabulary(other)
        and not other.endswith(known.blocking_endings)
        and other not in known.blocking
    )


def _by_shape(word: str) -> WordClass:
    low = word.lower()
    known = load_name_words()
    if low in known.blocking or low.endswith(known.blocking_endings):
        return WordClass.ORGANISATION
    if len(word) > 1 and word.isupper():
        return WordClass.CAPITALS
    if len(low) >= ORDINARY_WORD and low.removesuffix("s").endswith(known.ordinary_endings):
        return WordClass.ORDINARY
    if PREFIXED_SURNAME.match(word):
        return WordClass.SURNAME
    if len(low) >= LONG_WORD and low.removesuffix("s").endswith(known.surname_endings):
        return WordClass.SURNAME
    return WordClass.CAPITALISED
