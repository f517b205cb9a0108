"""Small text files that a user names, read with typed errors."""

from pathlib import Path

from spur_extract.errors import (
    InputIsFolderError,
    InputNotFoundError,
    InputNotReadableError,
    UnknownEncodingError,
)
from spur_extract.export.names import printable


def read_small_file(path: Path) -> str:
    """The file's text as UTF-8, line ends as they stand, without a byte order mark.

    Raises:
        InputNotFoundError, InputIsFolderError, InputNotReadableError: it cannot be opened.
        UnknownEncodingError: it is no UTF-8.
    """
    name = printable(str(path))
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise InputNotFoundError(f"There is no file {name}.") from error
    except IsADirectoryError as error:
        raise InputIsFolderError(f"{name} is a folder.") from error
    except OSError as error:
        raise InputNotReadableError(f"{name} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UnknownEncodingError(f"{name} is not UTF-8.") from error
