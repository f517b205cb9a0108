"""Form fields and annotations, by pdfium: what a person ticked or drew on top of a page."""

import ctypes
from collections.abc import Iterator

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


def annotations_of(page: pdfium.PdfPage, placing: Placing) -> Iterator[Drawing]:
    """Check boxes and radio buttons, and the visible annotations that draw something."""
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        try:
            if not raw.FPDFAnnot_GetFlags(annotation) & INVISIBLE:
                yield from _drawing(page, annotation, placing)
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
        by_look = _string(raw.FPDFAnnot_GetStringValue, annotation, b"AS") not in OFF
    value = _string(raw.FPDFAnnot_GetFormFieldValue, form, annotation)
    on_state = _string(raw.FPDFAnnot_GetFormFieldExportValue, form, annotation)
    by_value: bool | None = None
    if value in OFF:
        by_value = False if value or raw.FPDFAnnot_HasKey(annotation, b"AP") else None
    elif on_state:
        by_value = value == on_state
    if by_look is None:
        return by_value
    return by_look if by_value in (None, by_look) or not value else None


def _string(getter: object, *arguments: object) -> str:
    """A text that pdfium gives as UTF-16 into a buffer."""
    if not callable(getter):
        return ""
    size = int(getter(*arguments, None, 0))
    if size < 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    getter(*arguments, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
