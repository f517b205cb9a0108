"""Marks that are text: letters, and the signs of symbol fonts."""

from typing import Final

from reportlab.pdfbase import pdfmetrics

from samples.pdf_builder.pen import Pen
from samples.pdf_builder.shapes import Spot
from samples.pdf_builder.styles.style import CellMark, Style
from samples.pdf_builder.styles.wingdings import WINGDINGS, register

_DINGBATS: Final = "ZapfDingbats"


def _sign(font: str, yes: str, no: str) -> CellMark:
    """One sign for a mark and another for none, in the middle of the cell."""

    def draw(pen: Pen, spot: Spot, chosen: bool) -> None:
        sign = yes if chosen else no
        if sign:
            size = spot.size + 1
            width = pdfmetrics.stringWidth(sign, font, size)
            pen.text((spot.x - width / 2, spot.y - size * 0.35), sign, (font, size))

    return draw


def _wingdings(pen: Pen, spot: Spot, chosen: bool) -> None:
    register()
    _sign(WINGDINGS, "\u00fe", "\u00a8")(pen, spot, chosen)


STYLES: Final = (
    Style("glyph-box", cell=_sign(_DINGBATS, "■", "❏")),
    Style("zapf-check", cell=_sign(_DINGBATS, "✔", "")),
    Style("zapf-cross", cell=_sign(_DINGBATS, "✘", "❑")),
    Style("plain-x", cell=_sign("Helvetica", "X", "")),
    Style("wingdings", cell=_wingdings),
)
