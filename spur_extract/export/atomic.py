"""Writes a file so that readers see the old one or the new one, never half of it."""

import errno
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, TextIO

from spur_extract.errors import OutputError, OutputFullError
from spur_extract.export.names import printable

DRAFT: Final = ".draft-"
"""How the names of unfinished files begin."""
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextmanager
def output_errors(path: Path) -> Iterator[None]:
    """Turn what the system says against writing `path` into `OutputError`, of a full file system
    into `OutputFullError`."""
    try:
        yield
    except OSError as error:
        message = f"{printable(str(path))} cannot be written ({error.strerror})."
        raise (OutputFullError if error.errno in _FULL else OutputError)(message) from error


@contextmanager
def atomic_text(path: Path) -> Iterator[TextIO]:
    """A UTF-8 text file that takes its place at `path` when the block ends without an error.

    Line ends are written as given. Raises `OutputError` when it cannot be written.
    """
    with _draft(path) as draft, draft.open("x", encoding="utf-8", newline="") as file:
        yield file


@contextmanager
def _draft(path: Path) -> Iterator[Path]:
    """A hidden name beside `path`; what was written there takes its place when the block ends."""
    # A short name of its own: the file's own name may already be as long as the system allows.
    # Not tempfile, whose files nobody else may read.
    draft = path.parent / f"{DRAFT}{secrets.token_hex(8)}"
    with output_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield draft
            draft.replace(path)
        except BaseException:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise


def write_text(path: Path, text: str) -> None:
    """Write `text` to `path` atomically; raises `OutputError`."""
    with atomic_text(path) as file:
        file.write(text)


def write_bytes(path: Path, data: bytes) -> None:
    """Write `data` to `path` atomically; raises `OutputError`."""
    with _draft(path) as draft:
        draft.write_bytes(data)


def sweep(folder: Path) -> None:
    """Remove what killed processes left unfinished below a folder that nobody else writes to."""
    for draft in folder.rglob(f"{DRAFT}*"):
        if not draft.is_dir():  # a folder is no draft, whatever its name
            with output_errors(draft):
                draft.unlink(missing_ok=True)
