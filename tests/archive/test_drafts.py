"""Results on their way: nothing but the run that answers for a result puts it in its place."""

import errno
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from spur_extract.archive import Status, convert
from spur_extract.archive.file_task import convert_file, from_wire
from spur_extract.archive.pool import Ending, Job, Outcome, Plain
from spur_extract.archive.results.drafts import (
    draft_of,
    is_whole,
    put_in_place,
    run_folder,
    write_draft,
)
from spur_extract.archive.results.journal import HEADER, JOURNAL
from spur_extract.archive.settings import ConvertSettings
from spur_extract.errors import OutputError, OutputFullError
from spur_extract.language.names import FoundName
from spur_extract.pseudonyms import Disguise, PseudonymKey
from tests.cli.program import samples

SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"  # of "hello"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(8):
        data = samples()[0].read_bytes() + f"\nSida {number}\n".encode()
        (folder / f"{number}.txt").write_bytes(data)
    return folder


def nobody(texts: Sequence[str]) -> list[tuple[FoundName, ...]]:
    """Finds no names."""
    return [() for _ in texts]


class Killed:
    """An engine whose run ends before any worker has answered; keeps what the workers were sent."""

    def __init__(self) -> None:
        """Nothing was sent yet."""
        self.sent: list[Plain] = []

    def __call__(
        self, jobs: Iterable[Job | None], _: ConvertSettings, __: Disguise | None
    ) -> Iterator[Outcome]:
        """Take all jobs, and end."""
        self.sent += [job.payload for job in jobs if job is not None]
        raise KeyboardInterrupt
        yield


def in_this_process(jobs: Iterable[Job | None]) -> Iterator[Outcome]:
    """What a worker without faults would answer."""
    for job in jobs:
        if job is not None:
            yield Outcome(job, Ending.DONE, convert_file(job.payload), None, None, 0.1, None)


def everything_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("disguised", [False, True])
def test_a_worker_of_a_run_that_is_gone_writes_nothing(
    folder: Path, tmp_path: Path, *, disguised: bool
) -> None:
    output, before = tmp_path / "out", Killed()
    with pytest.raises(KeyboardInterrupt):
        convert([folder], output, engine=before)
    disguise = Disguise(PseudonymKey(bytes(range(32))), suspect=nobody) if disguised else None
    convert([folder], output, disguise=disguise)
    written = everything_below(output)
    for payload in before.sent:
        with pytest.raises(OutputError):
            convert_file(payload)
    assert everything_below(output) == written
    assert len(before.sent) == 8


def test_what_a_killed_run_left_is_removed(folder: Path, tmp_path: Path) -> None:
    convert([folder], tmp_path / "out")
    before = sorted(path.name for path in (tmp_path / "out" / "state").iterdir())
    left = tmp_path / "out" / "state" / "run-0123"
    left.mkdir()
    (left.parent / JOURNAL).write_text(HEADER, encoding="utf-8")
    (left / "0-abc.json").write_text("Anna Svensson", encoding="utf-8")
    (left / ".draft-1").touch()
    convert([folder], tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out" / "state").iterdir()) == before


def test_what_is_not_as_its_worker_told_is_no_result(folder: Path, tmp_path: Path) -> None:
    def meddled(
        jobs: Iterable[Job | None], _: ConvertSettings, __: Disguise | None
    ) -> Iterator[Outcome]:
        for outcome in in_this_process(jobs):
            if outcome.job.number == 3:
                payload = outcome.job.payload
                assert isinstance(payload, dict)
                [draft] = from_wire(str(payload["drafts"])).glob("3-*")
                draft.write_text("{}", encoding="utf-8")
            yield outcome

    output = tmp_path / "out"
    summary = convert([folder], output, engine=meddled)
    assert [entry.code for entry in summary.entries] == [
        "output-not-writable" if number == 3 else None for number in range(8)
    ]
    assert not (output / "json" / "3.txt.json").exists()
    again = convert([folder], output)
    assert again.entries[3].report_id is not None
    assert again.counts[Status.SKIPPED] == 7


def test_half_of_what_was_to_be_reviewed_costs_one_file(folder: Path, tmp_path: Path) -> None:
    def torn(
        jobs: Iterable[Job | None], _: ConvertSettings, __: Disguise | None
    ) -> Iterator[Outcome]:
        for job in jobs:
            if job is not None:
                assert isinstance(job.payload, dict)
                Path(str(job.payload["review"])).write_text('[{"co', encoding="utf-8")
                yield Outcome(job, Ending.KILLED, None, "signal 9", None, 0.1, None)

    disguise = Disguise(PseudonymKey(bytes(range(32))), tmp_path / "review.csv")
    summary = convert([folder], tmp_path / "out", disguise=disguise, engine=torn)
    assert {entry.code for entry in summary.entries} == {"worker-died"}


def journal(output: Path) -> list[dict[str, object]]:
    text = (output / "state" / "journal.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line and f"{line}\n" != HEADER]


def test_a_full_disk_ends_the_run_and_keeps_what_is_done(folder: Path, tmp_path: Path) -> None:
    (folder / "4.txt").rename(folder / "4-full.txt")
    output = tmp_path / "out"
    settings = ConvertSettings(processes=1, plugin="tests.archive.plugins:full_for_some")
    with pytest.raises(OutputFullError) as error:
        convert([folder], output, settings=settings)
    assert error.value.exit_code == 6
    done = [str(line["place"]) for line in journal(output)]
    assert done == ["0.txt", "1.txt", "2.txt", "3.txt"]
    again = convert([folder], output)
    assert [Path(entry.path).name for entry in again.entries if entry.known] == done
    assert again.counts[Status.FAILED] == 0


def test_a_disk_that_is_full_when_a_result_is_put_in_place(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out"
    replace = Path.replace

    def full(self: Path, target: Path) -> Path:
        if target == output / "json" / "2.txt.json":
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(self, target)

    settings = ConvertSettings(processes=1)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(OutputFullError):
            convert([folder], output, settings=settings)
    assert [line["place"] for line in journal(output)] == ["0.txt", "1.txt"]
    assert not list((output / "state").glob("run-*"))


def test_a_draft_is_put_in_place_on_another_file_system_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "json" / "a" / "b.json"
    replace = Path.replace

    def crossing(self: Path, other: Path) -> Path:
        if self.parent != Path(other).parent:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", crossing)
    with run_folder(tmp_path) as drafts:
        draft = draft_of(drafts, 0, SHA256)
        write_draft(draft, "hello")
        assert is_whole(draft, SHA256)
        put_in_place(draft, target, SHA256)
        assert not list(drafts.iterdir())
    assert target.read_text(encoding="utf-8") == "hello"
    assert not drafts.exists()
