"""Reads the mark columns of statements: fulfilled or not."""

from collections.abc import Callable, Mapping, Sequence

from spur_extract.marks import thresholds as limit
from spur_extract.marks.answers import by_words
from spur_extract.marks.bands import Band
from spur_extract.marks.bullets import without_bullets
from spur_extract.marks.candidates import Candidate
from spur_extract.marks.colours import ALIKE, judge_statements, one_unknown_look
from spur_extract.marks.covers import Cover, covers, doubt_over_text
from spur_extract.marks.geometry import height, middle, width
from spur_extract.marks.grounds import is_area
from spur_extract.marks.model import Cell, CellState, Column, Row
from spur_extract.marks.sheet import PageFinds, columns_of, lay_out
from spur_extract.marks.tables import RawColumn
from spur_extract.marks.unlike_rows import by_looks
from spur_extract.marks.vocabulary import Reading
from spur_extract.reading.document import Page

BARE_STYLES = frozenset({"cross", "tick", "filled box", "arrow"})
"""Marks that may stand without a box. What is filled is one only where no box in the document is
empty, which holds for all of them."""


def read_statements(rows: Sequence[Row], finds: PageFinds) -> tuple[Column, ...]:
    """The document's mark columns, left to right, each with one entry per statement.

    `rows` are all statements of the document in reading order. Without any column there is
    nothing that could be read.
    """
    pages = finds.pages
    sheet = lay_out(rows, finds)
    if not any(sheet.cells):
        return by_words(rows, pages) or by_looks(sheet.bands, pages)
    columns = without_bullets(columns_of(sheet, limit.STRAY_STATEMENTS), sheet.bands)
    read = read_cells(columns, judge_statements)
    if one_unknown_look([cell for column in columns for cell in column.cells]):
        read = tuple(tuple(cell and _alike(cell) for cell in cells) for cells in read)
    marked_pages = {rows[at].page for cells in read for at, one in enumerate(cells) if is_bare(one)}
    bare = not any(
        cell is not None and not is_bare(cell) and cell.state is not CellState.UNREADABLE
        for cells in read
        for cell in cells
    )
    found = []
    for column, cells in zip(columns, read, strict=True):
        whole = cells
        if bare:
            filled = _with_missing(cells, rows, marked_pages)
            whole = without_hidden(filled, column, sheet.bands, pages)
        found.append(Column(column.x0, column.x1, whole))
    return tuple(found)


def read_cells(
    columns: Sequence[RawColumn], judge: Callable[[Sequence[Candidate]], Sequence[Reading]]
) -> tuple[tuple[Cell | None, ...], ...]:
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


def _alike(cell: Cell) -> Cell:
    return Cell(*ALIKE, cell.page, cell.box)


def _with_missing(
    cells: Sequence[Cell | None], rows: Sequence[Row], marked_pages: set[int]
) -> tuple[Cell | None, ...]:
    """In a column of marks without boxes, a row without a mark is open.

    Only where the column is sure to run: marks of any column on the same page (all columns of a
    table run side by side), or before and after.
    """
    marked = [at for at, cell in enumerate(cells) if is_bare(cell)]
    if len(marked) < limit.FEWEST_BARE_MARKS:
        return tuple(cells)
    return tuple(
        cell if cell is not None else _missing(at, row, marked, marked_pages)
        for at, (cell, row) in enumerate(zip(cells, rows, strict=True))
    )


def without_hidden(
    cells: Sequence[Cell | None],
    column: RawColumn,
    bands: Sequence[Band | None],
    pages: Mapping[int, Page],
) -> tuple[Cell | None, ...]:
    """A row is not without a mark where something is drawn that was not taken for one, or where
    a picture may hold one."""
    empty = {cell.page for cell in cells if cell is not None and cell.box is None}
    over = {number: tuple(covers(pages[number])) for number in empty if number in pages}
    return tuple(
        Cell(CellState.UNREADABLE, "drawing that is no mark", cell.page)
        if cell is not None
        and cell.box is None
        and band is not None
        and _drawn(column, band, pages[band.page], over.get(band.page, ()))
        else cell
        for cell, band in zip(cells, bands, strict=True)
    )


def _drawn(column: RawColumn, band: Band, page: Page, over: Sequence[Cover]) -> bool:
    for drawing in page.drawings:
        across, down = width(drawing.box), height(drawing.box)
        if min(across, down) <= limit.THIN or max(across, down) > limit.LARGEST_CELL:
            continue
        x, y = middle(drawing.box)
        inside = column.x0 <= x <= column.x1 and band.top <= y <= band.bottom
        if inside and not is_area(drawing):
            return True
    place = (column.x0, band.text[1], column.x1, band.text[3])
    return doubt_over_text(place, over) is not None


def is_bare(cell: Cell | None) -> bool:
    """Whether it is a mark without a frame, which would be missing where nothing is meant."""
    return cell is not None and cell.state is CellState.CHOSEN and cell.style in BARE_STYLES


def _missing(at: int, row: Row, marked: Sequence[int], marked_pages: set[int]) -> Cell:
    if row.page in marked_pages or marked[0] < at < marked[-1]:
        return Cell(CellState.OPEN, "no mark in a column of marks without boxes", row.page)
    return Cell(CellState.UNREADABLE, "no mark, and no mark near to compare", row.page)
