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

from spur_extract.contract import GradingBasis
from spur_extract.pipeline import parse
from tests.accounting import faults

SHARED = Path(__file__).parents[2] / "shared"
REPORTS = sorted((SHARED / "reports").glob("[0-9]*.txt"))
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not REPORTS, reason="the folder of real reports is not beside the checkout"),
]
each_report = pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)


@each_report
def test_the_score_is_perfect(path: Path, tmp_path: Path) -> None:
    output = tmp_path / "output.json"
    output.write_text(parse(path).model_dump_json(), encoding="utf-8")
    scorer = SHARED / "tools" / "score.py"
    truth = path.with_suffix(".json")
    run = subprocess.run(
        [sys.executable, scorer, truth, output], capture_output=True, text=True, check=False
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
