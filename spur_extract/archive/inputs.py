"""Finds the files to convert, and gives each a place in the output that no other file has.

The place mirrors the input tree below the deepest folder that all given paths share (of a folder
the folder itself, of a file the folder it lies in), so `convert A -o OUT` mirrors A, and
`convert X/A X/B -o OUT` has `A/…` and `B/…`. Two different files never share a place, since their
paths below one folder differ and the full file name is kept.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from spur_extract.errors import InputNotFoundError, InputNotReadableError, OutputError, SpurError
from spur_extract.export.names import printable

SUFFIXES: Final = frozenset({".txt", ".text", ".pdf"})
"""Files taken from a folder, in any case; a file that is named itself is always taken."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to convert: `path` as it was reached, `place` its path below the output's `json`.

    `problem` is set when it is already known that the path cannot be read.
    """

    path: Path
    place: PurePath
    problem: SpurError | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """A path as it was reached, and its identity: absolute, symbolic folders resolved."""

    path: Path
    identity: Path
    problem: SpurError | None = None


def collect(paths: Sequence[Path], output: Path) -> tuple[InputFile, ...]:
    """All files below `paths`, each once, sorted by place; hidden ones and `output` left out.

    Folders are walked to any depth, but not through symbolic links to folders. A link to a file
    counts as a file of its own. A folder that cannot be read is given with its `problem`.

    Raises:
        InputNotFoundError: one of the paths does not exist.
        OutputError: one of the paths lies in the output folder.
    """
    taken: dict[Path, _Found] = {}
    inside = _resolved(output)
    for path in paths:
        if not os.path.lexists(path):
            raise InputNotFoundError(f"There is no file or folder {printable(str(path))}.")
        if _resolved(path).is_relative_to(inside):
            raise OutputError(f"{printable(str(path))} lies in the output folder.")
        for found in _below(path, inside) if path.is_dir() else (_found(path),):
            taken.setdefault(found.identity, found)
    root = _common_root(paths)
    files = (InputFile(it.path, _place(it.identity, root), it.problem) for it in taken.values())
    return tuple(sorted(files, key=lambda file: file.place.parts))


def _resolved(path: Path) -> Path:
    """Absolute and without symbolic links; unlike `Path.resolve` it takes a circle of links."""
    return Path(os.path.realpath(path))


def _found(path: Path, problem: SpurError | None = None) -> _Found:
    return _Found(path, _resolved(path.parent) / path.name, problem)


def _below(folder: Path, inside: Path) -> Iterator[_Found]:
    """The files of a tree; `inside` is the output folder, resolved, and not entered."""
    unreadable: list[_Found] = []

    def note(error: OSError) -> None:
        message = f"The folder {printable(str(error.filename))} cannot be read: {error.strerror}."
        unreadable.append(_found(Path(error.filename), InputNotReadableError(message)))

    for parent, folders, names in os.walk(folder, onerror=note):
        here = Path(parent)
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and _resolved(here / name) != inside
        ]
        for name in names:
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield _found(here / name)
    yield from unreadable


def _common_root(paths: Sequence[Path]) -> Path | None:
    """The deepest folder that all paths share; None when they lie on different drives."""
    folders = [_resolved(path if path.is_dir() else path.parent) for path in paths]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # no paths, or (on Windows) several drives
        return None


def _place(identity: Path, root: Path | None) -> PurePath:
    if root is not None:
        return identity.relative_to(root)
    drive = "".join(character for character in identity.drive if character.isalnum())
    return PurePath(drive, *identity.parts[1:])
