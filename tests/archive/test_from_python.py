"""`convert` as callers from Python meet it: paths as text, amounts with units, typed errors."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError

from spur_extract.archive import convert
from spur_extract.archive.settings import ConvertSettings
from spur_extract.errors import SpurError
from spur_extract.export.table_options import CsvKind, TableFormat, TableOptions
from tests.cli.program import samples


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(lambda path: [str(path)], id="texts"),
        pytest.param(str, id="a text"),
        pytest.param(Path, id="a path"),
        pytest.param(lambda path: iter([path]), id="an iterator"),
    ],
)
def test_paths_may_be_text(given: Callable[[Path], str], tmp_path: Path) -> None:
    [entry] = convert(given(samples()[0]), str(tmp_path / "out")).entries
    assert entry.report_id is not None
    assert (tmp_path / "out" / "json" / f"{samples()[0].name}.json").exists()


@pytest.mark.parametrize(
    ("paths", "output"),
    [
        (["no such file"], "out"),
        ("no such file", "out"),
        ([], "out"),
        (["a\0b"], "out"),
        ([str(samples()[0])], "a\0b"),
    ],
)
def test_what_goes_wrong_is_a_typed_error(
    paths: list[str] | str, output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SpurError):
        convert(paths, output)
    assert not list(tmp_path.iterdir())


def test_the_summary_tells_what_the_tables_lost(tmp_path: Path) -> None:
    formats = frozenset({TableFormat.SQLITE, TableFormat.JSONL})
    tables = TableOptions(csv=CsvKind.EXCEL_SV, formats=formats)
    first = convert(samples()[0], tmp_path / "out", settings=ConvertSettings(tables=tables))
    again = convert(samples()[0], tmp_path / "out")
    assert not first.tables
    assert set(again.tables.removed) == formats
    assert again.tables.csv_before is CsvKind.EXCEL_SV


def test_tables_whose_description_is_gone_still_tell_what_they_lose(tmp_path: Path) -> None:
    tables = TableOptions(formats=frozenset({TableFormat.SQLITE}))
    convert(samples()[0], tmp_path / "out", settings=ConvertSettings(tables=tables))
    (tmp_path / "out" / "tables" / "datapackage.json").unlink()
    changes = convert(samples()[0], tmp_path / "out").tables
    assert (changes.removed, changes.csv_before) == ((TableFormat.SQLITE,), None)


@pytest.mark.parametrize(
    ("text", "mebibytes"),
    [
        ("2048", 2048),
        ("512MB", 512),
        ("512 mib", 512),
        ("2GB", 2048),
        ("2g", 2048),
        ("1,5 GiB", 1536),
        ("0.5G", 512),
        ("1TB", 1024**2),
    ],
)
def test_memory_with_units(text: str, mebibytes: int) -> None:
    assert ConvertSettings.model_validate({"memory": text}).memory == mebibytes


@pytest.mark.parametrize("text", ["", "GB", "2KB", "-2GB", "2 GB or so", "1e3", "9" * 5000])
def test_what_is_no_amount_of_memory(text: str) -> None:
    with pytest.raises(ValidationError, match="no amount of memory"):
        ConvertSettings.model_validate({"memory": text})
