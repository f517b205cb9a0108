"""The chosen option set apart by a ring, a shade, bold type, or by striking out the others."""

from typing import Final

from samples.pdf_builder.pen import RED, YELLOW, Pen
from samples.pdf_builder.shapes import OptionShape, Rect
from samples.pdf_builder.styles.style import Bold, Style


def round_letter(shape: OptionShape) -> Rect:
    """A square round the option's letter."""
    letter = shape.letter
    x, y = (letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2
    half = letter.height * 0.75
    return Rect(x - half, y - half, x + half, y + half)


def _ring(pen: Pen, shape: OptionShape, chosen: bool) -> None:
    if chosen:
        pen.oval(round_letter(shape), 1.2, RED)


def _shade_row(pen: Pen, shape: OptionShape, chosen: bool) -> None:
    if chosen:
        pen.filled(shape.row, YELLOW)


def _shade_letter(pen: Pen, shape: OptionShape, chosen: bool) -> None:
    if chosen:
        pen.filled(shape.letter.grown(2), YELLOW)


def _strike(pen: Pen, shape: OptionShape, chosen: bool) -> None:
    if not chosen:
        for line in shape.lines:
            middle = line.bottom + line.height * 0.45
            pen.line((line.left, middle), (line.right, middle), 0.7)


STYLES: Final = (
    Style("ring", over=_ring),
    Style("shade-row", under=_shade_row),
    Style("shade-letter", under=_shade_letter),
    Style("bold-row", bold=Bold.ROW),
    Style("bold-letter", bold=Bold.LETTER),
    Style("strike-others", over=_strike),
)
