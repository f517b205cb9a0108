"""The typefaces a report is set in, with the widths that its lines are broken by."""

from dataclasses import dataclass
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from samples.content import plain
from samples.wrap import wrap

_DESCENT: Final = 0.22
_ASCENT: Final = 0.75


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface in one size; lengths are in points."""

    regular: str
    bold: str
    size: float
    leading: float

    @property
    def ascent(self) -> float:
        """How far capitals reach above the base line."""
        return self.size * _ASCENT

    @property
    def descent(self) -> float:
        """How far letters reach below the base line."""
        return self.size * _DESCENT

    def font(self, *, bold: bool) -> str:
        """The name of the font."""
        return self.bold if bold else self.regular

    def width(self, text: str, *, bold: bool = False) -> float:
        """The width of a text."""
        return float(pdfmetrics.stringWidth(text, self.font(bold=bold), self.size))

    def scaled(self, factor: float) -> "Face":
        """The same typeface in another size."""
        return Face(self.regular, self.bold, self.size * factor, self.leading * factor)

    def lines(self, text: str, width: float, *, bold: bool = False) -> tuple[str, ...]:
        """A paragraph's lines, none wider than `width` unless a single word is."""
        return wrap(plain(text), _Column(self, width, bold))


@dataclass(frozen=True, slots=True)
class _Column:
    face: Face
    width: float
    bold: bool

    def holds(self, text: str, /) -> bool:
        return self.face.width(text, bold=self.bold) <= self.width


HELVETICA: Final = Face("Helvetica", "Helvetica-Bold", 9.0, 12.0)
HELVETICA_LARGE: Final = Face("Helvetica", "Helvetica-Bold", 10.0, 13.5)
TIMES: Final = Face("Times-Roman", "Times-Bold", 10.0, 12.5)
VERA: Final = Face("Vera", "VeraBd", 8.5, 12.0)


def register() -> None:
    """Make the fonts that come with reportlab known to it; done anew for each file."""
    for name in ("Vera", "VeraBd"):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
