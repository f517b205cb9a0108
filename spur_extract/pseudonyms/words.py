"""The word lists in `words.toml`."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class WordList(BaseModel):
    """A list in a table of its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: frozenset[str]


class Words(BaseModel):
    """All lists; an unknown or missing one is an error. See the file for their meaning."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    particles: frozenset[str]
    titles: frozenset[str]
    months: frozenset[str]
    before_month: tuple[str, ...]
    after_month: frozenset[str]
    after_word: dict[str, frozenset[str]]
    sentence_openers: WordList
    phrases: WordList
    everyday: WordList
    abbreviations: WordList


@cache
def load_words() -> Words:
    """The lists; raises pydantic.ValidationError when the file is malformed."""
    data = files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return Words.model_validate(tomllib.loads(data))
