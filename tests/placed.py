"""Words, lines and pages with geometry, as a PDF reader gives them."""

from spur_extract.reading.document import Box, Drawing, DrawingKind, Page, Word
from spur_extract.reading.pdf.lines import page_of

SIZE = 10.0
LETTER = 5.0
"""Points that every letter of these tests is wide; a space is half of it."""


def words(text: str, x: float, baseline: float, *, bold: bool = False) -> list[Word]:
    """The words of one printed line that begins at `x`."""
    made: list[Word] = []
    for word in text.split():
        box = (x, baseline - 7.5, x + LETTER * len(word), baseline + 2.5)
        made.append(Word(word, box, SIZE, bold))
        x = box[2] + LETTER / 2
    return made


def page(*runs: list[Word], drawings: tuple[Drawing, ...] = (), number: int = 1) -> Page:
    """A page of A4 with these runs of words on it."""
    every = [word for run in runs for word in run]
    return page_of(number, (595.0, 842.0), every, drawings)


def rule(y: float, x0: float = 0.0, x1: float = 595.0) -> Drawing:
    """A thin filled rectangle, as browsers draw rules."""
    box: Box = (x0, y, x1, y + 0.75)
    return Drawing(DrawingKind.PATH, box, fill=(0.0, 0.0, 0.0))
