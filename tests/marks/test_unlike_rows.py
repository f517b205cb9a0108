"""Statements told apart by strikes or coloured cells: what these mean is not known."""

from collections.abc import Sequence

from spur_extract.marks import CellState, PageFinds, read_statements
from spur_extract.reading.document import Colour
from tests.marks.forms import CHAR, GREY, LEFT, Form, path, rect

GREEN: Colour = (0.6, 0.8, 0.6)
RED: Colour = (0.9, 0.6, 0.6)
WIDE = CHAR * 38


def _states(form: Form) -> list[set[CellState | None]]:
    columns = read_statements(form.statements, PageFinds(form.pages()))
    return [{None if cell is None else cell.state for cell in column.cells} for column in columns]


def _with_cells(colours: Sequence[Colour | None], x0: float = 500.0) -> Form:
    form = Form()
    for place, colour in enumerate(colours):
        y = form.statement(100 + 20.0 * place)
        if colour is not None:
            form.draw(rect((x0, y - 5, 540, y + 15), fill=colour, stroke=None))
    return form


def test_cells_in_several_colours_beside_statements_are_unreadable() -> None:
    assert _states(_with_cells([GREEN, GREEN, RED, GREEN])) == [{CellState.UNREADABLE}]


def test_coloured_cells_beside_some_statements_are_unreadable() -> None:
    assert _states(_with_cells([GREEN, None, GREEN, GREEN, GREEN])) == [{CellState.UNREADABLE}]


def test_cells_of_one_colour_are_the_forms_look() -> None:
    assert _states(_with_cells([GREEN] * 4)) == []


def test_stripes_of_a_table_say_nothing() -> None:
    assert _states(_with_cells([GREY, None] * 4, x0=40)) == []


def test_struck_statements_are_unreadable() -> None:
    form = Form()
    for place in range(4):
        y = form.statement(100 + 20.0 * place)
        if place == 2:
            form.draw(path((LEFT, y + 4.8), (LEFT + WIDE, y + 4.8)))
    assert _states(form) == [{CellState.UNREADABLE}]


def test_rules_between_statements_strike_none() -> None:
    form = Form()
    for place in range(4):
        y = form.statement(100 + 20.0 * place)
        form.draw(path((LEFT, y + 14), (LEFT + WIDE, y + 14)))
    assert _states(form) == []
