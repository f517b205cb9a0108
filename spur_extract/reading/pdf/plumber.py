"""The careful reader: pdfplumber opens the file, pdfminer's interpreter runs through its pages."""

import io
import logging
import math
import struct
import zlib
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from spur_extract.errors import PdfDamagedError, PdfEncryptedError, PdfPasswordWrongError
from spur_extract.reading.document import Page, Word
from spur_extract.reading.pdf.lines import page_of
from spur_extract.reading.pdf.placing import Placing
from spur_extract.reading.pdf.plumber_annotations import annotations_of
from spur_extract.reading.pdf.plumber_device import Canvas, Resources
from spur_extract.reading.pdf.plumber_states import Interpreter
from spur_extract.reading.pdf.plumber_writing import written_on
from spur_extract.reading.pdf.words import words_of

FAULTS = (
    PSException,
    PdfminerException,
    MalformedPDFException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pdfminer raises on a damaged file: its own exceptions, and those of Python that it lets
through."""


def read_pages_plumber(
    data: bytes, password: str | None = None, only: Collection[int] | None = None
) -> tuple[Page, ...]:
    """The pages of the PDF file in `data`, all or `only` those of these numbers (from 1).

    pdfminer loses pages and text of some damaged files without telling: what it gives has to be
    compared with another reader's (see `checks.differing`).

    Raises:
        PdfEncryptedError: it is encrypted, and there is no password, or no way to use one.
        PdfPasswordWrongError: the password is wrong.
        PdfDamagedError: pdfminer fails on the file, or on the page that the message names.
    """
    # Without a handler of its own, what pdfminer warns of would go to standard error.
    logging.getLogger("pdfminer").addHandler(logging.NullHandler())
    pages: list[Page] = []
    resources = Resources()
    with _opened(data, password) as pdf:
        for page in _pages(pdf):
            if only is None or page.page_number in only:
                pages.append(_read(page, resources))
            page.close()
    return tuple(pages)


@contextmanager
def _opened(data: bytes, password: str | None) -> Iterator[PDF]:
    try:
        pdf = pdfplumber.open(io.BytesIO(data), password=password or "")
    except FAULTS as error:
        raise _opening_error(error, password) from error
    try:
        yield pdf
    finally:
        pdf.stream.close()


def _opening_error(error: BaseException, password: str | None) -> Exception:
    cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
    if isinstance(cause, PDFPasswordIncorrect):
        if password:
            return PdfPasswordWrongError("The password does not open the PDF file.")
        return PdfEncryptedError("The PDF file is encrypted.")
    if isinstance(cause, PDFEncryptionError):
        return PdfEncryptedError("The PDF file is encrypted in a way that cannot be undone.")
    return PdfDamagedError(f"The PDF file cannot be opened ({type(cause).__name__}).")


def _pages(pdf: PDF) -> list[PlumberPage]:
    try:
        pages: list[PlumberPage] = pdf.pages
    except FAULTS as error:
        message = f"The PDF file's list of pages cannot be read ({type(error).__name__})."
        raise PdfDamagedError(message) from error
    return pages


def _read(page: PlumberPage, resources: Resources) -> Page:
    try:
        return _page(page.page_number, page.page_obj, resources)
    except FAULTS as error:
        message = f"Page {page.page_number} of the PDF file is damaged ({type(error).__name__})."
        raise PdfDamagedError(message) from error


def _page(number: int, source: PDFPage, resources: Resources) -> Page:
    canvas = Canvas(resources)
    # Not process_page: that would turn and shift the page; Placing does it for both readers.
    interpreter = Interpreter(resources, canvas)
    interpreter.render_contents(source.resources, source.contents)
    placing = Placing(*_visible(source), turn=_turn(canvas.angles))
    glyphs = (letter.placed(placing) for letter in canvas.letters)
    width, height = placing.size
    words = [word for word in words_of(glyphs) if _is_on_page(word, width, height)]
    drawings = [shape.placed(placing) for shape in canvas.shapes]
    drawings.extend(annotations_of(source, placing))
    written = written_on(source, placing, words, resources)
    return page_of(number, placing.size, words + written.words, drawings, written.apart)


def _visible(page: PDFPage) -> tuple[float, float, float, float]:
    """What is shown of the page: its crop box within its media box; all of it when they are
    apart."""
    left, bottom, right, top = _ordered(page.mediabox)
    crop_left, crop_bottom, crop_right, crop_top = _ordered(page.cropbox)
    shown = (
        max(left, crop_left),
        max(bottom, crop_bottom),
        min(right, crop_right),
        min(top, crop_top),
    )
    if shown[0] >= shown[2] or shown[1] >= shown[3]:
        return (left, bottom, right, top)
    return shown


def _ordered(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = box
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _turn(angles: Counter[int]) -> int:
    """By how many degrees most characters are turned counter-clockwise: so far has the page to be
    turned clockwise to be read."""
    return angles.most_common(1)[0][0] if angles else 0


def _is_on_page(word: Word, width: float, height: float) -> bool:
    x0, top, x1, bottom = word.box
    across, down = (x0 + x1) / 2, (top + bottom) / 2
    return 0 <= across <= width and 0 <= down <= height and all(map(math.isfinite, word.box))
