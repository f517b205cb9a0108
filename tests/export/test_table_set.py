"""The tables of an archive in every format: the same values, whole, and the same bytes again."""

import csv
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import ValidationError

from spur_extract.errors import FormatUnavailableError, OutputError
from spur_extract.export import table_options
from spur_extract.export.rows import TABLES
from spur_extract.export.table_options import TableFormat, TableOptions
from spur_extract.export.table_set import tables_are_current, write_tables
from tests.export.nasty import NASTY, archive, expected, numbered, read

ALL = TableOptions(formats=frozenset(TableFormat))
SWEDISH = TableOptions.model_validate({"csv": "excel-sv"})
CSV_AND_PACKAGE = {"datapackage.json", *(f"{name}.csv" for name in TABLES)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the nasty archive in every format."""
    folder = tmp_path_factory.mktemp("archive") / "tables"
    write_tables(archive(), folder, ALL)
    return folder


@pytest.mark.parametrize("form", TableFormat)
def test_every_format_holds_every_value(folder: Path, form: TableFormat) -> None:
    found = read(folder, form)
    assert list(found) == list(TABLES)
    for name, rows in expected().items():
        assert found[name] == rows, name


def test_the_nasty_archive_is_nasty() -> None:
    texts = {value for row in expected()["statements"] for value in row}
    assert texts > set(NASTY)
    evidence = [row[-1] for row in expected()["gradings"]]
    assert evidence.count(None) > evidence.count("") >= 1


def test_csv_alone_unless_asked(tmp_path: Path) -> None:
    written = write_tables(archive(), tmp_path / "tables")
    assert {path.name for path in (tmp_path / "tables").iterdir()} == CSV_AND_PACKAGE
    assert list(tmp_path.iterdir()) == [tmp_path / "tables"]
    assert written.reports == 3
    assert written.rows == {name: len(rows) for name, rows in expected().items()}


def test_default_csv_is_rfc_4180(folder: Path) -> None:
    raw = (folder / "statements.csv").read_bytes()
    assert raw.startswith(b"report_id,list,position,text,basis,confidence\r\n")
    with (folder / "statements.csv").open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file, strict=True)]
    assert [text for text in texts if text not in ("", None)] == [
        row[3] for row in expected()["statements"] if row[3]
    ]


def test_swedish_csv(tmp_path: Path) -> None:
    write_tables(archive(), tmp_path, SWEDISH)
    raw = (tmp_path / "reports.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfreport_id;source_path;")
    with (tmp_path / "reports.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";", strict=True))
    assert rows[1]["report_id"] == "'1234e56789012345"
    assert rows[1]["source_path"] == "'=in/-b.txt"
    assert (rows[0]["coverage"], rows[0]["inspection_date"]) == ("0,995", "2026-02-03")
    assert b";SANT" in (tmp_path / "indicators.csv").read_bytes()


@pytest.mark.parametrize("name", ["år [1] *", "it's", 'a "b"', "rad\nbrytning"])
def test_folders_with_signs_that_mean_something_elsewhere(name: str, tmp_path: Path) -> None:
    write_tables([(numbered(1), "a.txt")], tmp_path / name, ALL)
    for form in (TableFormat.SQLITE, TableFormat.JSONL):
        assert len(read(tmp_path / name, form)["reports"]) == 1
    assert (tmp_path / name / "spur.duckdb").stat().st_size > 0
    assert len(list((tmp_path / name).glob("*.parquet"))) == len(TABLES)


def test_a_folder_that_duckdb_cannot_write_to(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="question mark"):
        write_tables(archive(), tmp_path / "vad?" / "tables", ALL)
    assert list((tmp_path / "vad?").iterdir()) == []


def test_a_text_larger_than_duckdb_expects(tmp_path: Path) -> None:
    large = numbered(1)
    areas = (large.areas[0].model_copy(update={"narrative": "å" * 9_000_000}),)
    write_tables([(large.model_copy(update={"areas": areas}), "a.txt")], tmp_path, ALL)
    assert [len(str(row[-1])) for row in read(tmp_path, TableFormat.DUCKDB)["areas"]] == [9_000_000]


def test_nothing_to_write_gives_empty_tables(tmp_path: Path) -> None:
    assert write_tables([], tmp_path / "tables", ALL).reports == 0
    for form in TableFormat:
        assert read(tmp_path / "tables", form) == {name: [] for name in TABLES}


def test_the_same_reports_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write_tables(archive(), tmp_path, ALL)
    again = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert set(again) == {path.name for path in folder.iterdir()}
    # DuckDB gives each file an id of its own, and the package tells that file's hash.
    for name in set(again) - {"spur.duckdb", "datapackage.json"}:
        assert again[name] == (folder / name).read_bytes(), name


def test_a_content_under_two_names_stands_there_once(tmp_path: Path) -> None:
    reports = [(numbered(1), "a.txt"), (numbered(2), "b.txt"), (numbered(1), "c.txt")]
    written = write_tables(reports, tmp_path, ALL)
    assert (written.reports, written.duplicates, written.rows["reports"]) == (2, 1, 2)
    assert [row[1] for row in read(tmp_path, TableFormat.SQLITE)["reports"]] == ["a.txt", "b.txt"]


def test_keys_of_sqlite(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "spur.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for name, model in TABLES.items():
            columns = database.execute(f'PRAGMA table_info("{name}")').fetchall()
            keys = sorted((key, column) for _, column, _, _, _, key in columns if key)
            assert tuple(column for _, column in keys) == model.key
            targets = database.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
            assert {row[2] for row in targets} == {one.table for one in model.references}
            plan = f"EXPLAIN QUERY PLAN SELECT * FROM \"{name}\" WHERE report_id = 'x'"  # noqa: S608
            assert "USING INDEX" in database.execute(plan).fetchone()[-1]


def test_sqlite_takes_no_orphans_and_no_other_choices(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes((folder / "spur.sqlite").read_bytes())
    statement = "INSERT INTO diagnostics VALUES (?, ?, 'c', ?, 'm', '')"
    with closing(sqlite3.connect(copy)) as database:
        database.execute("PRAGMA foreign_keys = ON")
        for row in [("nobody", 1, "info"), ("1234e56789012345", 9, "loud")]:
            with pytest.raises(sqlite3.IntegrityError):
                database.execute(statement, row)


def test_a_format_that_is_not_asked_for_any_more_goes(tmp_path: Path) -> None:
    write_tables(archive(), tmp_path / "tables", ALL)
    write_tables(archive(), tmp_path / "tables")
    assert {path.name for path in (tmp_path / "tables").iterdir()} == CSV_AND_PACKAGE


def test_without_duckdb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_options, "find_spec", lambda _: None)
    monkeypatch.setitem(sys.modules, "duckdb", None)
    for name in ("parquet", "duckdb"):
        options = TableOptions.model_validate({"formats": [name]})
        with pytest.raises(FormatUnavailableError, match=rf"{name}.*pip install '\.\[tables"):
            write_tables(archive(), tmp_path / "tables", options)
    assert list(tmp_path.iterdir()) == []
    others = TableOptions.model_validate({"formats": ["jsonl", "sqlite"]})
    write_tables(archive(), tmp_path / "tables", others)
    assert (tmp_path / "tables" / "spur.sqlite").is_file()


@pytest.mark.parametrize("wrong", [{"csv": "excel"}, {"formats": ["xlsx"]}, {"format": []}])
def test_options_that_do_not_exist(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        TableOptions.model_validate(wrong)


def test_current_tables_are_known(tmp_path: Path) -> None:
    tables = tmp_path / "tables"
    assert not tables_are_current(tables, ALL, "x")
    write_tables(archive(), tables, ALL, made_from="x")
    assert tables_are_current(tables, ALL, "x")
    assert not tables_are_current(tables, ALL, "y")
    assert not tables_are_current(tables, SWEDISH, "x")
    assert not tables_are_current(tables, TableOptions(), "x")


@pytest.mark.parametrize("name", ["areas.csv", "areas.parquet", "spur.sqlite", "datapackage.json"])
def test_a_missing_file_makes_tables_stale(name: str, tmp_path: Path) -> None:
    write_tables(archive(), tmp_path, ALL, made_from="x")
    (tmp_path / name).unlink()
    assert not tables_are_current(tmp_path, ALL, "x")


ALL_FILES = [
    "datapackage.json",
    "spur.sqlite",
    "spur.duckdb",
    *(f"{name}{suffix}" for name in TABLES for suffix in (".csv", ".jsonl", ".parquet")),
]


@pytest.mark.parametrize("name", ALL_FILES)
def test_a_changed_byte_makes_tables_stale(name: str, folder: Path, tmp_path: Path) -> None:
    tables = tmp_path / "tables"
    shutil.copytree(folder, tables)
    assert tables_are_current(tables, ALL, "")
    data = bytearray((tables / name).read_bytes())
    data[len(data) // 2] ^= 1
    (tables / name).write_bytes(data)
    assert not tables_are_current(tables, ALL, "")
    (tables / name).write_bytes(b"{}")
    assert not tables_are_current(tables, ALL, "")


def test_an_error_of_the_reports_is_not_taken_for_one_of_the_output(tmp_path: Path) -> None:
    def broken() -> object:
        yield from archive()
        raise PermissionError("json")

    write_tables([(numbered(1), "a.txt")], tmp_path / "tables")
    before = (tmp_path / "tables" / "reports.csv").read_bytes()
    with pytest.raises(PermissionError):
        write_tables(broken(), tmp_path / "tables", ALL)  # type: ignore[arg-type]
    assert (tmp_path / "tables" / "reports.csv").read_bytes() == before
    assert list(tmp_path.iterdir()) == [tmp_path / "tables"]


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    (tmp_path / "tables").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="is a file"):
        write_tables(archive(), tmp_path / "tables")
    assert (tmp_path / "tables").read_text(encoding="utf-8") == "mine"
