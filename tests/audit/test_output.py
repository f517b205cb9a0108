"""The forms in which findings are written, and the command."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from spur_extract.audit import Finding, Language, Level
from spur_extract.audit.model import Value, in_language
from spur_extract.audit.output.csv import csv_chunks
from spur_extract.audit.output.html import load_page_words
from spur_extract.audit.output.json_lines import json_chunks, json_lines_chunks
from spur_extract.audit.output.sarif import sarif_chunks
from spur_extract.audit.output.table import table_chunks
from spur_extract.audit.output.words import LEVELS
from spur_extract.audit.registry import all_rules, rule_of
from spur_extract.export.csv_dialects import EXCEL_SV
from spur_extract.export.report_json import report_json
from tests.audit.reports import dual, edited, findings_in, single
from tests.audit.rule_cases import CASES
from tests.cli.program import run

NASTY = 'Trångt, "för" trångt;\nsäger [bold]ST-läkarna[/bold] <script> =1+1'


def findings() -> list[Finding]:
    """An error with a place, a warning without one, and a note."""
    report = edited(
        dual(),
        {
            "/areas/6/gradings/1/grade": "D",
            "/cover/clinic": NASTY,
            "/strengths": [],
            "/areas/2/title": "Lokaler",
        },
    )
    return findings_in(report)


def test_there_is_one_of_each_level() -> None:
    assert [finding.level for finding in findings()] == [Level.INFO, Level.ERROR, Level.WARNING]


def test_json_and_json_lines_tell_the_same() -> None:
    whole = json.loads("".join(json_chunks(findings(), Language.SV)))
    lines = [json.loads(line) for line in json_lines_chunks(findings(), Language.SV)]
    assert whole == lines
    assert [row["code"] for row in whole] == ["SPUR206", "SPUR501", "SPUR601"]
    error = whole[1]
    assert error["rule"] == "deficient-without-plan"
    assert (error["pointer"], error["unit"]) == ("/areas/6/gradings/1/grade", NASTY)
    assert error["page"] >= 1
    assert error["start"] < error["end"]
    assert whole[2]["page"] is None


def test_languages_differ() -> None:
    told = {
        language: json.loads("".join(json_chunks(findings(), language)))[2]["message"]
        for language in Language
    }
    assert told[Language.SV].startswith("Listan Styrkor")
    assert told[Language.EN].startswith("The list of strengths")


def test_nothing_found_is_still_valid() -> None:
    assert json.loads("".join(json_chunks([], Language.SV))) == []
    assert "".join(json_lines_chunks([], Language.SV)) == ""
    assert "".join(csv_chunks([], Language.SV)).count("\r\n") == 1
    assert json.loads("".join(sarif_chunks([], Language.SV)))["runs"][0]["results"] == []
    assert "".join(table_chunks([], Language.SV, terminal=False)) == "Inga anmärkningar.\n"


def test_csv_reads_back() -> None:
    text = "".join(csv_chunks(findings(), Language.SV))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["code"] for row in rows] == ["SPUR206", "SPUR501", "SPUR601"]
    assert {row["unit"] for row in rows} == {NASTY}


def test_csv_for_a_swedish_excel_runs_nothing() -> None:
    formula = replace(findings()[0], unit="=HYPERLINK(1)")
    text = "".join(csv_chunks([formula], Language.SV, EXCEL_SV))
    assert text.startswith("\ufeffcode;")
    assert "'=HYPERLINK(1)" in text


def test_sarif_explains_in_its_language() -> None:
    told = [
        json.loads("".join(sarif_chunks((), language)))["runs"][0]["tool"]["driver"]["rules"][0]
        for language in Language
    ]
    assert told[0]["fullDescription"] != told[1]["fullDescription"]


def test_sarif() -> None:
    log = json.loads("".join(sarif_chunks(findings(), Language.EN)))
    assert log["version"] == "2.1.0"
    [done] = log["runs"]
    rules = done["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in all_rules()]
    assert [result["level"] for result in done["results"]] == ["note", "error", "warning"]
    for result in done["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        [location] = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == "fictional.json"
        assert location["logicalLocations"][0]["fullyQualifiedName"].startswith("/")


def test_the_table_is_grouped_by_report() -> None:
    others = findings_in(edited(single(), CASES["SPUR602"].edits))
    text = "".join(table_chunks([*findings(), *others], Language.SV, terminal=False))
    lines = text.splitlines()
    assert sum(line.startswith("fictional.json") for line in lines) == 1  # one name, one group
    assert "[bold]ST-läkarna[/bold]" in text
    assert "\x1b" not in text
    assert lines[-1] == "Totalt: 1 fel, 2 varningar, 1 upplysning"
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, ("(1 rapport)", "(1 report)")), (21, ("(21 rapporter)", "(21 reports)"))],
)
def test_one_report_is_no_plural(count: int, told: tuple[str, str]) -> None:
    rule = rule_of("SPUR841")()
    for language, end in zip((Language.SV, Language.EN), told, strict=True):
        values: dict[str, Value] = {"name": "1 rapporter", "other": "1 reports", "count": count}
        message = rule.message(language, values)
        assert end in message
        assert "1 rapporter" in message
        assert "1 reports" in message


def test_levels_are_called_alike_in_all_forms() -> None:
    for language, words in load_page_words().items():
        told = {level: in_language(LEVELS[level], language) for level in Level}
        assert {level: word.lower() for level, word in words.levels.items()} == told


def test_colours_only_on_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(report_json(edited(single(), {"/strengths": []})), encoding="utf-8")
    assert "\x1b[" in on_terminal(path, {"TERM": "xterm-256color", "NO_COLOR": ""})
    assert "\x1b[33m" not in on_terminal(path, {"TERM": "xterm-256color", "NO_COLOR": "1"})
    assert "\x1b" not in run("audit", path, "--ignore", "archive").out


def on_terminal(path: Path, environment: dict[str, str]) -> str:
    """What the command writes to a terminal of its own."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "spur_extract.cli", "audit", path, "--ignore", "archive"],
        stdout=theirs,
        env={**os.environ, **environment},
    ) as process:
        process.wait(60)
    os.close(theirs)
    written = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the terminal's other end is closed
            break
        if not piece:
            break
        written += piece
    os.close(ours)
    return written.decode()


@pytest.fixture
def converted(tmp_path: Path) -> Path:
    """A folder as `convert` leaves it, with one faultless report and one with an error."""
    folder = tmp_path / "out" / "json"
    folder.mkdir(parents=True)
    broken = edited(dual(), CASES["SPUR501"].edits)
    (folder / "good.txt.json").write_text(report_json(single()), encoding="utf-8")
    (folder / "bad.txt.json").write_text(report_json(broken), encoding="utf-8")
    return tmp_path / "out"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 1),
        (("--fail-on", "never"), 0),
        (("--ignore", "SPUR501"), 0),
        (("--ignore", "SPUR501", "--select", "SPUR601", "--fail-on", "info"), 0),
    ],
)
def test_the_exit_code_tells_of_findings(
    converted: Path, options: tuple[str, ...], code: int
) -> None:
    done = run("audit", converted, "--ignore", "archive", *options, "--format", "jsonl")
    assert done.code == code
    assert ("error[audit-findings]: 1 finding " in done.err) == (code == 1)
    assert ("SPUR501" in done.out) == (code == 1 or "never" in options)


def test_the_day_of_the_audit(converted: Path) -> None:
    done = run("audit", converted, "--ignore", "archive", "--as-of", "2024-11-06", "--lang", "en")
    assert "SPUR107" in done.out
    assert "later than 2024-11-06" in done.out
    assert run("audit", converted, "--as-of", "never").code == 2


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "sarif", "html"])
def test_every_format_goes_to_a_file(converted: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / "findings"
    done = run("audit", converted, "--format", form, "-o", path, "--fail-on", "never")
    assert (done.code, done.out) == (0, "")
    assert (done.err == "") == (form in ("sarif", "html"))
    assert "SPUR501" in path.read_text(encoding="utf-8")


def test_a_baseline_keeps_known_findings_out(converted: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    command = ("audit", converted, "--ignore", "archive", "--baseline", known)
    missing = run(*command)
    missing.check_error(3, "baseline-not-found")
    assert "--update-baseline" in missing.err
    first = run(*command, "--update-baseline")
    assert (first.code, "SPUR501" in first.out) == (0, True)
    again = run(*command, "--format", "json")
    assert (again.code, json.loads(again.out)) == (0, [])
    assert "0 new, 1 known, 0 gone" in again.err
    (converted / "json" / "bad.txt.json").write_text(report_json(dual()), encoding="utf-8")
    gone = run(*command)
    assert "0 new, 0 known, 1 gone" in gone.err
    unit, file = dual().cover.clinic, converted / "json" / "bad.txt.json"
    assert f"gone: SPUR501 {unit}, {file} G /areas/*/gradings/*/grade" in gone.err


def test_spellings_are_written_for_review(tmp_path: Path) -> None:
    names = ("Kirurgkliniken, Norrtuna lasarett", "Kirurgkliniken Norrtuna lassarett")
    for number, name in enumerate(names):
        report = edited(single(), {"/cover/clinic": name, "/source/sha256": f"{number:064x}"})
        report = edited(report, {"/cover/inspection_date": f"202{number}-11-07"})
        (tmp_path / f"{number}.json").write_text(report_json(report), encoding="utf-8")
    review = tmp_path / "review.csv"
    options = ("--suggest-aliases", review, "--fail-on", "never")
    assert run("audit", tmp_path, *options).code == 0
    text = review.read_text(encoding="utf-8-sig")
    assert all(name.split()[-2] in text for name in names)
    assert run("audit", tmp_path, "--aliases", review, "--fail-on", "never").code == 0


def test_settings_are_taken_from_a_file(converted: Path, tmp_path: Path) -> None:
    config = tmp_path / "mine.toml"
    config.write_text('ignore = ["SPUR5", "archive"]\n', encoding="utf-8")
    assert run("audit", converted, "--config", config).code == 0
    config.write_text('ignor = ["SPUR5"]\n', encoding="utf-8")
    run("audit", converted, "--config", config).check_error(13, "audit-config-invalid")
    run("audit", converted, "--select", "SPUR999").check_error(13, "rule-unknown")
