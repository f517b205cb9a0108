"""What a way of marking is: what it draws in a mark's cell, or round and over a grade option."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from samples.pdf_builder.pen import Pen
from samples.pdf_builder.shapes import OptionShape, Spot

CellMark = Callable[[Pen, Spot, bool], None]
"""Draws the mark, or what stands in a cell without one."""

OptionMark = Callable[[Pen, OptionShape, bool], None]
"""Sets a grade option apart from the others, or leaves it as it is."""


class Bold(StrEnum):
    """What of the chosen option is printed bold."""

    NOTHING = "nothing"
    LETTER = "letter"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Style:
    """A way of marking.

    With `cell` there is a column of marks beside statements and options. Without it only the
    options are marked: `under` draws below their text, `over` on top.
    """

    name: str
    cell: CellMark | None = None
    under: OptionMark | None = None
    over: OptionMark | None = None
    bold: Bold = Bold.NOTHING

    @property
    def in_cells(self) -> bool:
        """Whether it marks statements too, and regulations apart from each other."""
        return self.cell is not None
