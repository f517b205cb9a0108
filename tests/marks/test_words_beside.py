"""Words in a column beside the statements: an answer, but not one that is known to mean yes."""

from collections.abc import Sequence

import pytest

from spur_extract.marks import CellState, PageFinds, read_statements
from tests.marks.forms import CHAR, COLUMN, LEFT, Form


def _states(form: Form) -> list[list[CellState | None]]:
    columns = read_statements(form.statements, PageFinds(form.pages()))
    return [[None if cell is None else cell.state for cell in column.cells] for column in columns]


def _with_words(words: Sequence[str], x: float = COLUMN) -> Form:
    form = Form()
    for place, word in enumerate(words):
        y = form.statement(100 + 20.0 * place)
        if word:
            form.text(word, x, y)
    return form


@pytest.mark.parametrize(
    "words", [["Ja", "Nej", "Ja", "Ja"], ["J"] * 4, ["+", "−", "+", "+"], ["Ja", "Ej fullt"] * 3]
)
def test_answers_in_words_are_unreadable(words: list[str]) -> None:
    assert _states(_with_words(words)) == [[CellState.UNREADABLE] * len(words)]


def test_words_centred_in_their_column_are_one_column() -> None:
    form = Form()
    for place, word in enumerate(["Ja", "Nej", "Delvis", "Ja"]):
        x = COLUMN - CHAR * len(word) / 2
        form.text(word, x, form.statement(100 + 20.0 * place))
    assert _states(form) == [[CellState.UNREADABLE] * 4]


def test_labels_to_the_left_are_no_answers() -> None:
    form = Form()
    for place in range(4):
        y = form.statement(100 + 20.0 * place)
        form.text("Rule", LEFT - 50, y)
    assert _states(form) == []


def test_comments_of_many_words_are_no_answers() -> None:
    assert _states(_with_words(["seen", "none found", "asked for", "partly", "no", "soon"])) == []


def test_words_beside_few_statements_are_no_answers() -> None:
    assert _states(_with_words(["Ja", "", "", "", "Nej", ""])) == []


def test_marks_are_read_though_words_stand_beside_the_statements() -> None:
    form = _with_words(["Ja"] * 4)
    for place in range(4):
        form.text("☒" if place == 1 else "☐", COLUMN - 40, 100 + 20.0 * place)
    assert form.fulfilled() == [[False, True, False, False]]
