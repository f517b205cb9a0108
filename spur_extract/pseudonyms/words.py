"""The word lists in `words.toml`."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from spur_extract.language.gazetteers import load_gazetteer


class WordList(BaseModel):
    """A list in a table of its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: frozenset[str]


class SmallWords(BaseModel):
    """Words that tell that no genitive stands before them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    always: frozenset[str]
    full_names: frozenset[str]


class Words(BaseModel):
    """All lists; an unknown or missing one is an error. See the file for their meaning."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    particles: frozenset[str]
    titles: frozenset[str]
    months: frozenset[str]
    before_month: tuple[str, ...]
    after_month: frozenset[str]
    short_months: frozenset[str]
    before_number: frozenset[str]
    before_personal_number: frozenset[str]
    same_letters: dict[str, str]
    plain_letters: tuple[dict[str, str], ...]
    names_in_s: WordList
    no_genitive_before: SmallWords
    mailboxes: WordList
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


@cache
def load_everyday() -> frozenset[str]:
    """Words of the language that are also names, and those that reports of this kind use."""
    return load_words().everyday.words | load_gazetteer("vocabulary") | load_gazetteer("words")
