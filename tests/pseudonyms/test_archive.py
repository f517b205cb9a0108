"""A conversion in disguise: no name is left in anything that it writes or tells."""

import csv
import json
import shutil
import stat
from pathlib import Path

import pytest

from spur_extract.archive import ConversionSummary, Status, convert
from spur_extract.archive.settings import ConvertSettings
from spur_extract.errors import (
    InputNotFoundError,
    KeyMisplacedError,
    OutputError,
    OutputNotPseudonymisedError,
    ReviewMisplacedError,
    ReviewNotWritableError,
)
from spur_extract.pseudonyms import Disguise
from tests.cli.program import run
from tests.pseudonyms.fiction import KEY, OTHER_KEY, names_left, suspect, write_archive


def _convert(folder: Path, output: Path, review: Path | None = None) -> ConversionSummary:
    return convert([folder], output, disguise=Disguise(KEY, review, suspect))


def _left(output: Path) -> dict[str, set[str]]:
    """The names in every file, and in the name of every file and folder, of the output."""
    found = {}
    for path in output.rglob("*"):
        place = path.relative_to(output).as_posix()
        found[f"name of {place}"] = names_left(place)
        if path.is_file():
            found[place] = names_left(path.read_bytes().decode("utf-8"))
    assert found
    return {place: names for place, names in found.items() if names}


def test_no_name_is_left_in_any_byte(tmp_path: Path) -> None:
    folder, output = write_archive(tmp_path / "Ugglehult" / "in"), tmp_path / "out"
    summary = _convert(folder, output)
    assert _left(output) == {}
    assert names_left(repr(summary)) == set()
    counts = summary.counts
    assert counts[Status.CONVERTED] + counts[Status.CONVERTED_WITH_WARNINGS] == 3
    assert (counts[Status.FAILED], counts[Status.REFUSED]) == (2, 1)


def test_the_plain_conversion_of_the_same_has_names_everywhere(tmp_path: Path) -> None:
    folder, output = write_archive(tmp_path / "in"), tmp_path / "out"
    convert([folder], output)
    places = _left(output)
    for place in ("run.csv", "run.jsonl", "tables/reports.csv", "tables/action_items.csv"):
        assert place in places


def test_the_program_tells_no_name_either(tmp_path: Path) -> None:
    folder, output = write_archive(tmp_path / "Ugglehult"), tmp_path / "Annelie"
    key = tmp_path / "Krook.key"
    key.write_text("0123456789abcdef" * 2, encoding="utf-8")
    for repeated in range(2):
        result = run("convert", folder, "-o", output, "--pseudonymise", key)
        assert result.code == 7, repeated
        assert names_left(result.out + result.err) == set()
        assert result.err.count("file-") == 6
    shutil.rmtree(folder)
    missing = run("convert", folder, "-o", output, "--pseudonymise", key)
    missing.check_error(3, "input-not-found")
    assert names_left(missing.err) == set()


def test_the_tree_keeps_its_shape(tmp_path: Path) -> None:
    folder, output = write_archive(tmp_path / "in"), tmp_path / "out"
    _convert(folder, output)
    written = [path.relative_to(output / "json") for path in (output / "json").rglob("*.json")]
    assert sorted(len(path.parts) for path in written) == [1, 1, 3]
    assert all(path.name.endswith(".txt.json") for path in written)


def test_the_same_file_has_the_same_code_everywhere(tmp_path: Path) -> None:
    folder, output = write_archive(tmp_path / "in"), tmp_path / "out"
    summary = _convert(folder, output)
    with (output / "tables" / "reports.csv").open(encoding="utf-8", newline="") as file:
        in_table = {row["source_path"] for row in csv.DictReader(file)}
    paths = {entry.path for entry in summary.entries}
    assert in_table <= paths
    assert {entry.duplicate_of for entry in summary.entries} - {None} <= in_table
    for entry in summary.entries:
        if entry.output is not None:
            report = json.loads((output / entry.output).read_text("utf-8"))
            assert report["source"]["file_name"] == Path(entry.path).name


def test_another_key_gives_other_codes(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "in")
    codes = []
    for number, key in enumerate((KEY, OTHER_KEY, KEY)):
        convert([folder], tmp_path / f"out{number}", disguise=Disguise(key, None, suspect))
        text = (tmp_path / f"out{number}" / "tables" / "action_items.csv").read_text("utf-8")
        codes.append({word for word in text.replace(",", " ").split() if "person-" in word})
    assert codes[0] == codes[2]
    assert codes[0]
    assert not codes[0] & codes[1]


def test_an_unforeseen_exception_tells_nothing(tmp_path: Path) -> None:
    folder, output = write_archive(tmp_path / "in"), tmp_path / "out"
    summary = convert(
        [folder],
        output,
        settings=ConvertSettings(plugin="tests.pseudonyms.fiction:break_with_a_name"),
        disguise=Disguise(KEY, None, suspect),
    )
    assert _left(output) == {}
    assert {entry.code for entry in summary.entries} == {"internal-error"}


def test_a_failing_output_tells_no_path(tmp_path: Path) -> None:
    folder, output = write_archive(tmp_path / "in"), tmp_path / "Torun Ek"
    output.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError) as error:
        _convert(folder, output)
    assert names_left(str(error.value)) == set()
    with pytest.raises(InputNotFoundError) as missing:
        _convert(tmp_path / "Krook", output)
    assert names_left(str(missing.value)) == set()
    assert missing.value.__cause__ is None


def test_results_with_names_are_not_left_beside_those_without(tmp_path: Path) -> None:
    folder, output = write_archive(tmp_path / "in"), tmp_path / "out"
    convert([folder], output)
    with pytest.raises(OutputNotPseudonymisedError):
        _convert(folder, output)
    (output / "run.jsonl").unlink()
    (output / "run.csv").unlink()
    with pytest.raises(OutputNotPseudonymisedError):
        _convert(folder, output)
    shutil.rmtree(output / "json")
    with pytest.raises(OutputNotPseudonymisedError):
        _convert(folder, output)
    for name in ("state", "tables"):
        shutil.rmtree(output / name)
    _convert(folder, output)
    _convert(folder, output)
    assert _left(output) == {}


class TestReview:
    """The review file: what was not certain, and what each path's code stands for."""

    def test_it_is_written_only_when_asked_for(self, tmp_path: Path) -> None:
        folder = write_archive(tmp_path / "in")
        before = set(tmp_path.rglob("*"))
        _convert(folder, tmp_path / "out")
        after = {path for path in tmp_path.rglob("*") if (tmp_path / "out") not in path.parents}
        assert after - before == {tmp_path / "out"}

    def test_it_holds_what_was_not_certain_and_nothing_else(self, tmp_path: Path) -> None:
        folder, review = write_archive(tmp_path / "in"), tmp_path / "review.csv"
        summary = _convert(folder, tmp_path / "out", review)
        with review.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        paths = {row["code"]: row["text"] for row in rows if row["reason"] == "path"}
        assert set(paths) == {entry.path for entry in summary.entries}
        assert set(map(Path, paths.values())) == {
            path for path in folder.rglob("*") if path.is_file()
        }
        replaced = {(row["text"], row["reason"]) for row in rows if row["reason"] != "path"}
        assert {
            ("Annelie", "suspected"),
            ("Annelies", "suspected"),
            ("KZ", "suspected"),
            ("TE", "initials"),
            ("Ek", "several-persons"),
            ("19611105-1234", "personal-number"),
            ("070-123 45 67", "telephone"),
            ("odelgren", "lower-case"),
        } == replaced

    def test_only_its_owner_can_read_it(self, tmp_path: Path) -> None:
        folder, review = write_archive(tmp_path / "in"), tmp_path / "review.csv"
        review.write_text("old", encoding="utf-8")
        review.chmod(0o644)
        _convert(folder, tmp_path / "out", review)
        assert stat.S_IMODE(review.stat().st_mode) == 0o600
        assert not list(tmp_path.glob(".draft*"))

    def test_it_does_not_lie_among_the_results(self, tmp_path: Path) -> None:
        folder = write_archive(tmp_path / "in")
        (tmp_path / "link").symlink_to(tmp_path / "out")
        for place in ("out/review.csv", "out/json/review.csv", "link/review.csv"):
            with pytest.raises(ReviewMisplacedError):
                _convert(folder, tmp_path / "out", tmp_path / place)
        assert not (tmp_path / "out").exists()

    def test_it_replaces_no_report(self, tmp_path: Path) -> None:
        folder = write_archive(tmp_path / "in")
        with pytest.raises(ReviewMisplacedError):
            _convert(folder, tmp_path / "out", folder / "utan.txt")

    def test_a_place_that_cannot_be_written_is_told_before_the_work(self, tmp_path: Path) -> None:
        folder = write_archive(tmp_path / "in")
        for place in (tmp_path / "none" / "review.csv", tmp_path):
            with pytest.raises(ReviewNotWritableError):
                _convert(folder, tmp_path / "out", place)
        assert not (tmp_path / "out").exists()


def test_the_key_lies_apart(tmp_path: Path) -> None:
    folder, output = write_archive(tmp_path / "in"), tmp_path / "out"
    for place in (output / "key", folder / "key.txt"):
        place.parent.mkdir(exist_ok=True)
        place.write_text("0123456789abcdef" * 2, encoding="utf-8")
        with pytest.raises(KeyMisplacedError):
            convert([folder], output, disguise=Disguise.of_files(place, None))
        place.unlink()


def test_the_key_is_written_nowhere(tmp_path: Path) -> None:
    folder, review = write_archive(tmp_path / "in"), tmp_path / "review.csv"
    key = tmp_path / "key"
    key.write_text("0123456789abcdef-the-key\n", encoding="utf-8")
    result = run(
        *("convert", folder, "-o", tmp_path / "out"),
        *("--pseudonymise", key, "--pseudonym-review", review),
    )
    written = [path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()]
    for data in (*written, review.read_bytes(), (result.out + result.err).encode()):
        assert b"0123456789abcdef" not in data
    assert "0123456789abcdef" not in repr(Disguise.of_files(key, None).__dict__)
