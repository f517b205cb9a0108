"""The tables of a whole archive: all files are written anew and take their place together."""

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from spur_extract.contract import Report
from spur_extract.export.atomic import output_errors
from spur_extract.export.csv_dialects import DIALECTS
from spur_extract.export.datapackage import (
    PACKAGE_FILE,
    MadeBy,
    OtherFile,
    Package,
    WrittenFile,
    package_json,
)
from spur_extract.export.duckdb_tables import (
    DUCKDB_FILE,
    PARQUET_SUFFIX,
    SPILL_FOLDER,
    plain_path,
    write_duckdb,
    write_parquet,
)
from spur_extract.export.replaced_folder import has_leftovers, replaced_folder
from spur_extract.export.rows import TABLES
from spur_extract.export.sqlite_tables import SQLITE_FILE, SqliteTables
from spur_extract.export.table_options import NEEDS_DUCKDB, TableFormat, TableOptions
from spur_extract.export.tables import report_id, table_rows
from spur_extract.export.text_tables import (
    CSV_SUFFIX,
    JSON_LINES_SUFFIX,
    CsvForm,
    JsonLinesForm,
    TextTables,
)

_LINES_FOLDER: Final = ".lines"
"""Holds the JSON Lines that DuckDB reads when nobody asked for them."""


def file_names() -> Iterator[tuple[TableFormat | None, str]]:
    """Every file that a set may have, with the format it belongs to (None: always there)."""
    yield None, PACKAGE_FILE
    yield TableFormat.SQLITE, SQLITE_FILE
    yield TableFormat.DUCKDB, DUCKDB_FILE
    for name in TABLES:
        yield None, f"{name}{CSV_SUFFIX}"
        yield TableFormat.JSONL, f"{name}{JSON_LINES_SUFFIX}"
        yield TableFormat.PARQUET, f"{name}{PARQUET_SUFFIX}"


OWN_NAMES: Final = frozenset(
    {_LINES_FOLDER, SPILL_FOLDER, f"{DUCKDB_FILE}.wal", *(name for _, name in file_names())}
)


@dataclass(frozen=True, slots=True)
class TablesWritten:
    """What was written: the rows of each table; `duplicates` were left out, see `write_tables`."""

    folder: Path
    reports: int
    duplicates: int
    rows: Mapping[str, int]


def write_tables(
    reports: Iterable[tuple[Report, str]],
    folder: Path,
    options: TableOptions | None = None,
    made_from: str = "",
) -> TablesWritten:
    """Write the tables of all reports, each given with its source path, into `folder`.

    Reports are taken one at a time. A content that comes again is left out. Until all is written
    the tables of an earlier call stand, and they stand after any error; then all files change
    together. The same reports in the same order give the same bytes, but for DuckDB's file. Files
    in `folder` that are not of our names stay. `made_from` is noted for `tables_are_current`.

    Only one process may write to a folder at a time.

    Raises:
        OutputError: the tables cannot be written.
        FormatUnavailableError: a format needs a library that is not installed.
    """
    options = options or TableOptions()
    options.check_available()
    with replaced_folder(folder, OWN_NAMES) as draft:
        written = _write_rows(reports, folder, draft, options)
        with output_errors(folder):
            _write_by_duckdb(draft, options)
            made_by = MadeBy(options=options, made_from=made_from)
            package = package_json(_csv_files(draft, written), _others(draft, options), made_by)
            (draft / PACKAGE_FILE).write_text(package, encoding="utf-8", newline="\n")
    return written


def tables_are_current(folder: Path, options: TableOptions, made_from: str) -> bool:
    """Whether `write_tables` would change nothing: tables of this version, these options, made from
    the same, and every file as it was written, to the last byte."""
    if has_leftovers(folder):
        return False
    wanted = {name for form, name in file_names() if form is None or form in options.formats}
    try:
        text = (folder / PACKAGE_FILE).read_bytes().decode()
        package = Package.model_validate_json(text)
        there = {name for _, name in file_names() if (folder / name).is_file()}
        made_by = MadeBy(options=options, made_from=made_from)
        files = (*package.resources, *package.others)
        return (
            there == wanted == {PACKAGE_FILE, *(file.path for file in files)}
            and text == package_json(package.resources, package.others, made_by)
            and all((folder / file.path).stat().st_size == file.bytes for file in files)
            and all(_hash(folder / file.path) == file.hash for file in files)
        )
    except (OSError, UnicodeDecodeError, ValidationError, KeyError):
        return False


def _write_rows(
    reports: Iterable[tuple[Report, str]], folder: Path, draft: Path, options: TableOptions
) -> TablesWritten:
    rows: Counter[str] = Counter(dict.fromkeys(TABLES, 0))
    seen: set[str] = set()
    duplicates = 0
    with ExitStack() as stack:
        writers = list(_writers(draft, options))
        for writer in writers:
            stack.enter_context(writer)
        for report, source_path in reports:
            key = report_id(report.source.sha256)
            if key in seen:
                duplicates += 1
                continue
            seen.add(key)
            tables = table_rows(report, source_path)
            for writer in writers:
                writer.add(tables)
            rows.update({name: len(some) for name, some in tables.items()})
    return TablesWritten(folder, len(seen), duplicates, dict(rows))


def _writers(draft: Path, options: TableOptions) -> Iterator[TextTables | SqliteTables]:
    """What takes the rows as they come."""
    yield TextTables(draft, CsvForm(DIALECTS[options.csv]))
    if TableFormat.JSONL in options.formats:
        yield TextTables(draft, JsonLinesForm())
    elif options.formats & NEEDS_DUCKDB:
        yield TextTables(draft / _LINES_FOLDER, JsonLinesForm())
    if TableFormat.SQLITE in options.formats:
        yield SqliteTables(draft)


def _write_by_duckdb(draft: Path, options: TableOptions) -> None:
    if not options.formats & NEEDS_DUCKDB:
        return
    with plain_path(draft) as folder:
        lines = folder if TableFormat.JSONL in options.formats else folder / _LINES_FOLDER
        if TableFormat.PARQUET in options.formats:
            write_parquet(lines, folder)
        if TableFormat.DUCKDB in options.formats:
            write_duckdb(lines, folder)
        if lines != folder:
            shutil.rmtree(lines)


def _csv_files(draft: Path, written: TablesWritten) -> Iterator[WrittenFile]:
    for name, rows in written.rows.items():
        file = _as_written(draft / f"{name}{CSV_SUFFIX}")
        yield WrittenFile(name=name, rows=rows, **file.model_dump())


def _others(draft: Path, options: TableOptions) -> list[OtherFile]:
    return [_as_written(draft / name) for form, name in file_names() if form in options.formats]


def _as_written(path: Path) -> OtherFile:
    return OtherFile(path=path.name, hash=_hash(path), bytes=path.stat().st_size)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
