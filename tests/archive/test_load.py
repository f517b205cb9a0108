"""Tables as data frames: the values that were written, with their types, from one run or none."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from spur_extract import archive
from spur_extract.archive.results.loading import load
from spur_extract.errors import TablesIncompleteError, TablesNotFoundError
from spur_extract.export.rows import TABLES
from spur_extract.export.table_options import CsvKind, TableOptions
from spur_extract.export.table_set import write_tables
from tests.export.nasty import archive as nasty_archive
from tests.export.nasty import expected


def _plain(value: object) -> object:
    if value is pd.NA or value is pd.NaT:
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spur_extract.archive.results.loading.PAUSE", 0)


@pytest.fixture(scope="module", params=CsvKind)
def output(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a conversion, in each dialect."""
    output = tmp_path_factory.mktemp("output")
    write_tables(nasty_archive(), output / "tables", TableOptions(csv=request.param))
    return output


def test_every_value_comes_back(output: Path) -> None:
    tables = load(output)
    assert list(tables) == list(TABLES)
    for name, rows in expected().items():
        frame = tables[name].astype(object)
        assert list(frame.columns) == list(TABLES[name].model_fields)
        found = [
            [None if pd.isna(value) else _plain(value) for value in row]
            for row in frame.itertuples(index=False)
        ]
        assert found == rows, name


def test_both_dialects_give_equal_frames(tmp_path: Path) -> None:
    for kind in CsvKind:
        write_tables(nasty_archive(), tmp_path / kind, TableOptions(csv=kind))
    default, swedish = load(tmp_path / "default"), load(tmp_path / "excel-sv")
    for name in TABLES:
        pd.testing.assert_frame_equal(default[name], swedish[name])


def test_types(output: Path) -> None:
    tables = load(output)
    assert (
        tables["reports"].dtypes.astype(str).to_dict()
        | {
            "report_id": "string",
            "reader": "category",
            "page_count": "Int64",
            "inspection_date": "datetime64[s]",
            "coverage": "Float64",
        }
        == tables["reports"].dtypes.astype(str).to_dict()
    )
    assert tables["indicators"]["fulfilled"].dtype == "boolean"
    assert list(tables["gradings"]["grade"].cat.categories) == ["A", "B", "C", "D"]
    assert list(tables["areas"]["part"].cat.categories) == ["structure", "process"]
    assert tables["reports"]["inspection_date"].iloc[0].date() == date(2026, 2, 3)


def test_empty_tables_have_their_types(tmp_path: Path, output: Path) -> None:
    write_tables([], tmp_path / "tables")
    empty, full = load(tmp_path), load(output)
    for name in TABLES:
        assert len(empty[name]) == 0
        assert empty[name].dtypes.to_dict() == full[name].dtypes.to_dict()


def test_more_rows_than_are_taken_together(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = load(output)
    monkeypatch.setattr("spur_extract.archive.results.frames.BATCH", 3)
    for name, frame in load(output).items():
        pd.testing.assert_frame_equal(frame, whole[name])


def test_the_folder_tables_itself_and_a_path_as_text(output: Path) -> None:
    for folder in (output / "tables", str(output)):
        assert len(load(folder)["reports"]) == 3


def test_it_is_part_of_the_package() -> None:
    assert archive.load is load


@pytest.mark.parametrize("place", ["", "nowhere", "json"])
def test_no_tables(place: str, tmp_path: Path) -> None:
    (tmp_path / "json").mkdir()
    with pytest.raises(TablesNotFoundError, match="spur-extract convert"):
        load(tmp_path / place)


@pytest.mark.parametrize("name", ["datapackage.json", *(f"{name}.csv" for name in TABLES)])
@pytest.mark.parametrize("damage", ["missing", "cut", "changed", "empty"])
def test_tables_that_are_not_as_they_were_written(name: str, damage: str, tmp_path: Path) -> None:
    write_tables(nasty_archive(), tmp_path / "tables")
    path = tmp_path / "tables" / name
    data = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        old = b"sha256:" if name == "datapackage.json" else b"e"
        new = {"cut": data[:-3], "changed": data.replace(old, b"f", 1), "empty": b""}
        path.write_bytes(new[damage])
    with pytest.raises(TablesIncompleteError, match=r"Write them anew"):
        load(tmp_path)


def test_tables_of_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tables(nasty_archive(), tmp_path / "tables")
    monkeypatch.setitem(TABLES, "areas", TABLES["statements"])
    with pytest.raises(TablesIncompleteError, match="another version"):
        load(tmp_path)
