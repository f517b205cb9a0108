"""Marks that are fields of a form."""

from typing import Final

from samples.pdf_builder.pen import Pen
from samples.pdf_builder.shapes import Spot
from samples.pdf_builder.styles.style import Style


def _check(pen: Pen, spot: Spot, chosen: bool) -> None:
    pen.canvas.acroForm.checkbox(
        name=spot.name,
        x=spot.box.left,
        y=spot.box.bottom,
        size=spot.size,
        checked=chosen,
        buttonStyle="check",
        borderWidth=0.5,
        fieldFlags="",
    )


def _radio(pen: Pen, spot: Spot, chosen: bool) -> None:
    """A button among the options of an area, a check box beside a statement."""
    if not spot.group:
        _check(pen, spot, chosen)
        return
    box = spot.box.grown(2)  # reportlab draws the button smaller than its field
    pen.canvas.acroForm.radio(
        name=spot.group,
        value=spot.value,
        x=box.left,
        y=box.bottom,
        size=box.width,
        selected=chosen,
        buttonStyle="circle",
        borderWidth=0.5,
        fieldFlags="radio",
    )


STYLES: Final = (Style("field-check", cell=_check), Style("field-radio", cell=_radio))
