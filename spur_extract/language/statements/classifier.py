"""The trained part of the evidence: how likely a wording is in each list.

A linear model over hashed features, trained by `models/statements`. It is read and used without
any library: a parse must not wait for one to be imported.
"""

import json
import math
import zlib
from array import array
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from pydantic import BaseModel, ConfigDict

from spur_extract.catalogue.schema import ListName
from spur_extract.language.statements.features import BITS, feature_groups
from spur_extract.language.statements.polarity import LISTS
from spur_extract.language.statements.weighing import Properties

WEIGHTS_FILE: Final = "item_weights.bin"
MODEL_FILE: Final = "model.json"


class SplitWeights(BaseModel):
    """What each property of a split counts for its log-likelihood; see `weighing.Properties`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    wording: float
    cues: float
    echo: float
    order: float
    evenness: float
    no_strengths: float
    no_weaknesses: float
    no_improvements: float

    def in_order(self) -> tuple[float, ...]:
        """The weights in the order of the properties."""
        return tuple(getattr(self, name) for name in Properties._fields)


class ModelCard(BaseModel):
    """The file beside the weights: how to read them, and what they were made from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    scale: float
    intercepts: dict[ListName, float]
    split: SplitWeights
    made_from: dict[str, str]


@dataclass(frozen=True, slots=True)
class StatementModel:
    """Weights of each feature for each list, in steps of `card.scale`."""

    card: ModelCard
    weights: dict[ListName, "array[int]"]

    def log_shares(self, text: str) -> dict[ListName, float]:
        """Log-probability of each list for a statement seen alone."""
        scores = dict(self.card.intercepts)
        for group in feature_groups(text):
            step = self.card.scale / math.sqrt(len(group))
            for name, weights in self.weights.items():
                scores[name] += step * sum(map(weights.__getitem__, group))
        top = max(scores.values())
        total = top + math.log(sum(math.exp(score - top) for score in scores.values()))
        return {name: score - total for name, score in scores.items()}


@cache
def load_model() -> StatementModel:
    """The shipped model; raises ValueError when its files do not fit each other."""
    folder = files(__package__)
    raw = json.loads(folder.joinpath(MODEL_FILE).read_text(encoding="utf-8"))
    packed = zlib.decompress(folder.joinpath(WEIGHTS_FILE).read_bytes())
    size = 1 << BITS
    if len(packed) != size * len(LISTS):
        raise ValueError(f"{WEIGHTS_FILE} was made for other features.")
    parts = [packed[number * size : (number + 1) * size] for number in range(len(LISTS))]
    weights = {name: array("b", part) for name, part in zip(LISTS, parts, strict=True)}
    return StatementModel(ModelCard.model_validate(raw), weights)
