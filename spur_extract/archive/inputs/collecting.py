"""Finds the files to convert, and gives each a place in the output that no other file has.

The place mirrors the input tree below the deepest folder that all given paths share (of a folder
the folder itself, of a file the folder it lies in), so `convert A -o OUT` mirrors A, and
`convert X/A X/B -o OUT` has `A/…` and `B/…`. Two different files never share a place, since their
paths below one folder differ and the full file name is kept.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from spur_extract.archive.inputs.walking import Found, Walk, is_folder, resolved
from spur_extract.errors import InputNotFoundError, InputNotReadableError, OutputError, SpurError
from spur_extract.export.names import printable


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to convert: `path` as it was reached, `place` its path below the inputs' root.

    `problem` is set when it is already known that the path cannot be read.
    """

    path: Path
    place: PurePath
    problem: SpurError | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files of a run, sorted by place.

    `root` is the folder that places are below, `folders` and `single` the paths that were asked
    for; all absolute and without symbolic links, but for a folder that was given alone: next
    month its link may lead to a newer one, and is meant to.
    """

    files: tuple[InputFile, ...]
    root: PurePath
    folders: tuple[PurePath, ...]
    single: tuple[PurePath, ...]


def collect(paths: Sequence[Path], output: Path) -> Inputs:
    """All files below `paths`, each once; hidden ones and `output` left out.

    Folders are walked to any depth. A link to a folder is followed; a folder that is reached in
    several ways is read once, without a link if it can be. A link to a file counts as a file of
    its own. A folder that cannot be read is given with its `problem`.

    Raises:
        InputNotFoundError: one of the paths does not exist.
        InputNotReadableError: the system does not let one of the paths be seen.
        OutputError: one of the paths lies in the output folder.
    """
    inside = resolved(output)
    for path in paths:
        _check(path, inside)
    found = Walk(inside).files(paths)
    root = _common_root(paths)
    files = [InputFile(it.path, _place(it, root), it.problem) for it in found]
    files.sort(key=lambda file: file.place.parts)
    folders = [path for path in paths if is_folder(path)]
    if len(paths) == len(folders) == 1:
        named = Path(os.path.abspath(folders[0]))  # noqa: PTH100 - Path has nothing like it
        return Inputs(tuple(files), named, (named,), ())
    single = (resolved(path.parent) / path.name for path in paths if path not in folders)
    return Inputs(tuple(files), root or PurePath(), tuple(map(resolved, folders)), tuple(single))


def _check(path: Path, inside: Path) -> None:
    shown = printable(str(path))
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # the last: a zero character
        raise InputNotFoundError(f"There is no file or folder {shown}.") from None
    except OSError as error:
        raise InputNotReadableError(f"{shown} cannot be reached: {error.strerror}.") from error
    if resolved(path).is_relative_to(inside):
        raise OutputError(f"{shown} lies in the output folder.")


def _common_root(paths: Sequence[Path]) -> Path | None:
    """The deepest folder that all paths share; None when they lie on different drives."""
    folders = [resolved(path if is_folder(path) else path.parent) for path in paths]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # no paths, or (on Windows) several drives
        return None


def _place(found: Found, root: Path | None) -> PurePath:
    if root is not None:
        return found.reached.relative_to(root)
    drive = "".join(character for character in found.reached.drive if character.isalnum())
    return PurePath(drive, *found.reached.parts[1:])
