"""Which library's pages are taken, and whether they hold all that the other one finds."""

from collections.abc import Sequence

import pypdfium2 as pdfium

from spur_extract.errors import PdfDamagedError
from spur_extract.reading.document import Page
from spur_extract.reading.pdf.checks import differing, doubtful, lost
from spur_extract.reading.pdf.legible import guessed, named, readable, unreadable
from spur_extract.reading.pdf.options import PdfOptions, PdfReader
from spur_extract.reading.pdf.pdfium import read_pages_pdfium, read_told_pages
from spur_extract.reading.pdf.told import Told, told_by_pdfium

ENOUGH = 0.8
"""Share of pdfium's characters that pdfplumber's page has to have to stand in for it: spaces that
pdfium takes for letters are none of them."""


def pages_of(data: bytes, name: str, options: PdfOptions) -> tuple[Page, ...]:
    """All pages of a PDF file that can be opened, by the reader that `options` name.

    Raises:
        PdfDamagedError: the reader fails, or lost something; the pages are named.
    """
    if options.reader == PdfReader.PDFPLUMBER:
        return _careful(data, name, options.password)
    try:
        read = list(read_told_pages(data, options.password))
    except pdfium.PdfiumError as error:
        if options.reader == PdfReader.AUTO:
            return _careful(data, name, options.password)
        each = enumerate(told_by_pdfium(data, options.password), 1)
        raise _damaged(name, [number for number, told in each if told is None]) from error
    pages, told = tuple(page for page, _ in read), [told for _, told in read]
    if options.reader == PdfReader.AUTO:
        return _mended(pages, data, name, options.password, told)
    _refuse(name, lost(pages, told))
    return pages


def _careful(data: bytes, name: str, password: str | None) -> tuple[Page, ...]:
    """pdfplumber's pages, compared with pdfium's: pdfminer loses text without telling."""
    from spur_extract.reading.pdf.plumber import (  # noqa: PLC0415 - takes 0.3 s, and is rare
        read_pages_plumber,
    )

    pages = read_pages_plumber(data, password)
    try:
        others = read_pages_pdfium(data, password)
    except pdfium.PdfiumError:
        _refuse(name, lost(pages, told_by_pdfium(data, password)))
    else:
        _refuse(name, differing(pages, others))
    return pages


def _mended(
    pages: tuple[Page, ...],
    data: bytes,
    name: str,
    password: str | None,
    told: Sequence[Told],
) -> tuple[Page, ...]:
    """pdfium's pages; where they are not plausible and pdfplumber reads more, pdfplumber's."""
    lacking = lost(pages, told)
    wanted = {page.number for page in pages if doubtful(page, told[page.number - 1])}
    wanted.update(lacking)
    if not wanted:
        return pages
    from spur_extract.reading.pdf.plumber import (  # noqa: PLC0415 - takes 0.3 s, and is rare
        read_pages_plumber,
    )

    try:
        others = {page.number: page for page in read_pages_plumber(data, password, wanted)}
    except PdfDamagedError:
        _refuse(name, lacking)
        return pages
    mended = tuple(_better(page, others.get(page.number, page)) for page in pages)
    # Spaces that were taken for letters are no loss.
    wrong = {page.number for page in pages if guessed(page)}
    _refuse(name, [number for number in lost(mended, told) if number not in wrong])
    return mended


def _better(page: Page, other: Page) -> Page:
    """pdfium's page or pdfplumber's `other`: what has more to read; but letters that are guessed
    are worth less than characters that are said to be unknown."""
    if guessed(page) and readable(other) + unreadable(other) >= ENOUGH * readable(page):
        return other
    return max(page, other, key=readable)


def _refuse(name: str, numbers: Sequence[int]) -> None:
    if numbers:
        raise _damaged(name, numbers)


def _damaged(name: str, numbers: Sequence[int]) -> PdfDamagedError:
    which = named(numbers) if numbers else "some page"
    return PdfDamagedError(f"{name} is a damaged PDF file: {which} cannot be read whole.")
