"""The tables as CSV: RFC 4180 (comma, quotes doubled, CRLF), UTF-8 without a byte order mark.

Cells: true and false, dates as ISO 8601, floats in full, an absent value as an empty cell.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from pydantic import BaseModel

from spur_extract.export.atomic import atomic_text, output_errors
from spur_extract.export.rows import TABLES, Row


def write_csv(path: Path, model: type[BaseModel], rows: Iterable[BaseModel]) -> None:
    """Write one table atomically, the model's fields as columns; raises `OutputError`."""
    with atomic_text(path) as file:
        _write_header(file, model)
        _write_rows(file, rows)


class CsvTables:
    """All tables in one folder, written row by row, so that memory does not grow with them.

    A context manager: the tables take their places, one after the other, when the block ends
    without an error; until then the tables of an earlier run stand. Raises `OutputError`.
    """

    def __init__(self, folder: Path) -> None:
        """Nothing is written before the block is entered."""
        self._folder = folder
        self._files: dict[str, TextIO] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Begin every table with its header."""
        with ExitStack() as opening:
            for name, model in TABLES.items():
                self._files[name] = opening.enter_context(atomic_text(self._path(name)))
                _write_header(self._files[name], model)
            self._stack = opening.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put the tables in their places, or throw the drafts away after an error."""
        self._stack.__exit__(kind, error, trace)

    def add(self, rows: Mapping[str, Sequence[Row]]) -> None:
        """Append one report's rows, by table name."""
        for name, some in rows.items():
            with output_errors(self._path(name)):
                _write_rows(self._files[name], some)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.csv"


def _write_header(file: TextIO, model: type[BaseModel]) -> None:
    csv.writer(file, lineterminator="\r\n").writerow(model.model_fields)


def _write_rows(file: TextIO, rows: Iterable[BaseModel]) -> None:
    cells = ([_cell(value) for _, value in row] for row in rows)
    csv.writer(file, lineterminator="\r\n").writerows(cells)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
