"""What hangs before the items of a list: bullets, numbers and letters, told from columns.

Word processors set a marker at a tab's distance from its item, which looks like a column's gap.
"""

import re
from collections.abc import Sequence

from spur_extract.reading.document import Drawing, DrawingKind, Word
from spur_extract.reading.pdf.list_columns import ListColumns

BULLETS = frozenset("•◦‣▪∙·⁃–—-*➢➤►▸»◆◇❖\uf0b7\uf0a7\uf0d8\uf076\uf02d")
"""Also codes of private use, by which files name the bullets of Word's own fonts. Not among them
are discs, squares and ticks, which mark rows of forms, too."""

LETTER_AS_BULLET = "o"
"""Word's bullet of the second level, out of a typewriter's face."""

NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zåäö]|[ivx]{2,4})[.)]")

BULLET_GAP = 5.0
"""Ems that may lie between a bullet and the text that hangs beside it."""

NUMBER_GAP = 2.5
"""The same for a number: wider, and it stands in a column of numbers."""

LETTER_GAP = 1.6
"""The same for the letter, which forms print for an empty box, too."""

THINNEST_BOX = 2.5
"""Points up to which an upright drawing is a rule, and not a box with two edges."""


def hangs_before(
    marker: Word, item: Word, columns: ListColumns, drawings: Sequence[Drawing]
) -> bool:
    """Whether the first word of a line is a marker of the list item beside it; an upright rule
    between them makes it the cell of a table, and so do other signs in its column."""
    gap = (item.box[0] - marker.box[2]) / max(marker.size, item.size, 1.0)
    numbered = NUMBER.fullmatch(marker.text) is not None
    if marker.text in BULLETS:
        near = gap <= BULLET_GAP
    elif marker.text == LETTER_AS_BULLET:
        near = gap <= LETTER_GAP
    else:
        near = numbered and gap <= NUMBER_GAP
    if not near or _ruled_off(marker, item, drawings):
        return False
    return numbered or columns.may_be_bullets(marker, item, BULLETS | {LETTER_AS_BULLET})


def _ruled_off(marker: Word, item: Word, drawings: Sequence[Drawing]) -> bool:
    level = (marker.box[1] + marker.box[3]) / 2
    return any(
        drawing.kind is DrawingKind.PATH
        and drawing.box[1] <= level <= drawing.box[3]
        and any(marker.box[2] - 1 <= edge <= item.box[0] + 1 for edge in _edges(drawing))
        for drawing in drawings
    )


def _edges(drawing: Drawing) -> Sequence[float]:
    """Where a rule stands, or the sides of a box; other shapes are no rules."""
    x0, _, x1, _ = drawing.box
    if x1 - x0 <= THINNEST_BOX:
        return (x0,)
    return () if drawing.curved else (x0, x1)
