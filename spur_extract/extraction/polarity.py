"""What a statement's wording says: strength, weakness or improvement.

The weights (polarity.toml) are set by hand from how such lists are worded; they are evidence, not
a verdict. The order of the lists and the best split of all items decide (see `splits`).
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spur_extract.catalogue.schema import ListName

LISTS: tuple[ListName, ...] = ("strengths", "weaknesses", "improvements")
BASE_RATE = {"strengths": 0.4, "weaknesses": 0.0, "improvements": 0.0}
"""Evidence of a text without any cue: plain nouns are mostly listed as strengths."""

MOST_EVIDENCE = 5.0
"""No wording, however loaded, says more than this (log-likelihood)."""


@dataclass(frozen=True, slots=True)
class _Cue:
    list_name: ListName
    weight: float
    pattern: re.Pattern[str]
    at_start: bool


@cache
def _cues() -> tuple[_Cue, ...]:
    raw = (files("spur_extract") / "extraction" / "polarity.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(raw)
    return tuple(
        _Cue(name, cue["weight"], re.compile(cue["pattern"], re.IGNORECASE), place == "start")
        for name in LISTS
        for place in ("start", "anywhere")
        for cue in tables[name][place]
    )


def evidence(text: str) -> dict[ListName, float]:
    """Log-likelihood that `text` was written in each of the three lists, up to a constant."""
    scores: dict[ListName, float] = {name: BASE_RATE[name] for name in LISTS}
    for cue in _cues():
        found = cue.pattern.match(text) if cue.at_start else cue.pattern.search(text)
        if found is not None:
            scores[cue.list_name] += cue.weight
    return {name: min(score, MOST_EVIDENCE) for name, score in scores.items()}
