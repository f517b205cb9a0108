"""Form fields and annotations, by pdfium: what a person ticked or drew on top of a page."""

import ctypes
from collections.abc import Collection, Iterator
from dataclasses import replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from spur_extract.reading.document import Drawing, DrawingKind
from spur_extract.reading.pdf.placing import Placing

SUBTYPES = {
    raw.FPDF_ANNOT_INK: "ink",
    raw.FPDF_ANNOT_CIRCLE: "circle",
    raw.FPDF_ANNOT_SQUARE: "square",
    raw.FPDF_ANNOT_HIGHLIGHT: "highlight",
    raw.FPDF_ANNOT_STAMP: "stamp",
    raw.FPDF_ANNOT_LINE: "line",
    raw.FPDF_ANNOT_STRIKEOUT: "strikeout",
    raw.FPDF_ANNOT_UNDERLINE: "underline",
    raw.FPDF_ANNOT_POLYGON: "polygon",
    raw.FPDF_ANNOT_POLYLINE: "polyline",
    raw.FPDF_ANNOT_FREETEXT: "freetext",
}
INVISIBLE = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
OFF = frozenset({"", "Off"})


Bare = frozenset[tuple[int, int]]
"""Annotations without a look, by the indices of page and annotation."""


def bare_annotations(data: bytes, password: str | None) -> Bare:
    """Those without a look of their own in the file.

    Asked of a document without form: in one that has its form, pdfium gives every field a look, and
    shows as off what has none, whatever its value is.
    """
    document = pdfium.PdfDocument(data, password=password)
    try:
        return frozenset(
            (number, index)
            for number in range(len(document))
            for index in _bare_on(document[number])
        )
    finally:
        document.close()


def _bare_on(page: pdfium.PdfPage) -> Iterator[int]:
    try:
        for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
            annotation = raw.FPDFPage_GetAnnot(page.raw, index)
            if not raw.FPDFAnnot_HasKey(annotation, b"AP"):
                yield index
            raw.FPDFPage_CloseAnnot(annotation)
    finally:
        page.close()


def annotations_of(
    page: pdfium.PdfPage, placing: Placing, bare: Collection[int] = ()
) -> Iterator[Drawing]:
    """Check boxes and radio buttons, and the visible annotations that draw something; whether a box
    is on is not known of the `bare` ones."""
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        try:
            if not raw.FPDFAnnot_GetFlags(annotation) & INVISIBLE:
                for drawing in _drawing(page, annotation, placing):
                    yield replace(drawing, checked=None) if index in bare else drawing
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _drawing(
    page: pdfium.PdfPage, annotation: raw.FPDF_ANNOTATION, placing: Placing
) -> Iterator[Drawing]:
    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, ctypes.byref(rect))
    box = placing.box(rect.left, rect.bottom, rect.right, rect.top)
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    if kind == raw.FPDF_ANNOT_WIDGET:
        form = page.formenv.raw if page.formenv else None
        field = raw.FPDFAnnot_GetFormFieldType(form, annotation) if form else -1
        if field in (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON):
            yield Drawing(DrawingKind.FIELD, box, checked=_checked(form, annotation))
    elif kind in SUBTYPES:
        yield Drawing(DrawingKind.ANNOTATION, box, subtype=SUBTYPES[kind])


def _checked(form: raw.FPDF_FORMHANDLE, annotation: raw.FPDF_ANNOTATION) -> bool | None:
    """Whether a box or button is on: by its appearance (/AS) and by its field's value (/V).

    Null when these disagree: one viewer would show it on, another off.
    """
    by_look: bool | None = None
    if raw.FPDFAnnot_HasKey(annotation, b"AS"):
        by_look = text_from(raw.FPDFAnnot_GetStringValue, annotation, b"AS") not in OFF
    value = text_from(raw.FPDFAnnot_GetFormFieldValue, form, annotation)
    on_state = text_from(raw.FPDFAnnot_GetFormFieldExportValue, form, annotation)
    by_value: bool | None = None
    if value in OFF:
        by_value = False if value or raw.FPDFAnnot_HasKey(annotation, b"AP") else None
    elif on_state:
        by_value = value == on_state
    if by_look is None:
        return by_value
    return by_look if by_value in (None, by_look) or not value else None


def text_from(getter: object, *arguments: object) -> str:
    """A text that pdfium gives as UTF-16 into a buffer."""
    if not callable(getter):
        return ""
    size = int(getter(*arguments, None, 0))
    if size < 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    getter(*arguments, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
