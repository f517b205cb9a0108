"""All ways to cut a run of statements into the lists, in order, and what speaks for each.

Three lists have two boundaries, so a run of thirty statements has some five hundred splits: few
enough to look at each as a whole, which is what tells most. Improvements answer the weaknesses,
often in their order, and there are about as many of them.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from spur_extract.catalogue.schema import ListName
from spur_extract.language.statements.polarity import LISTS

Evidence = Mapping[ListName, float]


class Split(NamedTuple):
    """The statements with which the weaknesses and the improvements begin."""

    weaknesses: int
    improvements: int

    def list_of(self, item: int) -> ListName:
        """The list that a statement falls in."""
        return LISTS[(item >= self.weaknesses) + (item >= self.improvements)]


class Properties(NamedTuple):
    """What speaks for a split, in the order of the weights that are trained for it.

    `wording` and `cues` are sums over the statements; `echo` is how much the improvements share
    words with the weaknesses, `order` the same for those that stand at the same place in their
    lists; `evenness` is 0 where both lists are of one length (or one is empty), and below that
    where they are not; `no_…` are −1 for an empty list.
    """

    wording: float
    cues: float
    echo: float
    order: float
    evenness: float
    no_strengths: float
    no_weaknesses: float
    no_improvements: float


@dataclass(frozen=True)
class Run:
    """Statements in the order of the page, and what is known of each.

    `echoes` has for each statement the later ones that speak of the same, `allowed` the lists
    whose headings stand above it: one where its heading does, several where they are printed
    together.
    """

    wording: Sequence[Evidence]
    cues: Sequence[Evidence]
    echoes: Sequence[Mapping[int, float]]
    allowed: Sequence[Collection[ListName]]

    def splits(self) -> Iterator[tuple[Split, Properties]]:
        """Every split that the headings allow, with its properties; none if out of order."""
        wording, cues = _sums(self.wording), _sums(self.cues)
        for split in self._allowed():
            echo, order = self._answers(split)
            yield (
                split,
                Properties(
                    _total(wording, split),
                    _total(cues, split),
                    echo,
                    order,
                    self._evenness(split),
                    *(self._emptiness(split, name) for name in LISTS),
                ),
            )

    @cached_property
    def _pairs(self) -> list[tuple[float, int, int]]:
        """Statements that share words, those that share most first."""
        pairs = (
            (amount, item, later)
            for item, mine in enumerate(self.echoes)
            for later, amount in mine.items()
        )
        return sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2]))

    @property
    def items(self) -> int:
        """How many statements there are."""
        return len(self.wording)

    @cached_property
    def lists(self) -> frozenset[ListName]:
        """The lists that statements may fall in."""
        return frozenset(name for names in self.allowed for name in names)

    def _allowed(self) -> Iterator[Split]:
        barred = {
            name: list(accumulate((name not in names for names in self.allowed), initial=0))
            for name in LISTS
        }
        for first in range(self.items + 1):
            for second in range(first, self.items + 1):
                edges = (0, first, second, self.items)
                if all(
                    barred[name][start] == barred[name][end]
                    for name, start, end in zip(LISTS, edges, edges[1:], strict=False)
                ):
                    yield Split(first, second)

    def _size(self, split: Split, name: ListName) -> int:
        edges = (0, *split, self.items)
        place = LISTS.index(name)
        return edges[place + 1] - edges[place]

    def _answers(self, split: Split) -> tuple[float, float]:
        """How much each improvement shares with a weakness of its own, and where they stand.

        One to one: statements of one list share words, too, and all of them with one another
        would make an improvement of a weakness.
        """
        weaknesses = self._size(split, "weaknesses")
        improvements = self._size(split, "improvements")
        answered: set[int] = set()
        echo = order = 0.0
        for amount, item, later in self._pairs:
            if not split.weaknesses <= item < split.improvements <= later:
                continue
            if item in answered or later in answered:
                continue
            answered |= {item, later}
            place = (item - split.weaknesses + 0.5) / weaknesses
            other = (later - split.improvements + 0.5) / improvements
            echo += amount
            order += amount * (1 - abs(place - other))
        return echo, order

    def _evenness(self, split: Split) -> float:
        """Told only of two lists that have statements; that one has none counts by itself."""
        sizes = (self._size(split, "weaknesses"), self._size(split, "improvements"))
        return -abs(math.log((sizes[0] + 1) / (sizes[1] + 1))) if all(sizes) else 0.0

    def _emptiness(self, split: Split, name: ListName) -> float:
        return -1.0 if name in self.lists and not self._size(split, name) else 0.0


def _sums(evidence: Sequence[Evidence]) -> list[list[float]]:
    """Running sums of the evidence for each list."""
    return [list(accumulate((item[name] for item in evidence), initial=0.0)) for name in LISTS]


def _total(sums: Sequence[Sequence[float]], split: Split) -> float:
    edges = (0, *split, len(sums[0]) - 1)
    return sum(
        of_list[end] - of_list[start]
        for of_list, start, end in zip(sums, edges, edges[1:], strict=False)
    )
