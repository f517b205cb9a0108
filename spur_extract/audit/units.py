"""Whether two names of units (kliniker) may mean the same one: by place, house and field."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from pydantic import BaseModel, ConfigDict
from rapidfuzz import fuzz

from spur_extract.language.gazetteers import load_gazetteer

SAME_WORD: Final = 85
"""Least likeness (0 to 100) of two long words that one slip of the pen may part."""
LONG_WORD: Final = 6
"""Letters from which on a word may be misspelt; shorter ones have to be the same."""

_WORD = re.compile(r"[^\W\d_]+(?::[^\W\d_]+)?|\d+")
_ROMAN = re.compile(r"(?<![^\W_])[IVX]+(?![^\W_])")


class _Houses(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    hospital: tuple[str, ...]
    health_centre: tuple[str, ...]


class _Departments(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    endings: tuple[str, ...]
    inflections: tuple[str, ...]
    fields: tuple[str, ...]


class _SharedNames(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    words: frozenset[str]


class UnitWords(BaseModel):
    """The word lists; an unknown or missing list is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ignored: frozenset[str]
    written_out: dict[str, str]
    houses: _Houses
    departments: _Departments
    shared_names: _SharedNames


@dataclass(frozen=True, slots=True)
class UnitParts:
    """What the name of a unit tells; `decisive` are numbers and single letters."""

    fields: frozenset[str]
    houses: frozenset[str]
    names: frozenset[str]
    decisive: frozenset[str]


@lru_cache(maxsize=65536)
def unit_key(name: str) -> str:
    """The name by which reports are put together: letters and digits only, lower case."""
    composed = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(_WORD.findall(composed))


@lru_cache(maxsize=65536)
def parts_of(name: str) -> UnitParts:
    """The name taken apart."""
    words = load_unit_words()
    fields, houses, names = set[str](), set[str](), set[str]()
    decisive = set(_ROMAN.findall(name))
    for word in _spelt_out(_ROMAN.sub(" ", name), words):
        if word.isdigit() or len(word) == 1:
            decisive.add(word)
        elif house := _house(word, words.houses):
            houses.add(house[0])
            names.update(filter(None, [house[1]]))
        elif field := _field(word, words.departments):
            fields.add(field)
        elif word not in words.departments.endings:
            names.add(_base(word))
    return UnitParts(frozenset(fields), frozenset(houses), frozenset(names), frozenset(decisive))


def may_be_one(one: str, other: str, *, same_specialty: bool) -> bool:
    """Whether two different names may mean the same unit.

    Towns, numbers and the kind of house decide; a name that tells no place is never taken for
    another one. `same_specialty`: both reports are known to be on the same specialty.
    """
    first, second = parts_of(one), parts_of(other)
    if first.decisive != second.decisive:
        return False
    if first.houses and second.houses and first.houses.isdisjoint(second.houses):
        return False
    if not first.fields or not second.fields:
        same_field = first.fields == second.fields and bool(first.houses or second.houses)
    else:
        narrower = first.fields <= second.fields or second.fields <= first.fields
        same_field = first.fields == second.fields or (same_specialty and narrower)
    return same_field and _same_place(first.names, second.names)


@cache
def load_unit_words() -> UnitWords:
    """The word lists; raises pydantic.ValidationError when the file is malformed."""
    data = files(__package__).joinpath("unit_words.toml").read_text(encoding="utf-8")
    return UnitWords.model_validate(tomllib.loads(data))


def _spelt_out(name: str, words: UnitWords) -> list[str]:
    short = [words.written_out.get(word, word) for word in unit_key(name).split()]
    return [word for word in " ".join(short).split() if word not in words.ignored]


def _house(word: str, houses: _Houses) -> tuple[str, str] | None:
    """The kind of house that a word tells, and the name before it in a compound."""
    for kind, endings in (("hospital", houses.hospital), ("centre", houses.health_centre)):
        for ending in endings:
            if word == ending or (word.endswith(ending) and len(word) >= len(ending) + 3):
                return kind, _base(word.removesuffix(ending))
    return None


def _field(word: str, departments: _Departments) -> str | None:
    """The field of a department: the stem that "kirurgen" and "kirurgkliniken" share."""
    stem = word
    for ending in sorted(departments.endings, key=len, reverse=True):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            break
    known = max((it for it in departments.fields if stem.startswith(it)), key=len, default=None)
    if known is None:
        return stem if stem != word else None
    rest = stem.removeprefix(known)
    if not rest or rest in departments.inflections or _is_misspelt(rest, departments.endings):
        return known
    inflection = max(
        (it for it in departments.inflections if rest.endswith(it)), key=len, default=""
    )
    return known + rest.removesuffix(inflection)


def _is_misspelt(rest: str, endings: tuple[str, ...]) -> bool:
    return any(len(it) >= LONG_WORD and fuzz.ratio(rest, it) >= SAME_WORD for it in endings)


def _base(word: str) -> str:
    """A name without the ending of the genitive."""
    return word.removesuffix("s") if len(word) >= 5 else word


def _same_place(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether all names of the shorter list stand in the other one, one of them telling a place."""
    fewer, more = sorted((one, other), key=len)
    shared = load_unit_words().shared_names.words
    if fewer <= shared or fewer & shared != more & shared:
        return False
    left = set(more)
    for name in sorted(fewer):
        match = next((it for it in sorted(left) if _same_name(name, it)), None)
        if match is None:
            return False
        left.discard(match)
    return True


def _same_name(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < LONG_WORD or (_is_known(one) and _is_known(other)):
        return False
    return fuzz.ratio(one, other) >= SAME_WORD


def _is_known(name: str) -> bool:
    places = load_gazetteer("places")
    return name in places or f"{name}s" in places
