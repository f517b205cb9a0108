"""The fast reader: pdfium by its own functions, for its Python objects cost more than it does."""

import math
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from spur_extract.reading.document import Drawing, Page
from spur_extract.reading.pdf.lines import page_of
from spur_extract.reading.pdf.pdfium_annotations import annotations_of
from spur_extract.reading.pdf.pdfium_drawings import drawings_of
from spur_extract.reading.pdf.pdfium_fonts import KnownFonts
from spur_extract.reading.pdf.pdfium_text import characters_of, words_on
from spur_extract.reading.pdf.placing import Placing
from spur_extract.reading.pdf.told import Told, told_of


def read_pages_pdfium(data: bytes, password: str | None = None) -> tuple[Page, ...]:
    """All pages of the PDF file in `data`.

    Raises:
        pypdfium2.PdfiumError: pdfium cannot open it, or wants a password.
    """
    return tuple(page for page, _ in read_told_pages(data, password))


def read_told_pages(data: bytes, password: str | None = None) -> Iterator[tuple[Page, Told]]:
    """Each page as `read_pages_pdfium` gives it, beside what pdfium itself tells of it."""
    document = pdfium.PdfDocument(data, password=password)
    try:
        if document.get_formtype() != raw.FORMTYPE_NONE:
            document.init_forms()
        fonts: KnownFonts = {}
        for index in range(len(document)):
            yield _page(document, index, fonts)
    finally:
        document.close()


def _page(document: pdfium.PdfDocument, index: int, fonts: KnownFonts) -> tuple[Page, Told]:
    page = document[index]
    text = page.get_textpage()
    try:
        left, bottom, right, top = page.get_bbox()
        placing = Placing(left, bottom, right, top, turn_of_text(text.raw))
        characters = characters_of(text.raw)
        words = list(words_on(text.raw, characters, placing, fonts))
        drawings: list[Drawing] = [*drawings_of(page.raw, placing), *annotations_of(page, placing)]
        told = told_of(page, characters)
        return page_of(index + 1, placing.size, words, drawings), told
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
