"""What a word can be in a name, as one letter, by what the word lists know of it."""

import re
from collections.abc import Callable

from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.genitives import without_genitive
from spur_extract.language.parties.likeness import is_name_like
from spur_extract.language.parties.name_words import (
    is_common,
    is_doubtful_first_name,
    is_place,
    is_vocabulary,
    load_name_words,
    looks_like_place,
    title_abbreviation,
)
from spur_extract.language.parties.surnames import (
    DOUBT,
    NAME,
    NO_NAME,
    is_name_shaped,
    is_spelled_as_name,
    is_sure_surname,
)
from spur_extract.language.parties.words import Word

GIVEN = "G"
DOUBTFUL = "D"  # a given name and another word
SURNAME = "S"
EITHER = "E"  # a surname and a place or another word
UNKNOWN = "U"
NAME_LIKE = "N"  # unknown, and spelled as surnames are
ORDINARY = "W"  # an ordinary word with a capital
REMARK = "A"  # one that ends a note as well: "Klar", "Ny"
PLACE = "L"
PLACE_OR_SURNAME = "P"  # a place that ends as surnames do
BLOCKING = "b"  # an organisation or system
ABBREVIATION = "c"
INITIAL = "I"
BARE_INITIAL = "i"  # without full stop
PARTICLE = "p"
TITLE = "t"  # "dr"
ROLE = "r"
CONJUNCTION = "&"
OTHER = "o"
CAPITALISED = "GDSEUNWALPbcIi"

INITIAL_FORM = re.compile(r"[^\W\d_a-zà-ÿ](?:[-‐‑][^\W\d_a-zà-ÿ])?")
CONJUNCTIONS = frozenset({"och", "samt"})
SHORT_PARTICLES = frozenset({"v", "d", "af"})  # "v." for "von", "d." for "der"
NAME_FOLLOWS = re.compile(r" [^\W\d_a-zà-ÿ][a-zà-ÿ]")
LONGEST_ABBREVIATION = 5


def kind_of(text: str, word: Word) -> str:
    """The letter of a word that is no role, where it stands."""
    known = load_name_words()
    dotted = text.startswith(".", word.end)
    if INITIAL_FORM.fullmatch(word.text):
        return INITIAL if dotted or "-" in word.text else BARE_INITIAL
    if title_abbreviation(word.text) in known.doctors and not word.text.isupper():
        named_after = word.text == "Doktor" and text[: word.start].strip()  # "vid Doktor Eks gata"
        return OTHER if named_after else TITLE
    shortened = dotted or NAME_FOLLOWS.match(text, word.end)
    if word.text in known.particles or (shortened and word.text in SHORT_PARTICLES):
        return PARTICLE
    if not word.text[0].isupper():
        return CONJUNCTION if word.text in CONJUNCTIONS else OTHER
    if not is_spelled_as_name(word.text):
        short = word.text.isupper() and len(word.text) <= LONGEST_ABBREVIATION
        return ABBREVIATION if short else BLOCKING
    base = Word(without_genitive(word.text), word.start, word.end)
    return next((letter for letter, holds in KINDS if holds(base)), UNKNOWN)


def _is_small_word(word: Word) -> bool:
    known = load_name_words()
    small = known.acts | known.after_lone | known.before_lone | known.forms_of_address
    return word.text.lower() in small and not known.is_first_name(word)


def _is_unit(word: Word) -> bool:
    low, known = word.text.lower(), load_name_words()
    return low in known.units or low.endswith(known.blocking_endings)


def _is_listed_surname(word: Word) -> bool:
    """Whether it is on the list of surnames and neither place nor ordinary word."""
    listed = word.text.lower() in load_gazetteer("surnames")
    return listed and not (is_common(word) or is_place(word) or load_name_words().is_blocking(word))


def _may_be_listed_surname(word: Word) -> bool:
    low = word.text.lower()
    return low in load_gazetteer("surnames") or low in load_gazetteer("doubtful_surnames")


def _is_doubtful(word: Word) -> bool:
    return is_doubtful_first_name(word) and not load_name_words().is_first_name(word)


def _ends_like_surname(word: Word) -> bool:
    low, known = word.text.lower(), load_name_words()
    return low.endswith(known.name_endings) and not low.endswith(known.place_endings)


def _is_place_or_surname(word: Word) -> bool:
    return is_place(word) and word.text.lower().endswith(load_name_words().name_endings)


def _is_subject(word: Word) -> bool:
    """Whether it is a term and an ordinary word: "Kemi"."""
    low = word.text.lower()
    return low in load_gazetteer("terms") and low in load_gazetteer("vocabulary")


def _is_blocking(word: Word) -> bool:
    known = load_name_words()
    return known.is_blocking(word) or known.is_ordinary(word)


def _is_word(word: Word) -> bool:
    return is_common(word) or is_vocabulary(word.text.lower())


def _is_noun_like(word: Word) -> bool:
    """Whether an unknown word is made as nouns are: "Uppropslista", "Solgläntan"."""
    if NO_NAME.search(word.text):
        return not is_name_like(word.text, NAME)
    return not is_name_like(word.text, DOUBT)


KINDS: tuple[tuple[str, Callable[[Word], bool]], ...] = (
    (REMARK, lambda word: word.text.lower() in load_name_words().remarks),
    (EITHER, lambda word: _is_doubtful(word) and (_may_be_listed_surname(word) or is_place(word))),
    (DOUBTFUL, _is_doubtful),
    (DOUBTFUL, lambda word: word.text.lower() in load_name_words().given_words),
    (OTHER, _is_small_word),
    (GIVEN, lambda word: load_name_words().is_first_name(word)),
    (BLOCKING, _is_unit),
    (SURNAME, _is_listed_surname),
    (EITHER, _may_be_listed_surname),
    (PLACE_OR_SURNAME, _is_place_or_surname),
    (PLACE, is_place),
    (ORDINARY, _is_subject),
    (BLOCKING, _is_blocking),
    (SURNAME, is_sure_surname),
    (EITHER, lambda word: _is_word(word) and _ends_like_surname(word)),
    (ORDINARY, _is_word),
    (BLOCKING, lambda word: looks_like_place(word.text.lower())),
    (ORDINARY, _is_noun_like),
    (NAME_LIKE, is_name_shaped),
)
"""The first whose test holds is a capitalised word's kind."""
