"""The alias file as text: its rows, and what is added to it. What rows mean: see `aliases.py`.

A CSV file in UTF-8, with commas or semicolons, to be reviewed in a spreadsheet. What stands in it
is never rewritten: rows, remarks and further columns stay as they are, new rows come below them.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from spur_extract.audit.text_files import read_small_file
from spur_extract.errors import AliasesInvalidError
from spur_extract.export.atomic import write_text
from spur_extract.export.csv_dialects import EXCEL_SV, LINE_END
from spur_extract.export.names import printable

COLUMNS: Final = ("canonical", "spelling", "decision")


class AliasRow(NamedTuple):
    """A row that says something; `decision` is in lower case, `line` its last one in the file."""

    canonical: str
    spelling: str
    decision: str
    path: Path
    line: int

    def invalid(self, reason: str) -> AliasesInvalidError:
        """The error that names this row."""
        return invalid_line(self.path, self.line, reason)


def invalid_line(path: Path, line: int, reason: str) -> AliasesInvalidError:
    """The error that names a line."""
    return AliasesInvalidError(f"{printable(str(path))}, line {line}: {reason}.")


def rows_of(path: Path) -> Iterator[AliasRow]:
    """The rows below the header; raises AliasesInvalidError, or InputError when it cannot be
    opened."""
    reader = _reader(read_small_file(path))
    try:
        if not set(COLUMNS) <= set(reader.fieldnames or ()):
            raise invalid_line(path, 1, f"the columns are not {', '.join(COLUMNS)}")
        for row in reader:
            canonical, spelling, decision = (_cell(row.get(column)) for column in COLUMNS)
            if canonical or spelling or decision:
                yield AliasRow(canonical, spelling, decision.lower(), path, reader.line_num)
    except csv.Error as error:
        raise invalid_line(path, reader.line_num, "this is no CSV") from error


def exists(path: Path) -> bool:
    """Whether there is a file that holds anything."""
    return path.is_file() and bool(read_small_file(path).strip())


def add_rows(rows: Iterable[tuple[str, str, str]], path: Path) -> None:
    """Add rows (canonical, spelling, decision) below those that the file has; where there is none
    it is made, as a spreadsheet in Swedish opens it.

    Raises `InputError` and `OutputError`.
    """
    text = read_small_file(path) if exists(path) else EXCEL_SV.line(COLUMNS)
    reader = _reader(text)
    dialect = replace(EXCEL_SV, delimiter=reader.reader.dialect.delimiter)
    end = LINE_END if LINE_END in text else "\n"
    if not text.endswith("\n"):
        text += end
    for row in rows:
        cells = dict(zip(COLUMNS, row, strict=True))
        line = dialect.line(cells.get(name) or None for name in reader.fieldnames or COLUMNS)
        text += line.removesuffix(LINE_END) + end
    write_text(path, f"\ufeff{text}")


def _reader(text: str) -> "csv.DictReader[str]":
    header = text.split("\n", 1)[0]
    delimiter = ";" if header.count(";") >= header.count(",") else ","
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)


def _cell(value: str | None) -> str:
    """The cell without spaces, and without the apostrophe that keeps a spreadsheet off it."""
    text = (value or "").strip()
    return text[1:] if text[:1] == "'" and text[1:2] in "=+-@" else text
