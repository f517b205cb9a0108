"""What is asked for, and what is answered, when marks are read."""

from dataclasses import dataclass
from enum import Enum

from spur_extract.reading.document import Box, Line


@dataclass(frozen=True, slots=True)
class Row:
    """A statement, or a grade option: what a mark can stand beside.

    `lines` are its own printed lines on `page`; `option` is the letter when it is an option.
    """

    page: int
    lines: tuple[Line, ...]
    option: str | None = None


class CellState(Enum):
    """What a cell says."""

    CHOSEN = "chosen"
    OPEN = "open"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Cell:
    """One row's place in a column. `style` says in English what was seen, as evidence; `box` is
    null where nothing is drawn."""

    state: CellState
    style: str
    page: int
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of marks over the rows of a group: one entry per row, null without a cell."""

    x0: float
    x1: float
    cells: tuple[Cell | None, ...]
