"""Replaces a folder as a whole: who looks sees the old one or the new one, never a mix."""

import ctypes
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from spur_extract.errors import OutputError
from spur_extract.export.atomic import output_errors
from spur_extract.export.names import printable

_AT_FDCWD = -100  # Linux: paths are relative to the working directory
_RENAME_EXCHANGE = 2  # Linux
_RENAME_SWAP = 2  # macOS


@contextmanager
def replaced_folder(folder: Path, own_names: Container[str]) -> Iterator[Path]:
    """A new, empty folder beside `folder` that takes its place when the block ends without error.

    Of the old folder what is named in `own_names` is removed; anything else is somebody else's
    and is moved into the new one. What a killed process left is put right first. Only one process
    may do this for a folder at a time. Raises `OutputError`.
    """
    place = Path(os.path.realpath(folder))  # a link stays a link
    draft = place.parent / f"{_draft_prefix(place)}{secrets.token_hex(8)}"
    if place.exists() and not place.is_dir():
        raise OutputError(f"{printable(str(folder))} is a file, not a folder.")
    with output_errors(folder):
        place.parent.mkdir(parents=True, exist_ok=True)
        _put_right(place, own_names)
        draft.mkdir()
        if place.is_dir():
            shutil.copymode(place, draft)
    try:
        yield draft
        with output_errors(folder):
            old = _swap(draft, place)
    except BaseException:
        _remove(draft, own_names, None)
        raise
    if old is not None:
        _remove(old, own_names, place)


def has_leftovers(folder: Path) -> bool:
    """Whether a killed process left anything beside `folder`."""
    return bool(_leftovers(Path(os.path.realpath(folder))))


def _draft_prefix(place: Path) -> str:
    return f".{place.name}.new-"


def _old_prefix(place: Path) -> str:
    return f".{place.name}.old-"


def _leftovers(place: Path) -> list[Path]:
    if not place.parent.is_dir():
        return []
    prefixes = (_draft_prefix(place), _old_prefix(place))
    return sorted(path for path in place.parent.iterdir() if path.name.startswith(prefixes))


def _put_right(place: Path, own_names: Container[str]) -> None:
    """Bring back the old folder, if a process was killed between two names, and clean up."""
    for left in _leftovers(place):
        if left.name.startswith(_old_prefix(place)) and not place.exists():
            left.rename(place)
        else:
            _remove(left, own_names, place if place.is_dir() else None)


def _swap(draft: Path, place: Path) -> Path | None:
    """Put `draft` in its place; gives what stood there before, under its new name."""
    if not place.exists():
        draft.rename(place)
        return None
    exchange = _exchange()
    if exchange is not None and exchange(draft, place):
        return draft
    old = place.parent / f"{_old_prefix(place)}{secrets.token_hex(8)}"
    place.rename(old)
    try:
        draft.rename(place)
    except OSError:
        old.rename(place)
        raise
    return old


def _remove(folder: Path, own_names: Container[str], rescue: Path | None) -> None:
    """Remove the folder with the files of `own_names`; others go to `rescue`, or it stays."""
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            if path.name in own_names:
                _remove_one(path)
            elif rescue is not None and not os.path.lexists(rescue / path.name):
                with suppress(OSError):
                    path.rename(rescue / path.name)
        folder.rmdir()


def _remove_one(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        path.unlink()


@cache
def _exchange() -> Callable[[Path, Path], bool] | None:
    """The system's call that swaps two names at once; it tells whether the file system could."""
    if sys.platform not in ("linux", "darwin"):
        return None
    library = ctypes.CDLL(None)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return lambda one, two: (
            not library.renameat2(
                _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(two), _RENAME_EXCHANGE
            )
        )
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return lambda one, two: (
            not library.renamex_np(os.fsencode(one), os.fsencode(two), _RENAME_SWAP)
        )
    return None
