"""Whether what a reader gives of a PDF file can be all of it, and can be read."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from spur_extract.reading.document import Page
from spur_extract.reading.pdf.legible import (
    UNREADABLE,
    count_characters,
    guessed,
    unreadable,
)

KEPT = 0.995
"""Share of a page's characters that have to be there, for it to count as read whole."""

DOUBTFUL = 0.02
"""Share of unreadable characters from which on another reader may do better."""


@dataclass(frozen=True, slots=True)
class Told:
    """What pdfium tells of a page without our doing: the number of its characters but spaces, and
    whether it has text objects that give no character at all."""

    characters: int
    mute: bool


def told_by_pdfium(data: bytes, password: str | None) -> list[Told | None]:
    """Of each page what pdfium tells; null for a page that it cannot load."""
    document = pdfium.PdfDocument(data, password=password)
    try:
        return [_told(document, index) for index in range(len(document))]
    finally:
        document.close()


def _told(document: pdfium.PdfDocument, index: int) -> Told | None:
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return None
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        text: str = text_page.get_text_range() if count else ""
        return Told(count_characters([text]), mute=count == 0 and _has_text_objects(page))
    finally:
        text_page.close()
        page.close()


def _has_text_objects(page: pdfium.PdfPage) -> bool:
    return any(
        raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page.raw, index)) == raw.FPDF_PAGEOBJ_TEXT
        for index in range(raw.FPDFPage_CountObjects(page.raw))
    )


def lost(pages: Sequence[Page], told: Sequence[Told | None]) -> list[int]:
    """Numbers of the pages that are missing, or hold too few of the characters told."""
    by_number = {page.number: page for page in pages}
    numbers: list[int] = []
    for number, page_told in enumerate(told, 1):
        page = by_number.get(number)
        kept = _word_characters(page) if page else 0
        if page is None or page_told is None or kept < KEPT * page_told.characters:
            numbers.append(number)
    return numbers


def differing(pages: Sequence[Page], others: Sequence[Page]) -> list[int]:
    """Numbers of `others`' pages of which `pages` hold too few of the same letters and digits.

    Of a page whose letters are guessed by the other reader, `pages` only have to hold something.
    """
    by_number = {page.number: page for page in pages}
    numbers: list[int] = []
    for other in others:
        page = by_number.get(other.number)
        wanted = _letters(other)
        found = _letters(page) & wanted if page else Counter()
        enough = found.total() >= KEPT * wanted.total() or guessed(other)
        if page is None or not enough or (wanted and not page.lines):
            numbers.append(other.number)
    return numbers


def doubtful(page: Page, told: Told | None) -> bool:
    """Whether a page as read is hardly plausible: mute text, or characters that are none."""
    if told is not None and told.mute:
        return not page.lines
    return guessed(page) > 0 or unreadable(page) > DOUBTFUL * count_characters([page.text])


def _word_characters(page: Page) -> int:
    return count_characters(word.text for line in page.lines for word in line.words)


def _letters(page: Page) -> Counter[str]:
    """The letters and digits of what can be seen on a page and read."""
    shown = UNREADABLE.sub("", " ".join(_words_on(page)))
    return Counter(filter(str.isalnum, unicodedata.normalize("NFKC", shown)))


def _words_on(page: Page) -> Iterable[str]:
    width, height = page.width or 0.0, page.height or 0.0
    for line in page.lines:
        for word in line.words:
            x0, top, x1, bottom = word.box
            if 0 <= (x0 + x1) / 2 <= width and 0 <= (top + bottom) / 2 <= height:
                yield word.text
