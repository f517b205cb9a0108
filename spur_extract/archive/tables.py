"""The tables of a whole archive, made from the JSON of its reports."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from spur_extract.archive.state import Done
from spur_extract.contract import Report
from spur_extract.export.atomic import output_errors
from spur_extract.export.table_options import TableOptions
from spur_extract.export.table_set import tables_are_current, write_tables

TABLES_FOLDER: Final = "tables"


def write_archive_tables(
    output: Path, done: Sequence[tuple[Done, Path]], options: TableOptions
) -> None:
    """Write the tables anew from the JSON of every report, each content once, if they would change.

    `done` has every file of the run, each with the path of its JSON.
    """
    folder = output / TABLES_FOLDER
    converted = [(each, target) for each, target in done if each.entry.report_id is not None]
    made_from = _mark([each for each, _ in converted])
    if not tables_are_current(folder, options, made_from):
        write_tables(_reports(converted), folder, options, made_from)


def _reports(converted: Sequence[tuple[Done, Path]]) -> Iterator[tuple[Report, str]]:
    for each, target in converted:
        with output_errors(target):
            text = target.read_text(encoding="utf-8")
        yield Report.model_validate_json(text), each.entry.path


def _mark(converted: Sequence[Done]) -> str:
    """What the tables are made from, as a hash: the reports, and the paths they are told by."""
    digest = hashlib.sha256()
    for each in converted:
        digest.update(f"{each.entry.path}\0{each.json_sha256}\n".encode())
    return digest.hexdigest()
