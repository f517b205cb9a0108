"""A table's CSV file as a pandas data frame with a type for each column."""

from collections.abc import Sequence
from io import TextIOWrapper
from itertools import islice
from typing import BinaryIO, Final

import numpy as np
import pandas as pd

from spur_extract.errors import TablesIncompleteError
from spur_extract.export.columns import Column, Kind, columns_of
from spur_extract.export.csv_dialects import LINE_END, CsvDialect, records
from spur_extract.export.rows import Row

BATCH: Final = 20_000
"""Records that become columns together: bounds the memory used beside the frame."""


def read_frame(file: BinaryIO, model: type[Row], dialect: CsvDialect) -> pd.DataFrame:
    """The table as a frame; raises `TablesIncompleteError` for the columns of another version."""
    columns = columns_of(model)
    with TextIOWrapper(file, encoding=dialect.encoding, newline=LINE_END) as text:
        rows = records(text)
        if dialect.cells(next(rows, "")) != [column.name for column in columns]:
            raise TablesIncompleteError("The tables have the columns of another version.")
        parts = [_part("".join(islice(rows, BATCH)), columns, dialect)]
        while batch := "".join(islice(rows, BATCH)):
            parts.append(_part(batch, columns, dialect))
    return pd.concat(parts, ignore_index=True)


def _part(lines: str, columns: Sequence[Column], dialect: CsvDialect) -> pd.DataFrame:
    cells = dialect.cells(lines)
    return pd.DataFrame(
        {
            column.name: _typed(cells[number :: len(columns)], column, dialect)
            for number, column in enumerate(columns)
        }
    )


def _typed(cells: Sequence[str], column: Column, dialect: CsvDialect) -> pd.Series:
    if column.kind is Kind.TEXT:
        return pd.Series(list(map(dialect.text, cells)), dtype="string")
    if column.kind is Kind.CHOICE:
        categories = pd.CategoricalDtype(list(column.choices))
        return pd.Series([cell or None for cell in cells], dtype=categories)
    if column.kind is Kind.DATE:
        days = np.array([cell or "NaT" for cell in cells], dtype="datetime64[s]")
        return pd.Series(days)
    if column.kind is Kind.BOOLEAN:
        return pd.Series(
            [cell == dialect.true if cell else None for cell in cells], dtype="boolean"
        )
    if column.kind is Kind.INTEGER:
        return pd.Series([int(cell) if cell else None for cell in cells], dtype="Int64")
    numbers = (cell.replace(dialect.decimal, ".") for cell in cells)
    return pd.Series([float(cell) if cell else None for cell in numbers], dtype="Float64")
