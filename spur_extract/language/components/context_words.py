"""Words beside a capitalised word that say what it is."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class ContextWords(BaseModel):
    """The word lists, in lower case; what each is for stands in the file. An unknown key is an
    error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    before: frozenset[str]
    naming: frozenset[str]
    famous: frozenset[str]
    institutions: tuple[str, ...]
    gifts: tuple[str, ...]
    rooms: tuple[str, ...]
    eponymic: frozenset[str]
    belongings: frozenset[str]
    locative: frozenset[str]
    thing_verbs: frozenset[str]
    things: tuple[str, ...]
    aside: frozenset[str]
    no_initials: frozenset[str]
    pronouns: frozenset[str]
    acts: frozenset[str]
    asked: frozenset[str]
    after_titled: frozenset[str]


@cache
def load_context_words() -> ContextWords:
    """The word lists; raises pydantic.ValidationError when the file is malformed."""
    data = files(__package__).joinpath("context_words.toml").read_text(encoding="utf-8")
    return ContextWords.model_validate(tomllib.loads(data))
