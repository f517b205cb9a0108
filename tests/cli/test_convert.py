"""`convert` as a command: what it tells, and how it exits."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from spur_extract.errors import PdfMisnamedError
from tests.cli.program import SAMPLES, run, samples


def _last_line(text: str) -> str:
    return text.rstrip("\n").rsplit("\n", 1)[-1]


def test_the_samples_convert(tmp_path: Path) -> None:
    result = run("convert", SAMPLES, "-o", tmp_path / "out")
    assert (result.code, result.out) == (0, "")
    for sample in samples():
        assert f"{sample.name} " in result.err
        assert (tmp_path / "out" / "json" / f"{sample.name}.json").exists()
    assert str(tmp_path / "out" / "tables") in result.err
    assert "\r" not in result.err  # no progress bar where nobody watches


def test_quiet(tmp_path: Path) -> None:
    result = run("convert", "--quiet", SAMPLES, "-o", tmp_path / "out")
    assert (result.code, result.out, result.err) == (0, "", "")


def _archive(tmp_path: Path, *, failing: bool) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(samples()[0], folder / "a.txt")
    (folder / "b.txt").write_text("Hej!\n\nVi ses på torsdag.\n", encoding="utf-8")
    if failing:
        (folder / "c.txt").touch()
    return folder


@pytest.mark.parametrize("flags", [(), ("--quiet",)])
def test_some_refused(flags: tuple[str, ...], tmp_path: Path) -> None:
    folder = _archive(tmp_path, failing=False)
    result = run("convert", folder, "-o", tmp_path / "out", *flags)
    assert (result.code, result.out) == (8, "")
    assert f"refused[not-a-spur-report]: {folder / 'b.txt'}" in result.err
    assert _last_line(result.err).startswith("spur-extract: error[some-refused]: 1 of 2 files")


def test_a_failure_weighs_more_than_a_refusal(tmp_path: Path) -> None:
    folder = _archive(tmp_path, failing=True)
    result = run("convert", folder, "-o", tmp_path / "out")
    assert (result.code, result.out) == (7, "")
    assert f"failed[empty-input]: {folder / 'c.txt'}" in result.err
    assert _last_line(result.err).startswith("spur-extract: error[some-failed]: 1 of 3 files")
    assert (tmp_path / "out" / "json" / "a.txt.json").exists()


def test_errors_before_any_work(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    run("convert", tmp_path / "empty", "-o", out).check_error(9, "nothing-to-do")
    run("convert", tmp_path / "none", "-o", out).check_error(3, "input-not-found")
    run("convert", SAMPLES, "-o", tmp_path / "file").check_error(6, "output-not-writable")
    run("convert", SAMPLES, "-o", SAMPLES).check_error(6, "output-not-writable")
    assert not out.exists()


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("quiet", [False, True])
def test_progress_on_a_terminal_only(quiet: bool, tmp_path: Path) -> None:
    parent, child = os.openpty()
    command = [sys.executable, "-m", "spur_extract.cli", "convert", str(SAMPLES)]
    command += ["-o", str(tmp_path / "out"), *(["--quiet"] if quiet else [])]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=child, check=False, env=_terminal()
    )
    os.close(child)
    shown = b""
    try:
        while chunk := os.read(parent, 4096):
            shown += chunk
    except OSError:  # the terminal's other end is closed: all was read
        pass
    os.close(parent)
    assert (done.returncode, done.stdout) == (0, b"")
    assert (b"Converting" in shown) is not quiet


def _terminal() -> dict[str, str]:
    return {**os.environ, "TERM": "xterm", "COLUMNS": "100"}


def test_results_of_files_that_are_gone_or_of_other_folders_are_told(tmp_path: Path) -> None:
    folder, other, out = tmp_path / "in", tmp_path / "other", tmp_path / "out"
    for place in (folder / "a.txt", folder / "b.txt", other / "c.txt"):
        place.parent.mkdir(exist_ok=True)
        shutil.copy(samples()[0], place)
    assert "json: " not in run("convert", folder, "-o", out).err
    (folder / "b.txt").unlink()
    assert "Removed from json: 1 file whose report is gone" in run("convert", folder, "-o", out).err
    told = run("convert", other, "-o", out).err
    assert "Left in json: 1 file of reports that this run was not given" in told
    assert "name all folders in one run" in told


def test_results_that_lie_elsewhere_now_are_not_told_as_gone(tmp_path: Path) -> None:
    folder, other, out = tmp_path / "in", tmp_path / "other", tmp_path / "out"
    for place in (folder / "a.txt", other / "c.txt"):
        place.parent.mkdir()
        shutil.copy(samples()[0], place)
    run("convert", folder, "-o", out)
    told = run("convert", folder, other, "-o", out).err
    assert "Moved in json: 1 file, since other paths were named" in told
    assert "Removed" not in told
    found = sorted(path.relative_to(out).as_posix() for path in (out / "json").rglob("*.json"))
    assert found == ["json/in/a.txt.json", "json/other/c.txt.json"]


def test_tables_that_are_not_asked_for_again_are_told(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = run("convert", SAMPLES, "-o", out, "--csv", "excel-sv", "--also", "sqlite")
    assert "Tables: " not in first.err
    again = run("convert", SAMPLES, "-o", out)
    assert (
        "Tables: spur.sqlite removed (not asked for this time); CSV is now default (was excel-sv). "
        "To keep them as they were, give every time: --csv excel-sv --also sqlite\n"
    ) in again.err
    assert "Tables: " not in run("convert", SAMPLES, "-o", out).err
    wanted = run("convert", SAMPLES, "-o", out, "--csv", "excel-sv").err
    assert "Tables: CSV is now excel-sv (was default)\n" in wanted


def test_warnings_and_copies_can_be_followed_up(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    shutil.copytree(SAMPLES, folder)
    shutil.copy(samples()[0], folder / "zz-copy.txt")
    first = run("convert", folder, "-o", out).err
    assert "1 duplicate (its rows stand once in the tables)" in first
    assert f"Warnings: column message of {out / 'run.csv'}" in first
    assert str(out / "tables" / "diagnostics.csv") in first
    assert "docs/reference/diagnostics.md" in first
    [warned] = re.findall(r"(\d+) converted with warnings", first)
    assert f"8 files: 8 skipped ({warned} with warnings)" in run("convert", folder, "-o", out).err


def test_a_failed_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "x.pdf").write_bytes(bytes(range(256)) * 20)
    for known in ("", " (known from an earlier run)"):
        told = run("convert", folder, "-o", tmp_path / "out").err
        assert f"failed[pdf-misnamed]: {folder / 'x.pdf'}: x.pdf is named .pdf, but does" in told
        assert f"{PdfMisnamedError.next_step}{known}\n" in told


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--memory", "2 apples", "'2 apples' is no amount of memory, such as 2048 (MiB), 512MB or"),
        ("--memory", "32", "it has to be 64 or more, not 32"),
        ("--timeout", "soon", "'soon' is no number, such as 120"),
        ("--timeout", "0", "it has to be more than 0, not 0"),
        ("--processes", "all", "'all' is no whole number, such as "),
    ],
)
def test_values_that_do_not_hold(option: str, value: str, said: str, tmp_path: Path) -> None:
    result = run("convert", SAMPLES, "-o", tmp_path / "out", option, value)
    assert result.code == 2
    assert option in result.err
    assert said in result.err


def test_memory_with_a_unit(tmp_path: Path) -> None:
    result = run("convert", samples()[0], "-o", tmp_path / "out", "--memory", "1GB")
    assert result.code == 0


def test_no_name_steers_the_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "x.txt: fine\n\x1b[2K.txt").touch()
    result = run("convert", folder, "-o", tmp_path / "out")
    assert result.code == 7
    assert "\x1b" not in result.err
    assert r"x.txt: fine\x0a\x1b[2K.txt: " in result.err
