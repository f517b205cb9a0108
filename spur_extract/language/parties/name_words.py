"""What the word lists know of a word in a field: name, place, organisation, ordinary word."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.words import Word

SHORTEST_HEAD, SHORTEST_TAIL, LONGEST_TAIL = 3, 5, 40
"""Letters of the parts of a compound."""
# "JourOpVården", but neither "McDonald" nor "DeLuca".
CAPITAL_INSIDE = re.compile(
    r"(?!(?:Mc|Mac|De|Di|Da|Le|La|Van|Von|Fitz)[^\W\d_a-zà-ÿ])[^\W\d_]*[a-zà-ÿ][A-ZÅÄÖ]\w*"
)


class NameWords(BaseModel):
    """The word lists; an unknown or missing list is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    particles: frozenset[str]
    noble_particles: frozenset[str]
    pairs_of_initials: frozenset[str]
    forms_of_address: frozenset[str]
    doctors: frozenset[str]
    units: frozenset[str]
    remarks: frozenset[str]
    acronyms: frozenset[str]
    owned: frozenset[str]
    given_words: frozenset[str]
    work_abbreviations: frozenset[str]
    named_things: frozenset[str]
    person_compounds: tuple[str, ...]
    adjectives_of_persons: frozenset[str]
    professions: tuple[str, ...]
    ordinary: frozenset[str]
    ordinary_endings: tuple[str, ...]
    blocking: frozenset[str]
    blocking_endings: tuple[str, ...]
    surnames_too: frozenset[str]
    first_names: frozenset[str]
    before_lone: frozenset[str]
    after_lone: frozenset[str]
    acts: frozenset[str]
    name_endings: tuple[str, ...]
    place_endings: tuple[str, ...]
    wide_place_endings: tuple[str, ...]
    person_nouns: tuple[str, ...]
    surname_endings: tuple[str, ...]
    only_surname_endings: tuple[str, ...]

    def is_ordinary(self, word: Word) -> bool:
        """Whether a name can neither hold nor begin with the word."""
        low = word.text.lower()
        if low in self.ordinary:
            return True
        named = low in load_gazetteer("surnames") or low.endswith(self.only_surname_endings)
        ends = low.endswith(self.ordinary_endings)  # "Mikkelsen" is no "-elsen"
        return len(low) >= 8 and ends and not named

    def is_person_noun(self, word: Word) -> bool:
        """Whether it is a compound for a person that is no title: "Kontaktläkare", "ST-rep"."""
        low = word.text.lower()
        return low.endswith(self.person_compounds) and low not in load_gazetteer("surnames")

    def is_blocking(self, word: Word) -> bool:
        """Whether the word makes a run of capitalised words something else than a person."""
        low = word.text.lower().removesuffix(":s")
        if low in self.forms_of_address:  # "doktor" is in names of practices
            return low in load_gazetteer("terms")
        return (
            low in self.blocking
            or low.removesuffix("s") in self.blocking
            or is_place_or_term(low)
            or low.endswith(self.blocking_endings)
            or (len(word.text) > 1 and word.text.isupper() and "-" not in word.text)
            or CAPITAL_INSIDE.fullmatch(word.text) is not None
        )

    def is_first_name(self, word: Word) -> bool:
        """Whether the word is a first name, alone or joined by a hyphen."""
        low = word.text.lower()
        parts = low.split("-")
        if low in self.first_names or len(parts) == 1:
            return low in self.first_names or is_given_name(low)
        doubtful = load_gazetteer("doubtful_given_names")
        sure = [is_given_name(part) or part in self.first_names for part in parts]
        fitting = all(known or part in doubtful for known, part in zip(sure, parts, strict=True))
        return fitting and (any(sure) or not (set(parts) & load_gazetteer("places")))


def title_abbreviation(text: str) -> str:
    """A word in lower case, without the capitals and hyphen of a compound: "läk" of "ST-läk"."""
    head, hyphen, tail = text.rpartition("-")
    return (tail if hyphen and head.isupper() else text).lower()


def is_given_name(low: str) -> bool:
    """Whether a word in lower case is a given name and hardly anything else."""
    return low in load_gazetteer("given_names")


def is_place_or_term(low: str) -> bool:
    """Whether a word in lower case, or its genitive, is a place or a term and no name."""
    if low in load_gazetteer("doubtful_surnames") or low in load_gazetteer("doubtful_given_names"):
        return False
    bases = {low} if is_given_name(low) else {low, low.removesuffix("s")}
    places, terms = load_gazetteer("places"), load_gazetteer("terms")
    return any(base in places or base in terms for base in bases)


@lru_cache(maxsize=65536)
def is_vocabulary(low: str) -> bool:
    """Whether a word in lower case is written small in these texts, or ends in such a word.

    What ends like a surname, or is a name, is none.
    """
    words = load_gazetteer("vocabulary")
    if low in words:
        return True
    named = is_given_name(low) or is_given_name(low.removesuffix("s"))
    if named or low in load_gazetteer("surnames"):
        return False  # "Mats" is no genitive
    if low.removesuffix("s") in words:
        return True
    if low.endswith(load_name_words().name_endings):
        return False
    last = low.rpartition("-")[2]
    if last != low and len(last) >= SHORTEST_TAIL and last in words:
        return True
    first = max(SHORTEST_HEAD, len(low) - LONGEST_TAIL)
    tails = (low[index:] for index in range(first, len(low) - SHORTEST_TAIL + 1))
    return any(tail in words or tail.removesuffix("s") in words for tail in tails)


def looks_like_place(low: str) -> bool:
    """Whether a word in lower case ends as names of places do and is no known name."""
    known = is_given_name(low) or low in load_gazetteer("surnames")
    return not known and low.endswith(load_name_words().place_endings)


@cache
def load_name_words() -> NameWords:
    """The word lists; raises pydantic.ValidationError when the file is malformed."""
    data = files(__package__).joinpath("name_words.toml").read_text(encoding="utf-8")
    return NameWords.model_validate(tomllib.loads(data))


def is_doubtful_first_name(word: Word) -> bool:
    """Whether it is a first name and another word, a place or a system as well."""
    return word.text.lower() in load_gazetteer("doubtful_given_names")


def is_common(word: Word) -> bool:
    """Whether it is an ordinary word that names of units and courses are made of."""
    low = word.text.lower()
    words = load_gazetteer("words")
    return low in words or (not is_given_name(low) and low.removesuffix("s") in words)


def is_place(word: Word) -> bool:
    """Whether it is a town, a county or a country."""
    low = word.text.lower()
    return low in load_gazetteer("places")
