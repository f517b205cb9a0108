"""`audit` as somebody new to it uses it: what is said when something is given in another form."""

from pathlib import Path

import pytest

from spur_extract.audit import AuditSettings
from spur_extract.audit.configuration import load_settings
from spur_extract.export.report_json import report_json
from tests.audit.reports import dual, edited, single
from tests.audit.rule_cases import CASES
from tests.cli.program import run

UNIT = "Kirurgkliniken, Norrtuna lasarett"
SLIP = "Kirurgkliniken Norrtuna lassarett"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports, each with findings, on what may be one unit."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, name in enumerate((UNIT, SLIP)):
        report = edited(dual() if number else single(), {"/cover/clinic": name, "/strengths": []})
        report = edited(report, CASES["SPUR501"].edits) if number else report
        report = edited(report, {"/cover/inspection_date": f"202{number}-11-07"})
        report = edited(report, {"/source/sha256": str(number) * 64})
        (folder / f"{number}.json").write_text(report_json(report), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ("--select", "SPUR8", "SPUR5"),
        ("--select", "SPUR5,", "spur3"),
        ("--ignore", "lists", "cover"),
    ],
)
def test_rules_among_the_paths(arguments: tuple[str, ...], folder: Path) -> None:
    done = run("audit", *arguments, folder)
    done.check_error(3, "rules-as-paths")
    assert "--select SPUR5,SPUR3" in done.err


def test_a_missing_folder_that_a_tag_is_called_like(folder: Path) -> None:
    assert not Path("units").exists()
    run("audit", "units").check_error(3, "input-not-found")
    run("audit", "SPUR5", folder).check_error(3, "rules-as-paths")


def test_no_rule_is_left(folder: Path) -> None:
    done = run("audit", folder, "--ignore", "ALL")
    assert (done.code, done.out) == (2, "")
    assert "No rule is left" in done.err


def test_a_day_in_another_form(folder: Path) -> None:
    done = run("audit", folder, "--as-of", "22/11-2026")
    assert done.code == 2
    assert "2026-05-31" in done.err


@pytest.mark.parametrize("option", ["--output", "--baseline", "--suggest-aliases"])
def test_a_folder_where_a_file_is_meant(option: str, folder: Path) -> None:
    run("audit", folder, option, folder).check_error(6, "output-is-folder")


def test_one_rule_in_a_file_may_be_a_text(tmp_path: Path) -> None:
    (tmp_path / "spur-audit.toml").write_text('select = "SPUR5"\nignore = "lists"\n', "utf-8")
    settings = load_settings(folder=tmp_path)
    assert settings == AuditSettings(select=("SPUR5",), ignore=("lists",))


def test_a_part_of_the_rules_or_reports_leaves_the_baseline_whole(
    folder: Path, tmp_path: Path
) -> None:
    known = tmp_path / "known.json"
    options = ("--baseline", known, "--as-of", "2026-05-31", "--fail-on", "never")
    run("audit", folder, *options, "--update-baseline")
    before = known.read_bytes()
    for arguments in ((folder, "--select", "SPUR5"), (folder / "0.json", "--ignore", "archive")):
        done = run("audit", *arguments, *options, "--update-baseline")
        assert " 0 new, " in done.err
        assert " 0 gone, " in done.err
        assert "not looked at" in done.err
        assert known.read_bytes() == before


def test_suggestions_leave_decisions_alone(folder: Path, tmp_path: Path) -> None:
    review = tmp_path / "review.csv"
    options = ("--suggest-aliases", review, "--fail-on", "never")
    assert "0 rows kept, 1 added" in run("audit", folder, *options).err
    decided = review.read_text(encoding="utf-8-sig").replace(";\n", ";different\n")
    assert "different" in decided
    review.write_text(decided, encoding="utf-8")
    assert "1 row kept, 0 added" in run("audit", folder, *options).err
    assert review.read_text(encoding="utf-8") == decided


def test_spellings_that_no_report_has_are_told(folder: Path, tmp_path: Path) -> None:
    aliases = tmp_path / "aliases.csv"
    aliases.write_text(
        f"canonical;spelling;decision\n{UNIT};{SLIP};same\n{UNIT};Kirurgen Norrtna;same\n", "utf-8"
    )
    done = run("audit", folder, "--aliases", aliases, "--fail-on", "never")
    assert "no report has the spelling: Kirurgen Norrtna" in done.err
    assert done.err.count("no report has") == 1
