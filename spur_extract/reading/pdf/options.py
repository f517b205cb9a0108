"""How PDF files are read: what a caller may choose."""

from dataclasses import dataclass, field
from enum import StrEnum


class PdfReader(StrEnum):
    """The library that reads a PDF file; `auto` is the fast one, and the careful one where that
    one's result is not plausible."""

    AUTO = "auto"
    PDFIUM = "pdfium"
    PDFPLUMBER = "pdfplumber"


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """How a PDF file is read; `password` opens an encrypted one and is shown nowhere."""

    reader: PdfReader = PdfReader.AUTO
    password: str | None = field(default=None, repr=False)
