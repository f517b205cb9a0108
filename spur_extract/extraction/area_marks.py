"""The marks of all areas: printed beside the rows of a text, or drawn on the pages of a PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from spur_extract.contract import Span
from spur_extract.extraction.area_drafts import AreaDraft
from spur_extract.extraction.column_meanings import ColumnMeanings, said_by, value_of
from spur_extract.extraction.findings import mark_spans
from spur_extract.extraction.marks import RowMarks
from spur_extract.extraction.option_marks import (
    UNMARKED,
    OptionReading,
    drawn_options,
    printed_options,
)
from spur_extract.layout.lines import Mark
from spur_extract.marks import (
    Cell,
    CellState,
    Column,
    PageFinds,
    Row,
    read_options,
    read_statements,
)
from spur_extract.reading.document import Box, Page
from spur_extract.recognition.elements import Element


@dataclass(frozen=True, slots=True)
class RowReading:
    """What a statement row's marks say (see `Indicator.fulfilled`), and where they stand; `unclear`
    tells that marks are there but cannot be read."""

    fulfilled: bool | dict[str, bool | None] | None
    places: tuple[Span, ...] = ()
    unclear: bool = False


class AreaMarks(Protocol):
    """Answers what is marked, by option and by row."""

    def options(self, draft: AreaDraft, column: int, columns: int) -> OptionReading:
        """One column of an area's options."""

    def row(
        self, element: Element, regulations: Sequence[str], applies_to: Sequence[str]
    ) -> RowReading:
        """A statement row; `regulations` are those of the columns, empty for one column, and
        `applies_to` those that the row has a cell for."""


LONGEST_GLYPH = 3
"""Characters of the longest mark that is set as text: "[x]"."""


class DrawnStatements:
    """The columns of marks beside all statements of a document, as its pages show them."""

    def __init__(self, rows: Sequence[Element], pages: Mapping[int, Page]) -> None:
        """Read the marks of the statements; what they mean is set by who knows the heads."""
        self.finds = PageFinds(pages)
        self.columns = read_statements([_row(row) for row in rows], self.finds)
        self._cells = {
            row: tuple(column.cells[number] for column in self.columns)
            for number, row in enumerate(rows)
        }
        self.meanings = ColumnMeanings()

    def cells(self, row: Element) -> tuple[Cell | None, ...]:
        """The row's cells from left to right."""
        return self._cells[row]


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A word of few characters: the middle of its box, and its offsets in the page's text."""

    x: float
    y: float
    start: int
    end: int

    def stands_in(self, box: Box) -> bool:
        """Whether its middle is in the box."""
        return box[0] <= self.x <= box[2] and box[1] <= self.y <= box[3]


def _glyphs(page: Page) -> list[_Glyph]:
    """All words on a page that are as short as a mark glyph or a box of brackets."""
    glyphs: list[_Glyph] = []
    for line in page.lines:
        offset = line.start
        for word in line.words:
            if len(word.text) <= LONGEST_GLYPH:
                x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
                glyphs.append(_Glyph(x, y, offset, offset + len(word.text)))
            offset += len(word.text) + 1
    return glyphs


class UnclearMarks:
    """Marks that are there, but of which it is not known what they say: which regulation a column
    is of, or, with `rows_only`, what a mark beside a statement stands for."""

    def __init__(self, marks: AreaMarks, *, rows_only: bool = False) -> None:
        """Take the place of `marks`."""
        self._marks = marks
        self._rows_only = rows_only

    def options(self, draft: AreaDraft, column: int, columns: int) -> OptionReading:
        """Never readable, unless it is about rows only."""
        reading = self._marks.options(draft, column, columns)
        if self._rows_only:
            return reading
        there = reading.unclear or reading.basis is not UNMARKED.basis
        return OptionReading(UNMARKED.basis, unclear=there)

    def row(
        self, element: Element, regulations: Sequence[str], applies_to: Sequence[str]
    ) -> RowReading:
        """Never readable."""
        reading = self._marks.row(element, regulations, applies_to)
        return RowReading(None, unclear=reading.unclear or reading.fulfilled is not None)


class PrintedMarks:
    """Mark glyphs on the rows' own lines, all that a text can show."""

    def __init__(self, drafts: Sequence[AreaDraft]) -> None:
        """Look at the row marks of all areas at once."""
        self._rows = RowMarks(
            mark for draft in drafts for row in draft.rows for mark in _marks_of(row)
        )

    def options(self, draft: AreaDraft, column: int, columns: int) -> OptionReading:
        """One column of an area's options."""
        return printed_options(draft.options, column, columns, draft.doubts)

    def row(
        self, element: Element, regulations: Sequence[str], applies_to: Sequence[str]
    ) -> RowReading:
        """A statement row: as many marks as regulations that it applies to."""
        marks = _marks_of(element)
        own = [regulation for regulation in regulations if regulation in applies_to]
        fulfilled = self._rows.fulfilled(marks, own)
        if fulfilled is None:
            return RowReading(None, unclear=bool(marks))
        return RowReading(fulfilled, mark_spans(element.lines))


class DrawnMarks:
    """Marks as the pages show them, read by comparing the rows with each other."""

    def __init__(
        self, drafts: Sequence[AreaDraft], pages: Mapping[int, Page], statements: DrawnStatements
    ) -> None:
        """Read the marks of all areas' options at once; those of `statements` are read."""
        self._pages = pages
        self._glyphs: dict[int, list[_Glyph]] = {}
        groups = [[_row(option) for option in draft.options] for draft in drafts]
        read = read_options(groups, statements.finds)
        self._options = {id(draft): columns for draft, columns in zip(drafts, read, strict=True)}
        self._statements = statements

    def options(self, draft: AreaDraft, column: int, columns: int) -> OptionReading:
        """One column of an area's options; unclear when there are not as many as asked for."""
        there: tuple[Column, ...] = self._options[id(draft)]
        if len(there) != columns:
            return UNMARKED if not there else OptionReading(UNMARKED.basis, unclear=True)
        cells: dict[str, Cell | None] = {}
        places: dict[Cell, Span] = {}
        for option, cell in zip(draft.options, there[column].cells, strict=True):
            if option.entry is not None and option.entry.grade is not None:
                cells[option.entry.grade] = cell
                if cell is not None:
                    places[cell] = self._place(cell, option)
        return drawn_options(cells, places)

    def row(
        self, element: Element, regulations: Sequence[str], applies_to: Sequence[str]
    ) -> RowReading:
        """A statement row; a cell that cannot be read gives null."""
        cells = self._statements.cells(element)
        there = [cell for cell in cells if cell is not None]
        if not there:
            return RowReading(None)
        places = tuple(self._place(cell, element) for cell in there)
        if not regulations:
            fulfilled = said_by(cells, self._statements.meanings)
            unclear = fulfilled is None
            return RowReading(fulfilled, places if not unclear else (), unclear)
        if len(cells) != len(regulations) or self._statements.meanings.tell_of_rows:
            return RowReading(None, unclear=True)
        values = {
            regulation: value_of(cell)
            for regulation, cell in zip(regulations, cells, strict=True)
            if regulation in applies_to
        }
        if all(value is None for value in values.values()):
            return RowReading(None, unclear=True)
        unreadable = any(cell.state is CellState.UNREADABLE for cell in there)
        return RowReading(values, places, unreadable or None in values.values())

    def _glyphs_of(self, page: int) -> list[_Glyph]:
        if page not in self._glyphs:
            self._glyphs[page] = _glyphs(self._pages[page])
        return self._glyphs[page]

    def _place(self, cell: Cell, element: Element) -> Span:
        """Where a mark stands; one that is drawn takes no characters, but those of its glyph."""
        if cell.box is not None:
            inside = [each for each in self._glyphs_of(cell.page) if each.stands_in(cell.box)]
            if inside:
                return Span(page=cell.page, start=inside[0].start, end=_end(inside), bbox=cell.box)
        end = element.lines[-1].end
        return Span(page=cell.page, start=end, end=end, bbox=cell.box)


def _end(glyphs: Sequence[_Glyph]) -> int:
    """Where the mark that begins with the first of these ends: its parts follow each other."""
    end = glyphs[0].end
    for glyph in glyphs[1:]:
        if glyph.start == end + 1:
            end = glyph.end
    return end


def _row(element: Element) -> Row:
    grade = element.entry.grade if element.entry is not None else None
    return Row(element.page, tuple(line.source for line in element.lines), grade)


def _marks_of(element: Element) -> list[Mark]:
    return [mark for line in element.lines for mark in line.marks]
