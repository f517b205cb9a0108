"""Ticks and crosses set as characters, where every statement has one of the two."""

from collections.abc import Sequence

import pytest

from tests.marks.forms import COLUMN, Form


def _form(marks: Sequence[str]) -> Form:
    form = Form()
    for place, mark in enumerate(marks):
        y = form.statement(100 + 20.0 * place)
        if mark:
            form.text(mark, COLUMN, y)
    return form


@pytest.mark.parametrize(("tick", "cross"), [("✓", "✗"), ("✔", "✘"), ("✔", "✖")])
def test_ticks_beside_crosses_mean_yes_and_no(tick: str, cross: str) -> None:
    assert _form([tick, cross, tick, tick]).fulfilled() == [[True, False, True, True]]


def test_a_statement_without_either_is_not_read() -> None:
    assert _form(["✓", "✗", "", "✓"]).fulfilled() == [[True, False, None, True]]


@pytest.mark.parametrize(
    "marks",
    [
        ["✓", "X", "✓", "✓"],
        ["☑", "☒", "☑", "☑"],
        ["✓", "✗", "✔", "✓"],
        ["✓", "✗", "✖", "✓"],
    ],
)
def test_other_signs_than_one_tick_and_one_cross_tell_nothing(marks: list[str]) -> None:
    assert _form(marks).fulfilled() == [[None] * 4]


def test_beside_an_empty_box_a_cross_is_a_mark() -> None:
    assert _form(["✓", "✗", "☐", "✓"]).fulfilled() == [[True, True, False, True]]
