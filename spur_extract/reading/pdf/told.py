"""What pdfium tells of a page without our doing, for what is read to be compared with."""

from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from spur_extract.reading.pdf.legible import count_characters
from spur_extract.reading.pdf.pdfium_text import characters_of


@dataclass(frozen=True, slots=True)
class Told:
    """The number of a page's characters but spaces, and whether it has text objects that give no
    character at all."""

    characters: int
    mute: bool


def told_by_pdfium(data: bytes, password: str | None) -> list[Told | None]:
    """Of each page what pdfium tells; null for a page that it cannot load."""
    document = pdfium.PdfDocument(data, password=password)
    try:
        return [_told(document, index) for index in range(len(document))]
    finally:
        document.close()


def told_of(page: pdfium.PdfPage, characters: str) -> Told:
    """What pdfium tells of a page whose characters are these."""
    return Told(count_characters([characters]), mute=not characters and _has_text_objects(page))


def _told(document: pdfium.PdfDocument, index: int) -> Told | None:
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return None
    text = page.get_textpage()
    try:
        return told_of(page, characters_of(text.raw))
    finally:
        text.close()
        page.close()


def _has_text_objects(page: pdfium.PdfPage) -> bool:
    return any(
        raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page.raw, index)) == raw.FPDF_PAGEOBJ_TEXT
        for index in range(raw.FPDFPage_CountObjects(page.raw))
    )
