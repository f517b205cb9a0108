"""The fast reader: pdfium by its own functions, for its Python objects cost more than it does."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from spur_extract.reading.document import Drawing, Page
from spur_extract.reading.pdf.lines import page_of
from spur_extract.reading.pdf.pdfium_annotations import annotations_of
from spur_extract.reading.pdf.pdfium_drawings import drawings_of
from spur_extract.reading.pdf.placing import Placing
from spur_extract.reading.pdf.symbol_fonts import decode
from spur_extract.reading.pdf.words import Glyph, is_bold, words_of

HYPHEN_AT_LINE_END = 0x02
"""What pdfium gives for a hyphen at the end of a line, which it would rather leave out."""

LONGEST_FONT_NAME = 256

JUMP = 1.0
"""Points between two characters from which on the second may be set in another font."""


def read_pages_pdfium(data: bytes, password: str | None = None) -> tuple[Page, ...]:
    """All pages of the PDF file in `data`.

    Raises:
        pypdfium2.PdfiumError: pdfium cannot open it, or wants a password.
    """
    document = pdfium.PdfDocument(data, password=password)
    try:
        if document.get_formtype() != raw.FORMTYPE_NONE:
            document.init_forms()
        return tuple(_page(document, index) for index in range(len(document)))
    finally:
        document.close()


def _page(document: pdfium.PdfDocument, index: int) -> Page:
    page = document[index]
    text = page.get_textpage()
    try:
        left, bottom, right, top = page.get_bbox()
        placing = Placing(left, bottom, right, top, turn_of_text(text.raw))
        words = list(words_of(_glyphs(text.raw, placing)))
        drawings: list[Drawing] = [*drawings_of(page.raw, placing), *annotations_of(page, placing)]
        return page_of(index + 1, placing.size, words, drawings)
    finally:
        text.close()
        page.close()


def turn_of_text(text: raw.FPDF_TEXTPAGE) -> int:
    """By how many degrees the page has to be turned for most of its characters to stand upright."""
    count = raw.FPDFText_CountChars(text)
    step = max(count // 60, 1)
    angles = (raw.FPDFText_GetCharAngle(text, index) for index in range(0, count, step))
    turns = Counter(-round(math.degrees(angle) / 90) % 4 * 90 for angle in angles if angle >= 0)
    return turns.most_common(1)[0][0] if turns else 0


def _glyphs(text: raw.FPDF_TEXTPAGE, placing: Placing) -> Iterator[Glyph]:
    """The characters that are painted, each with its advance on the baseline.

    The font and the baseline are asked for only where they may change, at the start of a word and
    where a character's box leaves the level of the one before: every question costs.
    """
    fonts = _Fonts(text)
    box = raw.FS_RECTF()
    box_at = ctypes.byref(box)
    unicode_at, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    level: tuple[float, float] | None = None
    upright, left = placing.turn == 0, placing.left
    font, baseline, end = NO_FONT, 0.0, 0.0
    for index in range(raw.FPDFText_CountChars(text)):
        code = unicode_at(text, index)
        if code in SPACE_CODES:
            level = None
            yield SPACE
            continue
        if not box_of(text, index, box_at):
            continue
        if upright:  # the same as `placing.box`, which costs as much as pdfium does
            x0, x1 = box.left - left, box.right - left
            top, bottom = box.top, box.bottom
        else:
            x0, top, x1, bottom = placing.box(box.left, box.bottom, box.right, box.top)
        if level != (top, bottom) or abs(x0 - end) > JUMP:
            level = (top, bottom)
            font, baseline = fonts.at(index), _baseline(text, index, placing)
        end = x1
        shown = "-" if code == HYPHEN_AT_LINE_END else chr(code)
        if font.symbolic:
            shown = decode(font.name, shown)
        yield Glyph(shown, x0, x1, baseline, font.size, font.bold)


def _baseline(text: raw.FPDF_TEXTPAGE, index: int, placing: Placing) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
    return placing.point(x.value, y.value)[1]


SPACE = Glyph(" ", 0.0, 0.0, 0.0, 0.0, bold=False)
SPACE_CODES = frozenset({0x20, 0x0A, 0x0D, 0xA0})


PROBE = "\uf0fe\xfe4"
"""Characters that mean something else in every font of symbols."""


class _Font:
    """The font of a text object: its name, its size in points as printed, whether it is bold."""

    __slots__ = ("bold", "name", "size", "symbolic")

    def __init__(self, name: str, size: float, *, bold: bool) -> None:
        self.name = name
        self.size = size
        self.bold = bold
        self.symbolic = bool(name) and decode(name, PROBE) != PROBE


NO_FONT = _Font("", 1.0, bold=False)


class _Fonts:
    """Finds the font of a character; text objects share theirs."""

    def __init__(self, text: raw.FPDF_TEXTPAGE) -> None:
        self._text = text
        self._known: dict[int, _Font] = {}

    def at(self, index: int) -> _Font:
        """The font of the character at `index`."""
        holder = raw.FPDFText_GetTextObject(self._text, index)
        key = ctypes.cast(holder, ctypes.c_void_p).value or 0
        font = self._known.get(key)
        if font is None:
            font = self._known[key] = self._look_up(index, holder)
        return font

    def _look_up(self, index: int, holder: raw.FPDF_PAGEOBJECT) -> _Font:
        name = _font_name(holder)
        mode = raw.FPDFTextObj_GetTextRenderMode(holder)
        bold = is_bold(name) or mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
        return _Font(name, self._size(index), bold=bold)

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
