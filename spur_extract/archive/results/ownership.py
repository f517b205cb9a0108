"""Whether an output folder is a conversion's own, so that nobody else's files are overwritten."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from spur_extract.archive.results.journal import HEADER, JOURNAL, LOCK, STATE_FOLDER
from spur_extract.errors import OutputError, OutputForeignError
from spur_extract.export.atomic import DRAFT, output_errors
from spur_extract.export.names import JSON_FOLDER, RUN_LOG, RUN_TABLE, TABLES_FOLDER, printable

_FOLDERS: Final = (STATE_FOLDER, JSON_FOLDER, TABLES_FOLDER)
_FILES: Final = (RUN_LOG, RUN_TABLE)
_BEGINNINGS: Final = {LOCK: '{"pid"', JOURNAL: HEADER}
_LONGEST: Final = 1000
"""Characters looked at of what may be a beginning of ours."""


def check_output(output: Path) -> None:
    """See that a conversion may write into the folder; nothing is changed.

    Raises:
        OutputForeignError: it holds what no conversion wrote.
        OutputError: it is a file, or something stands in the place of a folder or file of ours.
    """
    with output_errors(output):
        if output.is_dir():
            _check_own(output)
            _check_kinds(output)
        elif output.exists():
            raise OutputError(f"{printable(str(output))} is a file, not a folder.")


def _check_own(output: Path) -> None:
    """Only a journal tells that a folder is ours: names like `json` or `tables` are anybody's.

    A first run that is killed leaves no more than the beginnings of `state`: the journal's first
    line is written before all else.
    """
    # Listed before the journal is looked at: another run may be at its beginning.
    foreign = sorted(_foreign(output))
    if foreign and not _is_ours(output / STATE_FOLDER / JOURNAL):
        message = f"{printable(str(output))} holds other files: {printable(foreign[0])}."
        raise OutputForeignError(message)


def _foreign(output: Path) -> Iterator[str]:
    """What a first run that was killed at its beginning could not have left."""
    for entry in output.iterdir():
        if entry.name != STATE_FOLDER or entry.is_symlink() or not entry.is_dir():
            yield entry.name
            continue
        for inner in entry.iterdir():
            if not _is_beginning(inner):
                yield f"{entry.name}/{inner.name}"


def _is_beginning(path: Path) -> bool:
    if path.name.startswith(DRAFT):
        return True
    begins = _BEGINNINGS.get(path.name)
    if begins is None:
        return False
    if not path.is_file():  # a device, say: there is nothing in it to be lost
        return not path.is_dir()
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        text = file.read(_LONGEST)
    # Of a journal, a line for each time that a run was killed.
    return all(line.startswith(begins) or begins.startswith(line) for line in text.splitlines())


def _is_ours(journal: Path) -> bool:
    """Whether one of its lines is one that a conversion writes."""
    if not journal.is_file():
        return False
    with journal.open(encoding="utf-8", errors="replace", newline="") as file:
        return any(line == HEADER or _is_entry(line) for line in file)


def _is_entry(line: str) -> bool:
    try:
        told = json.loads(line)
    except ValueError:
        return False
    return isinstance(told, dict) and {"place", "settings", "entry"} <= told.keys()


def _check_kinds(output: Path) -> None:
    for name in _FOLDERS:
        path = output / name
        if os.path.lexists(path) and not path.is_dir():
            raise OutputError(f"{printable(str(path))} is a file, not a folder.")
    for name in _FILES:
        path = output / name
        if path.is_dir():
            raise OutputError(f"{printable(str(path))} is a folder, not a file.")
