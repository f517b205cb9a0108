"""Results of earlier runs in the same output folder whose files this run has not, or not so."""

import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from spur_extract.archive.inputs.naming import NamedFile, Scope
from spur_extract.archive.results.journal import Done
from spur_extract.errors import OutputOtherInputsError
from spur_extract.export.atomic import output_errors
from spur_extract.export.names import JSON_FOLDER


@dataclass(frozen=True, slots=True)
class Leftovers:
    """What was known at places that this run has not: `gone` are files of a folder that it was
    asked for, `moved` files that it has at another place, `others` all else, which stand."""

    gone: tuple[Done, ...]
    moved: tuple[Done, ...]
    others: tuple[Done, ...]


def check_same_files(known: Mapping[str, Done], files: Iterable[NamedFile], scope: Scope) -> None:
    """See that no file would take the place of another one's result.

    Places are paths below a root: `a.txt` of one folder and `a.txt` of another have the same. A
    file that has another place now, since more folders are given, stands in nobody's way.

    Raises `OutputOtherInputsError`.
    """
    same_roots = {scope.root}
    for file in files:
        earlier = known.get(file.key)
        if earlier is None or earlier.root in same_roots or _is_within(earlier.source, scope):
            continue
        if os.path.realpath(earlier.root) != os.path.realpath(scope.root):
            message = f"{file.shown} would take the place of the result for {earlier.source}."
            raise OutputOtherInputsError(message)
        same_roots.add(earlier.root)  # by way of a link


def leftovers(known: Mapping[str, Done], done: Iterable[Done], scope: Scope) -> Leftovers:
    """Sort what is known beyond what this run has `done`.

    A file is not gone if it lies below something that could not be read.
    """
    here = {each.place: each.source for each in done} if known else {}
    unread, sources = here.keys(), set(here.values())
    gone: list[Done] = []
    moved: list[Done] = []
    others: list[Done] = []
    for each in known.values():
        above = {parent.as_posix() for parent in PurePosixPath(each.place).parents}
        is_gone = _is_within(each.source, scope) and not above & unread
        is_moved = is_gone and each.source in sources
        (moved if is_moved else gone if is_gone else others).append(each)
    return Leftovers(tuple(gone), tuple(moved), tuple(others))


def remove_results(output: Path, gone: Iterable[Done], here: Iterable[Done]) -> int:
    """Remove the JSON of files that are gone, and folders that are empty then; how many there were.

    Raises `OutputError`.
    """
    outputs = [each.entry.output for each in gone if each.entry.output is not None]
    alike = {_folded(each.entry.output): each.entry.output for each in here if each.entry.output}
    for name in outputs:
        path = output / name
        other = alike.get(_folded(name)) if outputs else None
        with output_errors(path):
            # Where case does not count, a file that was renamed by its case has the same JSON.
            if other is None or not _is_same(path, output / other):
                path.unlink(missing_ok=True)
                _remove_empty(path.parent, output / JSON_FOLDER)
    return len(outputs)


def _is_within(source: str, scope: Scope) -> bool:
    return any(
        source == given or source.startswith(f"{given.rstrip('/')}/") for given in scope.given
    )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
