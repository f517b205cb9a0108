"""What narratives say of deficiencies, by the patterns in wording.toml."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from spur_extract.extraction.plan_references import references_to_plan
from spur_extract.extraction.wording import sentences

LATEST: Final = 64
"""How many narratives are remembered: those of a few reports."""


class Phrases(BaseModel):
    """What is said by one of the `patterns`, unless by one of the `exceptions`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    patterns: tuple[re.Pattern[str], ...]
    exceptions: tuple[re.Pattern[str], ...]

    def said_in(self, sentence: str) -> bool:
        """Whether the sentence says it, once what is excepted is taken out."""
        if not _any_in(self.patterns, sentence):
            return False
        for exception in self.exceptions:
            sentence = exception.sub(" ", sentence)
        return _any_in(self.patterns, sentence)


class AuditWording(BaseModel):
    """The file wording.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    action_demanded: Phrases
    bare_demand: Phrases
    all_well: Phrases
    lacking: Phrases


def demands_of_action(narrative: str | None) -> tuple[str, ...]:
    """The sentences that say that something must be done."""
    return _saying(narrative or "", "action_demanded")


def is_bare_demand(sentence: str) -> bool:
    """Whether a demand of action is all that the sentence says, but for what it is about."""
    return load_wording().bare_demand.said_in(sentence)


def praises(narrative: str | None) -> tuple[str, ...]:
    """The sentences that say that all is as it should be."""
    return _saying(narrative or "", "all_well")


def lacks(narrative: str | None) -> tuple[str, ...]:
    """The sentences that say that something is missing or too little."""
    return _saying(narrative or "", "lacking")


def announcements_of_plan(narrative: str | None) -> tuple[str, ...]:
    """The sentences that refer to an action plan as one that there is."""
    return _announcing(narrative or "")


@cache
def load_wording() -> AuditWording:
    """The patterns, read once per process."""
    text = (files("spur_extract") / "audit" / "wording.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    for phrases in data.values():
        for name, patterns in phrases.items():
            phrases[name] = [re.compile(pattern, re.IGNORECASE) for pattern in patterns]
    return AuditWording.model_validate(data)


# Several rules ask for the sentences of one narrative, and most narratives have none: splitting a
# narrative into sentences costs more than to look through it once for all patterns.
@lru_cache(LATEST)
def _saying(
    narrative: str, what: Literal["action_demanded", "all_well", "lacking"]
) -> tuple[str, ...]:
    phrases: Phrases = getattr(load_wording(), what)
    if not _any_in(phrases.patterns, narrative):
        return ()
    return tuple(sentence for sentence in sentences(narrative) if phrases.said_in(sentence))


@lru_cache(LATEST)
def _announcing(narrative: str) -> tuple[str, ...]:
    return references_to_plan(narrative)


def _any_in(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)
