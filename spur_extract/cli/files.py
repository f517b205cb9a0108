"""Reads the one file that a command is given, or standard input."""

import sys
from pathlib import Path
from typing import Final

from spur_extract.errors import InputNotReadableError, InputTooLargeError
from spur_extract.export.names import printable
from spur_extract.reading.source import MAX_BYTES, read_bytes

STANDARD_INPUT: Final = "-"


def read_input(file: str) -> tuple[bytes, str]:
    """The bytes of `file` (`-`: standard input) and the name to report it by.

    Raises the `InputError`s of `read_bytes`, and `InputTooLargeError` for standard input, too.
    """
    if file != STANDARD_INPUT:
        path = Path(file)
        return read_bytes(path), printable(path.name)
    if sys.stdin is None:
        raise InputNotReadableError("Standard input is closed.")
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputTooLargeError(f"Standard input holds more than {MAX_BYTES // 1024**2} MiB.")
    return data, STANDARD_INPUT
