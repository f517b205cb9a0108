"""All tables in one SQLite file, with types, primary keys and foreign keys.

Dates are ISO 8601 texts, booleans 0 and 1. Each primary key begins with `report_id`, so its index
is also the one that finds a report's rows.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from spur_extract.errors import OutputError
from spur_extract.export.columns import Column, Kind, columns_of, row_values
from spur_extract.export.ddl import create_table, names, quoted, texts
from spur_extract.export.names import printable
from spur_extract.export.rows import TABLES, Row

SQLITE_FILE: Final = "spur.sqlite"

_TYPES: Final = {
    Kind.TEXT: "TEXT",
    Kind.CHOICE: "TEXT",
    Kind.INTEGER: "INTEGER",
    Kind.NUMBER: "REAL",
    Kind.BOOLEAN: "BOOLEAN",
    Kind.DATE: "DATE",
}

# Nobody sees the file before it is whole: it needs no way back.
_SETTINGS: Final = (
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA foreign_keys = ON",
)


class SqliteTables:
    """A context manager that fills a new file, which is of use once the block has ended well.

    Raises `OutputError`.
    """

    def __init__(self, folder: Path) -> None:
        """Nothing is written before the block is entered."""
        self._path = folder / SQLITE_FILE
        self._inserts = {name: _insert(name) for name in TABLES}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Create the file and its tables."""
        with self._errors(), ExitStack() as opening:
            connection = sqlite3.connect(self._path, isolation_level=None)
            self._connection = opening.enter_context(closing(connection))
            for setting in _SETTINGS:
                connection.execute(setting)
            connection.execute("BEGIN")
            for name in TABLES:
                connection.execute(create_table(name, _column_type))
            self._stack = opening.pop_all()
        return self

    def add(self, rows: Mapping[str, Sequence[Row]]) -> None:
        """Append one report's rows, by table name, in the order of `TABLES`."""
        with self._errors():
            for name, some in rows.items():
                self._connection.executemany(self._inserts[name], map(_values, some))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write what is left, unless there was an error, and close the file."""
        with self._errors(), self._stack:
            if kind is None:
                self._connection.execute("COMMIT")

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """A full disk and the like come as `OperationalError`, in SQLite's own words."""
        try:
            yield
        except sqlite3.OperationalError as error:
            message = f"{printable(str(self._path.name))} cannot be written ({error})."
            raise OutputError(message) from error


def _column_type(column: Column) -> str:
    name = _TYPES[column.kind]
    if column.kind is Kind.CHOICE:
        return f"{name} CHECK ({quoted(column.name)} IN ({texts(column.choices)}))"
    if column.kind is Kind.BOOLEAN:
        return f"{name} CHECK ({quoted(column.name)} IN (0, 1))"
    return name


def _insert(table: str) -> str:
    columns = [column.name for column in columns_of(TABLES[table])]
    places = ", ".join("?" * len(columns))
    return f"INSERT INTO {quoted(table)} ({names(columns)}) VALUES ({places})"  # noqa: S608


def _values(row: Row) -> list[object]:
    return [value.isoformat() if isinstance(value, date) else value for value in row_values(row)]
