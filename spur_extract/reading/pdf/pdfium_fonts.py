"""The fonts of a page's text, and how it is painted, as pdfium tells them."""

import ctypes
import math

from pypdfium2 import raw

from spur_extract.reading.document import Colour
from spur_extract.reading.pdf.painting import NEARLY_CLEAR, UPRIGHT_WITHIN, is_near_white, slope
from spur_extract.reading.pdf.pdfium_layers import is_layered
from spur_extract.reading.pdf.symbol_fonts import decode
from spur_extract.reading.pdf.words import Setting, is_bold

LONGEST_FONT_NAME = 256

PROBE = "\uf0fe\xe4"
"""Characters that mean something else in every font of symbols."""

UNPAINTED = frozenset({raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP})
OUTLINE_ONLY = frozenset({raw.FPDF_TEXTRENDERMODE_STROKE, raw.FPDF_TEXTRENDERMODE_STROKE_CLIP})


class Font:
    """The font of a text object: its name, and how it is set.

    `advances` are the widths in points of the characters met so far, for those that read words.
    """

    __slots__ = ("advances", "name", "setting", "size", "symbolic")

    def __init__(self, name: str, setting: Setting) -> None:
        self.name = name
        self.setting = setting
        self.size = setting.size
        self.symbolic = bool(name) and decode(name, PROBE) != PROBE
        self.advances: dict[str, float] = {}


NO_FONT = Font("", Setting(1.0, bold=False))


KnownFonts = dict[tuple[str, Setting], Font]
"""The fonts of a document by name and setting."""


class Fonts:
    """Finds the font of a page's character; those set alike share theirs, also with `known`.

    `turn` is by how many degrees the page is turned to be read; `layers` is whether the file can
    have layers at all.
    """

    def __init__(
        self, text: raw.FPDF_TEXTPAGE, known: KnownFonts, turn: int, *, layers: bool
    ) -> None:
        self._text = text
        self._known = known
        self._turn = turn
        self._layers = layers
        self._of_object: dict[int, Font] = {}
        self._names: dict[int, str] = {}
        self._matrix = raw.FS_MATRIX()
        self._parts = tuple(ctypes.c_uint() for _ in range(4))
        self._parts_at = tuple(map(ctypes.byref, self._parts))

    def at(self, index: int) -> Font:
        """The font of the character at `index`."""
        holder = raw.FPDFText_GetTextObject(self._text, index)
        key = ctypes.cast(holder, ctypes.c_void_p).value or 0
        font = self._of_object.get(key)
        if font is None:
            name = self._name(holder)
            setting = self._setting(index, holder, name)
            font = self._known.get((name, setting))
            if font is None:
                font = self._known[name, setting] = Font(name, setting)
            self._of_object[key] = font
        return font

    def _setting(self, index: int, holder: raw.FPDF_PAGEOBJECT, name: str) -> Setting:
        mode = raw.FPDFTextObj_GetTextRenderMode(holder)
        bold = is_bold(name) or mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
        scale, upright = 1.0, True
        matrix = self._matrix
        if raw.FPDFText_GetMatrix(self._text, index, ctypes.byref(matrix)):
            scale = math.hypot(matrix.c, matrix.d) or 1.0
            upright = slope(matrix.a, matrix.b, self._turn) <= UPRIGHT_WITHIN
        size = float(raw.FPDFText_GetFontSize(self._text, index)) * scale
        colour, opacity = self._paint(holder)
        if mode in UNPAINTED or (opacity <= NEARLY_CLEAR and mode not in OUTLINE_ONLY):
            return Setting(size, bold, None, upright, faint=True)
        white = colour is not None and is_near_white(colour) and mode not in OUTLINE_ONLY
        return Setting(size, bold, colour, upright, white or (self._layers and is_layered(holder)))

    def _paint(self, holder: raw.FPDF_PAGEOBJECT) -> tuple[Colour | None, float]:
        """The colour that text is filled with, null where it is a pattern, and the opacity."""
        if not raw.FPDFPageObj_GetFillColor(holder, *self._parts_at):
            return None, 1.0
        red, green, blue, alpha = (part.value / 255 for part in self._parts)
        return (red, green, blue), alpha

    def _name(self, holder: raw.FPDF_PAGEOBJECT) -> str:
        font = raw.FPDFTextObj_GetFont(holder)
        if not font:
            return ""
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        name = self._names.get(key)
        if name is None:
            buffer = ctypes.create_string_buffer(LONGEST_FONT_NAME)
            raw.FPDFFont_GetBaseFontName(font, buffer, LONGEST_FONT_NAME)
            name = self._names[key] = buffer.value.decode("utf-8", "replace")
        return name
