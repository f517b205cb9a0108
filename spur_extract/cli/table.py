"""A plain table for a terminal."""

import unicodedata
from collections.abc import Sequence

Cell = str | int | None


def text_table(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Columns as wide as their longest cell, numbers to the right; ends with a line feed."""
    cells = [list(header), *([_shown(cell) for cell in row] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    numeric = [bool(rows) and isinstance(rows[0][at], int) for at in range(len(header))]
    lines = [
        "  ".join(
            _padded(cell, width, right=right)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        ).rstrip()
        for row in cells
    ]
    return "\n".join(lines) + "\n"


def _shown(cell: Cell) -> str:
    return "–" if cell is None or cell == "" else str(cell)


def _width(text: str) -> int:
    """Columns on a terminal; combining marks (a decomposed å) take none."""
    return sum(not unicodedata.combining(character) for character in text)


def _padded(text: str, width: int, *, right: bool) -> str:
    space = " " * (width - _width(text))
    return space + text if right else text + space
