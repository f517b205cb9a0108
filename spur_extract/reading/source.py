"""Opens a file with typed errors and hands its bytes to the reader that fits."""

import stat
from pathlib import Path, PurePath

from spur_extract.errors import (
    BinaryInputError,
    InputIsFolderError,
    InputIsSpecialError,
    InputNotFoundError,
    InputNotReadableError,
    InputTooLargeError,
    PdfMisnamedError,
    UnknownEncodingError,
)
from spur_extract.errors.file_names import printable
from spur_extract.reading.document import Document
from spur_extract.reading.encoding import pdf_begin
from spur_extract.reading.pdf.options import PdfOptions
from spur_extract.reading.text import read_text

MAX_BYTES = 64 * 1024 * 1024
"""Largest file that is read, in bytes: a thousand times the longest report known."""


def read_document(path: Path, options: PdfOptions | None = None) -> Document:
    """Read the file at `path`; what it holds decides the reader, its name does not.

    `options` say how a PDF file is read.

    Raises:
        InputError: the file cannot be opened (see `read_bytes`).
        UnreadableError: it cannot be read (see `document_of`).
    """
    return document_of(read_bytes(path), printable(path.name), options)


def document_of(data: bytes, file_name: str, options: PdfOptions | None = None) -> Document:
    """Read bytes at hand; `file_name` is only told, never opened.

    Raises:
        UnreadableError: it is a PDF file that cannot be read (see `read_pdf`), or it is empty,
            binary, or text in no known encoding, or named as a PDF file and neither that nor text.
    """
    if pdf_begin(data) is not None:
        from spur_extract.reading.pdf.read import read_pdf  # noqa: PLC0415 - text needs none of it

        return read_pdf(data, file_name, options)
    try:
        return read_text(data, file_name)
    except (BinaryInputError, UnknownEncodingError) as error:
        if PurePath(file_name).suffix.lower() != ".pdf":
            raise
        raise _misnamed(file_name, error.message) from error


def read_bytes(path: Path) -> bytes:
    """Read a regular file whole, up to `MAX_BYTES`.

    Raises:
        InputNotFoundError: there is nothing at `path`.
        InputIsFolderError: `path` is a folder.
        InputIsSpecialError: it is a pipe, a socket or a device (opening one could wait for ever).
        InputNotReadableError: the system refuses.
        InputTooLargeError: it holds more than `MAX_BYTES`.
    """
    shown = printable(str(path))
    try:
        _check_kind(path, shown)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        message = f"There is no file {shown}."
        raise InputNotFoundError(message) from error
    except OSError as error:
        message = f"{shown} cannot be read: {error.strerror or error}."
        raise InputNotReadableError(message) from error
    except ValueError as error:  # a zero character in the path
        message = f"{shown!r} is no path."
        raise InputNotFoundError(message) from error
    # The size the system tells may be 0 (as in /proc) or change: what was read decides.
    if len(data) > MAX_BYTES:
        raise _too_large(shown)
    return data


def _check_kind(path: Path, shown: str) -> None:
    """Raise the typed error when `path` is no regular file, or one that is too large."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        message = f"{shown} is a folder."
        raise InputIsFolderError(message)
    if not stat.S_ISREG(status.st_mode):
        message = f"{shown} is a pipe, a socket or a device, not a file."
        raise InputIsSpecialError(message)
    if status.st_size > MAX_BYTES:
        raise _too_large(shown)


def _misnamed(file_name: str, found: str) -> PdfMisnamedError:
    message = f"{file_name} is named .pdf, but does not begin as PDF files do (%PDF-)"
    what = found.removeprefix(file_name)
    return PdfMisnamedError(f"{message}." if what == found else f"{message}: it{what}")


def _too_large(shown: str) -> InputTooLargeError:
    """Say what the limit is."""
    return InputTooLargeError(f"{shown} holds more than {MAX_BYTES // 1024**2} MiB.")
