"""Opens a PDF file with typed errors: encrypted, cut off, damaged, empty, or far too long."""

import re

from pypdfium2 import raw

from spur_extract.errors import (
    PdfDamagedError,
    PdfEmptyError,
    PdfEncryptedError,
    PdfPasswordWrongError,
    PdfTooManyPagesError,
    UnreadableError,
)
from spur_extract.reading.encoding import pdf_begin

MOST_PAGES = 400
"""Pages of the longest file that is read: ten times those of the longest report known."""

TAIL = 2048
"""Bytes at the end of a file in which its end mark has to stand: some programs add to a file, as
when it was sent by mail."""

_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
# What a file's end points to: a table of its objects, or an object that holds one.
_INDEX = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")


def check_whole(data: bytes, name: str) -> None:
    """Refuse a file that was cut off, though libraries could rebuild what is left of it.

    A whole file ends by telling where its index of objects stands, and there it stands.

    Raises:
        PdfDamagedError: the end mark is missing, or does not point to an index.
    """
    ends = list(_END.finditer(data, max(len(data) - TAIL, 0)))
    if not ends:
        message = f"{name} is a PDF file that is cut off: its end is missing."
        raise PdfDamagedError(message)
    place = int(ends[-1].group(1))
    # Some programs count from the file's first byte, some from the header.
    places = {place, place + (pdf_begin(data) or 0)}
    if not any(_INDEX.match(data, start) for start in places):
        message = f"{name} is a damaged PDF file: its index is not where its end says."
        raise PdfDamagedError(message)


def count_pages(data: bytes, password: str | None, name: str) -> int:
    """Open the file and count its pages; `name` begins the error messages.

    A password that the file does not need is not looked at.

    Raises:
        PdfEncryptedError: a password is needed, or something that is no password.
        PdfPasswordWrongError: the password does not open it.
        PdfDamagedError: it cannot be opened.
        PdfEmptyError: it has no pages.
        PdfTooManyPagesError: it has more than `MOST_PAGES`.
    """
    secret = None if password is None else f"{password}\0".encode()
    # Not by pypdfium2's class: it takes a file without pages for one that failed to open.
    document = raw.FPDF_LoadMemDocument64(data, len(data), secret)
    if not document:
        raise _typed(raw.FPDF_GetLastError(), password, name)
    pages = int(raw.FPDF_GetPageCount(document))
    raw.FPDF_CloseDocument(document)
    if pages < 1:
        raise PdfEmptyError(f"{name} is a PDF file without pages.")
    if pages > MOST_PAGES:
        message = f"{name} has {pages} pages; at most {MOST_PAGES} are read."
        raise PdfTooManyPagesError(message)
    return pages


def _typed(code: int, password: str | None, name: str) -> UnreadableError:
    """The typed error for pdfium's code."""
    if code == raw.FPDF_ERR_PASSWORD:
        if password:
            return PdfPasswordWrongError(f"The password does not open {name}.")
        return PdfEncryptedError(f"{name} is an encrypted PDF file.")
    if code == raw.FPDF_ERR_SECURITY:
        message = f"{name} is a PDF file that is encrypted in a way no password undoes."
        return PdfEncryptedError(message)
    return PdfDamagedError(f"{name} is a PDF file that cannot be opened.")
