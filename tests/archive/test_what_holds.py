"""What a run may rely on: the journal after a kill, results of the same program, its limits."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from spur_extract.archive import Status, convert
from spur_extract.archive.settings import ConvertSettings
from tests.archive.journals import in_journal
from tests.cli.program import run, samples

KILLED_WHEN_TOLD = """
import os, signal, sys
from pathlib import Path
from spur_extract.archive import convert

def on_file(entry, done, total):
    if done == 5:
        os.kill(os.getpid(), signal.SIGKILL)

convert([Path(sys.argv[1])], Path(sys.argv[2]), on_file)
"""
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(8):
        data = samples()[number % 2].read_bytes() + f"\nSida {number}\n".encode()
        (folder / f"{number}.txt").write_bytes(data)
    (folder / "mail.txt").write_text("Hej!\n\nVi ses.\n", encoding="utf-8")
    return folder


def test_what_was_told_before_a_kill_is_known_after_it(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    command = [sys.executable, "-c", KILLED_WHEN_TOLD, str(folder), str(output)]
    killed = subprocess.run(command, check=False, cwd=ROOT)
    assert killed.returncode == -signal.SIGKILL
    written = in_journal(output)
    assert len(written) == 5
    assert not (output / "run.jsonl").exists()
    summary = convert([folder], output)
    assert sorted(Path(entry.path).name for entry in summary.entries if entry.known) == written


@pytest.mark.parametrize(
    ("what", "value"),
    [("version", lambda _: "99.0"), ("SCHEMA_VERSION", "99.0.0")],
    ids=["program", "contract"],
)
def test_what_another_version_made_is_made_anew(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, value: object
) -> None:
    output = tmp_path / "out"
    convert([folder], output)
    with monkeypatch.context() as patch:
        patch.setattr(f"spur_extract.archive.settings.{what}", value)
        assert not any(entry.known for entry in convert([folder], output).entries)
        assert all(entry.known for entry in convert([folder], output).entries)
    assert not any(entry.known for entry in convert([folder], output).entries)


@pytest.mark.skipif(os.name != "posix", reason="needs a limit on the size of files")
def test_a_disk_with_next_to_no_space_is_told_before_any_work(folder: Path, tmp_path: Path) -> None:
    """No file may grow beyond four kilobytes: the journal could be begun, but no result written."""
    output = tmp_path / "out"
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); "
        "from spur_extract.cli.main import main; main()"
    )
    command = [sys.executable, "-B", "-c", program, "convert", str(folder), "-o", str(output)]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 6, done.stderr
    assert "error[output-" in done.stderr
    assert not in_journal(output)
    assert not (output / "json").exists()


def test_no_memory_is_allowed_that_no_machine_has(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ValidationError):
        ConvertSettings(memory=99_999_999_999_999)
    told = run("convert", folder, "-o", tmp_path / "out", "--memory", "99999999999999")
    assert told.code == 2
    assert "--memory" in told.err
    assert not (tmp_path / "out").exists()
    most = ConvertSettings(memory=16 * 1024**2)
    summary = convert([folder], tmp_path / "out", settings=most)
    assert summary.counts[Status.FAILED] == 0


def test_a_bug_is_met_again_under_other_limits_only(folder: Path, tmp_path: Path) -> None:
    output, empty = tmp_path / "out", folder / "empty.txt"
    empty.touch()
    broken = ConvertSettings(plugin="tests.archive.plugins:divide_by_zero_when_empty")
    codes = [convert([empty], output, settings=broken).entries[0].code]
    [known] = convert([empty], output).entries
    [tried] = convert([empty], output, settings=ConvertSettings(memory=1024)).entries
    assert [*codes, known.code, tried.code] == ["internal-error", "internal-error", "empty-input"]
    assert (known.known, tried.known) == (True, False)
