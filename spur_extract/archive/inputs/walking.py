"""Walks folders for the files to convert: through links to folders, too, and each folder once."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from spur_extract.errors import InputNotReadableError, SpurError
from spur_extract.export.names import printable
from spur_extract.reading.suffixes import REPORT_SUFFIXES


@dataclass(frozen=True, slots=True)
class Found:
    """A file: `path` as it was reached, and `reached` the same from the real path of the folder
    that was given, so that it is absolute."""

    path: Path
    reached: Path
    problem: SpurError | None = None


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder to read, and what it is without links."""

    path: Path
    reached: Path
    real: Path


class Walk:
    """One walk over all paths of a run; `inside` is the output folder, resolved, and not entered.

    Links are followed after all folders that can be reached without one, and in order, so that
    neither the system's order of names nor a new link changes where a file's place is.
    """

    def __init__(self, inside: Path) -> None:
        """Nothing is read yet."""
        self._inside = inside
        self._folders: set[Path] = set()
        self._links: deque[_Folder] = deque()

    def files(self, paths: Iterable[Path]) -> list[Found]:
        """The files of all paths, each once."""
        taken: dict[Path, Found] = {}
        for path in paths:
            if is_folder(path):
                self._take(taken, self._below(_Folder(path, resolved(path), resolved(path))))
            else:
                real = resolved(path.parent) / path.name
                taken.setdefault(real, Found(path, real))
        while self._links:
            self._take(taken, self._below(self._links.popleft()))
        return list(taken.values())

    @staticmethod
    def _take(taken: dict[Path, Found], found: Iterable[tuple[Path, Found]]) -> None:
        for real, file in found:
            taken.setdefault(real, file)

    def _below(self, top: _Folder) -> Iterator[tuple[Path, Found]]:
        """The files of a tree, each with what it is without links; links to folders are noted."""
        pending = [top]
        while pending:
            folder = pending.pop()
            if folder.real in self._folders or folder.real.is_relative_to(self._inside):
                continue
            self._folders.add(folder.real)
            try:
                entries = _listed(folder.path)
            except OSError as error:
                yield folder.real, _unreadable(folder, error)
                continue
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(_child(folder, entry))
                elif entry.is_symlink() and is_folder(Path(entry.path)):
                    self._links.append(_child(folder, entry))
                elif _is_taken(entry):
                    name = entry.name
                    yield folder.real / name, Found(folder.path / name, folder.reached / name)


def _listed(folder: Path) -> list["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        shown = [entry for entry in entries if not entry.name.startswith(".")]
    return sorted(shown, key=lambda entry: entry.name)


def _child(folder: _Folder, entry: "os.DirEntry[str]") -> _Folder:
    path = folder.path / entry.name
    real = resolved(path) if entry.is_symlink() else folder.real / entry.name
    return _Folder(path, folder.reached / entry.name, real)


def _is_taken(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a file to convert, or a link to who knows what: if it leads nowhere and its
    name is no file's, a folder of reports may be what is missing."""
    suffix = PurePath(entry.name).suffix.lower()
    lost = not suffix and entry.is_symlink() and not os.path.exists(entry.path)  # noqa: PTH110
    return suffix in REPORT_SUFFIXES or lost


def _unreadable(folder: _Folder, error: OSError) -> Found:
    message = f"The folder {printable(str(folder.path))} cannot be read: {error.strerror}."
    return Found(folder.path, folder.reached, InputNotReadableError(message))


def resolved(path: Path) -> Path:
    """Absolute and without symbolic links; unlike `Path.resolve` it takes a circle of links."""
    return Path(os.path.realpath(path))


def is_folder(path: Path) -> bool:
    """Whether it is a folder, or a link to one; not if the system does not tell."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where there is no permission
