"""Samples read from PDF files, with what comes of them."""

from functools import cache

from spur_extract.contract import Report
from spur_extract.pipeline import parse_document, recognise_document
from spur_extract.reading.document import Document
from spur_extract.reading.source import document_of, read_document
from spur_extract.recognition.elements import Recognised
from tests.cli.program import SAMPLES
from tests.views.pdf_files import pdf_of

PDF_SAMPLES = SAMPLES.parent / "pdf"

Read = tuple[Document, Recognised, Report]


@cache
def pdf_sample(name: str) -> Read:
    """A sample report that is a PDF file."""
    return _read(read_document(PDF_SAMPLES / name))


@cache
def printed_sample(name: str) -> Read:
    """A sample dump, printed as a PDF file line by line."""
    pages = [page.text for page in read_document(SAMPLES / name).pages]
    return _read(document_of(pdf_of(pages), "printed.pdf"))


def _read(document: Document) -> Read:
    return document, recognise_document(document), parse_document(document)
