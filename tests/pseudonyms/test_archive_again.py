"""A second conversion into the same folder: with another key, without one, for the review."""

import csv
import os
from pathlib import Path

import pytest

from spur_extract.archive import convert
from spur_extract.archive.results.journal import STATE_FOLDER
from spur_extract.archive.results.key_mark import KEY_MARK
from spur_extract.errors import OutputOtherKeyError, OutputPseudonymisedError
from spur_extract.pseudonyms import Disguise
from tests.cli.program import run
from tests.pseudonyms.fiction import (
    KEY,
    OTHER_KEY,
    names_left,
    suspect,
    text_of,
    without_names,
    write_archive,
)


def _archive(folder: Path) -> Path:
    folder.mkdir()
    for name in ("Torun Ek.txt", "annan.txt", "mer.txt"):
        text = text_of(without_names()) + f"\n{name.swapcase()}\n"
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _bytes(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and path.name != "lock"
    }


def test_another_key_is_refused(tmp_path: Path) -> None:
    folder, output = _archive(tmp_path / "in"), tmp_path / "out"
    convert([folder], output, disguise=Disguise(KEY, None, suspect))
    before = _bytes(output)
    with pytest.raises(OutputOtherKeyError, match="key of the earlier run"):
        convert([folder], output, disguise=Disguise(OTHER_KEY, None, suspect))
    assert _bytes(output) == before
    convert([folder], output, disguise=Disguise(KEY, None, suspect))


def test_results_whose_key_nobody_knows_are_those_of_another(tmp_path: Path) -> None:
    folder, output = _archive(tmp_path / "in"), tmp_path / "out"
    convert([folder], output, disguise=Disguise(KEY, None, suspect))
    (output / STATE_FOLDER / KEY_MARK).unlink()
    with pytest.raises(OutputOtherKeyError):
        convert([folder], output, disguise=Disguise(KEY, None, suspect))


def test_names_do_not_come_to_lie_beside_codes(tmp_path: Path) -> None:
    folder, output = _archive(tmp_path / "in"), tmp_path / "out"
    convert([folder], output, disguise=Disguise(KEY, None, suspect))
    before = _bytes(output)
    with pytest.raises(OutputPseudonymisedError, match="--pseudonymise"):
        convert([folder], output)
    assert _bytes(output) == before


def test_the_mark_tells_nothing_of_the_key(tmp_path: Path) -> None:
    folder, output = _archive(tmp_path / "in"), tmp_path / "out"
    convert([folder], output, disguise=Disguise(KEY, None, suspect))
    mark = (output / STATE_FOLDER / KEY_MARK).read_text("utf-8").strip()
    assert mark == Disguise(KEY).key_mark
    assert mark != Disguise(OTHER_KEY).key_mark
    assert KEY.for_worker() not in mark
    convert([folder], tmp_path / "plain")
    assert not (tmp_path / "plain" / STATE_FOLDER / KEY_MARK).exists()


def test_the_program_says_what_to_do(tmp_path: Path) -> None:
    folder, output = _archive(tmp_path / "in"), tmp_path / "Torun"
    keys = [tmp_path / "one", tmp_path / "two"]
    for key in keys:
        key.write_text(f"0123456789abcdef-{key.name}", encoding="utf-8")
    assert run("convert", folder, "-o", output, "--pseudonymise", keys[0]).code == 0
    other = run("convert", folder, "-o", output, "--pseudonymise", keys[1])
    other.check_error(6, "output-of-another-key")
    assert names_left(other.err) == set()
    run("convert", folder, "-o", output).check_error(6, "output-holds-pseudonyms")


def test_files_come_in_the_order_of_their_codes(tmp_path: Path) -> None:
    """The order of names would tell of them."""
    folder = _archive(tmp_path / "in")
    for number in range(5):
        (folder / f"{number}.txt").touch()
    disguise = Disguise(KEY, None, suspect)
    paths = [entry.path for entry in convert([folder], tmp_path / "out", disguise=disguise).entries]
    assert paths == sorted(paths)
    assert paths != [str(disguise.path(path)) for path in sorted(folder.iterdir())]


def test_a_review_asked_for_the_second_time_is_whole(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "in")
    reviews = []
    convert([folder], tmp_path / "out", disguise=Disguise(KEY, None, suspect))
    for output in ("out", "fresh"):
        review = tmp_path / f"{output}.csv"
        convert([folder], tmp_path / output, disguise=Disguise(KEY, review, suspect))
        with review.open(encoding="utf-8", newline="") as file:
            reviews.append(sorted(map(tuple, csv.reader(file))))
    assert reviews[0] == reviews[1]
    assert any("several-persons" in row for row in reviews[0])


def test_files_that_cannot_be_read_tell_no_name(tmp_path: Path) -> None:
    folder, output = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "Torun länk.txt").symlink_to("/nowhere/Ugglehult")
    os.mkfifo(folder / "Krook rör.txt")
    (folder / "Lovisa.txt").symlink_to(folder / "Lovisa.txt")
    key = tmp_path / "key"
    key.write_text("0123456789abcdef", encoding="utf-8")
    result = run("convert", folder, "-o", output, "--pseudonymise", key)
    assert result.code == 7
    assert result.err.count("file-") == 3
    assert names_left(result.out + result.err) == set()
    for data in _bytes(output).values():
        assert names_left(data.decode("utf-8")) == set()
