"""Whether the -s at the end of a name is its own or a genitive's."""

import re
from functools import cache
from importlib.resources import files

from spur_extract.language.gazetteers import load_gazetteer

LISTS = ("given_names", "doubtful_given_names", "surnames", "doubtful_surnames", "places")
HYPHENATED_NOUN = re.compile(r"[A-ZÅÄÖ]{2,4}[-‐‑][a-zåäö]{4,}")  # "ST-läkare"
MARKED = (":s", "'s", "’s")
OWN_ENDINGS = (
    *("us", "ys", "rris", "avis", "ewis", "lis", "nis", "tis"),
    "idis",
    "akis",
    "adis",
    "poulos",
    "skas",
    "aitis",
    "ss",
)
"""Of surnames, Greek, Latin and Baltic ones among them, whose -s is their own."""


def genitive_length(last: str, following: str, *, alone: bool) -> int:
    """How many characters at the end of a name's last word are a genitive's.

    `following` is the next word of the text, or nothing; `alone` tells that the name is one word.
    A word that is a name as it stands ("Lars") has no genitive of its own; else the word without
    its -s must be a name, or a noun must follow.
    """
    whole = last.lower()
    for ending in MARKED:
        if whole.endswith(ending) and len(whole) > len(ending):
            return len(ending)
    if not whole.endswith("s") or len(whole) < 3 or _is_known(whole):
        return 0
    if alone and whole[:-1] in load_gazetteer("given_names"):
        return 1
    if not _is_noun(following):
        return 0
    return 1 if _is_known(whole[:-1]) or not whole.endswith(OWN_ENDINGS) else 0


def without_genitive(word: str) -> str:
    """A word without its -s when only the rest of it is a surname."""
    base, low = word.removesuffix("s"), word.lower().removesuffix("s")
    named = low in load_gazetteer("surnames") or low in load_gazetteer("doubtful_surnames")
    return base if named and not _is_known(word.lower()) else word


def _is_known(low: str) -> bool:
    return any(low in load_gazetteer(name) for name in LISTS)


def _is_noun(word: str) -> bool:
    """Whether a word in small letters can be what the genitive belongs to."""
    if HYPHENATED_NOUN.fullmatch(word):
        return True
    return len(word) > 1 and word.isalpha() and word.islower() and word not in _no_nouns()


@cache
def _no_nouns() -> frozenset[str]:
    """Verbs and small words that follow a name without making it a genitive."""
    return frozenset(files(__package__).joinpath("after_names.txt").read_text("utf-8").split())
