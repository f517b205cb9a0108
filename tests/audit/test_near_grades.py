"""Grades and days of the cover: for each condition of a rule, what it alone keeps from firing."""

from typing import Final

import pytest

from tests.audit.cases import Case
from tests.audit.reports import BASES, REMOVED, edited, findings_in, told


def graded(
    area: int, grade: str | None, basis: str = "marked", before: str | None = None
) -> dict[str, object]:
    """One grading, of the only regulation of a form."""
    grading = {"regulation": None, "grade": grade, "original_grade": before}
    return {f"/areas/{area}/gradings/0": {**grading, "basis": basis, "evidence": None}}


DEMAND: Final = "Mycket fungerar. Åtgärd krävs."
PRAISE: Final = "Inga brister har påvisats."
UNDER_2021: Final = {"SOSFS 2015:8": True, "HSLF-FS 2021:8": False}
SECOND: Final = {"regulation": "X", "grade": "D", "basis": "marked"}

NEAR: Final = {
    "SPUR305: the grade was changed from one that is offered": Case(
        "single", graded(0, "C", before="D"), (("SPUR502", "/areas/0/gradings/0/grade"),)
    ),
    "SPUR305: the plan has an item for the area": Case(
        "single", {**graded(0, "C"), "/action_plan/items/0/area": "A"}, ()
    ),
    "SPUR305: no form is known": Case(
        "single",
        {**graded(0, "C"), "/source/edition": REMOVED},
        (("SPUR702", "/source/edition"),),
    ),
    "SPUR306: the grade is stated, not marked": Case(
        "single",
        {**graded(7, "B", "stated"), "/areas/7/narrative": "God miljö. Graderingen är A."},
    ),
    "SPUR306: the text states the marked one": Case(
        "single", {"/areas/7/narrative": "God miljö. Graderingen är B."}
    ),
    "SPUR308: the demand is in an area with C": Case("single", {"/areas/3/narrative": DEMAND}),
    "SPUR308: the area was graded D": Case(
        "single", {**graded(2, "B", before="D"), "/areas/2/narrative": DEMAND}
    ),
    "SPUR308: praise under one regulation, D under the other": Case(
        "single",
        {
            "/areas/2/gradings/0/regulation": "Y",
            "/areas/2/gradings/0/grade": "B",
            "/areas/2/gradings/-": SECOND,
            "/areas/2/narrative": PRAISE,
        },
    ),
    "SPUR308: no grade is readable": Case(
        "single", {**graded(1, None, "unreadable"), "/areas/1/narrative": DEMAND}
    ),
    "SPUR309: the grade was D before the plan": Case(
        "dual",
        {
            "/areas/0/indicators/0/fulfilled": UNDER_2021,
            "/areas/0/gradings/1/original_grade": "D",
        },
    ),
    "SPUR309: the grade is C": Case(
        "dual",
        {"/areas/0/indicators/0/fulfilled": UNDER_2021, "/areas/0/gradings/1/grade": "C"},
    ),
    "SPUR309: the row is not fulfilled under the other regulation": Case(
        "dual",
        {"/areas/0/indicators/0/fulfilled": UNDER_2021, "/areas/0/gradings/1": REMOVED},
    ),
    "SPUR107: inspected on the day of the audit": Case(
        "dual", {"/cover/inspection_date": "2026-01-01"}
    ),
    "SPUR108: after the file, but in the future, which another rule tells": Case(
        "dual", {"/cover/inspection_date": "2026-01-02"}
    ),
}


@pytest.mark.parametrize("name", NEAR)
def test_the_rule_keeps_silent(name: str) -> None:
    case = NEAR[name]
    found = told(findings_in(edited(BASES[case.base](), case.edits)))
    assert name.partition(":")[0] not in {code for code, _ in found}
    assert set(case.expected) <= set(found)


@pytest.mark.parametrize(("day", "code"), [("2026-01-02", "SPUR107"), ("2025-12-02", "SPUR108")])
def test_a_day_is_quoted_and_placed_as_the_source_has_it(day: str, code: str) -> None:
    report = edited(BASES["dual"](), {"/cover/inspection_date": day})
    [found] = findings_in(report)
    assert (found.code, found.pointer) == (code, "/cover/inspection_date")
    assert found.quote == report.cover.inspection_date_text
    assert found.quote != day
    assert found.place == report.provenance["/cover/inspection_date_text"][0]


def test_a_day_that_the_source_does_not_tell_is_not_quoted() -> None:
    edits = {"/cover/inspection_date": "2026-01-02", "/cover/inspection_date_text": REMOVED}
    [found] = findings_in(edited(BASES["dual"](), edits))
    assert found.quote is None
    assert "2026-01-02 ligger efter 2026-01-01, den dag kontrollen avser" in found.message
