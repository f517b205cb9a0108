"""Rows of a table: text, the label or letter beside it, and its marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from samples.pdf_builder.flow import LEFT, RIGHT, Block, Tag
from samples.pdf_builder.look import Labels, Look
from samples.pdf_builder.marking import IN_PLACE, Nudge
from samples.pdf_builder.pen import GREY, NAVY, PALE, Pen
from samples.pdf_builder.shapes import OptionShape, Rect, Spot
from samples.pdf_builder.styles import Bold, Style
from samples.pdf_builder.text import BASELINE

_PAD: Final = 3.5
_MARK_WIDTH: Final = 34.0
_MARK_SIZE: Final = 8.0


@dataclass(frozen=True, slots=True)
class MarkCell:
    """A cell of a column of marks; the names are those of `Spot`."""

    chosen: bool
    name: str
    group: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A statement, or a grade option (`grade` is its letter). A column without cell has None."""

    text: str
    cells: tuple[MarkCell | None, ...] = ()
    label: str = ""
    grade: str = ""
    chosen: bool = False
    name: str = ""
    nudge: Nudge = IN_PLACE
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a look's tables, with as many for marks as there are `heads`."""

    look: Look
    style: Style
    heads: tuple[str, ...]

    @property
    def text_left(self) -> float:
        """Where the texts begin."""
        marks = _MARK_WIDTH * len(self.heads) if self.look.marks_left else 0.0
        return LEFT + self.look.label_width + marks + _PAD

    @property
    def text_width(self) -> float:
        """How wide a text may be."""
        marks = 0.0 if self.look.marks_left else _MARK_WIDTH * len(self.heads)
        return RIGHT - marks - _PAD - self.text_left

    def mark_x(self, column: int) -> float:
        """The middle of a column of marks."""
        columns_left = LEFT if self.look.marks_left else RIGHT - _MARK_WIDTH * len(self.heads)
        return columns_left + _MARK_WIDTH * (column + 0.5)

    def header(self, left: str, text: str, keep: float) -> Block:
        """A shaded header row: what stands over labels, texts and marks."""
        face = self.look.face
        labels = face.lines(left, self.look.label_width - 2 * _PAD, bold=True) if left else ()
        height = max(1, len(labels)) * face.leading + 2 * _PAD
        font = (face.bold, face.size)
        at_left = self.look.marks_left or self.look.labels is Labels.COLUMN
        text_left = self.text_left if at_left else LEFT + _PAD

        def draw(pen: Pen, top: float) -> None:
            pen.filled(Rect(LEFT, top - height, RIGHT, top), PALE)
            base = top - _PAD - face.leading * BASELINE
            for number, line in enumerate(labels):
                pen.text((LEFT + _PAD, base - number * face.leading), line, font)
            pen.text((text_left, base), text, font)
            for column, head in enumerate(self.heads):
                half = face.width(head, bold=True) / 2
                pen.text((self.mark_x(column) - half, base), head, font)
            if self.look.ruled:
                pen.line((LEFT, top - height), (RIGHT, top - height), colour=GREY)

        return Block(height, draw, keep=keep)

    def row(self, row: Row) -> Block:
        """A row as a block."""
        printed = _PrintedRow(self, row)
        return Block(printed.height, printed.draw, tag=row.tag)


@dataclass(frozen=True, slots=True)
class _PrintedRow:
    grid: Grid
    row: Row

    @property
    def text(self) -> str:
        """The text with its letter before it, unless that has a column of its own."""
        in_text = self.row.grade and self.grid.look.labels is not Labels.NONE
        return f"{self.row.grade}. {self.row.text}" if in_text else self.row.text

    @property
    def bold(self) -> bool:
        return self.row.chosen and self.grid.style.bold is Bold.ROW

    @property
    def lines(self) -> Sequence[str]:
        bold = self.row.chosen and self.grid.style.bold is not Bold.NOTHING
        return self.grid.look.face.lines(self.text, self.grid.text_width, bold=bold)

    @property
    def height(self) -> float:
        lines = max(len(self.lines), len(self.labels))
        return lines * self.grid.look.face.leading + 2 * _PAD

    @property
    def labels(self) -> Sequence[str]:
        """The lines of the label, none where it is empty."""
        look = self.grid.look
        width = look.label_width - 2 * _PAD
        return look.face.lines(self.row.label, width, bold=True) if self.row.label else ()

    def draw(self, pen: Pen, top: float) -> None:
        shape = self._shape(top)
        style, row = self.grid.style, self.row
        if row.grade and style.under:
            style.under(pen, shape, row.chosen)
        self._text(pen, shape, top)
        if self.grid.look.ruled:
            bottom = top - self.height
            pen.line((LEFT, bottom), (RIGHT, bottom), colour=GREY)
        if row.grade and style.over:
            up = shape.row.bottom - (shape.letter.bottom + shape.letter.top) / 2
            style.over(
                pen,
                shape.moved(row.nudge.right, up if row.nudge.on_border else 0.0),
                row.chosen,
            )
        self._marks(pen, top)

    def _text(self, pen: Pen, shape: OptionShape, top: float) -> None:
        face, look = self.grid.look.face, self.grid.look
        for number, label in enumerate(self.labels):
            at = (LEFT + _PAD, top - _PAD - face.leading * (BASELINE + number))
            pen.coloured_text(at, label, (face.bold, face.size), NAVY)
        letter_bold = self.row.chosen and self.grid.style.bold is not Bold.NOTHING
        letter_font = (face.font(bold=letter_bold), face.size)
        font = (face.font(bold=self.bold), face.size)
        if self.row.grade and look.labels is Labels.NONE:
            pen.text((shape.letter.left, shape.letter.bottom), self.row.grade, letter_font)
        for number, (line, box) in enumerate(zip(self.lines, shape.lines, strict=True)):
            at = (box.left, box.bottom + face.descent)
            if number == 0 and letter_bold and not self.bold and self.text != self.row.text:
                pen.text(at, line[:2], letter_font)
                after = face.width(line[:2], bold=True)
                pen.text((at[0] + after, at[1]), line[2:], font)
            else:
                pen.text(at, line, font)

    def _marks(self, pen: Pen, top: float) -> None:
        draw = self.grid.style.cell
        middle = top - _PAD - self.grid.look.face.leading / 2
        if self.grid.look.centred:
            middle = top - self.height / 2
        for column, cell in enumerate(self.row.cells):
            if cell is None or draw is None:
                continue
            at = (self.grid.mark_x(column), middle)
            spot = Spot(*at, _MARK_SIZE, cell.name, cell.group, cell.value)
            if cell.chosen:
                up = top - self.height - middle if self.row.nudge.on_border else 0.0
                spot = spot.moved(self.row.nudge.right, up)
            draw(pen, spot, cell.chosen)

    def _shape(self, top: float) -> OptionShape:
        grid, face = self.grid, self.grid.look.face
        row = Rect(LEFT, top - self.height, RIGHT, top)
        lines = []
        for number, line in enumerate(self.lines):
            base = top - _PAD - face.leading * (BASELINE + number)
            right = grid.text_left + face.width(line, bold=self.bold)
            lines.append(Rect(grid.text_left, base - face.descent, right, base + face.ascent))
        letter_width = face.width(self.row.grade)
        if grid.look.labels is Labels.NONE:
            left = LEFT + (grid.look.label_width - letter_width) / 2
            base = (row.bottom + row.top - face.ascent) / 2
        else:
            left, base = grid.text_left, lines[0].bottom + face.descent
        letter = Rect(left, base, left + letter_width, base + face.ascent)
        return OptionShape(row, letter, tuple(lines), self.row.name)
