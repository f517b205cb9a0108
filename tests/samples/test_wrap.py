"""Lines are filled as far as they go, and broken where a word may be."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from samples.content import SPLIT_POINT
from samples.text_dump import STATEMENT
from samples.wrap import Measure, wrap
from tests.samples.contents import sentences

NARROW = Measure(9.0)


@given(sentences(), st.floats(min_value=8, max_value=45))
def test_nothing_is_lost(text: str, em: float) -> None:
    lines = wrap(text, Measure(em))
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(sentences(), st.floats(min_value=8, max_value=45))
def test_lines_keep_to_the_measure_unless_one_piece_is_wider(text: str, em: float) -> None:
    measure = Measure(em)
    for line in wrap(text, measure):
        assert measure.holds(line) or " " not in line


@given(sentences(), st.floats(min_value=8, max_value=45))
def test_lines_are_full(text: str, em: float) -> None:
    measure = Measure(em)
    lines = wrap(text, measure)
    for line, after in pairwise(lines):
        assert not measure.holds(f"{line} {after.split()[0]}") or line.endswith("-")


def test_a_word_is_broken_after_its_hyphen() -> None:
    assert wrap("samtliga fyra ST-läkare", NARROW) == ("samtliga fyra ST-", "läkare")


def test_a_word_is_not_broken_after_a_slash() -> None:
    assert wrap("handledare eller och/eller", NARROW) == ("handledare eller", "och/eller")


def test_a_split_point_becomes_a_hyphen_only_where_it_is_used() -> None:
    text = f"alla våra läkar{SPLIT_POINT}möten"
    assert wrap(text, NARROW) == ("alla våra läkar-", "möten")
    assert wrap(text, Measure(40)) == ("alla våra läkarmöten",)


def test_form_statements_break_as_printed() -> None:
    text = (
        "Handledarna ges minst en gång per år möjlighet till "
        "utbildning/uppdatering/kompetensutveckling inom området."
    )
    assert wrap(text, STATEMENT)[0].endswith("möjlighet till")
