"""Marks set on the finished form with a viewer's tools: annotations."""

from typing import Any, Final

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    xObjectName,
)

from samples.pdf_builder.pen import RED, YELLOW, Pen
from samples.pdf_builder.shapes import OptionShape, Rect, Spot
from samples.pdf_builder.styles.boxes import empty
from samples.pdf_builder.styles.emphasis import round_letter
from samples.pdf_builder.styles.style import OptionMark, Style


def _ink(pen: Pen, spot: Spot, chosen: bool) -> None:
    """An empty box, and two strokes of the pen over it."""
    empty(pen, spot)
    if chosen:
        box = spot.box.grown(0.8)
        strokes = [
            [box.left, box.top, spot.x, spot.y + 0.6, box.right, box.bottom],
            [box.left, box.bottom, spot.x + 0.6, spot.y, box.right, box.top],
        ]
        pen.annotate("Ink", box, {**_stroked(), "InkList": PDFArray(list(map(PDFArray, strokes)))})


def _stroked() -> dict[str, Any]:
    return {"C": PDFArray(RED), "BS": PDFDictionary({"W": 1.2})}


def _drawn(subtype: str) -> OptionMark:
    def draw(pen: Pen, shape: OptionShape, chosen: bool) -> None:
        if chosen:
            pen.annotate(subtype, round_letter(shape), _stroked())

    return draw


def _highlight(pen: Pen, shape: OptionShape, chosen: bool) -> None:
    """The text of the option highlighted, line by line."""
    if chosen:
        first, last = shape.lines[0], shape.lines[-1]
        right = max(line.right for line in shape.lines)
        quads = [coordinate for line in shape.lines for coordinate in _quad(line)]
        pen.annotate(
            "Highlight",
            Rect(first.left, last.bottom, right, first.top),
            {"C": PDFArray(YELLOW), "QuadPoints": PDFArray(quads)},
        )


def _quad(line: Rect) -> tuple[float, ...]:
    return (
        *(line.left, line.top, line.right, line.top),
        *(line.left, line.bottom, line.right, line.bottom),
    )


def _stamp(pen: Pen, shape: OptionShape, chosen: bool) -> None:
    """A stamp over the option's letter, with an appearance of its own."""
    if not chosen:
        return
    rect = round_letter(shape)
    name = f"stamp-{shape.name}"
    pen.canvas.beginForm(name, 0, 0, rect.width, rect.height)
    pen.outlined(Rect(1, 1, rect.width - 1, rect.height - 1), 1.5, RED)
    pen.canvas.endForm()
    look = PDFObjectReference(xObjectName(name))
    pen.annotate("Stamp", rect, {"Name": PDFName("Approved"), "AP": PDFDictionary({"N": look})})


STYLES: Final = (
    Style("ink", cell=_ink),
    Style("note-circle", over=_drawn("Circle")),
    Style("note-square", over=_drawn("Square")),
    Style("note-highlight", over=_highlight),
    Style("note-stamp", over=_stamp),
)
