"""Bytes to text: finds the character encoding, decodes strictly, refuses what is no text.

Nothing is repaired and nothing is replaced. Text that was damaged before it was saved (encoded
twice, or holding U+FFFD already) is given as it stands.
"""

import codecs
import re
from dataclasses import dataclass

from spur_extract.errors import BinaryInputError, EmptyInputError, UnknownEncodingError
from spur_extract.reading import single_byte
from spur_extract.reading.blank import is_blank

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKED_NAMES = {"utf-8": "utf-8-sig"}

_PDF_HEADER = re.compile(rb"%PDF-\d")
_PDF_HEADER_WITHIN = 1024

_PRINTED_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript file"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "a zip archive or an Office document (docx, odt)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Office document (doc, xls)"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
)

_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# One stray control character a page is met in real exports; one in 50 characters is not.
_MOST_CONTROLS = 0.02
# Below this many characters two zero bytes prove no UTF-16.
_FEWEST_UTF16_UNITS = 4


@dataclass(frozen=True, slots=True)
class DecodedText:
    """Text and the encoding (Python's name) it was saved in; a byte order mark is not part of it.

    `cut_bytes` counts the bytes at the very end (0 to 3) that begin a character whose other bytes
    are missing, because the file was cut off there. They stand for no character, so none is lost
    and none is invented; everything before them is in `text`.
    """

    text: str
    encoding: str
    cut_bytes: int = 0


def pdf_begin(data: bytes) -> int | None:
    """Where a PDF file begins in these bytes, which is near their beginning; None: it is none."""
    header = _PDF_HEADER.search(data, 0, _PDF_HEADER_WITHIN)
    return None if header is None else header.start()


def decode(data: bytes, name: str = "The input") -> DecodedText:
    """Decode `data` strictly; `name` (a file name) begins the error messages.

    Tried in this order: byte order marks; UTF-16 without mark, seen by its zero bytes; UTF-8; then
    the one-byte encodings on the evidence of Swedish letters (see `single_byte.guess`). A file in
    ASCII but for an unfinished UTF-8 character at its end is UTF-8 cut off, unless that byte reads
    as a Swedish letter in a one-byte encoding.

    Raises:
        EmptyInputError: nothing, or nothing but space and byte order marks.
        BinaryInputError: a known binary format, zero bytes outside UTF-16, or more than 2 %
            control characters.
        UnknownEncodingError: no encoding fits without doubt.
    """
    _refuse_known_formats(data, name)
    decoded = _decode(data, name)
    if is_blank(decoded.text):
        message = f"{name} holds no text."
        raise EmptyInputError(message)
    _refuse_controls(decoded.text, name)
    return decoded


def _decode(data: bytes, name: str) -> DecodedText:
    """Decode by the first encoding that fits."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding, name)
    if b"\x00" in data:
        return _decode_utf16(data, name)
    utf8 = _strictly(data, "utf-8")
    if utf8 and not (utf8.cut_bytes and utf8.text.isascii()):
        return utf8
    encoding_guessed = single_byte.guess(data)
    if encoding_guessed:
        return DecodedText(data.decode(encoding_guessed), encoding_guessed)
    if utf8:
        return utf8
    _refuse_controls(data.decode("ascii", "ignore"), name)
    message = f"The character encoding of {name} is not known."
    raise UnknownEncodingError(message)


def _decode_marked(body: bytes, encoding: str, name: str) -> DecodedText:
    """Decode what follows a byte order mark."""
    decoded = _strictly(body, encoding)
    if decoded is None:
        message = f"{name} begins with the mark of {encoding.upper()}, but is not all in it."
        raise UnknownEncodingError(message)
    named = _MARKED_NAMES.get(encoding, encoding)
    return DecodedText(decoded.text, named, decoded.cut_bytes)


def _decode_utf16(data: bytes, name: str) -> DecodedText:
    """Decode UTF-16 without a mark: western text has a zero in every other byte, on one side."""
    units = len(data) // 2
    first, second = data[0::2].count(0), data[1::2].count(0)
    for zeros, others, encoding in ((second, first, "utf-16-le"), (first, second, "utf-16-be")):
        if units >= _FEWEST_UTF16_UNITS and zeros >= 0.6 * units and others <= 0.02 * units:
            decoded = _strictly(data, encoding)
            if decoded:
                return decoded
    message = f"{name} is a binary file: it holds NUL characters."
    raise BinaryInputError(message)


def _strictly(data: bytes, encoding: str) -> DecodedText | None:
    """Decode, leaving out only an unfinished character at the end; None when invalid."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        text = decoder.decode(data)
    except UnicodeDecodeError:
        return None
    unfinished, _ = decoder.getstate()
    return DecodedText(text, encoding, len(unfinished))


def _refuse_known_formats(data: bytes, name: str) -> None:
    """Raise BinaryInputError when the first bytes are those of a format that is no plain text."""
    start = data[:64].removeprefix(codecs.BOM_UTF8).lstrip()
    for signature, kind in _PRINTED_SIGNATURES:
        if start.startswith(signature):
            message = f"{name} is {kind}."
            raise BinaryInputError(message)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            message = f"{name} is {kind}."
            raise BinaryInputError(message)


def _refuse_controls(text: str, name: str) -> None:
    """Raise BinaryInputError on NUL characters, or on too many control characters."""
    if "\x00" in text:
        message = f"{name} is a binary file: it holds NUL characters."
        raise BinaryInputError(message)
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        message = f"{name} is a binary file: it is full of control characters."
        raise BinaryInputError(message)
