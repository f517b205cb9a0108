"""`--pseudonymise` on the command line: what goes out, and how it fails."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.program import run
from tests.pseudonyms.fiction import PARTS, full_of_names, names_left, text_of


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key"
    path.write_text("0123456789abcdef" * 2, encoding="utf-8")
    return path


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "Torun Ek.txt"
    path.write_text(text_of(full_of_names()), encoding="utf-8")
    return path


KNOWN = PARTS - {"nadifa", "warsame", "annelie", "kz"}
"""Names that do not wait for the model."""


@pytest.mark.parametrize("form", ["json", "text"])
def test_parse_gives_no_names(report: Path, key: Path, form: str) -> None:
    result = run("parse", report, "--format", form, "--pseudonymise", key)
    assert result.code == 0
    assert "person-" in result.out
    assert names_left(result.out + result.err, KNOWN) == set()


def test_standard_input_has_no_name_to_hide(report: Path, key: Path) -> None:
    result = run("parse", "-", "--pseudonymise", key, stdin=report.read_bytes())
    assert json.loads(result.out)["source"]["file_name"] == "-"


def test_parse_writes_the_review_file(report: Path, key: Path, tmp_path: Path) -> None:
    review = tmp_path / "review.csv"
    arguments = ("parse", report, "--pseudonymise", key, "--pseudonym-review", review)
    result = run(*arguments)
    with review.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["text"] == report.name
    assert {row["report"] for row in rows} == {json.loads(result.out)["source"]["file_name"]}
    assert {"TE", "Ek"} <= {row["text"] for row in rows}


@pytest.mark.parametrize("command", ["parse", "convert"])
def test_keys_that_cannot_be_used(report: Path, tmp_path: Path, command: str) -> None:
    out = ("-o", tmp_path / "out") if command == "convert" else ()
    short = tmp_path / "short"
    short.write_text("abc", encoding="utf-8")
    cases = [
        (tmp_path / "Lovisa", "key-not-found"),
        (short, "key-too-short"),
        (tmp_path, "key-not-readable"),
        (report, "key-misplaced"),
    ]
    for path, code in cases:
        result = run(command, report, *out, "--pseudonymise", path)
        result.check_error(11, code)
        assert names_left(result.err) == set()
    assert not (tmp_path / "out").exists()


def test_the_error_says_how_a_key_is_made(report: Path, tmp_path: Path) -> None:
    result = run("parse", report, "--pseudonymise", tmp_path / "none")
    assert 'python -c "import secrets; print(secrets.token_hex(32))" > FILE' in result.err


def test_errors_of_parse_name_no_file(key: Path, tmp_path: Path) -> None:
    run("parse", tmp_path / "Torun.txt", "--pseudonymise", key).check_error(3, "input-not-found")
    (tmp_path / "Lovisa").mkdir()
    (tmp_path / "Krook.txt").touch()
    (tmp_path / "Torun Ek.txt").write_text("Hej Lovisa!", encoding="utf-8")
    for name in ("Torun.txt", "Lovisa", "Krook.txt", "Torun Ek.txt"):
        for debug in ((), ("--debug",)):
            result = run("parse", tmp_path / name, "--pseudonymise", key, *debug)
            assert result.code in {3, 4, 5}
            assert names_left(result.err) == set()


def test_the_review_file_is_not_the_key(report: Path, key: Path) -> None:
    before = key.read_bytes()
    result = run("parse", report, "--pseudonymise", key, "--pseudonym-review", key)
    result.check_error(6, "review-misplaced")
    assert key.read_bytes() == before


def test_a_review_of_nothing_is_bad_usage(report: Path, tmp_path: Path) -> None:
    result = run("parse", report, "--pseudonym-review", tmp_path / "review.csv")
    assert result.code == 2
    assert "--pseudonymise" in result.err
