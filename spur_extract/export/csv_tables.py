"""A single table as a CSV file."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from spur_extract.export.atomic import atomic_text
from spur_extract.export.columns import fields_of
from spur_extract.export.csv_dialects import BYTE_ORDER_MARK, DIALECTS
from spur_extract.export.table_options import CsvKind

T = TypeVar("T")


def write_csv(
    path: Path,
    model: type[T],
    rows: Iterable[T],
    kind: CsvKind = CsvKind.DEFAULT,
) -> None:
    """Write one table atomically, the model's fields as columns; raises `OutputError`."""
    dialect = DIALECTS[kind]
    names = list(fields_of(model))
    with atomic_text(path) as file:
        file.write(BYTE_ORDER_MARK if dialect.byte_order_mark else "")
        file.write(dialect.line(names))
        file.writelines(dialect.line(getattr(row, name) for name in names) for row in rows)
