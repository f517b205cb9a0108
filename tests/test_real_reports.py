"""The real reports in the folder beside the checkout, where it exists.

They are documents about real people: nothing of them is repeated here, and a failing test prints
only which field differs.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from spur_extract.contract import GradingBasis, Report
from spur_extract.pipeline import parse
from spur_extract.reading.pdf.options import PdfOptions, PdfReader
from tests.accounting import faults
from tests.wrong_values import UNTOLD, tally

SHARED = Path(__file__).parents[2] / "shared"
REPORTS = sorted((SHARED / "reports").glob("[0-9]*.txt"))
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not REPORTS, reason="the folder of real reports is not beside the checkout"),
]
FACSIMILES = sorted((SHARED / "reports" / "pdf").glob("*.pdf"))
each_facsimile = pytest.mark.parametrize("path", FACSIMILES, ids=lambda path: path.stem)
each_reader = pytest.mark.parametrize("reader", [PdfReader.AUTO, PdfReader.PDFPLUMBER])
each_report = pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)


@each_report
def test_the_score_is_perfect(path: Path, tmp_path: Path) -> None:
    assert_perfect(parse(path), path.with_suffix(".json"), tmp_path)


@each_reader
@each_facsimile
def test_the_score_of_a_pdf_is_perfect(path: Path, reader: PdfReader, tmp_path: Path) -> None:
    report = parse(path, PdfOptions(reader=reader))
    assert_perfect(report, path.with_suffix(".json"), tmp_path)
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert tally(report, truth)[UNTOLD] == 0
    assert (report.unassigned, report.coverage) == ((), 1.0)


@each_facsimile
def test_every_mark_has_its_place(path: Path) -> None:
    report = parse(path)
    for number, area in enumerate(report.areas):
        for place, grading in enumerate(area.gradings):
            spans = report.provenance[f"/areas/{number}/gradings/{place}/grade"]
            assert grading.basis is GradingBasis.MARKED
            assert all(span.bbox is not None for span in spans)


def assert_perfect(report: Report, truth: Path, folder: Path) -> None:
    """Score the report; a failure shows which groups of fields differ, and no text."""
    output = folder / "output.json"
    output.write_text(report.model_dump_json(), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, SHARED / "tools" / "score.py", truth, output],
        capture_output=True,
        text=True,
        check=False,
    )
    figures = re.findall(r"^(?:\w+ +|micro )f1=[\d.]+", run.stdout, re.MULTILINE)
    assert run.returncode == 0, figures
    assert "micro f1=1.0000" in run.stdout


@each_report
def test_every_character_is_accounted_for(path: Path) -> None:
    report = parse(path)
    assert report.coverage == 1.0
    assert report.unassigned == ()
    assert len(faults(path.read_bytes(), report)) == 0


@each_report
def test_only_stated_grades_are_given(path: Path) -> None:
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    given = {
        (area.code, grading.grade, grading.original_grade)
        for area in parse(path).areas
        for grading in area.gradings
        if grading.grade is not None or grading.basis is not GradingBasis.UNREADABLE
    }
    assert given == {(code, *grades) for code, grades in truth["grades"].items()}
