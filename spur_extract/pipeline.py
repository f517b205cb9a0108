"""The whole road from a file to a report, on one screen."""

from pathlib import Path

from spur_extract.contract import Report
from spur_extract.errors import RefusedError
from spur_extract.extraction.extract import extract
from spur_extract.layout.lines import lay_out
from spur_extract.reading.document import Document
from spur_extract.reading.pdf.options import PdfOptions
from spur_extract.reading.source import document_of, read_document
from spur_extract.recognition.elements import Recognised
from spur_extract.recognition.recognise import recognise
from spur_extract.recognition.refusal import is_report


def parse(path: Path | str, options: PdfOptions | None = None) -> Report:
    """Read the text or PDF file at `path` and return its report; `options` are for PDF files.

    Raises a `spur_extract.errors.SpurError`: `InputError` when it cannot be opened,
    `UnreadableError` when it cannot be read, `RefusedError` when it is no SPUR report.
    """
    return parse_document(read_document(Path(path), options))


def parse_bytes(data: bytes, file_name: str, options: PdfOptions | None = None) -> Report:
    """Like `parse`, for bytes at hand; `file_name` is only told, never opened."""
    return parse_document(document_of(data, file_name, options))


def parse_document(document: Document) -> Report:
    """Lay out, recognise, extract; raises `RefusedError` when it is no SPUR report."""
    recognised = recognise_document(document)
    if not is_report(recognised):
        raise RefusedError(f"{document.file_name} is no SPUR report that the catalogue knows.")
    return extract(document, recognised)


def recognise_document(document: Document) -> Recognised:
    """The role of every printed line, whether or not the document is a report."""
    return recognise(lay_out(document), pages_known=document.pages_known)
