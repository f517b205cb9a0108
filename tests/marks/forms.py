"""Draws pages with grade options and statements, as a form has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spur_extract.marks import CellState, Column, PageFinds, Row, read_options, read_statements
from spur_extract.reading.document import (
    Box,
    Colour,
    Drawing,
    DrawingKind,
    Line,
    Page,
    Point,
    Word,
)

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
YELLOW: Colour = (1.0, 0.88, 0.54)
GREY: Colour = (0.9, 0.9, 0.9)

SIZE = 9.0
CHAR = 4.5
PITCH = 18.0
LEFT = 60.0
COLUMN = 500.0
SECOND = 530.0


def line(
    text: str,
    x: float,
    y: float,
    *,
    page: int = 1,
    bold: bool = False,
    colour: Colour | None = None,
) -> Line:
    """A printed line whose words stand a space apart."""
    words = []
    at = x
    for piece in text.split():
        end = at + CHAR * len(piece)
        words.append(Word(piece, (at, y, end, y + SIZE), SIZE, bold, colour))
        at = end + CHAR
    start = int(y * 1000 + x)
    box = (x, y, at - CHAR, y + SIZE)
    return Line(page, start, start + len(text), text, box, tuple(words))


def path(
    *points: Point,
    fill: Colour | None = None,
    stroke: Colour | None = BLACK,
    curved: bool = False,
) -> Drawing:
    """A path through the points."""
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    return Drawing(DrawingKind.PATH, box, fill, stroke, 0.7, points, curved)


def rect(box: Box, fill: Colour | None = None, stroke: Colour | None = BLACK) -> Drawing:
    """A rectangle."""
    x0, top, x1, bottom = box
    return path((x0, top), (x1, top), (x1, bottom), (x0, bottom), fill=fill, stroke=stroke)


def oval(box: Box, fill: Colour | None = None, stroke: Colour | None = BLACK) -> Drawing:
    """An ellipse, by the end points of its four arcs."""
    x0, top, x1, bottom = box
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    return path((x1, y), (x, bottom), (x0, y), (x, top), fill=fill, stroke=stroke, curved=True)


def at(x: float, y: float, side: float = 8.0) -> Box:
    """The place of a cell in the row whose text begins at height `y`."""
    return x, y + 0.5, x + side, y + 0.5 + side


def note(subtype: str, box: Box) -> Drawing:
    """An annotation."""
    return Drawing(DrawingKind.ANNOTATION, box, subtype=subtype)


def picture(box: Box, digest: str, darkness: float) -> Drawing:
    """A raster image."""
    return Drawing(DrawingKind.IMAGE, box, digest=digest, darkness=darkness)


def tick_box(box: Box, *, checked: bool | None) -> Drawing:
    """A form field."""
    return Drawing(DrawingKind.FIELD, box, checked=checked)


def empty(box: Box) -> list[Drawing]:
    """A stroked square."""
    return [rect(box)]


def filled(box: Box) -> list[Drawing]:
    """A square filled under its frame."""
    return [rect(box, fill=BLACK, stroke=None), rect(box)]


def cross(box: Box) -> list[Drawing]:
    """The two lines of a cross."""
    x0, top, x1, bottom = box[0] + 1, box[1] + 1, box[2] - 1, box[3] - 1
    return [path((x0, top), (x1, bottom)), path((x1, top), (x0, bottom))]


def tick(box: Box) -> list[Drawing]:
    """A tick of one path."""
    x0, top, x1, bottom = box
    middle = (x0 + x1) / 2
    return [path((x0 + 1, top + 4), (middle - 1, bottom - 1), (x1 - 1, top + 1))]


@dataclass
class Form:
    """A document in the making."""

    groups: list[list[Row]] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    lines: dict[int, list[Line]] = field(default_factory=dict)
    drawings: dict[int, list[Drawing]] = field(default_factory=dict)

    def text(
        self,
        text: str,
        x: float,
        y: float,
        *,
        page: int = 1,
        bold: bool = False,
        colour: Colour | None = None,
    ) -> Line:
        """Prints a line."""
        printed = line(text, x, y, page=page, bold=bold, colour=colour)
        self.lines.setdefault(page, []).append(printed)
        return printed

    def draw(self, *drawings: Drawing, page: int = 1) -> None:
        """Paints."""
        self.drawings.setdefault(page, []).extend(drawings)

    def option(self, letter: str, y: float, *, page: int = 1, bold: bool = False) -> Row:
        """Prints one option without adding it to a group."""
        printed = self.text(
            f"{letter}. The rules are followed in part", LEFT, y, page=page, bold=bold
        )
        return Row(page, (printed,), letter)

    def group(self, y: float, letters: str = "ABCD", *, page: int = 1) -> list[float]:
        """Prints a group of options; gives the heights of its rows."""
        heights = [y + PITCH * place for place in range(len(letters))]
        rows = [
            self.option(letter, top, page=page)
            for letter, top in zip(letters, heights, strict=True)
        ]
        self.groups.append(rows)
        return heights

    def statement(self, y: float, *, page: int = 1) -> float:
        """Prints one statement; gives its height."""
        printed = self.text("There are guidelines for this and that", LEFT, y, page=page)
        self.statements.append(Row(page, (printed,)))
        return y

    def pages(self) -> Mapping[int, Page]:
        """The pages as a reader gives them."""
        return {
            number: Page(
                number,
                "",
                tuple(self.lines.get(number, ())),
                595.0,
                842.0,
                tuple(self.drawings.get(number, ())),
            )
            for number in {*self.lines, *self.drawings}
        }

    def read(self) -> tuple[tuple[Column, ...], ...]:
        """Reads the options."""
        return read_options(self.groups, PageFinds(self.pages()))

    def chosen(self) -> list[list[str | None]]:
        """By group and column the letter that is chosen, null unless it is one and all is clear."""
        return [
            [_only(group, column) for column in columns]
            for group, columns in zip(self.groups, self.read(), strict=True)
        ]

    def states(self) -> list[CellState | None]:
        """The states of the one column of the first group."""
        (column,) = self.read()[0]
        return [None if cell is None else cell.state for cell in column.cells]

    def fulfilled(self) -> list[list[bool | None]]:
        """By column and statement what is read; null: unreadable, or no cell."""
        columns = read_statements(self.statements, PageFinds(self.pages()))
        return [
            [
                None
                if cell is None or cell.state is CellState.UNREADABLE
                else cell.state is CellState.CHOSEN
                for cell in column.cells
            ]
            for column in columns
        ]


def _only(group: Sequence[Row], column: Column) -> str | None:
    states = [cell.state if cell is not None else None for cell in column.cells]
    if CellState.UNREADABLE in states or states.count(CellState.CHOSEN) != 1:
        return None
    return group[states.index(CellState.CHOSEN)].option
