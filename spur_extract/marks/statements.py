"""Reads the mark columns of statements: fulfilled or not."""

from collections.abc import Mapping, Sequence

from spur_extract.marks import thresholds as limit
from spur_extract.marks.bullets import without_bullets
from spur_extract.marks.model import Cell, CellState, Column, Row
from spur_extract.marks.sheet import RawColumn, columns_of, lay_out
from spur_extract.marks.vocabulary import judge
from spur_extract.reading.document import Page


def read_statements(rows: Sequence[Row], pages: Mapping[int, Page]) -> tuple[Column, ...]:
    """The document's mark columns, left to right, each with one entry per statement.

    `rows` are all statements of the document in reading order. Without any column there is
    nothing that could be read.
    """
    sheet = lay_out(rows, pages)
    columns = without_bullets(columns_of(sheet, limit.STRAY_STATEMENTS), sheet.bands)
    return tuple(
        Column(column.x0, column.x1, _with_missing(cells, rows))
        for column, cells in zip(columns, read_cells(columns), strict=True)
    )


def read_cells(columns: Sequence[RawColumn]) -> tuple[tuple[Cell | None, ...], ...]:
    """Judges all cells by one vocabulary of looks."""
    present = [one for column in columns for one in column.cells if one is not None]
    readings = iter(judge(present))
    return tuple(
        tuple(
            None if one is None else Cell(*next(readings), one.page, one.box)
            for one in column.cells
        )
        for column in columns
    )


def _with_missing(cells: Sequence[Cell | None], rows: Sequence[Row]) -> tuple[Cell | None, ...]:
    """In a column of marks without boxes, a row without a mark is open.

    Only where the column is sure to run: marks on the same page, or before and after.
    """
    marked = [at for at, cell in enumerate(cells) if is_bare(cell)]
    others = any(
        cell is not None and not is_bare(cell) and cell.state is not CellState.UNREADABLE
        for cell in cells
    )
    if others or len(marked) < limit.FEWEST_BARE_MARKS:
        return tuple(cells)
    on_pages = {rows[at].page for at in marked}
    return tuple(
        cell if cell is not None else _missing(at, row, marked, on_pages)
        for at, (cell, row) in enumerate(zip(cells, rows, strict=True))
    )


def is_bare(cell: Cell | None) -> bool:
    """Whether it is a mark without a frame, which would be missing where nothing is meant."""
    return cell is not None and cell.state is CellState.CHOSEN and cell.style in ("cross", "tick")


def _missing(at: int, row: Row, marked: Sequence[int], on_pages: set[int]) -> Cell:
    if row.page in on_pages or marked[0] < at < marked[-1]:
        return Cell(CellState.OPEN, "no mark in a column of marks without boxes", row.page)
    return Cell(CellState.UNREADABLE, "no mark, and no mark near to compare", row.page)
