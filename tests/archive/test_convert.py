"""Many files at once: every input accounted for, whatever happens to it."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from spur_extract.archive import ConversionSummary, RunEntry, Status, convert
from spur_extract.archive.settings import ConvertSettings
from spur_extract.contract import Report
from spur_extract.errors import EmptyInputError, NothingToDoError, OutputError
from spur_extract.export.rows import TABLES
from spur_extract.pipeline import parse_bytes
from tests.cli.program import samples


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _archive(root: Path) -> Path:
    """One good report, one copy of it, one other text, one empty file, one binary file."""
    folder = root / "in"
    (folder / "2024").mkdir(parents=True)
    shutil.copy(samples()[0], folder / "rapport.txt")
    shutil.copy(samples()[0], folder / "2024" / "rapport.txt")
    (folder / "mejl.txt").write_text("Hej!\n\nVi ses på torsdag.\n", encoding="utf-8")
    (folder / "tom.txt").touch()
    (folder / "brus.txt").write_bytes(bytes(range(256)) * 20)
    return folder


def _by_name(summary: ConversionSummary, root: Path) -> dict[str, RunEntry]:
    return {Path(entry.path).relative_to(root).as_posix(): entry for entry in summary.entries}


def test_every_input_is_in_the_run_report_once(tmp_path: Path) -> None:
    folder, output = _archive(tmp_path), tmp_path / "out"
    summary = convert([folder], output)
    entries = _by_name(summary, folder)
    good = (Status.CONVERTED, Status.CONVERTED_WITH_WARNINGS)
    assert entries["2024/rapport.txt"].status in good
    assert entries["rapport.txt"].status in good
    assert (entries["mejl.txt"].status, entries["mejl.txt"].code) == (
        Status.REFUSED,
        "not-a-spur-report",
    )
    assert (entries["tom.txt"].status, entries["tom.txt"].code) == (Status.FAILED, "empty-input")
    assert (entries["brus.txt"].status, entries["brus.txt"].code) == (Status.FAILED, "binary-input")
    assert len(entries) == len(summary.entries) == 5
    logged = (output / "run.jsonl").read_text(encoding="utf-8").splitlines()
    assert tuple(RunEntry.from_json(line) for line in logged) == summary.entries
    assert [row["path"] for row in _rows(output / "run.csv")] == [
        entry.path for entry in summary.entries
    ]
    assert summary.counts[Status.FAILED] == 2
    assert entries["tom.txt"].next_step == EmptyInputError.next_step
    assert entries["rapport.txt"].next_step is None
    steps = [row["next_step"] for row in _rows(output / "run.csv")]
    assert steps == [entry.next_step or "" for entry in summary.entries]


def test_json_mirrors_the_tree(tmp_path: Path) -> None:
    folder, output = _archive(tmp_path), tmp_path / "out"
    summary = convert([folder], output)
    written = sorted(
        path.relative_to(output / "json").as_posix()
        for path in (output / "json").rglob("*")
        if path.is_file()
    )
    assert written == ["2024/rapport.txt.json", "rapport.txt.json"]
    for entry in summary.entries:
        if entry.output is not None:
            text = (output / entry.output).read_text(encoding="utf-8")
            data = (folder / Path(entry.path).relative_to(folder)).read_bytes()
            assert Report.model_validate_json(text) == parse_bytes(data, Path(entry.path).name)


def test_the_same_content_stands_in_the_tables_once(tmp_path: Path) -> None:
    folder, output = _archive(tmp_path), tmp_path / "out"
    entries = _by_name(convert([folder], output), folder)
    first, second = entries["2024/rapport.txt"], entries["rapport.txt"]
    assert (first.duplicate_of, second.duplicate_of) == (None, first.path)
    assert first.report_id == second.report_id
    (row,) = _rows(output / "tables" / "reports.csv")
    assert (row["source_path"], row["report_id"]) == (first.path, first.report_id)
    for name in TABLES:
        assert {found["report_id"] for found in _rows(output / "tables" / f"{name}.csv")} <= {
            first.report_id
        }


def test_an_unforeseen_exception_costs_one_file(tmp_path: Path) -> None:
    folder, output = _archive(tmp_path), tmp_path / "out"
    settings = ConvertSettings(plugin="tests.archive.plugins:divide_by_zero_when_empty")
    entries = _by_name(convert([folder], output, settings=settings), folder)
    failed = entries["tom.txt"]
    assert (failed.status, failed.code) == (Status.FAILED, "internal-error")
    assert failed.message is not None
    assert "ZeroDivisionError" in failed.message
    assert "Anna" not in failed.message
    assert len(entries) == 5
    assert (output / "json" / "rapport.txt.json").exists()


def test_a_file_that_vanishes_costs_one_file(tmp_path: Path) -> None:
    folder = _archive(tmp_path)

    def on_file(_: RunEntry, done: int, total: int) -> None:
        assert total == 5
        if done == 1:
            (folder / "rapport.txt").unlink()

    entries = _by_name(convert([folder], tmp_path / "out", on_file), folder)
    assert entries["rapport.txt"].code == "input-not-found"
    assert entries["2024/rapport.txt"].report_id is not None


def test_names_that_could_not_have_their_json(tmp_path: Path) -> None:
    folder, output = tmp_path / "in", tmp_path / "out"
    names = ["x" * 251 + ".txt", "å" * 125 + ".txt", "a.txt", "a.txt.json/b.txt", "a\x1b\n.txt"]
    for number, name in enumerate(names):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        data = samples()[0].read_bytes() + f"\nSida {number}\n".encode()
        (folder / name).write_bytes(data)
    summary = convert([folder], output)
    assert [entry.code for entry in summary.entries] == [None] * len(names)
    for entry in summary.entries:
        assert entry.output is not None
        assert (output / entry.output).is_file()
        assert "\x1b" not in entry.path + entry.output
    assert convert([folder], output).counts[Status.SKIPPED] == len(names)


def test_a_second_run_gives_the_same_results_and_drops_what_no_longer_converts(
    tmp_path: Path,
) -> None:
    folder, output = _archive(tmp_path), tmp_path / "out"
    convert([folder], output)
    before = {path: path.read_bytes() for path in output.rglob("*.csv") if path.name != "run.csv"}
    convert([folder], output)
    assert {path: path.read_bytes() for path in before} == before
    (folder / "rapport.txt").write_text("Inget alls.\n", encoding="utf-8")
    convert([folder], output)
    assert not (output / "json" / "rapport.txt.json").exists()
    assert not list(output.rglob(".*"))


def test_inputs_are_not_written_to(tmp_path: Path) -> None:
    folder = _archive(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    convert([folder], folder / "out")
    after = {
        path: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_relative_to(folder / "out")
    }
    assert after == before


def test_an_output_folder_that_is_a_file(tmp_path: Path) -> None:
    folder, output = _archive(tmp_path), tmp_path / "out"
    output.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError):
        convert([folder], output)
    with pytest.raises(OutputError):
        convert([folder], output / "below")
    with pytest.raises(OutputError, match="too long"):
        convert([folder], tmp_path / ("x" * 300))
    assert output.read_text(encoding="utf-8") == "mine"


def test_an_output_folder_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, output = _archive(tmp_path), tmp_path / "out"
    real = Path.open

    def refuse(path: Path, *arguments: str, **named: str) -> object:
        if path.is_relative_to(output):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    done: list[RunEntry] = []
    with pytest.raises(OutputError):
        convert([folder], output, lambda entry, *_: done.append(entry))
    assert done == []


def test_nothing_to_do_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(NothingToDoError):
        convert([tmp_path / "in"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_names_that_are_no_utf_8(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    try:
        shutil.copy(samples()[0], folder / "\udce5r.txt")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (entry,) = convert([folder], tmp_path / "out").entries
    assert entry.report_id is not None
    assert json.loads((tmp_path / "out" / "run.jsonl").read_text("utf-8"))["path"].endswith(
        "\\udce5r.txt"
    )
