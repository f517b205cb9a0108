"""The fast reader: pdfium by its own functions, for its Python objects cost more than it does."""

import math
from collections import Counter
from collections.abc import Collection, Iterator
from functools import partial
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from spur_extract.reading.document import Drawing, Page, Word
from spur_extract.reading.pdf.lines import page_of
from spur_extract.reading.pdf.pdfium_annotations import Bare, annotations_of, bare_annotations
from spur_extract.reading.pdf.pdfium_drawings import drawings_of
from spur_extract.reading.pdf.pdfium_fonts import Fonts, KnownFonts
from spur_extract.reading.pdf.pdfium_layers import may_have_layers
from spur_extract.reading.pdf.pdfium_text import characters_of, words_on
from spur_extract.reading.pdf.pdfium_writing import written_on
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
        bare: Bare = frozenset()
        if document.get_formtype() != raw.FORMTYPE_NONE:
            bare = bare_annotations(data, password)
            document.init_forms()
        known: KnownFonts = {}
        layers = may_have_layers(data)
        for index in range(len(document)):
            without_look = {place for number, place in bare if number == index}
            yield _page(document, index, _Known(known, layers, without_look))
    finally:
        document.close()


class _Known(NamedTuple):
    """What is known of a page before it is read: the document's fonts, whether there can be layers,
    and which of its annotations have no look."""

    fonts: KnownFonts
    layers: bool
    bare: Collection[int]


def _page(document: pdfium.PdfDocument, index: int, known: _Known) -> tuple[Page, Told]:
    page = document[index]
    text = page.get_textpage()
    try:
        left, bottom, right, top = page.get_bbox()
        placing = Placing(left, bottom, right, top, turn_of_text(text.raw))
        characters = characters_of(text.raw)
        fonts = Fonts(text.raw, known.fonts, placing.turn, layers=known.layers)
        words = list(words_on(text.raw, characters, placing, fonts))
        told = told_of(page, characters)
        drawn = drawings_of(page.raw, placing, layers=known.layers)
        drawings: list[Drawing] = [*drawn, *annotations_of(page, placing, known.bare)]
        flat = partial(_words_of_flat, document, index, placing)
        written = written_on(page, placing, words, flat)
        words += written.words
        return page_of(index + 1, placing.size, words, drawings, written.apart), told
    finally:
        text.close()
        page.close()


def _words_of_flat(document: pdfium.PdfDocument, index: int, placing: Placing) -> list[Word]:
    """The words of a page with its fields and annotations made parts of it."""
    page = document[index]
    raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
    page.close()
    page = document[index]  # only now has the page what was put into it
    text = page.get_textpage()
    try:
        fonts = Fonts(text.raw, {}, placing.turn, layers=False)
        return list(words_on(text.raw, characters_of(text.raw), placing, fonts))
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
