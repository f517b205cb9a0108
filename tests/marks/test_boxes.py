"""Boxes, however they are drawn, marked in whatever way."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from spur_extract.marks import CellState
from spur_extract.reading.document import Box, Drawing
from tests.marks.forms import (
    BLACK,
    COLUMN,
    GREY,
    SECOND,
    WHITE,
    Form,
    at,
    cross,
    empty,
    filled,
    note,
    oval,
    path,
    picture,
    rect,
    tick,
    tick_box,
)

Draw = Callable[[Box], Sequence[Drawing]]


def four_lines(box: Box) -> list[Drawing]:
    x0, top, x1, bottom = box
    corners = [(x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top)]
    return [path(one, other) for one, other in pairwise(corners)]


def thin_fills(box: Box) -> list[Drawing]:
    x0, top, x1, bottom = box
    sides = (
        (x0, top, x1, top + 0.7),
        (x0, bottom - 0.7, x1, bottom),
        (x0, top, x0 + 0.7, bottom),
        (x1 - 0.7, top, x1, bottom),
    )
    return [rect(side, fill=BLACK, stroke=None) for side in sides]


def dark_under_white(box: Box) -> list[Drawing]:
    x0, top, x1, bottom = box
    inner = (x0 + 0.8, top + 0.8, x1 - 0.8, bottom - 0.8)
    return [rect(box, fill=BLACK, stroke=None), rect(inner, fill=WHITE, stroke=None)]


def hollow_polygon(box: Box) -> list[Drawing]:
    x0, top, x1, bottom = box
    a, b, c, d = x0 + 0.8, top + 0.8, x1 - 0.8, bottom - 0.8
    outer = [(x0, top), (x1, top), (x1, bottom), (x0, bottom)]
    return [path(*outer, (a, b), (c, b), (c, d), (a, d), fill=BLACK, stroke=None)]


def circle(box: Box) -> list[Drawing]:
    return [oval(box)]


def disc(box: Box) -> list[Drawing]:
    x0, top, x1, bottom = box
    return [oval((x0 + 2, top + 2, x1 - 2, bottom - 2), fill=BLACK, stroke=None)]


def full(box: Box) -> list[Drawing]:
    return [rect((box[0] + 1, box[1] + 1, box[2] - 1, box[3] - 1), fill=BLACK, stroke=None)]


FRAMES: tuple[Draw, ...] = (empty, four_lines, thin_fills, dark_under_white, hollow_polygon)


def boxes(
    form: Form, heights: Sequence[float], marked: Sequence[int], *, frame: Draw, mark: Draw
) -> None:
    for place, y in enumerate(heights):
        form.draw(*frame(at(COLUMN, y)))
        if place in marked:
            form.draw(*mark(at(COLUMN, y)))


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("mark", [cross, tick, full])
def test_the_marked_box_is_chosen(frame: Draw, mark: Draw) -> None:
    form = Form()
    boxes(form, form.group(100), [2], frame=frame, mark=mark)
    boxes(form, form.group(300, "ABD"), [0], frame=frame, mark=mark)
    assert form.chosen() == [["C"], ["A"]]


def test_a_radio_button_with_a_disc_is_chosen() -> None:
    form = Form()
    boxes(form, form.group(100), [1], frame=circle, mark=disc)
    assert form.chosen() == [["B"]]


@pytest.mark.parametrize("frame", FRAMES)
def test_empty_boxes_are_open(frame: Draw) -> None:
    form = Form()
    boxes(form, form.group(100), [], frame=frame, mark=cross)
    assert form.states() == [CellState.OPEN] * 4


def test_several_marked_boxes_are_all_chosen() -> None:
    form = Form()
    boxes(form, form.group(100), [0, 3], frame=empty, mark=cross)
    chosen, unmarked = CellState.CHOSEN, CellState.OPEN
    assert form.states() == [chosen, unmarked, unmarked, chosen]


def test_a_mark_between_two_rows_leaves_both_in_doubt() -> None:
    form = Form()
    heights = form.group(100)
    for y in (heights[0], heights[3]):
        form.draw(*empty(at(COLUMN, y)))
    between = (heights[1] + heights[2]) / 2
    form.draw(*empty(at(COLUMN, between)), *cross(at(COLUMN, between)))
    assert form.states() == [
        CellState.OPEN,
        CellState.UNREADABLE,
        CellState.UNREADABLE,
        CellState.OPEN,
    ]


def test_a_cross_half_beside_its_box_is_in_doubt() -> None:
    form = Form()
    heights = form.group(100)
    boxes(form, heights, [], frame=empty, mark=cross)
    form.draw(*cross(at(COLUMN + 7, heights[1])))
    assert form.states()[1] is CellState.UNREADABLE


def test_pale_boxes_are_compared() -> None:
    form = Form()

    def pale(box: Box) -> list[Drawing]:
        return [rect(box, fill=GREY, stroke=BLACK)]

    boxes(form, form.group(100), [3], frame=pale, mark=full)
    assert form.chosen() == [["D"]]


def test_pale_boxes_alone_tell_nothing() -> None:
    form = Form()
    for y in form.group(100):
        form.draw(rect(at(COLUMN, y), fill=GREY))
    assert form.states() == [CellState.UNREADABLE] * 4


def test_ticks_beside_crosses_without_an_empty_box_tell_nothing() -> None:
    form = Form()
    for place in range(6):
        y = form.statement(100 + 20.0 * place)
        mark = cross if place % 2 else tick
        form.draw(*empty(at(COLUMN, y)), *mark(at(COLUMN, y)))
    assert form.fulfilled() == [[None] * 6]


def test_columns_are_kept_apart_where_a_row_lacks_a_cell() -> None:
    form = Form()
    for place in range(5):
        y = form.statement(100 + 20.0 * place)
        form.draw(*empty(at(SECOND, y)))
        if place != 2:
            form.draw(*filled(at(COLUMN, y)))
    assert form.fulfilled() == [[True, True, None, True, True], [False] * 5]


def test_two_columns_of_options_are_read_apart() -> None:
    form = Form()
    heights = form.group(100)
    for place, y in enumerate(heights):
        form.draw(*(filled if place == 0 else empty)(at(COLUMN, y)))
        form.draw(*(filled if place == 2 else empty)(at(SECOND, y)))
    assert form.chosen() == [["A", "C"]]


def test_an_area_badge_is_no_cell() -> None:
    form = Form()
    form.draw(rect((56, 62, 76, 82), fill=(0.2, 0.4, 0.6), stroke=None))
    form.text("A Heading", 62, 68, bold=True)
    boxes(form, form.group(92), [1], frame=empty, mark=cross)
    assert form.chosen() == [["B"]]


def test_a_table_grid_is_no_cell_and_hides_none() -> None:
    form = Form()
    heights = form.group(100)
    for y in heights:
        form.draw(rect((495, y - 4.5, 513, y + 13.5)))
    boxes(form, heights, [2], frame=empty, mark=full)
    assert form.chosen() == [["C"]]


def test_pictures_are_told_apart_by_darkness_beyond_noise() -> None:
    form = Form()
    for top, chosen in ((100.0, 1), (300.0, 3)):
        for place, y in enumerate(form.group(top)):
            darkness = 0.55 if place == chosen else 0.2 + 0.01 * place
            form.draw(picture(at(COLUMN, y), f"{top}{place}", darkness))
    assert form.chosen() == [["B"], ["D"]]


def test_noise_among_pictures_is_one_look() -> None:
    form = Form()
    for place, y in enumerate(form.group(100)):
        form.draw(picture(at(COLUMN, y), str(place), 0.22 if place == 2 else 0.2))
    assert form.states() == [CellState.UNREADABLE] * 4


@pytest.mark.parametrize(
    ("checked", "expected"),
    [([False, True, False], "B"), ([False, None, False], None), ([True, True, False], None)],
)
def test_form_fields_say_their_state(checked: list[bool | None], expected: str | None) -> None:
    form = Form()
    for y, state in zip(form.group(100, "ABD"), checked, strict=True):
        form.draw(tick_box(at(COLUMN, y), checked=state))
    assert form.chosen() == [[expected]]


def test_a_field_that_is_off_with_something_drawn_in_it_is_in_doubt() -> None:
    form = Form()
    heights = form.group(100)
    for y in heights:
        form.draw(*empty(at(COLUMN, y)), tick_box(at(COLUMN, y), checked=False))
    form.draw(*cross(at(COLUMN, heights[1])))
    assert form.states()[1] is CellState.UNREADABLE


@pytest.mark.parametrize("subtype", ["ink", "circle", "square", "highlight", "stamp", "line"])
def test_an_annotation_on_a_printed_box_chooses_it(subtype: str) -> None:
    form = Form()
    heights = form.group(100)
    boxes(form, heights, [], frame=empty, mark=cross)
    x0, top, x1, bottom = at(COLUMN, heights[2])
    form.draw(note(subtype, (x0 - 2, top - 2, x1 + 2, bottom + 2)))
    assert form.chosen() == [["C"]]


def test_a_link_on_a_box_is_no_mark() -> None:
    form = Form()
    heights = form.group(100)
    boxes(form, heights, [0], frame=empty, mark=cross)
    form.draw(note("link", at(COLUMN, heights[2])))
    assert form.chosen() == [["A"]]


def test_ink_over_a_mark_may_cross_it_out() -> None:
    form = Form()
    heights = form.group(100)
    boxes(form, heights, [0], frame=empty, mark=cross)
    form.draw(note("ink", at(COLUMN, heights[0])))
    assert form.chosen() == [[None]]


def test_an_annotation_over_two_boxes_leaves_both_in_doubt() -> None:
    form = Form()
    heights = form.group(100)
    boxes(form, heights, [], frame=empty, mark=cross)
    form.draw(note("ink", (COLUMN, heights[1], COLUMN + 8, heights[2] + 9)))
    assert form.chosen() == [[None]]


def test_boxes_under_a_flattened_picture_are_in_doubt() -> None:
    form = Form()
    heights = form.group(100)
    boxes(form, heights, [0], frame=empty, mark=cross)
    form.draw(picture((0, 0, 595, 842), "page", 0.02))
    assert form.chosen() == [[None]]


def test_boxes_on_a_background_picture_are_read() -> None:
    form = Form()
    heights = form.group(100)
    form.draw(picture((0, 0, 595, 842), "page", 0.02))
    boxes(form, heights, [0], frame=empty, mark=cross)
    assert form.chosen() == [["A"]]


def test_a_tick_that_outgrows_its_box_marks_it() -> None:
    form = Form()
    heights = form.group(100)
    boxes(form, heights, [], frame=empty, mark=cross)
    x, y = COLUMN, heights[2]
    form.draw(path((x + 1, y + 3), (x + 4, y + 8), (x + 28, y - 6)))
    assert form.chosen() == [["C"]]


def test_a_box_under_a_long_stroke_is_in_doubt() -> None:
    form = Form()
    heights = form.group(100)
    boxes(form, heights, [], frame=empty, mark=cross)
    x, y = COLUMN, heights[2]
    form.draw(path((x - 6, y - 3), (x + 4, y + 12), (x + 70, y - 50)))
    assert None in form.chosen()[0]


def test_boxes_on_the_stripes_of_a_table_are_read() -> None:
    form = Form()
    for number, y in enumerate(form.group(100)):
        if number % 2 == 0:
            form.draw(rect((COLUMN - 10, y - 4, COLUMN + 18, y + 14), fill=GREY, stroke=None))
        form.draw(*(filled(at(COLUMN, y)) if number == 2 else empty(at(COLUMN, y))))
    assert form.chosen() == [["C"]]


def test_a_drawing_that_is_no_mark_keeps_a_row_from_being_open() -> None:
    form = Form()
    for number in range(4):
        y = form.statement(100 + 20 * number)
        if number != 1:
            form.draw(*cross(at(COLUMN, y)))
    form.draw(rect((COLUMN + 1, 122, COLUMN + 7, 124.5), fill=BLACK, stroke=None))
    assert form.fulfilled() == [[True, None, True, True]]
