"""`parse`, `explain` and the summary view on real samples and on bad input."""

import json
from pathlib import Path

import pytest

from spur_extract.contract import Report
from tests.cli.program import run, samples

NO_REPORT = "Hej Maria,\n\nmötet flyttas till torsdag kl 13. Ta med fikat.\n\nHälsningar\nPer\n"


@pytest.mark.parametrize("sample", samples(), ids=lambda path: path.name)
def test_json_is_the_report(sample: Path) -> None:
    result = run("parse", sample)
    assert result.code == 0
    report = Report.model_validate_json(result.out)
    assert report.source.file_name == sample.name
    assert json.loads(result.out) == report.model_dump(mode="json")
    assert "å" in result.out  # and not \u00e5
    assert result.out.startswith('{\n  "schema_name"')
    assert result.out.endswith("}\n")


def test_standard_input_gives_the_same_but_for_the_name() -> None:
    sample = samples()[0]
    from_file = json.loads(run("parse", sample).out)
    from_input = json.loads(run("parse", "-", stdin=sample.read_bytes()).out)
    assert from_input["source"].pop("file_name") == "-"
    assert from_file["source"].pop("file_name") == sample.name
    assert from_file == from_input


@pytest.mark.parametrize("command", ["parse", "explain"])
@pytest.mark.parametrize(
    ("content", "exit_code", "code"),
    [
        pytest.param(b"", 5, "empty-input", id="empty"),
        pytest.param(b" \r\n\x0c\n", 5, "empty-input", id="blank"),
        pytest.param(bytes(range(256)) * 40, 5, "binary-input", id="binary"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00", 5, "pdf-damaged", id="pdf"),
    ],
)
def test_what_is_no_text(
    content: bytes, exit_code: int, code: str, command: str, tmp_path: Path
) -> None:
    file = tmp_path / "bad file.txt"
    file.write_bytes(content)
    run(command, file).check_error(exit_code, code)
    run(command, "-", stdin=content).check_error(exit_code, code)


@pytest.mark.parametrize("command", ["parse", "explain"])
def test_paths_that_are_no_file(command: str, tmp_path: Path) -> None:
    run(command, tmp_path / "none.txt").check_error(3, "input-not-found")
    run(command, tmp_path).check_error(3, "input-is-folder")


def test_a_text_that_is_no_report_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mail.txt"
    file.write_text(NO_REPORT, encoding="utf-8")
    for form in ("json", "text"):
        run("parse", file, "--format", form).check_error(4, "not-a-spur-report")


def test_explain_still_shows_what_was_recognised_in_it(tmp_path: Path) -> None:
    file = tmp_path / "mail.txt"
    file.write_text(NO_REPORT, encoding="utf-8")
    result = run("explain", file)
    assert result.code == 0
    assert "mötet flyttas" in result.out


def test_a_line_break_in_a_file_name_stays_one_line(tmp_path: Path) -> None:
    run("parse", tmp_path / "a\nb.txt").check_error(3, "input-not-found")


def test_quiet_leaves_standard_error_empty() -> None:
    for sample in samples():
        assert run("parse", sample, "--quiet").err == ""
        assert run("--quiet", "parse", sample).err == ""


def test_explain_names_every_line_of_the_source() -> None:
    sample = samples()[0]
    result = run("explain", sample)
    assert result.code == 0
    lines = [line.strip() for line in sample.read_text("utf-8").splitlines() if line.strip()]
    shown = result.out.splitlines()
    assert len(shown) >= len(lines)


def test_the_summary_has_the_forms_headings() -> None:
    out = run("parse", samples()[0], "--format", "text").out
    headings = ("Styrkor", "Svagheter", "Förbättringspotential", "Områden", "Handlingsplan")
    places = [out.index(f"\n{heading}") for heading in headings]
    assert places == sorted(places)
    assert max(map(len, out.splitlines())) <= 100
