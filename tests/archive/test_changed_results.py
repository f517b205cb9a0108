"""Results that somebody changes behind the program's back: told, and mended by the next run."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from spur_extract.archive import RunEntry, Status, convert, load
from spur_extract.archive.settings import ConvertSettings
from spur_extract.cli.main import main
from spur_extract.errors import OutputFullError, ResultChangedError, TablesIncompleteError
from spur_extract.export.table_options import TableFormat, TableOptions
from tests.cli.program import samples

ALSO = ConvertSettings(
    tables=TableOptions(formats=frozenset({TableFormat.SQLITE, TableFormat.JSONL}))
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(samples()[0], folder / "a.txt")
    shutil.copy(samples()[1], folder / "b.txt")
    (folder / "c.txt").touch()
    return folder


def run_log(output: Path) -> list[RunEntry]:
    lines = (output / "run.jsonl").read_text(encoding="utf-8").splitlines()
    return [RunEntry.from_json(line) for line in lines]


def falsify(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace("klinik", "KLINIK"), encoding="utf-8")


def full(*_: object) -> None:
    raise OutputFullError("No space left.")


@pytest.mark.parametrize("meddle", [falsify, Path.unlink])
def test_a_json_that_changes_before_the_tables_are_made(
    meddle: Callable[[Path], None], folder: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"

    def on_file(_: RunEntry, done: int, total: int) -> None:
        if done == total:
            meddle(output / "json" / "a.txt.json")

    with pytest.raises(ResultChangedError, match=r"a\.txt\.json .*once more"):
        convert([folder], output, on_file)
    assert [entry.code for entry in run_log(output)] == [None, None, "empty-input"]
    assert not (output / "tables").exists()
    summary = convert([folder], output)
    assert [entry.known for entry in summary.entries] == [False, True, True]
    with (output / "tables" / "reports.csv").open(encoding="utf-8", newline="") as file:
        assert not [row for row in csv.DictReader(file) if "KLINIK" in row["clinic"]]


@pytest.mark.parametrize("name", ["areas.csv", "reports.jsonl", "spur.sqlite", "datapackage.json"])
def test_one_more_run_mends_the_tables(name: str, folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    convert([folder], output, settings=ALSO)
    path = output / "tables" / name
    before = path.read_bytes()
    changed = bytearray(before)
    changed[-9] ^= 1  # as long as before
    path.write_bytes(changed)
    if path.suffix == ".csv":
        with pytest.raises(TablesIncompleteError, match="once more"):
            load(output)
    convert([folder], output, settings=ALSO)
    assert path.read_bytes() == before
    assert len(load(output)["reports"]) == 2


def test_what_failed_is_in_the_run_report_even_if_the_tables_fail(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out"
    convert([folder], output)
    (folder / "d.txt").touch()
    with monkeypatch.context() as patch:
        patch.setattr("spur_extract.archive.conversion.write_archive_tables", full)
        with pytest.raises(OutputFullError):
            convert([folder], output)
    assert [entry.code for entry in run_log(output)][2:] == ["empty-input", "empty-input"]
    assert convert([folder], output).counts[Status.SKIPPED] == 2


def test_what_failed_is_named_when_the_run_ends_early(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("spur_extract.archive.conversion.write_archive_tables", full)
    monkeypatch.setattr("spur_extract.cli.main.use_utf8", lambda: None)
    with pytest.raises(SystemExit) as end:
        main(["convert", "--quiet", str(folder), "-o", str(tmp_path / "out")])
    lines = capsys.readouterr().err.splitlines()
    assert end.value.code == OutputFullError.exit_code
    assert [line.partition(":")[0] for line in lines] == ["failed[empty-input]", "spur-extract"]
