"""What lies over the pages and is no part of the report: stamps, and crosses that nobody sees."""

from dataclasses import replace
from functools import partial
from typing import Final

from samples.pdf_builder.compose import Overprint, Printing
from samples.pdf_builder.draft import Damage, Draft
from samples.pdf_builder.flow import LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, Page
from samples.pdf_builder.pen import WHITE, Pen

_PALE_GREY: Final = (0.88, 0.88, 0.88)
_FONT: Final = "Helvetica-Bold"
_UNPAINTED: Final = 3
_CROSS: Final = ("Helvetica", 9.0)
_BELOW_TOP: Final = 9.0
_ROWS: Final = frozenset({"statement", "option"})


def _stamp(text: str, size: float, degrees: float, pen: Pen, _page: Page) -> None:
    canvas = pen.canvas
    canvas.saveState()
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(degrees)
    canvas.setFillColorRGB(*_PALE_GREY)
    canvas.setFont(_FONT, size)
    canvas.drawCentredString(0, 0, text)
    canvas.restoreState()


def _white_crosses(pen: Pen, page: Page) -> None:
    for at in _beside_rows(page):
        pen.coloured_text(at, "X", _CROSS, WHITE)


def _unpainted_crosses(pen: Pen, page: Page) -> None:
    pen.canvas.saveState()
    pen.canvas.setFont(*_CROSS)
    for at in _beside_rows(page):
        pen.canvas.drawString(*at, "X", mode=_UNPAINTED)
    pen.canvas.restoreState()


def _beside_rows(page: Page) -> list[tuple[float, float]]:
    """At both ends of every row that can have a mark."""
    tops = [each.top for each in page if each.block.tag and each.block.tag.kind in _ROWS]
    return [(x, top - _BELOW_TOP) for top in tops for x in (LEFT + 2, RIGHT - 14)]


def _over(draw: Overprint, draft: Draft) -> Draft:
    return replace(draft, printing=Printing(over=draw))


DAMAGES: Final[dict[str, Damage]] = {
    "stamp-slanted": partial(_over, partial(_stamp, "UTKAST", 110.0, 50.0)),
    "stamp-level": partial(_over, partial(_stamp, "KOPIA", 60.0, 0.0)),
    "white-crosses": partial(_over, _white_crosses),
    "unpainted-crosses": partial(_over, _unpainted_crosses),
}
