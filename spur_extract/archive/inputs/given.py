"""Paths as callers from Python give them: as text or `Path`, one or several."""

import os
from collections.abc import Iterable
from pathlib import Path

from spur_extract.errors import OutputError
from spur_extract.export.names import printable

AnyPath = str | os.PathLike[str]


def as_paths(paths: AnyPath | Iterable[AnyPath]) -> tuple[Path, ...]:
    """The paths to read; a lone one stands for itself."""
    if isinstance(paths, str | os.PathLike):
        return (Path(paths),)
    return tuple(map(Path, paths))


def as_output(output: AnyPath) -> Path:
    """The folder to write to; raises `OutputError` when no system could have it."""
    path = Path(output)
    if "\0" in str(path):
        raise OutputError(f"{printable(str(path))} is no path.")
    return path
