"""Parquet files and a DuckDB file, both made by DuckDB from the tables as JSON Lines.

DuckDB is optional and imported here only.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from spur_extract.errors import OutputError
from spur_extract.export.columns import Column, Kind, columns_of
from spur_extract.export.ddl import create_table, names, quoted, texts
from spur_extract.export.names import printable
from spur_extract.export.rows import TABLES
from spur_extract.export.text_tables import JSON_LINES_SUFFIX

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DUCKDB_FILE: Final = "spur.duckdb"
PARQUET_SUFFIX: Final = ".parquet"
SPILL_FOLDER: Final = ".duckdb"
MEMORY: Final = "2GB"
"""DuckDB takes most of the machine's memory unless told; beyond this it uses the disk."""
LINE_BYTES: Final = 4 * 1024**2
"""Room for a row as JSON, which DuckDB takes several times over; more where a row needs it."""

_TYPES: Final = {
    Kind.TEXT: "VARCHAR",
    Kind.CHOICE: "VARCHAR",
    Kind.INTEGER: "BIGINT",
    Kind.NUMBER: "DOUBLE",
    Kind.BOOLEAN: "BOOLEAN",
    Kind.DATE: "DATE",
}


@contextmanager
def plain_path(folder: Path) -> Iterator[Path]:
    """A path to the folder without signs that DuckDB takes for patterns or options (`*`, `?`)."""
    with TemporaryDirectory(prefix="spur-") as temporary:
        link = Path(temporary) / "tables"
        link.symlink_to(folder.absolute(), target_is_directory=True)
        yield link


def write_parquet(json_lines: Path, folder: Path) -> None:
    """Write one Parquet file per table; `json_lines` is the folder of the JSON Lines files.

    Both folders by a `plain_path`. Raises `OutputError`.
    """
    with _database(folder, ":memory:") as database:
        for name in TABLES:
            target = texts([str(folder / f"{name}{PARQUET_SUFFIX}")])
            select = f"SELECT * FROM {_source(json_lines, name)}"  # noqa: S608 - names of our own
            database.execute(f"COPY ({select}) TO {target} (FORMAT parquet, COMPRESSION zstd)")


def write_duckdb(json_lines: Path, folder: Path) -> None:
    """Write all tables into one DuckDB file with types and keys; see `write_parquet`."""
    path = folder.resolve() / DUCKDB_FILE
    if "?" in str(path):
        raise OutputError("DuckDB can write no file below a folder with a question mark.")
    with _database(folder, str(path)) as database:
        for name, model in TABLES.items():
            database.execute(create_table(name, _column_type))
            columns = names(column.name for column in columns_of(model))
            source = _source(json_lines, name)
            database.execute(
                f"INSERT INTO {quoted(name)} ({columns}) SELECT {columns} FROM {source}"  # noqa: S608
            )


@contextmanager
def _database(folder: Path, path: str) -> Iterator[DuckDBPyConnection]:
    import duckdb  # noqa: PLC0415 - optional, and slow to import

    try:
        with duckdb.connect(path) as database:
            # One thread: the same rows give the same Parquet file.
            database.execute("SET threads = 1")
            database.execute(f"SET memory_limit = '{MEMORY}'")
            database.execute(f"SET temp_directory = {texts([str(folder / SPILL_FOLDER)])}")
            database.execute("SET autoinstall_known_extensions = false")
            database.execute("SET autoload_known_extensions = false")
            yield database
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        reason = printable(str(error).partition("\n")[0])
        raise OutputError(f"The tables cannot be written ({reason}).") from error


def _source(json_lines: Path, table: str) -> str:
    """The table's JSON Lines file as a table of DuckDB's."""
    path = json_lines / f"{table}{JSON_LINES_SUFFIX}"
    with path.open("rb") as lines:
        longest = max(map(len, lines), default=0)
    columns = ", ".join(
        f"{quoted(column.name)}: '{_TYPES[column.kind]}'" for column in columns_of(TABLES[table])
    )
    return (
        f"read_json({texts([str(path)])}, format = 'newline_delimited', "
        f"columns = {{{columns}}}, maximum_object_size = {max(longest, LINE_BYTES)})"
    )


def _column_type(column: Column) -> str:
    if column.kind is Kind.CHOICE:
        return f"ENUM ({texts(column.choices)})"
    return _TYPES[column.kind]
