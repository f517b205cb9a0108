"""The reader of plain text files."""

import hashlib

from spur_extract.contract import Reader
from spur_extract.reading.document import Document
from spur_extract.reading.encoding import decode
from spur_extract.reading.pages import split_pages


def read_text(data: bytes, file_name: str) -> Document:
    """Read the bytes of a text file into pages and lines, without geometry.

    Raises:
        EmptyInputError: there is no text in it.
        BinaryInputError: it is no text file.
        UnknownEncodingError: no character encoding fits without doubt.
    """
    paging = split_pages(decode(data, file_name).text)
    return Document(
        file_name=file_name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/plain",
        reader=Reader.TEXT,
        pages=paging.pages,
        pages_known=paging.known,
    )
