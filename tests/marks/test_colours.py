"""Marks that differ by their colour only."""

import pytest

from spur_extract.marks import CellState
from spur_extract.reading.document import Box, Colour
from tests.marks.forms import BLACK, COLUMN, WHITE, Form, at, empty, oval, rect, tick

GREEN: Colour = (0.18, 0.62, 0.29)
RED: Colour = (0.83, 0.23, 0.18)
BLUE: Colour = (0.1, 0.2, 0.7)
PALE: Colour = (0.87, 0.87, 0.87)


def _inner(box: Box) -> Box:
    return box[0] + 1, box[1] + 1, box[2] - 1, box[3] - 1


def _discs(form: Form, colours: list[Colour | None]) -> None:
    for place, colour in enumerate(colours):
        box = at(COLUMN, form.statement(100 + 20.0 * place))
        stroke = BLACK if colour is None else None
        form.draw(oval(box, fill=colour, stroke=stroke))


def _ticks(form: Form, colours: list[Colour | None]) -> None:
    for place, colour in enumerate(colours):
        form.text("✓", COLUMN, form.statement(100 + 20.0 * place), colour=colour)


def test_discs_of_two_colours_with_nothing_empty_tell_nothing() -> None:
    form = Form()
    _discs(form, [GREEN, RED, GREEN, GREEN])
    assert form.fulfilled() == [[None] * 4]


def test_discs_of_two_greys_with_nothing_empty_tell_nothing() -> None:
    form = Form()
    _discs(form, [(0.46, 0.46, 0.46), (0.54, 0.54, 0.54)] * 2)
    assert form.fulfilled() == [[None] * 4]


def test_discs_of_one_colour_are_all_marks() -> None:
    form = Form()
    _discs(form, [GREEN] * 4)
    assert form.fulfilled() == [[True] * 4]


def test_a_third_colour_beside_empty_circles_leaves_the_marks_in_doubt() -> None:
    form = Form()
    _discs(form, [GREEN, RED, None, GREEN])
    assert form.fulfilled() == [[None, None, False, None]]


def test_a_colour_that_empty_boxes_have_too_is_the_forms() -> None:
    form = Form()
    for place in range(4):
        box = at(COLUMN, form.statement(100 + 20.0 * place))
        colour = BLUE if place < 2 else GREEN
        form.draw(rect(box, stroke=colour))
        if place % 2:
            form.draw(rect(_inner(box), fill=colour, stroke=None))
    assert form.fulfilled() == [[False, True, False, True]]


def test_the_marks_of_options_may_have_a_colour_for_each_grade() -> None:
    form = Form()
    for top, chosen, colour in ((100.0, 0, GREEN), (300.0, 3, RED)):
        for place, y in enumerate(form.group(top)):
            fill = colour if place == chosen else None
            form.draw(oval(at(COLUMN, y), fill=fill))
    assert form.chosen() == [["A"], ["D"]]


def test_characters_of_two_colours_in_all_rows_tell_nothing() -> None:
    form = Form()
    _ticks(form, [GREEN, RED, GREEN, GREEN])
    assert form.fulfilled() == [[None] * 4]


def test_characters_of_one_colour_in_all_rows_are_marks() -> None:
    form = Form()
    _ticks(form, [GREEN] * 4)
    assert form.fulfilled() == [[True] * 4]


def test_the_same_character_in_all_rows_tells_nothing_where_its_colour_is_not_known() -> None:
    form = Form()
    _ticks(form, [None] * 4)
    assert form.fulfilled() == [[None] * 4]


def test_a_row_without_the_character_shows_that_it_is_a_mark() -> None:
    form = Form()
    _ticks(form, [None] * 4)
    form.statement(180)
    assert form.fulfilled() == [[True, True, True, True, False]]


def test_ticks_in_drawn_boxes_are_marks_in_all_rows() -> None:
    form = Form()
    for place in range(4):
        box = at(COLUMN, form.statement(100 + 20.0 * place))
        form.draw(*empty(box), *tick(box))
    assert form.fulfilled() == [[True] * 4]


def test_pale_characters_beside_dark_ones_are_open() -> None:
    form = Form()
    _ticks(form, [BLACK, PALE, BLACK, PALE])
    assert form.fulfilled() == [[True, False, True, False]]


def test_the_dark_character_among_pale_ones_is_the_chosen_option() -> None:
    form = Form()
    for top, chosen in ((100.0, 1), (300.0, 3)):
        for place, y in enumerate(form.group(top)):
            form.text("✓", COLUMN, y, colour=BLACK if place == chosen else PALE)
    assert form.chosen() == [["B"], ["D"]]


def test_the_same_character_at_all_options_tells_nothing() -> None:
    form = Form()
    for y in form.group(100):
        form.text("✓", COLUMN, y)
    assert form.states() == [CellState.UNREADABLE] * 4


@pytest.mark.parametrize(("ground", "expected"), [(None, "B"), (BLACK, None)])
def test_a_character_in_the_colour_of_its_ground_is_not_there(
    ground: Colour | None, expected: str | None
) -> None:
    form = Form()
    for place, y in enumerate(form.group(100)):
        if ground is not None:
            form.draw(rect((COLUMN - 4, y - 4, COLUMN + 12, y + 14), fill=ground, stroke=None))
        form.text("X", COLUMN, y, colour=WHITE if place != 1 else PALE)
    assert form.chosen() == [[expected]]


def test_white_characters_in_a_dark_row_are_as_black_ones_in_others() -> None:
    form = Form()
    for place in range(6):
        y = form.statement(100 + 20.0 * place)
        if place == 0:
            form.draw(rect((40, y - 5, 540, y + 14), fill=BLUE, stroke=None))
        if place != 3:
            form.text("X", COLUMN, y, colour=WHITE if place == 0 else BLACK)
    assert form.fulfilled() == [[True, True, True, False, True, True]]
