"""Places the statements of a run into their lists by the best split of all."""

import math
from collections.abc import Collection, Sequence

from spur_extract.catalogue.schema import ListName
from spur_extract.language.statements.classifier import StatementModel, load_model
from spur_extract.language.statements.echo import echoes
from spur_extract.language.statements.polarity import LISTS, evidence
from spur_extract.language.statements.splits import Placed, best_split
from spur_extract.language.statements.weighing import Run, Split

LONGEST_RUN = 80
"""Statements up to which all splits are looked at; no report has as many, but a file may."""

BARRED = -1e6
"""Evidence against a list whose heading does not stand above a statement."""


def place_statements(
    texts: Sequence[str], allowed: Sequence[Collection[ListName]]
) -> list[Placed] | None:
    """Split statements into the lists, in order; `allowed` has for each those it may fall in.

    A confidence is the probability, by all splits, that the statement belongs to the list it is
    placed in. None where no split in order is allowed, as when pages are swapped.
    """
    model = load_model()
    wording = [model.log_shares(text) for text in texts]
    cues = [evidence(text) for text in texts]
    if len(texts) <= LONGEST_RUN:
        return _placed(Run(wording, cues, echoes(texts), allowed), model)
    weights = model.card.split
    summed = [
        {
            name: weights.wording * one[name] + weights.cues * other[name]
            if name in names
            else BARRED
            for name in LISTS
        }
        for one, other, names in zip(wording, cues, allowed, strict=True)
    ]
    places = best_split(summed, LISTS, frozenset(LISTS))
    barred = any(place.list_name not in names for place, names in zip(places, allowed, strict=True))
    return None if barred else places


def _placed(run: Run, model: StatementModel) -> list[Placed] | None:
    weights = model.card.split.in_order()
    scores = {
        split: sum(weight * value for weight, value in zip(weights, properties, strict=True))
        for split, properties in run.splits()
    }
    if not scores:
        return None
    best = max(scores, key=lambda split: scores[split])
    shares = _shares(scores)
    return [
        Placed(name, min(1.0, sum(p for split, p in shares.items() if split.list_of(item) == name)))
        for item in range(run.items)
        for name in [best.list_of(item)]
    ]


def _shares(scores: dict[Split, float]) -> dict[Split, float]:
    """The probability of each split."""
    top = max(scores.values())
    likelihoods = {split: math.exp(score - top) for split, score in scores.items()}
    total = sum(likelihoods.values())
    return {split: likelihood / total for split, likelihood in likelihoods.items()}
