"""The best split of a run of statements into lists that follow each other in order.

All splits are weighed by dynamic programming, one list after the other, so that the work grows
with the number of items and not with the number of splits. `ways[k][j]` is the log of the summed
likelihood of all ways in which the first k lists can take the first j items.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from spur_extract.catalogue.schema import ListName

EMPTY_LIST_COST = 3.0
"""Log-likelihood lost by a list that its heading announces and that has no item."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The list an item falls in by the best split, and the probability of that (0–1)."""

    list_name: ListName
    confidence: float


@dataclass(frozen=True, slots=True)
class _Run:
    """The items' evidence as running sums for each list, and what it costs to leave one empty."""

    sums: list[list[float]]
    costs: list[float]

    @property
    def items(self) -> int:
        return len(self.sums[0]) - 1

    def reversed(self) -> "_Run":
        """The same run seen from its end."""
        sums = [[total[-1] - each for each in reversed(total)] for total in reversed(self.sums)]
        return _Run(sums, self.costs[::-1])


def best_split(
    evidence: Sequence[Mapping[ListName, float]],
    lists: Sequence[ListName],
    may_be_empty: frozenset[ListName],
) -> list[Placed]:
    """Split the items into `lists`, in order, so that their wording fits best.

    A list not in `may_be_empty` can be empty only at a cost. An item's confidence is the share of
    all splits, weighed by how well they fit, in which it falls into the same list.
    """
    run = _Run(
        [list(accumulate((item[name] for item in evidence), initial=0.0)) for name in lists],
        [0.0 if name in may_be_empty else EMPTY_LIST_COST for name in lists],
    )
    shares = _shares(run)
    cuts = _best_cuts(run)
    return [
        Placed(lists[number], min(shares[number][item], 1.0))
        for number in range(len(lists))
        for item in range(cuts[number], cuts[number + 1])
    ]


def _ways(run: _Run) -> list[list[float]]:
    ways = [[0.0] + [-math.inf] * run.items]
    for sums, cost in zip(run.sums, run.costs, strict=True):
        before, here = ways[-1], []
        begun = -math.inf  # the list has begun at some item further up
        for item, total in enumerate(sums):
            empty = before[item] - total - cost
            here.append(total + _add(begun, empty))
            begun = _add(begun, before[item] - total)
        ways.append(here)
    return ways


def _shares(run: _Run) -> list[list[float]]:
    """For each list and item the share of all splits in which the item falls into the list."""
    ways, ways_back = _ways(run), _ways(run.reversed())
    everything = ways[-1][-1]
    shares = []
    for number, sums in enumerate(run.sums):
        after = ways_back[len(run.sums) - number - 1]
        begun = list(accumulate((ways[number][i] - sums[i] for i in range(run.items)), _add))
        ends = [sums[i] + after[run.items - i] for i in range(1, run.items + 1)]
        ended = list(accumulate(reversed(ends), _add))[::-1]
        shares.append(
            [math.exp(start + end - everything) for start, end in zip(begun, ended, strict=True)]
        )
    return shares


def _best_cuts(run: _Run) -> list[int]:
    """The items at which the lists of the likeliest split begin, and the number of items."""
    best = [0.0] + [-math.inf] * run.items
    begins: list[list[int]] = []
    for sums, cost in zip(run.sums, run.costs, strict=True):
        here, origins = [], []
        top, top_at = -math.inf, 0
        for item, total in enumerate(sums):
            empty = best[item] - total - cost
            here.append(total + max(top, empty))
            origins.append(top_at if top >= empty else item)
            if best[item] - total > top:
                top, top_at = best[item] - total, item
        best = here
        begins.append(origins)
    cuts = [run.items]
    for origins in reversed(begins):
        cuts.append(origins[cuts[-1]])
    return cuts[::-1]


def _add(one: float, other: float) -> float:
    """The log of the sum of two likelihoods given as logs."""
    high, low = max(one, other), min(one, other)
    return high if low == -math.inf else high + math.log1p(math.exp(low - high))
