"""The tables of a whole archive, made from the JSON of its reports."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from spur_extract.archive.results.journal import Done
from spur_extract.contract import Report
from spur_extract.errors import ResultChangedError
from spur_extract.export.names import TABLES_FOLDER, printable
from spur_extract.export.table_changes import TableChanges, changes_by
from spur_extract.export.table_options import TableOptions
from spur_extract.export.table_set import tables_are_current, write_tables


def write_archive_tables(output: Path, done: Sequence[Done], options: TableOptions) -> TableChanges:
    """Write the tables anew from the JSON of every report, each content once, if they would change.

    Gives in what their form has changed.

    Raises:
        OutputError: they cannot be written.
        ResultChangedError: a JSON is not what was written for this run or an earlier one.
    """
    folder = output / TABLES_FOLDER
    converted = [each for each in done if each.entry.output is not None]
    made_from, changes = _mark(converted), changes_by(options, folder)
    if not tables_are_current(folder, options, made_from):
        write_tables(_reports(output, converted), folder, options, made_from)
    return changes


def _reports(output: Path, converted: Sequence[Done]) -> Iterator[tuple[Report, str]]:
    for each in converted:
        path = output / (each.entry.output or "")
        yield Report.model_validate_json(_unchanged(path, each.json_sha256)), each.entry.path


def _unchanged(path: Path, sha256: str | None) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{printable(str(path))} cannot be read any more ({error.strerror})."
        raise ResultChangedError(message) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ResultChangedError(f"{printable(str(path))} is not as it was written.")
    return data


def _mark(converted: Sequence[Done]) -> str:
    """What the tables are made from, as a hash: the reports, and the paths they are told by."""
    digest = hashlib.sha256()
    for each in converted:
        digest.update(f"{each.entry.path}\0{each.json_sha256}\n".encode())
    return digest.hexdigest()
