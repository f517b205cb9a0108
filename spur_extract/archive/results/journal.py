"""What a folder of results knows of earlier runs: a journal of files, and who is writing now.

The journal begins with a line that says whose it is, which stands before anything else is written.
Then comes a line of JSON for each file that is done, added as it is done; of several lines for one
file the last counts. A run that is killed leaves at worst half a line, which is left out. At the
end of a run it is written anew with a line for each file.
"""

import json
import os
import socket
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TextIO

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from spur_extract.archive.run_report import RunEntry
from spur_extract.errors import OutputBusyError
from spur_extract.export.atomic import DRAFT, atomic_text, output_errors, write_text
from spur_extract.export.names import JSON_FOLDER, TABLES_FOLDER, printable

if sys.platform != "win32":  # where there are no workers, either
    import fcntl

STATE_FOLDER: Final = "state"
JOURNAL: Final = "journal.jsonl"
LOCK: Final = "lock"
PROBE: Final = "probe" * 2000
"""Written and removed again before any work: what does not fit now will not fit later."""
HEADER: Final = '{"journal": "spur-extract", "format": 2}\n'
"""The first line of a journal."""


@dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Done:
    """What became of a file, and what that depends on."""

    root: str = Field(description="`Scope.root` of the run")
    place: str = Field(description="`NamedFile.key`")
    settings: str = Field(description="`ConvertSettings.fingerprint`")
    limits: str = Field(description="`ConvertSettings.limits_mark`")
    json_sha256: str | None = None
    entry: RunEntry

    @property
    def source(self) -> str:
        """Where the file is, or was."""
        return f"{self.root.rstrip('/')}/{self.place}"

    def to_json(self) -> str:
        """A line of the journal, without its end."""
        return _DONE.dump_json(self).decode()


_DONE: Final = TypeAdapter(Done)


class Journal:
    """The journal of one output folder, open for more."""

    def __init__(self, path: Path, known: dict[str, Done], file: TextIO) -> None:
        """Use `open_journal`."""
        self._path = path
        self._file = file
        self.known = known

    def add(self, done: Done) -> None:
        """Write down what became of a file, so that it survives this process."""
        with output_errors(self._path):
            self._file.write(done.to_json() + "\n")
            self._file.flush()

    def compact(self, done: Iterable[Done]) -> None:
        """Leave one line for each of these files."""
        with atomic_text(self._path) as file:
            file.write(HEADER)
            file.writelines(each.to_json() + "\n" for each in done)


@contextmanager
def open_journal(output: Path) -> Iterator[Journal]:
    """The journal of an output folder, for this process alone.

    Raises:
        OutputBusyError: another process has it.
        OutputError: it cannot be written.
    """
    folder = output / STATE_FOLDER
    path = folder / JOURNAL
    with output_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder / LOCK):
        _probe(output)
        known = {done.place: done for done in _lines(path)}
        with output_errors(path):
            file = path.open("a", encoding="utf-8", newline="\n")
        try:
            with output_errors(path):
                # Ends half a line of a killed run; and a full disk shows here.
                file.write("\n" if os.fstat(file.fileno()).st_size else "")
                file.write("" if known else HEADER)
                file.flush()
            yield Journal(path, known, file)
        finally:
            with output_errors(path):
                file.close()


def _probe(output: Path) -> None:
    for name in ("", STATE_FOLDER, JSON_FOLDER, TABLES_FOLDER):
        folder = output / name
        if folder.is_dir():
            probe = folder / f"{DRAFT}probe"
            write_text(probe, PROBE)
            with output_errors(probe):
                probe.unlink()


def _lines(path: Path) -> Iterator[Done]:
    if not path.is_file():
        return
    with output_errors(path), path.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            try:
                yield _DONE.validate_json(line)
            except ValidationError:
                continue  # half a line, or one of another version: the file is done again


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock; the system takes it back when the process ends, however it does."""
    with output_errors(path):
        file = path.open("a+", encoding="utf-8")
    with file:
        try:
            if sys.platform != "win32":
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputBusyError(_busy(path, file)) from None
        file.seek(0)
        file.truncate()
        started = datetime.now(UTC).isoformat(timespec="seconds")
        json.dump({"pid": os.getpid(), "host": socket.gethostname(), "since": started}, file)
        file.flush()
        yield


def _busy(path: Path, file: TextIO) -> str:
    file.seek(0)
    folder = printable(str(path.parent.parent))
    try:
        holder = json.loads(file.read())
        who = f"process {holder['pid']} on {holder['host']}, since {holder['since']}"
    except (ValueError, KeyError, TypeError):
        who = "another process"
    return f"{folder} is being written to by {who}."
