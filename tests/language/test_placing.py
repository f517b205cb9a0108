"""Statements in their lists: what a split is worth, what headings allow, how sure it is."""

import math
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spur_extract.catalogue.schema import ListName
from spur_extract.language.statements.classifier import load_model
from spur_extract.language.statements.echo import echoes
from spur_extract.language.statements.placing import LONGEST_RUN, place_statements
from spur_extract.language.statements.polarity import LISTS
from spur_extract.language.statements.splits import Placed
from spur_extract.language.statements.weighing import Run, Split

TEXTS = [
    "Goda lokaler",
    "Engagerade handledare",
    "Journalgranskningen är bristfällig",
    "Biblioteket är svårt att nå",
    "Gör journalgranskning en gång i månaden",
    "Flytta biblioteket",
]


def run(items: int, lists: tuple[ListName, ...] = LISTS) -> Run:
    flat = [dict.fromkeys(LISTS, 0.0) for _ in range(items)]
    return Run(flat, flat, [{} for _ in range(items)], [lists] * items)


def place(texts: list[str], allowed: list[tuple[ListName, ...]] | None = None) -> list[Placed]:
    places = place_statements(texts, allowed or [LISTS] * len(texts))
    assert places is not None
    return places


def test_every_way_to_cut_is_looked_at_once() -> None:
    splits = [split for split, _ in run(4).splits()]
    assert len(splits) == len(set(splits)) == 15
    assert all(0 <= split.weaknesses <= split.improvements <= 4 for split in splits)


@pytest.mark.parametrize("lists", [LISTS[:2], LISTS[1:], (LISTS[0], LISTS[2]), LISTS[:1]])
def test_only_lists_with_a_heading_get_statements(lists: tuple[ListName, ...]) -> None:
    for split, _ in run(3, lists).splits():
        assert {split.list_of(item) for item in range(3)} <= set(lists)
    assert len(list(run(3, lists).splits())) == (4 if len(lists) == 2 else 1)


def test_an_answer_counts_most_at_the_same_place() -> None:
    flat = [dict.fromkeys(LISTS, 0.0) for _ in range(4)]
    straight = Run(flat, flat, [{2: 1.0}, {3: 1.0}, {}, {}], [LISTS] * 4)
    crossed = Run(flat, flat, [{3: 1.0}, {2: 1.0}, {}, {}], [LISTS] * 4)
    split = Split(0, 2)
    one, other = dict(straight.splits())[split], dict(crossed.splits())[split]
    assert one.echo == other.echo == 2.0
    assert one.order == 2.0
    assert other.order == 1.0
    assert dict(straight.splits())[Split(2, 2)].echo == 0.0


def test_evenness_and_emptiness_are_told_of_whole_lists_only() -> None:
    whole = dict(run(4).splits())
    assert whole[Split(2, 3)].evenness == 0.0
    assert whole[Split(0, 1)].evenness == pytest.approx(-math.log(2))
    assert whole[Split(1, 1)].evenness == 0.0
    assert whole[Split(1, 1)].no_weaknesses == -1.0
    assert whole[Split(1, 2)].no_weaknesses == 0.0
    two = dict(run(4, LISTS[1:]).splits())
    assert two[Split(0, 0)].no_weaknesses == -1.0
    assert two[Split(0, 0)].no_strengths == 0.0


def test_what_stands_under_a_heading_of_its_own_helps_the_others() -> None:
    """The third statement is known to be an improvement: what it answers is a weakness."""
    texts = ["Egen tolk", "Biblioteket ligger i källaren", "Flytta upp biblioteket"]
    alone = place(texts[:2])
    together = place(texts, [LISTS, LISTS, ("improvements",)])
    assert [it.list_name for it in together] == list(LISTS)
    assert alone[1].list_name == "strengths" or alone[1].confidence < together[1].confidence
    assert together[2].confidence == pytest.approx(1)


def test_pages_out_of_order_are_told() -> None:
    allowed: list[tuple[ListName, ...]] = [("improvements",), LISTS[:2]]
    assert place_statements(["Flytta biblioteket", "Goda lokaler"], allowed) is None
    many = [("improvements",), *[LISTS[:2]] * LONGEST_RUN]
    assert place_statements(["Goda lokaler"] * len(many), many) is None


def test_echoes_are_words_shared_with_later_statements() -> None:
    found = echoes(["Biblioteket är litet", "Bra mat", "Bygg ut biblioteket", "Mer mat"])
    assert set(found[0]) == {2}
    assert 0 < found[0][2] <= 1
    assert not found[2]
    everywhere = echoes(["ST-läkarna och läkarna", "ST-läkarna och läkarna har"])
    assert everywhere[0] == {}


def test_clear_statements_are_placed_and_sure() -> None:
    places = place(TEXTS)
    assert [place.list_name for place in places] == [name for name in LISTS for _ in range(2)]
    assert all(place.confidence > 0.8 for place in places)


def test_a_run_too_long_to_look_at_all_splits_is_split_all_the_same() -> None:
    texts = [text for text in TEXTS for _ in range(LONGEST_RUN)]
    begun = time.perf_counter()
    places = place(texts)
    assert time.perf_counter() - begun < 5
    names = [place.list_name for place in places]
    assert names == [name for name in LISTS for _ in range(2 * LONGEST_RUN)]


@given(st.lists(st.text(max_size=30), max_size=8), st.sets(st.sampled_from(LISTS), min_size=1))
def test_any_texts_are_placed_in_order(texts: list[str], lists: set[ListName]) -> None:
    ordered = tuple(name for name in LISTS if name in lists)
    places = place(texts, [ordered] * len(texts))
    assert len(places) == len(texts)
    numbers = [LISTS.index(place.list_name) for place in places]
    assert all(one <= other for one, other in pairwise(numbers))
    assert {place.list_name for place in places} <= lists
    assert all(0 < place.confidence <= 1 for place in places)


@given(st.text(max_size=60))
def test_the_shares_of_a_statement_add_up_to_one(text: str) -> None:
    shares = load_model().log_shares(text)
    assert sum(math.exp(share) for share in shares.values()) == pytest.approx(1)
