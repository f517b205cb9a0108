"""JSON and CSV files: their form, and that a failure leaves no half of one."""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spur_extract.contract import Report
from spur_extract.errors import OutputError
from spur_extract.export.atomic import atomic_text, write_text
from spur_extract.export.csv_tables import CsvTables, write_csv
from spur_extract.export.names import printable
from spur_extract.export.report_json import report_json, report_schema
from spur_extract.export.rows import TABLES, DiagnosticRow
from spur_extract.export.tables import table_rows
from tests.export.reports import report

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_json_round_trip() -> None:
    text = report_json(report())
    assert Report.model_validate_json(text) == report()
    assert "Ögonkliniken" in text
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def test_every_field_of_the_json_is_in_the_schema() -> None:
    properties = report_schema()["properties"]
    assert isinstance(properties, dict)
    assert list(properties) == list(json.loads(report_json(report())))


def test_tables_as_csv(tmp_path: Path) -> None:
    with CsvTables(tmp_path) as tables:
        tables.add(table_rows(report(), "a.txt"))
        tables.add(table_rows(report(), "b.txt"))
    assert {path.name for path in tmp_path.iterdir()} == {f"{name}.csv" for name in TABLES}
    for name, model in TABLES.items():
        rows = _read(tmp_path / f"{name}.csv")
        assert list(rows[0]) == list(model.model_fields)
        assert len(rows) == 2 * len(table_rows(report(), "a.txt")[name])
    raw = (tmp_path / "areas.csv").read_bytes()
    assert raw.startswith(b"report_id,position,")  # no byte order mark
    assert raw.count(b"\r\n") == 5
    assert _read(tmp_path / "areas.csv")[0]["narrative"] == report().areas[0].narrative


def test_cells(tmp_path: Path) -> None:
    with CsvTables(tmp_path) as tables:
        tables.add(table_rows(report(), "a.txt"))
    item = _read(tmp_path / "action_items.csv")[0]
    assert (item["due_earliest"], item["due_recurring"]) == ("2026-05-01", "false")
    assert (item["indicator_id"], item["due_status"]) == ("", "dated")
    marks = [row["fulfilled"] for row in _read(tmp_path / "indicators.csv")]
    assert marks == ["true", "true", "", ""]


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        with CsvTables(tmp_path / name) as tables:
            tables.add(table_rows(report(), "a.txt"))
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


@given(TEXT)
def test_any_text_survives_csv(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    row = DiagnosticRow(
        report_id="0", position=1, code="c", severity="info", message=text, pointer=""
    )
    write_csv(path, DiagnosticRow, [row])
    assert [found["message"] for found in _read(path)] == [text]


def test_a_failure_leaves_the_old_tables_and_no_draft(tmp_path: Path) -> None:
    with CsvTables(tmp_path) as tables:
        tables.add(table_rows(report(), "a.txt"))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    failing = CsvTables(tmp_path)
    with pytest.raises(KeyError), failing:
        failing.add(table_rows(report(), "b.txt") | {"no such table": []})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_readers_see_the_old_file_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    write_text(path, "old")
    with atomic_text(path) as file:
        file.write("new")
        file.flush()
        assert path.read_text(encoding="utf-8") == "old"
    assert path.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["folder", "file/x.txt", "x" * 300])
def test_what_cannot_be_written(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(OutputError):
        write_text(tmp_path / name, "x")
    assert {path.name for path in tmp_path.iterdir()} == {"folder", "file"}


def test_printable() -> None:
    assert printable("år.txt") == "år.txt"
    assert printable("\udce5r.txt") == "\\udce5r.txt"
