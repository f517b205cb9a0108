"""Bullets of lists that look like marks."""

from collections.abc import Sequence

from spur_extract.marks.bands import Band
from spur_extract.marks.geometry import middle
from spur_extract.marks.tables import RawColumn

BULLETS = frozenset("●■○□◻◼▢❏❑❒◉⬛⬜✓✔✗✘✕✖→➔➜►▶")
"""Characters that word processors offer as bullets; ballot boxes are not among them."""

FEWEST = 3


def without_bullets(
    columns: Sequence[RawColumn], bands: Sequence[Band | None]
) -> tuple[RawColumn, ...]:
    """The columns without those in which one character stands before the text of every row."""
    return tuple(column for column in columns if not _is_bullets(column, bands))


def _is_bullets(column: RawColumn, bands: Sequence[Band | None]) -> bool:
    if len(column.cells) < FEWEST:
        return False
    chars = set()
    for cell, band in zip(column.cells, bands, strict=True):
        if band is None:
            continue
        if cell is None or cell.glyph is None or cell.notes or cell.picture or cell.field:
            return False
        if middle(cell.box)[0] > band.text[0] or cell.glyph not in BULLETS:
            return False
        chars.add(cell.glyph)
    return len(chars) == 1
