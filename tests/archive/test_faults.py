"""Faults of all kinds, each costing one file: a plugin of the reader breaks real workers."""

import os
import shutil
from pathlib import Path

import pytest

from spur_extract.archive import RunEntry, Status, convert
from spur_extract.archive.settings import ConvertSettings
from tests.cli.program import samples

SETTINGS = ConvertSettings(
    processes=2, timeout=3, memory=300, plugin="tests.archive.plugins:as_the_name_says"
)
CODES = {
    "crash": "worker-died",
    "hang": "time-limit",
    "allocate": "memory-limit",
    "vanish": "input-not-found",
    "unreadable": "input-is-folder",
    "grow": "input-changed",
    "leave": "worker-died",
    "depart": "input-changed",
}


def by_name(entries: tuple[RunEntry, ...]) -> dict[str, RunEntry]:
    return {Path(entry.path).name: entry for entry in entries}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, deed in enumerate(CODES):
        shutil.copy(samples()[0], folder / f"{deed}-{number}.txt")
        data = samples()[0].read_bytes() + f"\nSida {number}\n".encode()
        (folder / f"rapport-{number}.txt").write_bytes(data)
    return folder


def test_each_costs_one_file(folder: Path, tmp_path: Path) -> None:
    summary = convert([folder], tmp_path / "out", settings=SETTINGS)
    entries = by_name(summary.entries)
    assert len(summary.entries) == 2 * len(CODES)
    for number, (deed, code) in enumerate(CODES.items()):
        failed = entries[f"{deed}-{number}.txt"]
        assert (failed.status, failed.code) == (Status.FAILED, code)
        assert failed.message
        good = entries[f"rapport-{number}.txt"]
        assert good.report_id is not None
        assert good.pages
        assert good.peak_memory is None or good.peak_memory > 10_000_000
    assert len(list((tmp_path / "out" / "json").iterdir())) == len(CODES)


def test_known_failures_are_told_and_not_tried_again(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    convert([folder], output, settings=SETTINGS)
    calm = SETTINGS.model_copy(update={"plugin": None})
    again = by_name(convert([folder], output, settings=calm).entries)
    for number, deed in enumerate(("crash", "hang", "allocate")):
        entry = again[f"{deed}-{number}.txt"]
        assert (entry.status, entry.code, entry.known) == (Status.FAILED, CODES[deed], True)
    assert again["grow-5.txt"].report_id is not None  # that was not the file's own fault
    assert {again[f"rapport-{number}.txt"].status for number in range(len(CODES))} == {
        Status.SKIPPED
    }
    longer = calm.model_copy(update={"timeout": 30.0})
    other = by_name(convert([folder], output, settings=longer).entries)
    assert other["hang-1.txt"].report_id is not None
    assert other["crash-0.txt"].known
    retried = calm.model_copy(update={"retry_failed": True})
    entries = by_name(convert([folder], output, settings=retried).entries)
    assert entries["crash-0.txt"].report_id is not None
    (folder / "leave-6.txt").write_bytes(samples()[1].read_bytes())
    assert by_name(convert([folder], output, settings=calm).entries)["leave-6.txt"].report_id


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(folder: Path, tmp_path: Path) -> None:
    (folder / "rapport-0.txt").chmod(0)
    entries = by_name(convert([folder], tmp_path / "out").entries)
    assert entries["rapport-0.txt"].code == "input-not-readable"


def test_names_and_trees_of_all_kinds(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    composed, combining = "r\u00e5d.txt", "ra\u030ad.txt"
    names = [composed, combining, "två ord.txt", "-o.txt", "a\nb.txt", "#1%20.txt"]
    for number, name in enumerate(names):
        place = folder / f"år {number % 2}" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(samples()[0].read_bytes() + f"\nSida {number}\n".encode())
    (folder / "länk.txt").symlink_to(folder / "år 0" / composed)
    (folder / "rund").symlink_to(folder)
    (folder / "bruten.txt").symlink_to(folder / "ingenstans")
    output = tmp_path / "out"
    summary = convert([folder], output)
    entries = {Path(entry.path).relative_to(folder).as_posix(): entry for entry in summary.entries}
    assert len(entries) == len(names) + 2
    assert entries["bruten.txt"].code == "input-not-found"
    alike = [entries["år 0/" + composed], entries["länk.txt"]]
    assert sorted(entry.duplicate_of is None for entry in alike) == [False, True]
    assert len(list((output / "json").rglob("*.json"))) == len(names) + 1
