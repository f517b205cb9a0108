"""Marks that are characters."""

import pytest

from spur_extract.marks import CellState
from tests.marks.forms import COLUMN, LEFT, SECOND, Form, at, empty


@pytest.mark.parametrize(("mark", "place"), [("☒", "☐"), ("☑", "☐"), ("●", "○"), ("■", "□")])
def test_a_marked_character_among_empty_ones_is_chosen(mark: str, place: str) -> None:
    form = Form()
    for number, y in enumerate(form.group(100)):
        form.text(mark if number == 1 else place, COLUMN, y)
    assert form.chosen() == [["B"]]


@pytest.mark.parametrize("mark", ["X", "x", "✓", "✗"])
def test_one_bare_mark_in_a_group_leaves_the_others_open(mark: str) -> None:
    form = Form()
    for top, chosen in ((100.0, 0), (300.0, 2)):
        form.text(mark, COLUMN, form.group(top)[chosen])
    assert form.chosen() == [["A"], ["C"]]


@pytest.mark.parametrize("arrow", ["→", "►", "➜"])
def test_an_arrow_before_a_row_chooses_it(arrow: str) -> None:
    form = Form()
    for top, chosen in ((100.0, 0), (300.0, 2)):
        form.text(arrow, LEFT - 20, form.group(top)[chosen])
    assert form.chosen() == [["A"], ["C"]]


def test_arrows_before_all_rows_are_no_marks() -> None:
    form = Form()
    for y in form.group(100):
        form.text("→", LEFT - 20, y)
    assert form.chosen() == [[]]


def test_an_arrow_in_a_text_is_no_mark() -> None:
    form = Form()
    form.group(100)
    form.text("first → then", COLUMN - 60, 100)
    assert form.chosen() == [[]]


def test_two_bare_marks_in_a_group_choose_none() -> None:
    form = Form()
    heights = form.group(100)
    form.text("X", COLUMN, heights[0])
    form.text("X", COLUMN, heights[3])
    assert form.chosen() == [[None]]


def test_a_group_without_bare_marks_has_none_chosen() -> None:
    form = Form()
    form.text("X", COLUMN, form.group(100)[0])
    form.group(300)
    assert form.chosen() == [["A"], []]


def test_two_bare_marks_in_a_group_are_both_chosen() -> None:
    form = Form()
    heights = form.group(100)
    form.text("X", COLUMN, heights[0])
    form.text("X", COLUMN, heights[3])
    chosen, left = CellState.CHOSEN, CellState.OPEN
    assert form.states() == [chosen, left, left, chosen]


def test_a_group_without_bare_marks_is_open_where_others_have_one_each() -> None:
    form = Form()
    form.group(100)
    for top in (300.0, 500.0):
        form.text("X", COLUMN, form.group(top)[0])
    assert form.states() == [CellState.OPEN] * 4


def test_bare_discs_leave_other_statements_open() -> None:
    form = Form()
    for number in range(4):
        y = form.statement(100 + 20 * number)
        if number != 1:
            form.text("●", COLUMN, y)
    assert form.fulfilled() == [[True, False, True, True]]


def test_a_column_runs_on_where_another_has_marks_on_the_page() -> None:
    form = Form()
    for number, (page, marks) in enumerate(((1, 2), (1, 2), (2, 1), (2, 1))):
        y = form.statement(100 + 20 * number, page=page)
        for x in (COLUMN, SECOND)[:marks]:
            form.text("X", x, y, page=page)
    assert form.fulfilled() == [[True] * 4, [True, True, False, False]]


def test_columns_are_counted_where_each_table_has_its_own() -> None:
    form = Form()
    for number in range(10):
        y = form.statement(100 + 20 * number)
        x = 400.0 if number < 5 else 420.0
        form.text("☑", x, y)
        if number != 7:
            form.text("☐", x + 20, y)
    assert form.fulfilled() == [[True] * 10, [False] * 7 + [None] + [False] * 2]


def test_a_lone_cell_between_tables_that_differ_is_in_doubt() -> None:
    form = Form()
    for number in range(11):
        y = form.statement(100 + 20 * number)
        x = 400.0 if number < 5 else 420.0
        form.text("☑", 420.0 if number == 5 else x, y)
        if number != 5:
            form.text("☐", x + 20, y)
    columns = form.fulfilled()
    assert [column[5] for column in columns] == [None, None]


def test_a_character_in_a_drawn_frame_marks_it() -> None:
    form = Form()
    for place in range(3):
        y = form.statement(100 + 20.0 * place)
        form.draw(*empty(at(COLUMN, y)))
        if place == 1:
            form.text("✓", COLUMN + 1, y)
    assert form.fulfilled() == [[False, True, False]]


def test_statements_between_bare_marks_are_open() -> None:
    form = Form()
    for place in range(5):
        y = form.statement(100 + 20.0 * place)
        if place in (0, 2, 4):
            form.text("X", COLUMN, y)
    assert form.fulfilled() == [[True, False, True, False, True]]


def test_statements_far_from_any_bare_mark_are_unreadable() -> None:
    form = Form()
    for place in range(3):
        form.text("X", COLUMN, form.statement(100 + 20.0 * place))
    form.statement(100, page=2)
    assert form.fulfilled() == [[True, True, True, None]]


def test_one_bare_mark_in_a_document_makes_no_column() -> None:
    form = Form()
    for place in range(4):
        y = form.statement(100 + 20.0 * place)
        if place == 1:
            form.text("X", COLUMN, y)
    assert form.fulfilled() == [[None, True, None, None]]


def test_an_x_in_running_text_is_no_mark() -> None:
    form = Form()
    for place in range(4):
        y = form.statement(100 + 20.0 * place)
        form.text("3 x 4 weeks", COLUMN - 100, y)
    assert form.fulfilled() == []


@pytest.mark.parametrize("bullet", ["●", "■", "✓", "□"])
def test_bullets_are_no_marks(bullet: str) -> None:
    form = Form()
    for place in range(4):
        form.text(bullet, LEFT - 15, form.statement(100 + 20.0 * place))
    assert form.fulfilled() == []


def test_bullets_beside_a_column_of_marks_are_passed_over() -> None:
    form = Form()
    for place in range(4):
        y = form.statement(100 + 20.0 * place)
        form.text("●", LEFT - 15, y)
        form.text("☒" if place == 2 else "☐", COLUMN, y)
    assert form.fulfilled() == [[False, False, True, False]]


def test_marks_behind_texts_of_all_lengths_are_one_column() -> None:
    form = Form()
    for place in range(6):
        y = form.statement(100 + 20.0 * place)
        form.text("☒" if place == 4 else "☐", 250 + 31.0 * place, y)
    assert form.fulfilled() == [[False, False, False, False, True, False]]


def test_a_mark_between_two_columns_leaves_the_row_in_doubt() -> None:
    form = Form()
    for place in range(10):
        y = form.statement(100 + 20.0 * place)
        if place == 5:
            form.text("X", (COLUMN + SECOND) / 2, y)
            continue
        form.text("X", COLUMN, y)
        form.text("X", SECOND, y)
    first, second = form.fulfilled()
    assert first[5] is None
    assert second[5] is None
    assert first[:5] == [True] * 5


def test_without_marks_there_is_no_column() -> None:
    form = Form()
    form.group(100)
    form.statement(400)
    assert form.read() == ((),)
    assert form.fulfilled() == []


def test_two_characters_in_one_cell_are_in_doubt() -> None:
    form = Form()
    for place, y in enumerate(form.group(100)):
        form.text("☐", COLUMN, y)
        if place == 1:
            form.text("☒", COLUMN + 5, y)
    assert form.states()[1] is CellState.UNREADABLE
