"""Which files of an archive are one report: copies, and earlier versions of it."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import PurePath
from typing import Final, NamedTuple

from pydantic import BaseModel, ConfigDict

from spur_extract.audit.aliases import Aliases
from spur_extract.audit.facts import Facts, squeeze
from spur_extract.audit.sketches import likeness
from spur_extract.audit.units import may_be_one
from spur_extract.contract import PlanStatus

MOST: Final = 0.7
"""Share of the shorter text that two versions of a report have in common at least."""
NEARLY_ALL: Final = 0.9
"""The same where one of them does not tell its unit or day, or their days differ."""
DAYS_APART: Final = 60
"""Most days between those of two versions: the final one may tell when it was written."""
COMMON_PIECES: Final = 4
"""Pieces of text by which such reports are found."""
MOST_OF_ONE_MARK: Final = 50
"""Reports compared for one mark: what more than these share is a common phrase."""

_LETTERS = re.compile(r"[^\W\d_]+")
_PLAN_ORDER: Final = (PlanStatus.ABSENT, PlanStatus.ATTACHED, PlanStatus.INCLUDED)


class ArchiveWords(BaseModel):
    """The word lists; an unknown or missing list is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    done: frozenset[str]
    demands: frozenset[str]
    preliminary_names: frozenset[str]


class Replaced(NamedTuple):
    """A file that another one replaces; `shared` is the share of its text found there."""

    facts: Facts
    by: Facts
    shared: float


@dataclass(frozen=True, slots=True)
class Versions:
    """The files of an archive: one of each report, and what these replace."""

    current: tuple[Facts, ...]
    copies: tuple[Replaced, ...]
    earlier: tuple[Replaced, ...]


@cache
def load_archive_words() -> ArchiveWords:
    """The word lists; raises pydantic.ValidationError when the file is malformed."""
    data = files("spur_extract.audit").joinpath("archive_words.toml").read_text(encoding="utf-8")
    return ArchiveWords.model_validate(tomllib.loads(data))


def versions_of(facts: Sequence[Facts], aliases: Aliases) -> Versions:
    """Tell copies and earlier versions from the reports themselves."""
    kept, copies = _without_copies(sorted(facts, key=lambda it: it.path))
    earlier = list(_earlier_versions(kept, aliases))
    gone = {id(it.facts) for it in earlier}
    return Versions(tuple(it for it in kept if id(it) not in gone), tuple(copies), tuple(earlier))


def specialties_agree(one: Facts, other: Facts) -> bool:
    """Whether the covers do not name two specialties."""
    if one.specialty is None or other.specialty is None:
        return True
    return squeeze(one.specialty) == squeeze(other.specialty)


def days_apart(one: Facts, other: Facts) -> int:
    """Days between the inspections; 0 where one of the reports does not tell its own."""
    if one.inspected is None or other.inspected is None:
        return 0
    return abs((one.inspected - other.inspected).days)


def _without_copies(facts: Sequence[Facts]) -> tuple[list[Facts], list[Replaced]]:
    """The first of each content, and its copies: the same bytes, or the same words in order."""
    first: dict[Hashable, Facts] = {}
    kept: list[Facts] = []
    copies: list[Replaced] = []
    for each in facts:
        text = (each.text_mark, each.unit, each.inspected, each.specialty)
        marks: list[Hashable] = [each.sha256, *([text] if each.text_mark else [])]
        original = next((first[mark] for mark in marks if mark in first), None)
        if original is None:
            kept.append(each)
            first.update(dict.fromkeys(marks, each))
        else:
            copies.append(Replaced(each, original, 1.0))
    return kept, copies


def _earlier_versions(facts: Sequence[Facts], aliases: Aliases) -> Iterator[Replaced]:
    """Each report that a more final one replaces; only those that share a mark are compared."""
    met: dict[Hashable, list[Facts]] = defaultdict(list)
    for each in sorted(facts, key=_finality, reverse=True):
        marks: list[Hashable] = [each.inspected] if _is_placed(each) else []
        marks += each.sketch[:COMMON_PIECES]
        near = {id(it): it for mark in marks for it in met[mark][:MOST_OF_ONE_MARK]}
        found = (_replaced(each, it, aliases) for it in near.values())
        if replaced := next(filter(None, found), None):
            yield replaced
        for mark in marks:
            met[mark].append(each)


def _replaced(one: Facts, final: Facts, aliases: Aliases) -> Replaced | None:
    """`one` as an earlier version of the other, or None when it is another report."""
    if days_apart(one, final) > DAYS_APART:
        return None
    if not specialties_agree(one, final) or not _same_unit(one, final, aliases):
        return None
    sure = _is_placed(one) and _is_placed(final) and one.inspected == final.inspected
    shared = _shared(one, final)
    return Replaced(one, final, shared) if shared >= (MOST if sure else NEARLY_ALL) else None


def _is_placed(facts: Facts) -> bool:
    """Whether it tells its unit and day."""
    return facts.unit is not None and facts.inspected is not None


def _same_unit(one: Facts, other: Facts, aliases: Aliases) -> bool:
    """Whether the covers do not name two units."""
    if not one.unit or not other.unit:
        return True
    if aliases.key(one.unit) == aliases.key(other.unit):
        return True
    if aliases.are_different(one.unit, other.unit):
        return False
    known = one.specialty is not None and other.specialty is not None
    return may_be_one(one.unit, other.unit, same_specialty=known)


def _shared(one: Facts, other: Facts) -> float:
    """The share of the shorter text that the other one has, too."""
    like = likeness(one.sketch, other.sketch)
    common = like * (one.words + other.words) / (1 + like)
    return min(1.0, common / max(1, min(one.words, other.words)))


def _finality(facts: Facts) -> tuple[bool, int, bool, date, int, str]:
    """The greatest is the final version of a report."""
    words = {it.lower() for it in _LETTERS.findall(PurePath(facts.path).name)}
    return (
        words.isdisjoint(load_archive_words().preliminary_names),
        _PLAN_ORDER.index(facts.plan),
        _is_placed(facts),
        facts.inspected or date.min,
        facts.words,
        facts.path,
    )
