"""Frames of rules round one option, which differ from the rules of the table."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from spur_extract.marks import Row
from spur_extract.reading.document import Box, Colour, Drawing
from tests.marks.forms import BLACK, LEFT, PITCH, SIZE, Form, path, rect

RED: Colour = (0.75, 0.0, 0.0)


def _round_row(y: float) -> Box:
    return 50, y - 4, 540, y + SIZE + 4


def _whole(box: Box, colour: Colour) -> list[Drawing]:
    return [rect(box, stroke=colour)]


def _four(box: Box, colour: Colour) -> list[Drawing]:
    x0, top, x1, bottom = box
    corners = [(x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top)]
    return [path(one, other, stroke=colour) for one, other in pairwise(corners)]


def _filled(box: Box, colour: Colour) -> list[Drawing]:
    x0, top, x1, bottom = box
    sides = ((x0, top, x1, top + 1), (x0, bottom - 1, x1, bottom),
             (x0, top, x0 + 1, bottom), (x1 - 1, top, x1, bottom))  # fmt: skip
    return [rect(side, fill=colour, stroke=None) for side in sides]


Frame = Callable[[Box, Colour], list[Drawing]]
FRAMES = pytest.mark.parametrize("frame", [_whole, _four, _filled])


def _grid(form: Form, heights: Sequence[float], colour: Colour) -> None:
    for y in heights:
        form.draw(*_whole(_round_row(y), colour))


@FRAMES
def test_the_framed_row_is_chosen(frame: Frame) -> None:
    form = Form()
    for top, chosen in ((100.0, 1), (300.0, 3)):
        heights = form.group(top)
        _grid(form, heights, BLACK)
        form.draw(*frame(_round_row(heights[chosen]), RED))
    assert form.chosen() == [["B"], ["D"]]


@FRAMES
def test_a_frame_round_the_cell_of_the_letter_chooses_it(frame: Frame) -> None:
    form = Form()
    rows = []
    for place, letter in enumerate("ABCD"):
        y = 100 + PITCH * place
        text = form.text("The rules are followed", LEFT + 90, y)
        rows.append(Row(1, (form.text(letter, LEFT, y), text), letter))
    form.groups.append(rows)
    form.draw(*frame((LEFT - 6, 132, LEFT + 80, 149), RED))
    assert form.chosen() == [["C"]]


@FRAMES
def test_cells_of_a_table_that_only_some_rows_have_are_no_frames(frame: Frame) -> None:
    form = Form()
    heights = form.group(100)
    form.draw(*frame(_round_row(heights[1]), BLACK))
    form.draw(*frame((50, 396, 540, 420), BLACK))
    assert form.chosen() == [[]]


def test_frames_round_all_rows_are_the_forms_look() -> None:
    form = Form()
    _grid(form, form.group(100), RED)
    assert form.chosen() == [[]]


def test_a_frame_round_two_rows_tells_nothing() -> None:
    form = Form()
    y = form.group(100)[1]
    form.draw(rect((50, y - 4, 540, y + PITCH + SIZE + 4), stroke=RED))
    assert form.chosen() == [[]]


def test_a_frame_round_every_first_row_is_how_tables_begin() -> None:
    form = Form()
    for place in range(5):
        form.draw(*_whole(_round_row(form.group(60 + 120.0 * place)[0]), RED))
    assert form.chosen() == [[]] * 5


@pytest.mark.parametrize(("top", "expected"), [(40.0, ["D"]), (200.0, [])])
def test_the_end_of_a_framed_row_on_the_next_page_belongs_to_it(
    top: float, expected: list[str]
) -> None:
    form = Form()
    form.draw(*_whole(_round_row(form.group(700)[3]), RED))
    form.group(120, page=2)
    form.draw(*_whole((50, top, 540, top + 20), RED), page=2)
    assert form.chosen()[0] == expected
