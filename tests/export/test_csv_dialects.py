"""CSV cells: what is written, that it is read back, and that a spreadsheet runs none of it."""

import csv
import io
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spur_extract.export.csv_dialects import EXCEL_SV, RFC_4180, CsvDialect, records
from tests.export.nasty import NASTY

BOTH = pytest.mark.parametrize("dialect", [RFC_4180, EXCEL_SV], ids=lambda each: each.kind)
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
CELLS = st.lists(st.none() | TEXT | st.sampled_from(NASTY[:-1]), min_size=1, max_size=4)


def test_cells_by_rfc_4180() -> None:
    values = [None, "", "a", 'b"c', "d,e", "f;g", "h\ni", True, False, 1, 0.5, date(2026, 5, 1)]
    assert RFC_4180.line(values) == (
        ',"",a,"b""c","d,e",f;g,"h\ni",true,false,1,0.5,2026-05-01\r\n'
    )


def test_cells_for_a_swedish_excel() -> None:
    values = [None, "", "a", 'b"c', "d,e", "f;g", True, False, -1, -0.5, date(2026, 5, 1)]
    assert EXCEL_SV.line(values) == (';"";a;"b""c";d,e;"f;g";SANT;FALSKT;-1;-0,5;2026-05-01\r\n')


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_formulas_are_defused_for_excel_only(start: str) -> None:
    assert EXCEL_SV.cell(start + "1").strip('"') == f"'{start}1"
    assert RFC_4180.cell(start + "1").strip('"') == start + "1"


@pytest.mark.parametrize("text", ["1234567890123456", "1234e56789012345"])
def test_ids_that_excel_would_take_for_numbers(text: str) -> None:
    assert EXCEL_SV.cell(text) == "'" + text
    assert RFC_4180.cell(text) == text


@pytest.mark.parametrize(
    "text", ["1234", "1,5", "'citat'", "0123456789abcdef", "2026-05-01", "a=b"]
)
def test_what_is_harmless_stays(text: str) -> None:
    assert EXCEL_SV.cell(text) == text


@BOTH
@given(rows=st.lists(CELLS, min_size=1, max_size=5))
def test_all_that_is_written_is_read_back(
    dialect: CsvDialect, rows: list[list[str | None]]
) -> None:
    written = "".join(map(dialect.line, rows))
    file = io.TextIOWrapper(io.BytesIO(written.encode()), encoding="utf-8", newline="\r\n")
    found = list(records(file))
    assert found == [dialect.line(row) for row in rows]
    assert [[dialect.text(cell) for cell in dialect.cells(line)] for line in found] == rows
    assert dialect.cells(written) == [dialect.cell(value) for row in rows for value in row]


@BOTH
@given(rows=st.lists(st.tuples(TEXT, TEXT), min_size=1))
def test_other_readers_agree(dialect: CsvDialect, rows: list[tuple[str, str]]) -> None:
    written = io.StringIO("".join(map(dialect.line, rows)), newline="")
    found = list(csv.reader(written, delimiter=dialect.delimiter, strict=True))
    if dialect is RFC_4180:
        assert found == [list(row) for row in rows]
    assert len(found) == len(rows)


@given(TEXT)
def test_no_cell_begins_a_formula(text: str) -> None:
    (found,) = next(csv.reader(io.StringIO(EXCEL_SV.line([text]), newline=""), delimiter=";"))
    assert not re.match(r"[=+\-@\t\r\n]", found)
