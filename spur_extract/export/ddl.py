"""The tables as SQL: what SQLite and DuckDB have in common."""

from collections.abc import Callable, Iterable, Iterator

from spur_extract.export.columns import Column, columns_of
from spur_extract.export.rows import TABLES, Row


def create_table(name: str, column_type: Callable[[Column], str]) -> str:
    """The statement that creates a table, with its keys; `column_type` gives types and checks."""
    model = TABLES[name]
    parts = [*_columns(model, column_type), f"PRIMARY KEY ({names(model.key)})"]
    for reference in model.references:
        target = f"{quoted(reference.table)} ({names(TABLES[reference.table].key)})"
        parts.append(f"FOREIGN KEY ({names(reference.columns)}) REFERENCES {target}")
    return f"CREATE TABLE {quoted(name)} (\n  " + ",\n  ".join(parts) + "\n)"


def quoted(name: str) -> str:
    """A name as SQL: some, as `list`, are words of the language."""
    return f'"{name}"'


def names(columns: Iterable[str]) -> str:
    """Several names, separated by commas."""
    return ", ".join(map(quoted, columns))


def texts(values: Iterable[str]) -> str:
    """Several texts as SQL, separated by commas."""
    return ", ".join("'" + value.replace("'", "''") + "'" for value in values)


def _columns(model: type[Row], column_type: Callable[[Column], str]) -> Iterator[str]:
    for column in columns_of(model):
        needed = "" if column.nullable else " NOT NULL"
        yield f"{quoted(column.name)} {column_type(column)}{needed}"
