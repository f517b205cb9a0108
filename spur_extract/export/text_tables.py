"""Tables as text files, one for each table, written row by row: CSV and JSON Lines."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TextIO

from spur_extract.export.atomic import output_errors
from spur_extract.export.columns import row_values
from spur_extract.export.csv_dialects import CsvDialect
from spur_extract.export.rows import TABLES, Row

JSON_LINES_SUFFIX = ".jsonl"
CSV_SUFFIX = ".csv"


class TextForm(Protocol):
    """How a table becomes a text."""

    @property
    def suffix(self) -> str:
        """End of the file's name."""

    @property
    def encoding(self) -> str:
        """Character encoding of the file."""

    def header(self, model: type[Row]) -> str:
        """What stands before the rows."""

    def line(self, row: Row) -> str:
        """One row, with the end of its line."""


class CsvForm:
    """CSV in one of its dialects, the names of the columns in the first line."""

    suffix = CSV_SUFFIX

    def __init__(self, dialect: CsvDialect) -> None:
        """The dialect of every table."""
        self._dialect = dialect
        self.encoding = dialect.encoding

    def header(self, model: type[Row]) -> str:
        """The names of the columns."""
        return self._dialect.line(model.model_fields)

    def line(self, row: Row) -> str:
        """The row's values."""
        return self._dialect.line(row_values(row))


class JsonLinesForm:
    """An object per line: typed values, null where there is none. UTF-8, lines end with LF."""

    suffix = JSON_LINES_SUFFIX
    encoding = "utf-8"

    def header(self, model: type[Row]) -> str:  # noqa: ARG002 - every line names its columns
        """Nothing."""
        return ""

    def line(self, row: Row) -> str:
        """The row as a JSON object."""
        return row.model_dump_json() + "\n"


class TextTables:
    """A context manager that holds the files of all tables open. Raises `OutputError`."""

    def __init__(self, folder: Path, form: TextForm) -> None:
        """Nothing is written before the block is entered."""
        self._folder = folder
        self._form = form
        self._files: dict[str, TextIO] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Begin every table with its header."""
        with output_errors(self._folder), ExitStack() as opening:
            self._folder.mkdir(parents=True, exist_ok=True)
            for name, model in TABLES.items():
                path = self._folder / f"{name}{self._form.suffix}"
                file = path.open("x", encoding=self._form.encoding, newline="")
                self._files[name] = opening.enter_context(file)
                file.write(self._form.header(model))
            self._stack = opening.pop_all()
        return self

    def add(self, rows: Mapping[str, Sequence[Row]]) -> None:
        """Append one report's rows, by table name."""
        with output_errors(self._folder):
            for name, some in rows.items():
                self._files[name].writelines(map(self._form.line, some))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write what is left and close the files."""
        with output_errors(self._folder):
            self._stack.__exit__(kind, error, trace)
