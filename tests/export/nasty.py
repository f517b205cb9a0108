"""Reports whose texts are what breaks tables, and readers of every format for comparison."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from spur_extract.contract import Grading, GradingBasis, Report, Statement, StatementBasis
from spur_extract.export.columns import Kind, columns_of
from spur_extract.export.rows import TABLES
from spur_extract.export.table_options import TableFormat
from spur_extract.export.tables import table_rows
from tests.export.reports import report

Value = str | int | float | bool | date | None
Tables = dict[str, list[list[Value]]]

NASTY = (
    "",
    " ",
    "'",
    "''",
    '"',
    '""',
    '"",""',
    'ett "ord" till',
    "rad ett\nrad två",
    "rad ett\r\nrad två\r",
    "\n",
    "\r",
    ";",
    "a;b,c\td",
    "=1+1",
    '=HYPERLINK("x";"y")',
    "'=1+1",
    "''=1+1",
    "'vanlig'",
    "+46 8 123",
    "-5",
    "- punkt",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "1234567890123456",
    "'1234567890123456",
    "1234e56789012345",
    "1e5",
    "1,5",
    "007",
    "true",
    "SANT",
    "NULL",
    "NA",
    "nan",
    "None",
    "null",
    "\\N",
    "\\",
    "{}",
    "\x00",
    "a\x00b\x01\x1b\x7f\x85",
    "\ufeffbom",
    "a\u2028b\u2029c",
    "😀👩‍⚕️",
    "A\u030angstro\u0308m",  # å and ö as letter and mark
    "Ångström",
    "lång text; " * 10_000,
)


def nasty_report() -> Report:
    """Each nasty text, and None, in columns that may be null and in some that may not."""
    base = report()
    classified = StatementBasis.CLASSIFIED
    gradings = [
        Grading(regulation=None, grade="D", basis=GradingBasis.STATED, evidence=text)
        for text in (*NASTY, None)
    ]
    areas = [
        base.areas[0].model_copy(update={"narrative": text, "title": None, "gradings": ()})
        for text in NASTY
    ]
    areas[0] = areas[0].model_copy(update={"gradings": tuple(gradings)})
    return base.model_copy(
        update={
            "source": base.source.model_copy(update={"sha256": "1234e56789012345" * 4}),
            "cover": base.cover.model_copy(
                update={"clinic": "", "specialty": None, "inspectors": ("", "=x")}
            ),
            "strengths": tuple(
                Statement(text=text, basis=classified, confidence=1e-07) for text in NASTY
            ),
            "areas": tuple(areas),
        }
    )


def numbered(number: int) -> Report:
    """The small report with another content's hash."""
    base = report()
    sha256 = hashlib.sha256(str(number).encode()).hexdigest()
    return base.model_copy(update={"source": base.source.model_copy(update={"sha256": sha256})})


def archive() -> Iterator[tuple[Report, str]]:
    """A few reports with their paths; the nasty one in the middle."""
    yield numbered(1), "in/år 2026; del 1.txt"
    yield nasty_report(), "=in/-b.txt"
    yield numbered(2), "in/c.txt"


def expected() -> Tables:
    """The values of all rows of `archive()`."""
    tables: Tables = {name: [] for name in TABLES}
    for each, path in archive():
        for name, rows in table_rows(each, path).items():
            tables[name] += [list(row.model_dump().values()) for row in rows]
    return tables


def read(folder: Path, form: TableFormat) -> Tables:
    """What a format holds, read by a library that knows nothing of us."""
    # Not above: its library tells of leaks when a process ends, after the suite's last line.
    import duckdb  # noqa: PLC0415

    if form is TableFormat.JSONL:
        return {name: _json_lines(folder, name) for name in TABLES}
    if form is TableFormat.SQLITE:
        with closing(sqlite3.connect(folder / "spur.sqlite")) as database:
            select = 'SELECT * FROM "{}" ORDER BY rowid'
            return {
                name: _typed(name, database.execute(select.format(name)).fetchall())
                for name in TABLES
            }
    if form is TableFormat.PARQUET:
        with duckdb.connect(":memory:") as memory:
            return {
                name: _lists(memory.read_parquet(str(folder / f"{name}.parquet")).fetchall())
                for name in TABLES
            }
    with duckdb.connect(str(folder / "spur.duckdb"), read_only=True) as database_:
        return {name: _lists(database_.table(name).fetchall()) for name in TABLES}


def _lists(rows: list[tuple[Value, ...]]) -> list[list[Value]]:
    return [list(row) for row in rows]


def _json_lines(folder: Path, name: str) -> list[list[Value]]:
    text = (folder / f"{name}.jsonl").read_text(encoding="utf-8")
    return _typed(name, [tuple(json.loads(line).values()) for line in text.split("\n")[:-1]])


def _typed(name: str, rows: list[tuple[Value, ...]]) -> list[list[Value]]:
    """Dates and booleans, where the format has none of its own."""
    kinds = [column.kind for column in columns_of(TABLES[name])]
    return [list(map(_value, row, kinds)) for row in rows]


def _value(value: Value, kind: Kind) -> Value:
    if kind is Kind.DATE and isinstance(value, str):
        return date.fromisoformat(value)
    if kind is Kind.BOOLEAN and value is not None:
        return bool(value)
    return value
