"""Rows on pages: what stays together, what breaks, which heads are printed again."""

import pytest

from samples.pages import Cell, Line, Row, Stream, paginate


def cell(*texts: str, breaks: bool = False) -> Cell:
    return Cell(Stream.LEFT, tuple(Line(text) for text in texts), breaks=breaks)


def lines(count: int, name: str = "x") -> tuple[str, ...]:
    return tuple(f"{name}{number}" for number in range(1, count + 1))


def laid(*rows: Row, capacity: float = 5) -> list[list[str]]:
    return [
        [line.text for part in page for line in part.lines] for page in paginate(rows, capacity)
    ]


def test_what_fits_stays_on_one_page() -> None:
    assert laid(Row((cell("a"),)), Row((cell("b"),))) == [["a", "b"]]


def test_no_rows_give_no_pages() -> None:
    assert laid() == []


def test_a_head_whose_body_begins_on_the_next_page_is_printed_on_both() -> None:
    pages = laid(Row((cell(*lines(3)),)), Row((cell("b1", "b2"),), (cell("head"),)))
    assert pages == [["x1", "x2", "x3", "head"], ["head", "b1", "b2"]]


def test_a_head_that_does_not_fit_is_printed_on_the_next_page_only() -> None:
    pages = laid(Row((cell(*lines(5)),)), Row((cell("b"),), (cell("head"),)))
    assert pages == [list(lines(5)), ["head", "b"]]


def test_a_body_that_continues_repeats_its_head() -> None:
    pages = laid(Row((cell(*lines(3)), cell(*lines(3, "y"))), (cell("head"),)))
    assert pages == [["head", "x1", "x2", "x3"], ["head", "y1", "y2", "y3"]]


def test_a_body_that_continues_without_its_head() -> None:
    row = Row((cell(*lines(6), breaks=True),), (cell("label"),), repeats=False)
    assert laid(row) == [["label", "x1", "x2", "x3", "x4"], ["x5", "x6"]]


def test_a_cell_moves_whole_where_it_fits_on_a_page() -> None:
    assert laid(Row((cell("a", "b"),)), Row((cell(*lines(4)),))) == [["a", "b"], list(lines(4))]


def test_a_cell_that_may_break_fills_the_page() -> None:
    pages = laid(Row((cell("a", "b"),)), Row((cell(*lines(4), breaks=True),)))
    assert pages == [["a", "b", "x1", "x2", "x3"], ["x4"]]


def test_a_single_line_is_not_left_behind() -> None:
    pages = laid(Row((cell(*lines(4)),)), Row((cell(*lines(3, "y"), breaks=True),)))
    assert pages == [list(lines(4)), list(lines(3, "y"))]


def test_a_cell_taller_than_a_page_breaks_as_often_as_it_must() -> None:
    assert [len(page) for page in laid(Row((cell(*lines(12)),)))] == [5, 5, 2]


def test_a_row_kept_with_the_next_moves_with_its_head() -> None:
    title = Row((cell("title"),), keeps_with_next=True)
    pages = laid(Row((cell(*lines(4)),)), title, Row((cell("b"),), (cell("label"),)))
    assert pages == [list(lines(4)), ["title", "label", "b"]]


def test_a_row_that_starts_a_page() -> None:
    assert laid(Row((cell("a"),)), Row((cell("b"),), starts_page=True)) == [["a"], ["b"]]


def test_a_head_without_body_is_printed() -> None:
    assert laid(Row((), (cell("label"),))) == [["label"]]


@pytest.mark.parametrize("capacity", [1, 2, 3])
def test_pages_that_are_too_low_still_end(capacity: float) -> None:
    row = Row((cell(*lines(4)),), (cell("head", "head"),))
    printed = [text for page in laid(row, capacity=capacity) for text in page]
    assert [text for text in printed if text != "head"] == list(lines(4))
