"""Boxes and circles drawn as paths."""

from typing import Final

from samples.pdf_builder.pen import NAVY, Pen
from samples.pdf_builder.shapes import Spot
from samples.pdf_builder.styles.style import Style


def empty(pen: Pen, spot: Spot) -> None:
    """An empty box."""
    pen.outlined(spot.box)


def _filled(pen: Pen, spot: Spot, chosen: bool) -> None:
    if chosen:
        pen.filled(spot.box, NAVY)
    pen.outlined(spot.box, colour=NAVY)


def _cross(pen: Pen, spot: Spot, chosen: bool) -> None:
    empty(pen, spot)
    if chosen:
        box = spot.box.grown(-1.5)
        pen.line((box.left, box.bottom), (box.right, box.top), 1.1)
        pen.line((box.left, box.top), (box.right, box.bottom), 1.1)


def _tick(pen: Pen, spot: Spot, chosen: bool) -> None:
    empty(pen, spot)
    if chosen:
        box = spot.box.grown(-1.5)
        path = pen.canvas.beginPath()
        path.moveTo(box.left, spot.y)
        path.lineTo(spot.x - 0.5, box.bottom)
        path.lineTo(box.right, box.top)
        pen.canvas.setLineWidth(1.3)
        pen.canvas.drawPath(path, stroke=1, fill=0)


def _radio(pen: Pen, spot: Spot, chosen: bool) -> None:
    pen.oval(spot.box)
    if chosen:
        pen.oval(spot.box.grown(-2.2), fill=True)


STYLES: Final = (
    Style("filled", cell=_filled),
    Style("cross", cell=_cross),
    Style("tick", cell=_tick),
    Style("radio", cell=_radio),
)
