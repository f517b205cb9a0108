"""Draws on the pages of a file: a thin cover over reportlab's canvas."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from samples.pdf_builder.shapes import Rect

Colour = tuple[float, float, float]

BLACK: Final[Colour] = (0.0, 0.0, 0.0)
WHITE: Final[Colour] = (1.0, 1.0, 1.0)
NAVY: Final[Colour] = (0.1, 0.22, 0.38)
PALE: Final[Colour] = (0.9, 0.93, 0.96)
GREY: Final[Colour] = (0.6, 0.6, 0.6)
RED: Final[Colour] = (0.75, 0.1, 0.1)
YELLOW: Final[Colour] = (1.0, 0.88, 0.5)


@dataclass(frozen=True, slots=True)
class Pen:
    """What drawing functions are given; `canvas` is reportlab's, for what this does not cover."""

    canvas: Canvas

    def text(self, at: tuple[float, float], text: str, font: tuple[str, float]) -> None:
        """Black text from `at` on."""
        self.coloured_text(at, text, font, BLACK)

    def coloured_text(
        self, at: tuple[float, float], text: str, font: tuple[str, float], colour: Colour
    ) -> None:
        """Text in a colour."""
        self.canvas.setFillColorRGB(*colour)
        self.canvas.setFont(*font)
        self.canvas.drawString(*at, text)

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        width: float = 0.5,
        colour: Colour = BLACK,
    ) -> None:
        """A straight line."""
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(width)
        self.canvas.line(*start, *end)

    def filled(self, rect: Rect, colour: Colour) -> None:
        """A rectangle without outline."""
        self.canvas.setFillColorRGB(*colour)
        self.canvas.rect(rect.left, rect.bottom, rect.width, rect.height, stroke=0, fill=1)

    def outlined(self, rect: Rect, width: float = 0.8, colour: Colour = BLACK) -> None:
        """The outline of a rectangle."""
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(width)
        self.canvas.rect(rect.left, rect.bottom, rect.width, rect.height, stroke=1, fill=0)

    def oval(
        self, rect: Rect, width: float = 0.8, colour: Colour = BLACK, *, fill: bool = False
    ) -> None:
        """An ellipse in a rectangle: its outline, or filled."""
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setFillColorRGB(*colour)
        self.canvas.setLineWidth(width)
        self.canvas.ellipse(
            rect.left, rect.bottom, rect.right, rect.top, stroke=int(not fill), fill=int(fill)
        )

    def annotate(self, subtype: str, rect: Rect, entries: Mapping[str, Any]) -> None:
        """An annotation on the page, with further entries of its dictionary."""
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName(subtype),
                "Rect": PDFArray([rect.left, rect.bottom, rect.right, rect.top]),
                "Contents": PDFString(""),
                "F": 4,  # printed
                **entries,
            }
        )
        self.canvas._addAnnotation(annotation)  # noqa: SLF001 — reportlab has no public way
