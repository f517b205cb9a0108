"""Plugins of the reader that break things: called in the worker with the path of each file.

What they do depends on the file's name, so that a test can mix them in one run.
"""

import ctypes
import errno
import os
import signal
import time
from pathlib import Path


def divide_by_zero_when_empty(path: Path) -> None:
    """A bug that only an empty file meets."""
    if not path.stat().st_size:
        raise ZeroDivisionError("Anna Andersson")


def full_for_some(path: Path) -> None:
    """No space is left on the disk from the file on whose name says so."""
    if "full" not in path.name:
        return

    def full(_: Path, __: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    Path.write_bytes = full  # type: ignore[method-assign, assignment]


def as_the_name_says(path: Path) -> None:
    """Break in the way that the file's name begins with."""
    deed = DEEDS.get(path.name.partition("-")[0])
    if deed is not None:
        deed(path)


def _crash(_: Path) -> None:
    ctypes.string_at(0)


def _hang(_: Path) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(0.01)


def _allocate(_: Path) -> None:
    held = []
    while True:
        held.append(bytearray(8 * 1024**2))


def _vanish(path: Path) -> None:
    path.unlink()


def _unreadable(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _grow(path: Path) -> None:
    """Somebody writes to the file while it is read: whenever it is asked for, it is longer."""
    read = Path.open

    def open_and_grow(self: Path, *args: object, **options: object) -> object:
        file = read(self, *args, **options)  # type: ignore[call-overload]
        if self == path:
            with read(path, "ab") as end:
                end.write(b" ")
        return file

    Path.open = open_and_grow  # type: ignore[method-assign, assignment]


def _depart(path: Path) -> None:
    """Somebody moves the file away right after it was read."""
    read = Path.open

    def open_and_move(self: Path, *args: object, **options: object) -> object:
        file = read(self, *args, **options)  # type: ignore[call-overload]
        if self == path:
            path.rename(path.with_suffix(".gone"))
        return file

    Path.open = open_and_move  # type: ignore[method-assign, assignment]


def _leave(_: Path) -> None:
    os._exit(0)


DEEDS = {
    "crash": _crash,
    "hang": _hang,
    "allocate": _allocate,
    "vanish": _vanish,
    "unreadable": _unreadable,
    "grow": _grow,
    "leave": _leave,
    "depart": _depart,
}
