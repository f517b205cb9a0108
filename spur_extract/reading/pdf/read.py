"""Reads a PDF file with the library that suits it, and refuses what would not be all of it.

The libraries are imported when a PDF file is read: text needs none of them.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from spur_extract.contract import Reader
from spur_extract.errors import (
    EmptyInputError,
    PdfDamagedError,
    PdfFontsUnreadableError,
    PdfScannedError,
)
from spur_extract.reading.document import Document, DrawingKind, Page
from spur_extract.reading.pdf.legible import guessed, is_language, named, readable, unreadable
from spur_extract.reading.pdf.options import PdfOptions, PdfReader

__all__ = ["PdfOptions", "PdfReader", "read_pdf"]

MEDIA_TYPE = "application/pdf"

SCAN_COVERS = 0.25
"""Share of a page that pictures cover, for a page without text to count as scanned."""

MOST_UNREADABLE = 0.5
"""Share of characters without meaning from which on a file's text is none."""

MOST_GUESSED = 0.02
"""Share of spaces taken for control characters from which on a file's letters are wrong."""


def read_pdf(data: bytes, file_name: str, options: PdfOptions | None = None) -> Document:
    """Read the bytes of a PDF file into pages with words and drawings in their places.

    Raises an `UnreadableError`:
        PdfEncryptedError, PdfPasswordWrongError: it needs a password, or another one.
        PdfDamagedError: it is cut off or damaged, or a reader lost some of it.
        PdfEmptyError, PdfTooManyPagesError: it has no pages, or more than any report.
        PdfScannedError, EmptyInputError: no page has text; there are pictures, or nothing.
        PdfFontsUnreadableError: its fonts do not tell which letters most of its text is.
    """
    from spur_extract.reading.pdf.apart import set_apart  # noqa: PLC0415 - see above
    from spur_extract.reading.pdf.choosing import pages_of  # noqa: PLC0415
    from spur_extract.reading.pdf.opening import check_whole, count_pages  # noqa: PLC0415
    from spur_extract.reading.pdf.streams import check_streams  # noqa: PLC0415

    options = options or PdfOptions()
    check_whole(data, file_name)
    count = count_pages(data, options.password, file_name)
    check_streams(data, file_name)
    pages = pages_of(data, file_name, options)
    if [page.number for page in pages] != list(range(1, count + 1)):
        message = f"{file_name} is a damaged PDF file: {len(pages)} of {count} pages can be read."
        raise PdfDamagedError(message)
    _refuse_without_text(pages, file_name)
    _refuse_unreadable(pages, file_name)
    pages = set_apart(pages, data, options.password)
    return Document(
        file_name=file_name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        reader=Reader.PDF,
        pages=tuple(replace(page, scanned=_is_scanned(page)) for page in pages),
        pages_known=True,
    )


def _is_scanned(page: Page) -> bool:
    """Whether a page without text is covered by pictures to a good part."""
    if page.lines or not page.width or not page.height:
        return False
    pictures = (drawing.box for drawing in page.drawings if drawing.kind is DrawingKind.IMAGE)
    covered = sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in pictures)
    return covered >= SCAN_COVERS * page.width * page.height


def _refuse_without_text(pages: Sequence[Page], name: str) -> None:
    if any(page.lines for page in pages):
        return
    drawn = [page.number for page in pages if page.drawings]
    if not drawn:
        raise EmptyInputError(f"{name} holds no text.")
    message = f"{name} is a scan: no page has text, and {named(drawn)} show pictures of it."
    raise PdfScannedError(message)


def _refuse_unreadable(pages: Sequence[Page], name: str) -> None:
    bad = sum(unreadable(page) for page in pages)
    total = bad + sum(readable(page) for page in pages)
    wrong = sum(map(guessed, pages)) > MOST_GUESSED * total
    if bad > MOST_UNREADABLE * total or wrong or not is_language(pages):
        message = f"{name} has text in fonts that do not tell its letters."
        raise PdfFontsUnreadableError(message)
