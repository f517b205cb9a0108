"""The split by dynamic programming is the one that trying all splits finds."""

import math
import time
from itertools import combinations_with_replacement, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spur_extract.catalogue.schema import ListName
from spur_extract.language.statements.polarity import LISTS
from spur_extract.language.statements.splits import EMPTY_LIST_COST, best_split

Evidence = dict[ListName, float]
figures = st.floats(-5, 5, allow_nan=False).map(lambda figure: round(figure, 2))
evidences = st.lists(st.fixed_dictionaries(dict.fromkeys(LISTS, figures)), min_size=1, max_size=7)


def tried(
    evidence: list[Evidence], lists: tuple[ListName, ...], may_be_empty: frozenset[ListName]
) -> list[list[float]]:
    """For each item the share of each list, over all splits."""
    shares = [[0.0] * len(lists) for _ in evidence]
    for cuts in combinations_with_replacement(range(len(evidence) + 1), len(lists) - 1):
        ranges = list(pairwise((0, *cuts, len(evidence))))
        score = 0.0
        for name, (start, end) in zip(lists, ranges, strict=True):
            score += sum(item[name] for item in evidence[start:end])
            score -= EMPTY_LIST_COST if start == end and name not in may_be_empty else 0
        for number, (start, end) in enumerate(ranges):
            for item in range(start, end):
                shares[item][number] += math.exp(score)
    return [[share / sum(item) for share in item] for item in shares]


@given(evidences, st.sampled_from([LISTS, LISTS[:2], LISTS[1:]]), st.sets(st.sampled_from(LISTS)))
def test_it_agrees_with_trying_all(
    evidence: list[Evidence], lists: tuple[ListName, ...], empty: set[ListName]
) -> None:
    may_be_empty = frozenset(empty)
    placed = best_split(evidence, lists, may_be_empty)
    assert len(placed) == len(evidence)
    for place, shares in zip(placed, tried(evidence, lists, may_be_empty), strict=True):
        assert place.confidence == pytest.approx(shares[lists.index(place.list_name)], abs=1e-6)
    order = [lists.index(place.list_name) for place in placed]
    assert order == sorted(order)


def test_thousands_of_items_take_no_time() -> None:
    evidence: list[Evidence] = [{"strengths": 1, "weaknesses": 0, "improvements": 0.5}] * 5000
    begun = time.perf_counter()
    assert len(best_split(evidence, LISTS, frozenset())) == 5000
    assert time.perf_counter() - begun < 2
