"""Which reports of a converted folder are audited: those of its last run."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from spur_extract.archive import convert
from spur_extract.audit import load_reports
from spur_extract.audit.loading import load_report
from spur_extract.errors import ConversionIncompleteError, NothingToAuditError
from spur_extract.export.report_json import report_json
from spur_extract.pipeline import parse
from tests.cli.program import samples


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Of two runs; between them a file was renamed."""
    source, output = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name in ("b.txt", "fel.txt"):
        shutil.copy(samples()[0], source / name)
    convert([source], output)
    stale = (output / "json" / "fel.txt.json").read_bytes()
    (source / "fel.txt").rename(source / "a.txt")
    convert([source], output)
    (output / "json" / "fel.txt.json").write_bytes(stale)
    return output


def test_what_the_last_run_lists_counts(output: Path) -> None:
    loaded = [Path(it.path).name for it in load_reports([output])]
    assert loaded == ["a.txt.json", "b.txt.json"]  # one content twice is for a rule to tell


def test_a_folder_of_json_without_a_run_report_is_read_whole(output: Path) -> None:
    assert len(list(load_reports([output / "json"]))) == 3
    (output / "run.jsonl").unlink()
    assert len(list(load_reports([output]))) == 3


def test_a_report_that_is_listed_and_missing(output: Path) -> None:
    (output / "json" / "b.txt.json").unlink()
    with pytest.raises(ConversionIncompleteError, match=r"b\.txt\.json.*once more"):
        next(load_reports([output]))


@pytest.mark.parametrize("log", ["{}\n", "[1]\n", "{\n"])
def test_a_run_report_that_is_none(log: str, output: Path) -> None:
    (output / "run.jsonl").write_text(log, encoding="utf-8")
    with pytest.raises(ConversionIncompleteError, match=r"run\.jsonl"):
        next(load_reports([output]))


def test_a_run_without_reports(output: Path) -> None:
    (output / "run.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(NothingToAuditError):
        next(load_reports([output]))


def test_the_date_of_json_is_not_the_report_s(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    shutil.copy(samples()[0], source)
    json_file = tmp_path / "a.json"
    json_file.write_text(report_json(parse(source)), encoding="utf-8")
    for path in (source, json_file):
        os.utime(path, (0, 0))
    assert load_report(source).file_date == date(1970, 1, 1)
    assert load_report(json_file).file_date is None


def test_reports_beside_json_are_not_left_out_in_silence(output: Path) -> None:
    shutil.copy(samples()[0], output / "json" / "new.txt")
    with pytest.raises(NothingToAuditError, match="not converted: 1"):
        list(load_reports([output / "json"]))
