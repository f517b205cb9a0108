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
BASE_RATE: dict[ListName, float] = {"strengths": 0.4, "weaknesses": 0.15, "improvements": -0.45}
"""Evidence of a text without any cue: plain nouns are mostly listed as strengths, and hardly any
improvement is worded without saying what should become of it."""

REVERSAL_WEIGHT = 2.5
"""Evidence for a strength where the text says that something bad does not occur."""

MOST_EVIDENCE = 5.0
"""No wording, however loaded, says more than this (log-likelihood)."""


@dataclass(frozen=True, slots=True)
class _Cue:
    list_name: ListName
    weight: float
    pattern: re.Pattern[str]
    at_start: bool


@dataclass(frozen=True, slots=True)
class _Wording:
    cues: tuple[_Cue, ...]
    reversals: tuple[re.Pattern[str], ...]
    common: frozenset[str]


@cache
def _wording() -> _Wording:
    raw = files(__package__).joinpath("polarity.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(raw)
    cues = tuple(
        _Cue(name, cue["weight"], re.compile(cue["pattern"], re.IGNORECASE), place == "start")
        for name in LISTS
        for place in ("start", "anywhere")
        for cue in tables[name][place]
    )
    patterns = tables["reversals"]["patterns"]
    reversals = tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    return _Wording(cues, reversals, frozenset(tables["echo"]["common"]))


def _strength(cue: _Cue, text: str) -> float:
    """How strongly the cue speaks: every occurrence after the first counts half, two at most."""
    if cue.at_start:
        return 1.0 if cue.pattern.match(text) else 0.0
    found = sum(1 for _ in cue.pattern.finditer(text))
    return min(found, 3) / 2 + 0.5 if found else 0.0


def common_words() -> frozenset[str]:
    """Words, in lower case, that two statements can share whatever they are about."""
    return _wording().common


def cues_in(text: str) -> list[int]:
    """The numbers of the cues and reversals that the text has, in the file's order."""
    wording = _wording()
    cues = [number for number, cue in enumerate(wording.cues) if _strength(cue, text)]
    after = len(wording.cues)
    patterns = enumerate(wording.reversals, after)
    return cues + [number for number, pattern in patterns if pattern.search(text)]


def evidence(text: str) -> dict[ListName, float]:
    """Log-likelihood that `text` was written in each of the three lists, up to a constant."""
    scores = dict(BASE_RATE)
    for cue in _wording().cues:
        scores[cue.list_name] += cue.weight * _strength(cue, text)
    if any(pattern.search(text) for pattern in _wording().reversals):
        scores["weaknesses"] = BASE_RATE["weaknesses"]
        scores["strengths"] += REVERSAL_WEIGHT
    return {name: min(score, MOST_EVIDENCE) for name, score in scores.items()}
