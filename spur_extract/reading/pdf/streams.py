"""Whether the compressed parts of a PDF file are whole, and nothing between them is blotted out.

Both libraries give what they get out of a damaged page up to where it breaks, and say nothing. The
compression has a checksum, which tells.
"""

import base64
import re
import zlib
from collections.abc import Iterator

from spur_extract.errors import PdfDamagedError

MOST_UNPACKED = 256 * 1024 * 1024
"""Bytes unpacked in all, after which no more is checked: some files unpack to gigabytes."""

PIECE = 1024 * 1024
LONGEST_ENTRIES = 4096
"""Bytes before a stream in which the entries that describe it are looked for."""

_STREAM = re.compile(rb">>\s*stream\r?\n")
_OBJECT = re.compile(rb"\bobj\b")
_ENCRYPTED = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R|/Encrypt\s*<<")
_FILTERS = re.compile(rb"/Filter\s*(?:\[([^\]]*)\]|(/\w+))")
# A broken picture loses no text, and its size would be unpacked for nothing.
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_FLATE, _TEXT = b"/FlateDecode", b"/ASCII85Decode"
# What a disk or a transfer leaves in place of a block that is lost.
_LOST_BLOCK = re.compile(rb"\x00{16}")


def check_streams(data: bytes, name: str) -> None:
    """Unpack all but pictures, and look at what stands between; an encrypted file's streams are
    not unpacked.

    Raises:
        PdfDamagedError: something does not unpack, or not to what its checksum says, or a block
            is lost.
    """
    encrypted = _ENCRYPTED.search(data) is not None
    left = MOST_UNPACKED
    before = max(data.find(b"%PDF-"), 0)
    for entries_end, start, end in _streams(data):
        _refuse_lost_block(data, before, entries_end, name)
        before = end
        filters = _filters(data, entries_end)
        if encrypted or left <= 0 or filters not in ([_FLATE], [_TEXT, _FLATE]):
            continue
        try:
            left -= _unpacked(data, start, filters, left)
        except (ValueError, zlib.error) as error:
            message = f"{name} is a damaged PDF file: a part of it does not unpack."
            raise PdfDamagedError(message) from error
    _refuse_lost_block(data, before, data.rfind(b"%%EOF"), name)


def _refuse_lost_block(data: bytes, start: int, end: int, name: str) -> None:
    if _LOST_BLOCK.search(data, start, max(end, start)):
        raise PdfDamagedError(f"{name} is a damaged PDF file: a part of it is blank.")


def _streams(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Of each stream where the entries that describe it end, where it begins, and where it ends."""
    position = 0
    while match := _STREAM.search(data, position):
        found = data.find(b"endstream", match.end())
        position = found if found >= 0 else len(data)
        yield match.start(), match.end(), position


def _filters(data: bytes, end: int) -> list[bytes]:
    """What the stream whose entries end there is packed with, outermost first; no picture's."""
    begin = max(end - LONGEST_ENTRIES, 0)
    objects = [found.end() for found in _OBJECT.finditer(data, begin, end)]
    entries = data[objects[-1] if objects else begin : end]
    found = _FILTERS.search(entries)
    if found is None or _PICTURE.search(entries):
        return []
    listed: bytes = found.group(1) or found.group(2) or b""
    return listed.replace(b"/", b" /").split()


def _unpacked(data: bytes, start: int, filters: list[bytes], most: int) -> int:
    """How many bytes a stream unpacks to, as far as `most`; ValueError when it does not end."""
    if filters[0] == _TEXT:
        end = data.find(b"~>", start)
        if end < 0:
            raise ValueError("no end of text")
        data, start = base64.a85decode(data[start:end]), 0
    unpacker = zlib.decompressobj()
    size = 0
    rest = b""
    while not unpacker.eof and size < most:
        if not rest:
            rest = data[start : start + PIECE]
            start += PIECE
            if not rest:
                raise ValueError("no end of compressed data")
        size += len(unpacker.decompress(rest, PIECE))
        rest = unpacker.unconsumed_tail
    return size
