"""Reads the tables of an archive back, as typed pandas data frames.

The CSV files are what is read: they are always there, in either dialect, and tell every value that
was written, an absent one from an empty text, too.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from spur_extract.errors import (
    InputError,
    InputNotReadableError,
    TablesIncompleteError,
    TablesNotFoundError,
)
from spur_extract.export.csv_dialects import DIALECTS
from spur_extract.export.datapackage import PACKAGE_FILE, Package
from spur_extract.export.names import TABLES_FOLDER, printable
from spur_extract.export.rows import TABLES
from spur_extract.export.text_tables import CSV_SUFFIX

if TYPE_CHECKING:
    import pandas as pd

ATTEMPTS: Final = 5
"""A set that another takes the place of while it is opened is looked at again."""
PAUSE: Final = 0.05
"""Seconds between two attempts."""


def load(folder: Path | str) -> dict[str, pd.DataFrame]:
    """All tables by name, from the output folder of a conversion or from its folder `tables`.

    All are of one run, even while the next one replaces them. Columns are `string`, `Int64`,
    `Float64`, `boolean`, `datetime64[s]` for dates, and categories where values are a closed set;
    an absent value is `NA`, in dates `NaT`.

    Raises:
        TablesNotFoundError: there are no tables.
        TablesIncompleteError: they are not as they were written, or another version's.
        InputNotReadableError: the system refuses to open them.
    """
    from spur_extract.archive.results.frames import read_frame  # noqa: PLC0415 - pandas takes two seconds

    with ExitStack() as stack:
        package, files = _open_set(Path(folder), stack)
        dialect = DIALECTS[package.made_by.options.csv]
        return {name: read_frame(file, TABLES[name], dialect) for name, file in files.items()}


def _open_set(folder: Path, stack: ExitStack) -> tuple[Package, dict[str, BufferedReader]]:
    """The tables as open files that were written together.

    A file that is open stays what it is when another takes its place.
    """
    for _ in range(ATTEMPTS - 1):
        with ExitStack() as attempt:
            try:
                found = _open_checked(_tables_folder(folder), attempt)
            except (TablesIncompleteError, TablesNotFoundError):
                time.sleep(PAUSE)
                continue
            stack.enter_context(attempt.pop_all())
            return found
    return _open_checked(_tables_folder(folder), stack)


def _tables_folder(folder: Path) -> Path:
    candidates = (folder / TABLES_FOLDER, folder)
    for candidate in candidates:
        if (candidate / PACKAGE_FILE).is_file():
            return candidate
    if any((candidate / f"reports{CSV_SUFFIX}").exists() for candidate in candidates):
        raise _incomplete(PACKAGE_FILE, "is missing")
    raise TablesNotFoundError(f"There are no tables in {printable(str(folder))}.")


def _open_checked(folder: Path, stack: ExitStack) -> tuple[Package, dict[str, BufferedReader]]:
    package = _package(folder / PACKAGE_FILE)
    hashes = {file.name: file.hash for file in package.resources}
    files: dict[str, BufferedReader] = {}
    for name in TABLES:
        path = folder / f"{name}{CSV_SUFFIX}"
        with _reading(path):
            files[name] = stack.enter_context(path.open("rb"))
    for name, file in files.items():
        path = folder / f"{name}{CSV_SUFFIX}"
        with _reading(path):
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
        if hashes.get(name) != f"sha256:{digest}":
            raise _incomplete(path.name, "is not as it was written")
    return package, files


def _package(path: Path) -> Package:
    with _reading(path):
        data = path.read_bytes()
    try:
        return Package.model_validate_json(data)
    except ValidationError:
        raise _incomplete(path.name, "is not as it was written") from None


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turn what the system says against reading `path` into a typed error."""
    try:
        yield
    except FileNotFoundError:
        raise _incomplete(path.name, "is missing") from None
    except OSError as error:
        message = f"{printable(str(path))} cannot be read ({error.strerror})."
        raise InputNotReadableError(message) from error


def _incomplete(name: str, what: str) -> InputError:
    return TablesIncompleteError(f"{name} {what}.")
