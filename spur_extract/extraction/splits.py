"""The best split of a run of statements into lists that follow each other in order."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, pairwise

from spur_extract.catalogue.schema import ListName

EMPTY_LIST_COST = 3.0
"""Log-likelihood lost by a list that its heading announces and that has no item."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The list an item falls in by the best split, and the probability of that (0–1)."""

    list_name: ListName
    confidence: float


def best_split(
    evidence: Sequence[Mapping[ListName, float]],
    lists: Sequence[ListName],
    may_be_empty: frozenset[ListName],
) -> list[Placed]:
    """Split the items into `lists`, in order, so that their wording fits best.

    A list not in `may_be_empty` can be empty only at a cost. An item's confidence is the share of
    all splits, weighed by how well they fit, in which it falls into the same list.
    """
    sums = _running_sums(evidence, lists)
    splits = [
        (cuts, _score(cuts, sums, lists, may_be_empty))
        for cuts in _all_cuts(len(evidence), len(lists))
    ]
    best, top = max(splits, key=lambda split: split[1])
    shares = [[0.0] * len(lists) for _ in evidence]
    for cuts, score in splits:
        share = math.exp(score - top)
        for number, (start, end) in enumerate(_ranges(cuts, len(evidence))):
            for item in range(start, end):
                shares[item][number] += share
    return [
        Placed(lists[number], shares[item][number] / sum(shares[item]))
        for number, (start, end) in enumerate(_ranges(best, len(evidence)))
        for item in range(start, end)
    ]


def _all_cuts(items: int, lists: int) -> Iterator[tuple[int, ...]]:
    return combinations_with_replacement(range(items + 1), lists - 1)


def _ranges(cuts: tuple[int, ...], items: int) -> list[tuple[int, int]]:
    edges = (0, *cuts, items)
    return list(pairwise(edges))


def _running_sums(
    evidence: Sequence[Mapping[ListName, float]], lists: Sequence[ListName]
) -> list[list[float]]:
    sums = []
    for name in lists:
        running = [0.0]
        for item in evidence:
            running.append(running[-1] + item[name])
        sums.append(running)
    return sums


def _score(
    cuts: tuple[int, ...],
    sums: Sequence[Sequence[float]],
    lists: Sequence[ListName],
    may_be_empty: frozenset[ListName],
) -> float:
    score = 0.0
    for number, (start, end) in enumerate(_ranges(cuts, len(sums[0]) - 1)):
        score += sums[number][end] - sums[number][start]
        if start == end and lists[number] not in may_be_empty:
            score -= EMPTY_LIST_COST
    return score
