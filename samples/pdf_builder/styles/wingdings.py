"""Text in a font named Wingdings that is not embedded, as word processors leave it."""

from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName

WINGDINGS: Final = "Wingdings"
_FIRST: Final = 0x20
_LAST: Final = 0xFF
_WIDTH: Final = 891


def register() -> None:
    """Make the font known to reportlab; it takes the codes of WinAnsi."""
    if WINGDINGS not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(_font())


def _font() -> pdfmetrics.Font:
    font = pdfmetrics.Font(WINGDINGS, "Helvetica", "WinAnsiEncoding")
    font.widths = [_WIDTH] * 256

    def add_objects(document: PDFDocument) -> None:
        dictionary = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("TrueType"),
                "BaseFont": PDFName(WINGDINGS),
                "Encoding": PDFName("WinAnsiEncoding"),
                "FirstChar": _FIRST,
                "LastChar": _LAST,
                "Widths": PDFArray([_WIDTH] * (_LAST - _FIRST + 1)),
            }
        )
        name = f"F{len(document.fontMapping) + 1}"
        document.fontMapping[WINGDINGS] = f"/{name}"
        fonts = document.idToObject["BasicFonts"].dict
        fonts[name] = document.Reference(dictionary, name)

    font.addObjects = add_objects
    return font
