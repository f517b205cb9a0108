"""In what the tables of a folder are other than before, since other options were given."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from spur_extract.export.datapackage import PACKAGE_FILE, Package
from spur_extract.export.duckdb_tables import DUCKDB_FILE, PARQUET_SUFFIX
from spur_extract.export.sqlite_tables import SQLITE_FILE
from spur_extract.export.table_options import CsvKind, TableFormat, TableOptions
from spur_extract.export.table_set import file_names
from spur_extract.export.text_tables import JSON_LINES_SUFFIX

FILES: Final = {
    TableFormat.JSONL: f"*{JSON_LINES_SUFFIX}",
    TableFormat.PARQUET: f"*{PARQUET_SUFFIX}",
    TableFormat.SQLITE: SQLITE_FILE,
    TableFormat.DUCKDB: DUCKDB_FILE,
}
"""The files of each form, as they are told."""


@dataclass(frozen=True, slots=True)
class TableChanges:
    """Forms that were there and are `removed`, and the dialect that CSV had if it is another."""

    removed: tuple[TableFormat, ...] = ()
    csv_before: CsvKind | None = None

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.removed) or self.csv_before is not None


def changes_by(options: TableOptions, folder: Path) -> TableChanges:
    """What `write_tables` with these options will change in the form of the tables in `folder`."""
    there = {form for form, name in file_names() if form and (folder / name).is_file()}
    before = _dialect(folder)
    return TableChanges(
        tuple(form for form in TableFormat if form in there - options.formats),
        None if before is options.csv else before,
    )


def _dialect(folder: Path) -> CsvKind | None:
    """The dialect of the CSV files; None where there are none, or it cannot be told."""
    try:
        package = Package.model_validate_json((folder / PACKAGE_FILE).read_bytes())
    except (OSError, ValidationError):
        return None
    return package.made_by.options.csv
