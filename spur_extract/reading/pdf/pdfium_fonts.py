"""The fonts of a page's text, as pdfium tells them."""

import ctypes
import math

from pypdfium2 import raw

from spur_extract.reading.pdf.symbol_fonts import decode
from spur_extract.reading.pdf.words import is_bold

LONGEST_FONT_NAME = 256

PROBE = "\uf0fe\xe4"
"""Characters that mean something else in every font of symbols."""


class Font:
    """The font of a text object: its name, its size in points as printed, whether it is bold.

    `advances` are the widths in points of the characters met so far, for those that read words.
    """

    __slots__ = ("advances", "bold", "name", "size", "symbolic")

    def __init__(self, name: str, size: float, *, bold: bool) -> None:
        self.name = name
        self.size = size
        self.bold = bold
        self.symbolic = bool(name) and decode(name, PROBE) != PROBE
        self.advances: dict[str, float] = {}


NO_FONT = Font("", 1.0, bold=False)


KnownFonts = dict[tuple[str, float, bool], Font]
"""The fonts of a document by name, size and whether they are bold."""


class Fonts:
    """Finds the font of a page's character; those set alike share theirs, also with `known`."""

    def __init__(self, text: raw.FPDF_TEXTPAGE, known: KnownFonts) -> None:
        self._text = text
        self._known = known
        self._of_object: dict[int, Font] = {}

    def at(self, index: int) -> Font:
        """The font of the character at `index`."""
        holder = raw.FPDFText_GetTextObject(self._text, index)
        key = ctypes.cast(holder, ctypes.c_void_p).value or 0
        font = self._of_object.get(key)
        if font is None:
            found = self._look_up(index, holder)
            font = self._known.setdefault((found.name, found.size, found.bold), found)
            self._of_object[key] = font
        return font

    def _look_up(self, index: int, holder: raw.FPDF_PAGEOBJECT) -> Font:
        name = _font_name(holder)
        mode = raw.FPDFTextObj_GetTextRenderMode(holder)
        bold = is_bold(name) or mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
        return Font(name, self._size(index), bold=bold)

    def _size(self, index: int) -> float:
        matrix = raw.FS_MATRIX()
        scale = 1.0
        if raw.FPDFText_GetMatrix(self._text, index, ctypes.byref(matrix)):
            scale = math.hypot(matrix.c, matrix.d) or 1.0
        return float(raw.FPDFText_GetFontSize(self._text, index)) * scale


def _font_name(holder: raw.FPDF_PAGEOBJECT) -> str:
    font = raw.FPDFTextObj_GetFont(holder)
    if not font:
        return ""
    buffer = ctypes.create_string_buffer(LONGEST_FONT_NAME)
    raw.FPDFFont_GetBaseFontName(font, buffer, LONGEST_FONT_NAME)
    return buffer.value.decode("utf-8", "replace")
