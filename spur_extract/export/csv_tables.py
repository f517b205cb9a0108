"""A single table as a CSV file."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel

from spur_extract.export.atomic import atomic_text
from spur_extract.export.columns import row_values
from spur_extract.export.csv_dialects import BYTE_ORDER_MARK, DIALECTS
from spur_extract.export.table_options import CsvKind


def write_csv(
    path: Path,
    model: type[BaseModel],
    rows: Iterable[BaseModel],
    kind: CsvKind = CsvKind.DEFAULT,
) -> None:
    """Write one table atomically, the model's fields as columns; raises `OutputError`."""
    dialect = DIALECTS[kind]
    with atomic_text(path) as file:
        file.write(BYTE_ORDER_MARK if dialect.byte_order_mark else "")
        file.write(dialect.line(model.model_fields))
        file.writelines(dialect.line(row_values(row)) for row in rows)
