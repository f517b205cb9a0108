"""What units say in the fields of an action plan, by the lists in plan_words.toml."""

import re
import tomllib
from enum import Enum, auto
from functools import cache
from importlib.resources import files
from typing import Final

from pydantic import BaseModel, ConfigDict

from spur_extract.audit.versions import load_archive_words

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_WORDS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Stage(Enum):
    """How far an action has come, by what its date field says; a day there is no due date then."""

    DONE = auto()
    ONGOING = auto()
    STARTING = auto()


class PlanWords(BaseModel):
    """The file plan_words.toml; an unknown or missing list is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fulfilled: frozenset[str]
    ongoing: frozenset[str]
    starting: frozenset[str]
    ends: frozenset[str]
    not_done: frozenset[str]
    occupations: tuple[str, ...]
    functions: tuple[str, ...]
    refers_back: frozenset[str]


@cache
def load_plan_words() -> PlanWords:
    """The word lists, read once per process."""
    data = files("spur_extract.audit").joinpath("plan_words.toml").read_text(encoding="utf-8")
    return PlanWords.model_validate(tomllib.loads(data))


def stage_of(text: str | None) -> Stage | None:
    """What the field says of the action, or None where it promises something by a day or time.

    "Påbörjat hösten 2024, klart våren 2025" is a promise; "klart våren 2025" alone may not be.
    """
    said = _spaced(text)
    lists, archive = load_plan_words(), load_archive_words()
    if _any_of(lists.not_done, said):
        return None
    begun, starting = _any_of(lists.ongoing, said), _any_of(lists.starting, said)
    if begun or starting:
        if _any_of(lists.ends, said):
            return None
        return Stage.ONGOING if begun else Stage.STARTING
    done = _any_of(archive.done | lists.fulfilled, said)
    return Stage.DONE if done and not _any_of(archive.demands, said) else None


def names_somebody(text: str | None) -> bool:
    """Whether the words name a function that can be asked, or refer back to who was named."""
    lists = load_plan_words()
    if _any_of(lists.refers_back, _spaced(text)):
        return True
    return any(
        word.endswith(lists.occupations)
        or any(word.endswith(end) and word != end for end in lists.functions)
        for word in _WORDS.findall((text or "").lower())
    )


def _spaced(text: str | None) -> str:
    """The words in lower case, each between spaces."""
    return f" {' '.join(_LETTERS.findall((text or '').lower()))} "


def _any_of(entries: frozenset[str], said: str) -> bool:
    return any(f" {entry} " in said for entry in entries)
