"""Pictures laid over a page, such as a tablet's ink saved as one: what they show is not known."""

from collections.abc import Callable

import pytest

from spur_extract.marks import CellState
from tests.marks.forms import COLUMN, GREY, Form, path, picture, rect

PAGE = picture((0, 0, 595, 842), "page", 0.02)


def _rule(form: Form) -> None:
    form.draw(path((50, 90), (540, 90)))


def _table_ground(form: Form) -> None:
    form.draw(rect((0, 0, 595, 842), fill=(1.0, 1.0, 1.0), stroke=None))


def _glyph_boxes(form: Form) -> None:
    for place, y in enumerate(form.group(100)):
        form.text("☒" if place == 1 else "☐", COLUMN, y)


def test_box_characters_under_a_picture_are_in_doubt() -> None:
    form = Form()
    _glyph_boxes(form)
    _rule(form)
    form.draw(PAGE)
    assert form.states() == [CellState.UNREADABLE] * 4


def test_box_characters_are_in_doubt_where_nothing_tells_whether_the_picture_lies_over_them() -> (
    None
):
    form = Form()
    _glyph_boxes(form)
    form.draw(PAGE)
    assert form.states() == [CellState.UNREADABLE] * 4


@pytest.mark.parametrize("below", [None, _table_ground])
def test_box_characters_on_a_background_picture_are_read(
    below: Callable[[Form], None] | None,
) -> None:
    form = Form()
    _glyph_boxes(form)
    if below is not None:
        below(form)
    form.draw(PAGE)
    _rule(form)
    assert form.chosen() == [["B"]]


def test_box_characters_beside_a_picture_are_read() -> None:
    form = Form()
    _glyph_boxes(form)
    form.draw(rect((40, 600, 300, 700), fill=GREY, stroke=None))
    form.draw(picture((50, 610, 290, 690), "logo", 0.3))
    assert form.chosen() == [["B"]]


def test_rows_without_a_character_are_not_open_under_a_picture() -> None:
    form = Form()
    for place in range(4):
        y = form.statement(100 + 20.0 * place)
        if place != 2:
            form.text("X", COLUMN, y)
    _rule(form)
    form.draw(picture((400, 135, 595, 160), "ink", 0.02))
    assert form.fulfilled() == [[True, True, None, True]]
