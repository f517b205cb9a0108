"""Whose an output folder is: nobody else's files are overwritten, nor results of other inputs."""

import shutil
from pathlib import Path

import pytest

from spur_extract.archive import Status, convert
from spur_extract.archive.results.journal import HEADER
from spur_extract.errors import OutputError, OutputForeignError, OutputOtherInputsError
from tests.cli.program import samples


def put(*places: Path) -> None:
    """A report at each place, each with a text of its own."""
    for number, place in enumerate(places):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(samples()[0].read_bytes() + f"\nSida {number} {place}\n".encode())


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def json_in(output: Path) -> list[str]:
    return [name.removeprefix("json/") for name in files_in(output) if name.startswith("json/")]


@pytest.mark.parametrize(
    "foreign",
    [
        ["tables/reports.csv", "run.csv", "json/a.txt.json"],
        ["run.jsonl"],
        ["state/journal.jsonl"],
        ["state/lock"],
        ["state/probe"],
        ["state/run-1/a.json"],
        ["state"],
        ["json"],
    ],
)
def test_a_folder_with_names_like_ours_is_left_alone(foreign: list[str], tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.txt")
    output = tmp_path / "out"
    for name in foreign:
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_text("years of work\n", encoding="utf-8")
    before = files_in(output)
    with pytest.raises(OutputForeignError):
        convert([tmp_path / "in"], output)
    assert files_in(output) == before


@pytest.mark.parametrize("journal", ["", HEADER[:9], "\n" + HEADER[:9], HEADER, None])
def test_a_first_run_that_was_killed_is_gone_on_with(journal: str | None, tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.txt")
    state = tmp_path / "out" / "state"
    state.mkdir(parents=True)
    (state / "lock").write_text('{"pid": 1, "ho', encoding="utf-8")
    (state / ".draft-1").touch()
    if journal is not None:
        (state / "journal.jsonl").write_text(journal, encoding="utf-8")
    convert([tmp_path / "in"], tmp_path / "out")
    assert convert([tmp_path / "in"], tmp_path / "out").counts[Status.SKIPPED] == 1


@pytest.mark.parametrize("name", ["json", "tables", "run.jsonl", "run.csv"])
def test_what_stands_in_the_place_of_results(name: str, tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.txt")
    output = tmp_path / "out"
    convert([tmp_path / "in"], output)
    place = output / name
    if place.is_dir():
        shutil.rmtree(place)
        place.write_text("mine", encoding="utf-8")
    else:
        place.unlink()
        place.mkdir()
    put(tmp_path / "in" / "b.txt")
    with pytest.raises(OutputError, match=name):
        convert([tmp_path / "in"], output, lambda *_: pytest.fail("work was done"))
    assert place.is_dir() or place.read_text(encoding="utf-8") == "mine"


def test_a_renamed_file_leaves_no_result_behind(tmp_path: Path) -> None:
    folder, output = tmp_path / "in", tmp_path / "out"
    put(folder / "old" / "fel.txt", folder / "b.txt")
    convert([folder], output)
    (folder / "old" / "fel.txt").rename(folder / "rätt.txt")
    assert convert([folder], output).removed == 1
    assert json_in(output) == ["b.txt.json", "rätt.txt.json"]
    assert not (output / "json" / "old").exists()


def test_the_same_file_reached_from_further_up_has_one_result(tmp_path: Path) -> None:
    output = tmp_path / "out"
    put(tmp_path / "r" / "2023" / "a.txt", tmp_path / "r" / "2024" / "a.txt")
    convert([tmp_path / "r" / "2023"], output)
    convert([tmp_path / "r"], output)
    assert json_in(output) == ["2023/a.txt.json", "2024/a.txt.json"]


def test_results_of_other_folders_stay(tmp_path: Path) -> None:
    output = tmp_path / "out"
    put(tmp_path / "x" / "a.txt", tmp_path / "y" / "b.txt")
    convert([tmp_path / "x"], output)
    summary = convert([tmp_path / "y"], output)
    assert (summary.kept, summary.removed) == (1, 0)
    assert json_in(output) == ["a.txt.json", "b.txt.json"]
    assert convert([tmp_path / "x"], output).counts[Status.SKIPPED] == 1


def test_what_cannot_be_read_for_now_is_not_gone(tmp_path: Path) -> None:
    folder, output = tmp_path / "in", tmp_path / "out"
    put(folder / "a.txt", tmp_path / "share" / "b.txt")
    (folder / "2023").symlink_to(tmp_path / "share", target_is_directory=True)
    convert([folder], output)
    (tmp_path / "share").rename(tmp_path / "not mounted")
    summary = convert([folder], output)
    assert [entry.code for entry in summary.entries] == ["input-not-found", None]
    assert (summary.kept, summary.removed) == (1, 0)
    (tmp_path / "not mounted").rename(tmp_path / "share")
    assert convert([folder], output).counts[Status.SKIPPED] == 2


def test_no_result_takes_the_place_of_another_files(tmp_path: Path) -> None:
    output = tmp_path / "out"
    put(tmp_path / "r" / "2023" / "a.txt", tmp_path / "r" / "2024" / "a.txt")
    put(tmp_path / "r" / "2024" / "0.txt")
    convert([tmp_path / "r" / "2023"], output)
    before = files_in(output)
    with pytest.raises(OutputOtherInputsError, match=r"2024/a\.txt .*2023/a\.txt"):
        convert([tmp_path / "r" / "2024"], output, lambda *_: pytest.fail("work was done"))
    after = files_in(output)
    for name in ("json/a.txt.json", "run.jsonl", "run.csv", "tables/reports.csv"):
        assert after[name] == before[name]
    assert json_in(output) == ["a.txt.json"]
    convert([tmp_path / "r" / "2023", tmp_path / "r" / "2024"], output)
    assert json_in(output) == ["2023/a.txt.json", "2024/0.txt.json", "2024/a.txt.json"]


def test_a_link_that_leads_to_a_newer_folder_is_the_same_root(tmp_path: Path) -> None:
    output, link = tmp_path / "out", tmp_path / "current"
    put(tmp_path / "10" / "a.txt", tmp_path / "11" / "a.txt")
    link.symlink_to("10", target_is_directory=True)
    convert([link], output)
    convert([tmp_path / "10"], output)
    convert([link], output)
    link.unlink()
    link.symlink_to("11", target_is_directory=True)
    assert convert([link], output).counts[Status.SKIPPED] == 0
