"""Reading the inputs: a file that cannot be read in time costs itself, and holds nobody up."""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from spur_extract.archive import RunEntry, Status, convert
from spur_extract.archive.inputs.collecting import InputFile
from spur_extract.archive.inputs.naming import NamedFile
from spur_extract.archive.planning import Plan
from spur_extract.archive.planning_ahead import plans
from spur_extract.archive.settings import ConvertSettings
from spur_extract.errors import InputNotFoundError, TimeLimitError
from spur_extract.reading.source import read_bytes
from tests.cli.program import samples


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Files called "held…" cannot be read by this process until the event is set."""
    let_go = threading.Event()

    def read_unless_held(path: Path) -> bytes:
        if path.name.startswith("held"):
            let_go.wait(60)
        return read_bytes(path)

    monkeypatch.setattr("spur_extract.archive.planning.read_bytes", read_unless_held)
    yield let_go
    let_go.set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a", "held", "held-too", "z"):
        data = samples()[0].read_bytes() + f"\n{name}\n".encode()
        (folder / f"{name}.txt").write_bytes(data)
    return folder


def test_files_that_cannot_be_read_fail_and_the_others_are_converted(
    folder: Path, tmp_path: Path, held: threading.Event
) -> None:
    seen: list[str] = []

    def on_file(entry: RunEntry, _: int, __: int) -> None:
        seen.append(Path(entry.path).name)

    begun = time.monotonic()
    summary = convert([folder], tmp_path / "out", on_file, ConvertSettings(timeout=5))
    assert time.monotonic() - begun < 30
    assert [entry.code for entry in summary.entries] == [None, "time-limit", "time-limit", None]
    assert "could not be read within 5 seconds" in str(summary.entries[1].message)
    assert set(seen[:2]) == {"a.txt", "z.txt"}  # they did not wait for the others to fail
    held.set()
    again = convert([folder], tmp_path / "out", settings=ConvertSettings(timeout=5))
    assert again.counts[Status.FAILED] == 0


def test_workers_keep_their_time_while_known_files_are_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out"
    for number in range(100):
        (folder / f"m{number:03}.txt").write_text(f"Hej {number}!\n", encoding="utf-8")
    convert([folder], output)
    (folder / "hang-1.txt").write_bytes(samples()[0].read_bytes())  # before the known ones

    def slow(path: Path) -> bytes:
        time.sleep(0.05)
        return read_bytes(path)

    monkeypatch.setattr("spur_extract.archive.planning.read_bytes", slow)
    settings = ConvertSettings(
        processes=2, timeout=1, plugin="tests.archive.plugins:as_the_name_says"
    )
    summary = convert([folder], output, settings=settings)
    [entry] = [entry for entry in summary.entries if not entry.known]
    assert entry.code == "time-limit"
    assert entry.seconds < 2.5


class Bare:
    """Plans without a folder of results."""

    def __init__(self, *stuck: str) -> None:
        """Files of these names take for ever."""
        self.stuck = stuck
        self.let_go = threading.Event()

    def plan(self, file: NamedFile) -> Plan:
        """What `Planner.plan` does."""
        if file.input.problem is None and file.name in self.stuck:
            self.let_go.wait(60)
        if file.name == "bug":
            raise ZeroDivisionError
        return Plan(file, Path("x.json"), problem=file.input.problem)


def named(*names: str) -> list[NamedFile]:
    file = NamedFile(InputFile(Path("a"), Path("a")), "a", "a", Path("a"))
    return [replace(file, name=name) for name in names]


def test_each_file_is_planned_once() -> None:
    planner = Bare("1", "5", "6")
    files = named(*map(str, range(200)))
    files[7] = replace(files[7], input=replace(files[7].input, problem=InputNotFoundError("!")))
    found = [each for each in plans(files, planner.plan, 1.5) if each is not None]
    assert sorted(number for number, _ in found) == list(range(200))
    assert all(plan.file.name == str(number) for number, plan in found)
    problems = {number: type(plan.problem) for number, plan in found if plan.problem is not None}
    assert problems == dict.fromkeys((1, 5, 6), TimeLimitError) | {7: InputNotFoundError}
    planner.let_go.set()


def test_more_files_than_threads_are_stuck() -> None:
    planner = Bare(*map(str, range(20)))
    found = [each for each in plans(named(*map(str, range(40))), planner.plan, 0.3) if each]
    assert sorted(number for number, _ in found) == list(range(40))
    assert sum(plan.problem is not None for _, plan in found) == 20
    planner.let_go.set()


def test_a_bug_of_the_planner_comes_out() -> None:
    with pytest.raises(ZeroDivisionError):
        list(plans(named("a", "bug"), Bare().plan, 1.0))


def test_threads_end_with_the_plans() -> None:
    before = threading.active_count()
    list(plans(named("a", "b"), Bare().plan, 1.0))
    some = plans(named(*map(str, range(100))), Bare().plan, 1.0)
    next(some)
    del some
    deadline = time.monotonic() + 10
    while threading.active_count() > before:
        assert time.monotonic() < deadline
        time.sleep(0.01)
