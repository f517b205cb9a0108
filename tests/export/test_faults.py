"""Whatever goes wrong while tables are written, the old set stands whole, and nothing is left."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from spur_extract.archive.results.loading import load
from spur_extract.errors import OutputError
from spur_extract.export import replaced_folder as replacing
from spur_extract.export.replaced_folder import has_leftovers, replaced_folder
from spur_extract.export.rows import TABLES
from spur_extract.export.table_options import TableFormat, TableOptions
from spur_extract.export.table_set import write_tables
from tests.export.nasty import archive, numbered
from tests.export.writer import REPORTS_OF_A_SET, reports

TEXT_FILES = [
    "datapackage.json",
    *(f"{name}{suffix}" for name in TABLES for suffix in (".csv", ".jsonl")),
]
JSONL = TableOptions(formats=frozenset({TableFormat.JSONL}))
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def _old_set(folder: Path) -> dict[str, bytes]:
    write_tables(reports(100, "old"), folder, JSONL)
    return _files(folder)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _start(*arguments: str | Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.export.writer", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("name", TEXT_FILES)
def test_a_file_that_cannot_be_opened(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _old_set(tmp_path / "tables")
    real = Path.open

    def failing(path: Path, *arguments: Any, **named: Any) -> IO[Any]:  # noqa: ANN401
        if path.name == name and path.parent.name != "tables":
            raise OSError(errno.ENOSPC, "No space left on device")
        file: IO[Any] = real(path, *arguments, **named)
        return file

    monkeypatch.setattr(Path, "open", failing)
    with pytest.raises(OutputError, match="No space left"):
        write_tables(archive(), tmp_path / "tables", JSONL)
    monkeypatch.undo()
    assert _files(tmp_path / "tables") == before
    assert list(tmp_path.iterdir()) == [tmp_path / "tables"]


# Files grow in this order; at each size others are the ones that no longer fit.
@pytest.mark.parametrize("form", ["csv", *TableFormat])
@pytest.mark.parametrize("size", [0, 8_000, 40_000])
def test_a_disk_that_fills_up(form: str, size: int, tmp_path: Path) -> None:
    before = _old_set(tmp_path / "tables")
    with _start(tmp_path / "tables", "limit", str(size), form) as process:
        told, _ = process.communicate(timeout=60)
    assert (process.returncode, told) == (0, "output-not-writable\n")
    assert _files(tmp_path / "tables") == before
    assert list(tmp_path.iterdir()) == [tmp_path / "tables"]


def _without_exchange(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(replacing, "_exchange", lambda: None)


def _with_exchange_refused(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(replacing, "_exchange", lambda: lambda _one, _two: False)


@pytest.mark.parametrize("way", [_without_exchange, _with_exchange_refused, lambda _: None])
def test_the_new_set_takes_the_place_of_the_old(
    way: Callable[[pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    way(monkeypatch)
    before = _old_set(tmp_path / "tables")
    (tmp_path / "tables" / "pivot.xlsx").write_bytes(b"mine")
    (tmp_path / "tables" / "mine").mkdir()
    (tmp_path / "tables").chmod(0o750)
    with (tmp_path / "tables" / "reports.csv").open("rb") as reader:
        write_tables(reports(3, "new"), tmp_path / "tables", JSONL)
        assert reader.read() == before["reports.csv"]
    assert b"new/0.txt" in (tmp_path / "tables" / "reports.csv").read_bytes()
    assert (tmp_path / "tables" / "pivot.xlsx").read_bytes() == b"mine"
    assert (tmp_path / "tables" / "mine").is_dir()
    assert (tmp_path / "tables").stat().st_mode & 0o777 == 0o750
    assert list(tmp_path.iterdir()) == [tmp_path / "tables"]


@pytest.mark.parametrize("failing_call", [1, 2])
def test_names_that_cannot_be_changed(
    failing_call: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without_exchange(monkeypatch)
    before = _old_set(tmp_path / "tables")
    real, calls = Path.rename, []

    def failing(path: Path, target: Path) -> Path:
        calls.append(path)
        if len(calls) == failing_call:
            raise PermissionError(errno.EACCES, "in use")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OutputError, match="in use"):
        write_tables(archive(), tmp_path / "tables")
    assert _files(tmp_path / "tables") == before
    assert list(tmp_path.iterdir()) == [tmp_path / "tables"]


def _fail_within(folder: Path, look: Callable[[], None]) -> None:
    with replaced_folder(folder, TEXT_FILES):
        look()
        raise ZeroDivisionError


def test_killed_between_two_names(tmp_path: Path) -> None:
    before = _old_set(tmp_path / "tables")
    (tmp_path / "tables").rename(tmp_path / ".tables.old-1")
    (tmp_path / ".tables.new-1").mkdir()
    assert has_leftovers(tmp_path / "tables")
    after_start: list[dict[str, bytes]] = []
    with pytest.raises(ZeroDivisionError):
        _fail_within(tmp_path / "tables", lambda: after_start.append(_files(tmp_path / "tables")))
    assert after_start == [before]
    assert _files(tmp_path / "tables") == before
    assert not has_leftovers(tmp_path / "tables")


def test_what_is_somebody_elses_is_kept_whatever_is_cleaned_up(tmp_path: Path) -> None:
    _old_set(tmp_path / "tables")
    left = tmp_path / ".tables.new-1"
    left.mkdir()
    (left / "reports.csv").touch()
    (left / "mine.txt").touch()
    write_tables(archive(), tmp_path / "tables")
    assert (tmp_path / "tables" / "mine.txt").is_file()
    assert list(tmp_path.iterdir()) == [tmp_path / "tables"]


def test_a_link_to_the_folder_stays_a_link(tmp_path: Path) -> None:
    _old_set(tmp_path / "elsewhere" / "place")
    (tmp_path / "tables").symlink_to(tmp_path / "elsewhere" / "place")
    write_tables([(numbered(7), "x.txt")], tmp_path / "tables")
    assert (tmp_path / "tables").is_symlink()
    assert len(load(tmp_path / "elsewhere" / "place")["reports"]) == 1


def _check_whole(folder: Path) -> int:
    """All tables are of one set; gives its number."""
    tables = load(folder)
    reports, notes = tables["reports"], tables["diagnostics"]
    assert len(reports) == len(notes) == REPORTS_OF_A_SET
    numbers = {*reports["clinic"], *notes["message"]}
    numbers |= {path.partition("/")[0] for path in reports["source_path"]}
    assert len(numbers) == 1
    return int(numbers.pop())


def test_readers_never_see_a_mix_while_sets_come_and_go(tmp_path: Path) -> None:
    with _start(tmp_path / "tables", "loop") as process:
        try:
            assert process.stdout is not None
            process.stdout.readline()
            end = time.monotonic() + 3
            seen = set()
            while time.monotonic() < end:
                seen.add(_check_whole(tmp_path))
        finally:
            process.kill()
    assert len(seen) > 5


def test_a_killed_writer_leaves_a_whole_set(tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311 - moments, not secrets
    write_tables(reports(REPORTS_OF_A_SET, "0"), tmp_path / "tables")
    for _ in range(8):
        with _start(tmp_path / "tables", "loop") as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.1))
            os.kill(process.pid, signal.SIGKILL)
        assert _check_whole(tmp_path) >= 0
    write_tables(reports(REPORTS_OF_A_SET, "99"), tmp_path / "tables")
    assert _check_whole(tmp_path) == 99
    assert list(tmp_path.iterdir()) == [tmp_path / "tables"]


@LINUX
def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    with _start(tmp_path / "tables", "grow", "jsonl", "sqlite") as process:
        told, _ = process.communicate(timeout=120)
    at_1000, at_5000 = map(int, told.split())
    assert at_5000 - at_1000 < 3 * 1024**2
