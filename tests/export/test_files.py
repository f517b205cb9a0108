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
from spur_extract.export.csv_tables import write_csv
from spur_extract.export.names import printable
from spur_extract.export.report_json import report_json, report_schema
from spur_extract.export.rows import DiagnosticRow
from spur_extract.export.table_options import CsvKind
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


@given(TEXT)
def test_any_text_survives_csv(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    row = DiagnosticRow(
        report_id="0" * 16, position=1, code="c", severity="info", message=text, pointer=""
    )
    write_csv(path, DiagnosticRow, [row])
    assert [found["message"] for found in _read(path)] == [text]


def test_a_single_table_for_a_swedish_excel(tmp_path: Path) -> None:
    row = DiagnosticRow(
        report_id="a" * 16, position=1, code="c", severity="info", message="=1+1", pointer=""
    )
    write_csv(tmp_path / "t.csv", DiagnosticRow, [row], CsvKind.EXCEL_SV)
    header, line, end = (tmp_path / "t.csv").read_bytes().split(b"\r\n")
    assert header.startswith(b"\xef\xbb\xbfreport_id;position;")
    assert (line, end) == (b'aaaaaaaaaaaaaaaa;1;c;info;\'=1+1;""', b"")


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
    assert printable("a\n\x1b[2K\x9b\u202egpj.txt") == "a\\x0a\\x1b[2K\\x9b\\u202egpj.txt"
