"""A run that is killed and started again, runs that meet, and what is done again when."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from spur_extract.archive import RunEntry, Status, convert
from spur_extract.archive.results.journal import Done, Journal
from spur_extract.archive.settings import ConvertSettings
from spur_extract.errors import OutputBusyError, OutputError, OutputForeignError
from spur_extract.reading.pdf.options import PdfOptions, PdfReader
from tests.archive.journals import in_journal
from tests.cli.program import samples

PROGRAM = (sys.executable, "-m", "spur_extract.cli", "convert")


def results(output: Path) -> dict[str, bytes]:
    """Every byte of JSON and tables."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for part in ("json", "tables")
        for path in sorted((output / part).rglob("*"))
        if path.is_file()
    }


def run_report(output: Path) -> list[RunEntry]:
    lines = (output / "run.jsonl").read_text(encoding="utf-8").splitlines()
    return [RunEntry.from_json(line) for line in lines]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(24):
        sample = samples()[number % len(samples())]
        extra = f"\nSida {number}\n".encode()
        (folder / f"{number}.txt").write_bytes(sample.read_bytes() + extra)
    (folder / "copy.txt").write_bytes((folder / "3.txt").read_bytes())
    (folder / "mail.txt").write_text("Hej!\n\nVi ses.\n", encoding="utf-8")
    return folder


def test_killed_at_any_moment_and_started_again(folder: Path, tmp_path: Path) -> None:
    undisturbed = tmp_path / "undisturbed"
    subprocess.run([*PROGRAM, str(folder), "-o", str(undisturbed), "-q"], check=False)
    wanted = results(undisturbed)
    assert len(wanted) > 30
    moments = random.Random(7)  # noqa: S311 - no secret
    for number in range(5):
        output = tmp_path / f"out{number}"
        for _ in range(4):
            process = subprocess.Popen(
                [*PROGRAM, str(folder), "-o", str(output), "-q", "-p", "2"],
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            time.sleep(moments.uniform(0.3, 2.5))
            process.send_signal(signal.SIGKILL)
            process.wait()
        written = in_journal(output)
        done = subprocess.run([*PROGRAM, str(folder), "-o", str(output), "-q"], check=False)
        assert done.returncode == 8  # one file is no report
        assert results(output) == wanted
        entries = run_report(output)
        assert len(entries) == 26
        assert sorted(Path(entry.path).name for entry in entries if entry.known) == written
        assert not list(output.rglob(".*"))


def test_what_is_unchanged_is_skipped(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    convert([folder], output)
    before = results(output)
    times = {path: path.stat().st_mtime_ns for path in output.rglob("*.json")}
    summary = convert([folder], output)
    assert summary.counts[Status.SKIPPED] == 25
    assert summary.counts[Status.REFUSED] == 1
    assert results(output) == before
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_what_changed_is_done_again(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    convert([folder], output)
    (folder / "0.txt").write_bytes(samples()[1].read_bytes())
    (output / "json" / "1.txt.json").write_text("{}", encoding="utf-8")  # meddled with
    (output / "json" / "2.txt.json").unlink()
    summary = convert([folder], output)
    again = {Path(entry.path).name for entry in summary.entries if not entry.known}
    assert again == {"0.txt", "1.txt", "2.txt"}
    careful = ConvertSettings(pdf=PdfOptions(reader=PdfReader.PDFPLUMBER))
    assert convert([folder], output, settings=careful).counts[Status.SKIPPED] == 0


def test_a_file_that_is_gone_has_no_results(folder: Path, tmp_path: Path) -> None:
    output, fewer = tmp_path / "out", tmp_path / "fewer"
    convert([folder], output)
    (folder / "3.txt").unlink()  # the first of two alike
    assert convert([folder], output).removed == 1
    convert([folder], fewer)
    assert results(output) == results(fewer)
    assert convert([folder], output).removed == 0


def test_half_a_line_in_the_journal_costs_one_file(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    convert([folder], output)
    journal = output / "state" / "journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-40])
    assert convert([folder], output).counts[Status.SKIPPED] >= 24
    assert convert([folder], output).counts[Status.SKIPPED] == 25


def test_a_kill_before_a_failure_is_written_down_leaves_no_stale_report(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out"
    convert([folder], output)
    (folder / "0.txt").write_text("Inget alls.\n", encoding="utf-8")

    def killed(_: Journal, __: Done) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "add", killed)
        with pytest.raises(KeyboardInterrupt):
            convert([folder], output)
    assert not (output / "json" / "0.txt.json").exists()


def test_a_second_run_into_the_same_folder_says_who_is_there(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    met: list[str] = []

    def on_file(_: RunEntry, done: int, __: int) -> None:
        if done == 1:
            with pytest.raises(OutputBusyError) as error:
                convert([folder], output)
            met.append(error.value.message)

    convert([folder], output, on_file)
    assert len(met) == 1
    assert f"process {os.getpid()} on " in met[0]
    convert([folder], output)  # the lock is gone with the run


def test_another_tools_folder_is_left_alone(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    output.mkdir()
    (output / "thesis.docx").write_text("years of work", encoding="utf-8")
    with pytest.raises(OutputForeignError, match=r"thesis\.docx"):
        convert([folder], output)
    assert [path.name for path in output.iterdir()] == ["thesis.docx"]
    (output / "thesis.docx").unlink()
    convert([folder], output)
    (output / "notes.txt").write_text("mine", encoding="utf-8")
    convert([folder], output)  # it is ours by now, and the notes stay
    assert (output / "notes.txt").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk_is_told_before_any_work(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    (output / "state").mkdir(parents=True)
    (output / "state" / "journal.jsonl").symlink_to("/dev/full")
    with pytest.raises(OutputError):
        convert([folder], output)
    assert not (output / "json").exists()


def test_nothing_but_the_inputs_own_bytes_is_read(folder: Path, tmp_path: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    convert([folder], tmp_path / "out")
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before
    shutil.rmtree(tmp_path / "out")
