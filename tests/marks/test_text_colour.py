"""Options that stand out by the colour of their text."""

from collections.abc import Sequence

import pytest

from spur_extract.marks import Row
from spur_extract.reading.document import Colour
from tests.marks.forms import BLACK, LEFT, PITCH, WHITE, Form, oval

RED: Colour = (0.8, 0.0, 0.0)
BLUE: Colour = (0.0, 0.0, 0.8)
PALE: Colour = (0.71, 0.71, 0.71)


def _group(
    form: Form,
    y: float,
    texts: Sequence[Colour | None],
    letters: Sequence[Colour | None] | None = None,
) -> None:
    rows = []
    for place, (colour, own) in enumerate(zip(texts, letters or texts, strict=True)):
        top = y + PITCH * place
        letter = form.text("ABCD"[place], LEFT, top, colour=own)
        text = form.text("The rules are followed", LEFT + 20, top, colour=colour)
        rows.append(Row(1, (letter, text), "ABCD"[place]))
    form.groups.append(rows)


def test_the_row_in_a_colour_of_its_own_is_chosen() -> None:
    form = Form()
    _group(form, 100, [BLACK, RED, BLACK, BLACK])
    assert form.chosen() == [["B"]]


def test_the_letter_in_a_colour_of_its_own_is_chosen() -> None:
    form = Form()
    _group(form, 100, [BLACK] * 4, [BLACK, BLACK, BLACK, RED])
    assert form.chosen() == [["D"]]


def test_the_row_that_is_not_greyed_out_is_chosen() -> None:
    form = Form()
    _group(form, 100, [PALE, PALE, BLACK, PALE])
    assert form.chosen() == [["C"]]


def test_the_one_row_that_is_greyed_out_is_not_chosen() -> None:
    form = Form()
    _group(form, 100, [BLACK, BLACK, PALE, BLACK])
    assert form.chosen() == [[]]


def test_rows_in_several_colours_tell_nothing() -> None:
    form = Form()
    _group(form, 100, [BLACK, RED, BLUE, BLACK])
    assert form.chosen() == [[]]


def test_two_rows_of_two_colours_tell_nothing() -> None:
    form = Form()
    _group(form, 100, [BLACK, RED])
    assert form.chosen() == [[]]


@pytest.mark.parametrize("colour", [None, BLUE])
def test_rows_of_one_colour_are_the_forms_look(colour: Colour | None) -> None:
    form = Form()
    _group(form, 100, [colour] * 4)
    assert form.chosen() == [[]]


def test_the_first_row_in_a_colour_everywhere_is_how_tables_begin() -> None:
    form = Form()
    for place in range(5):
        _group(form, 60 + 120.0 * place, [BLUE, BLACK, BLACK, BLACK])
    assert form.chosen() == [[]] * 5


def test_a_white_letter_in_a_dark_ring_is_no_word_against_the_ring() -> None:
    form = Form()
    _group(form, 100, [BLACK] * 4, [BLACK, BLACK, WHITE, BLACK])
    for place in range(4):
        y = 100 + PITCH * place
        box = (LEFT - 3, y - 3, LEFT + 12, y + 12)
        form.draw(oval(box, fill=BLACK if place == 2 else None))
    assert form.chosen() == [["C"]]
