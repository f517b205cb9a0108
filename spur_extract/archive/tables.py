"""The tables of a whole archive, made from the JSON of its reports."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from spur_extract.archive.settings import ConvertSettings
from spur_extract.archive.state import Done
from spur_extract.contract import Report
from spur_extract.export.csv_tables import CsvTables
from spur_extract.export.tables import table_rows

TABLES_FOLDER: Final = "tables"


def write_archive_tables(
    output: Path,
    done: Sequence[tuple[Done, Path]],
    settings: ConvertSettings,  # noqa: ARG001
) -> None:
    """Write the tables anew from the JSON of every report, each content once.

    `done` has every file of the run, each with the path of its JSON.
    """
    with CsvTables(output / TABLES_FOLDER) as tables:
        for each, target in done:
            entry = each.entry
            if entry.output is None or entry.duplicate_of is not None:
                continue
            text = target.read_text(encoding="utf-8")
            tables.add(table_rows(Report.model_validate_json(text), entry.path))
