"""Layers of a PDF file (optional content), as far as pdfium tells of them: what stands on one."""

import ctypes
import re

from pypdfium2 import raw

LAYER = "OC".encode("utf-16-le")
"""What the marked content of a layer is called."""

LONGEST = 64

# Where the list of layers is, or where it may be hidden.
_MAY_HAVE_LAYERS = re.compile(rb"/OCProperties\b|/ObjStm\b")


def may_have_layers(data: bytes) -> bool:
    """Whether the file lists layers, as far as it can be seen without unpacking it."""
    return _MAY_HAVE_LAYERS.search(data) is not None


def is_layered(holder: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether a page's object stands on a layer."""
    return any(
        _name(raw.FPDFPageObj_GetMark(holder, index)) == LAYER
        for index in range(raw.FPDFPageObj_CountMarks(holder))
    )


def _name(mark: raw.FPDF_PAGEOBJECTMARK) -> bytes:
    buffer, length = ctypes.create_string_buffer(LONGEST), ctypes.c_ulong()
    text = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
    if not raw.FPDFPageObjMark_GetName(mark, text, LONGEST, ctypes.byref(length)):
        return b""
    return buffer.raw[: min(length.value, LONGEST)].removesuffix(b"\0\0")
