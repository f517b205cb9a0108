"""Text in form fields and annotations, by pdfium."""

import ctypes
from collections.abc import Callable, Iterator, Sequence

import pypdfium2 as pdfium
from pypdfium2 import raw

from spur_extract.reading.document import Word
from spur_extract.reading.pdf.pdfium_annotations import INVISIBLE, SUBTYPES, text_from
from spur_extract.reading.pdf.placing import Placing
from spur_extract.reading.pdf.written import NOTHING, Writing, Written, added, is_sign, placed

TYPED_FIELDS = frozenset(
    {raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX}
)
ABOUT_PRINT = frozenset(
    {raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_STRIKEOUT}
)
"""Annotations of which some programs say what is printed below them."""

NOTES = (frozenset(SUBTYPES) | {raw.FPDF_ANNOT_TEXT}) - ABOUT_PRINT


def written_on(
    page: pdfium.PdfPage,
    placing: Placing,
    printed: Sequence[Word],
    words_of_flat: Callable[[], Sequence[Word]],
) -> Written:
    """What is written on a page whose own words are `printed`; `words_of_flat` reads the words of
    the page with its fields and annotations as parts of it."""
    writings = list(_writings(page, placing))
    if not writings:
        return NOTHING
    flat = words_of_flat() if any(writing.shown for writing in writings) else ()
    return placed(writings, printed, list(added(flat, printed)))


def _writings(page: pdfium.PdfPage, placing: Placing) -> Iterator[Writing]:
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        try:
            if not raw.FPDFAnnot_GetFlags(annotation) & INVISIBLE:
                yield from _writing(page, annotation, placing)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _writing(
    page: pdfium.PdfPage, annotation: raw.FPDF_ANNOTATION, placing: Placing
) -> Iterator[Writing]:
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    text, shown = "", kind == raw.FPDF_ANNOT_FREETEXT
    if kind == raw.FPDF_ANNOT_WIDGET and page.formenv:
        form = page.formenv.raw
        if raw.FPDFAnnot_GetFormFieldType(form, annotation) in TYPED_FIELDS:
            text, shown = text_from(raw.FPDFAnnot_GetFormFieldValue, form, annotation), True
    elif kind in NOTES:
        text = text_from(raw.FPDFAnnot_GetStringValue, annotation, b"Contents")
        text = "" if is_sign(text) else text
    if text.strip():
        rect = raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(annotation, ctypes.byref(rect))
        box = placing.box(rect.left, rect.bottom, rect.right, rect.top)
        yield Writing(box, text, shown)
