"""Every sample PDF gives exactly its truth; damaged ones are refused, or say what is missing."""

import pytest

from spur_extract.contract import GradingBasis
from spur_extract.errors import SpurError
from spur_extract.pipeline import parse_bytes
from spur_extract.reading.pdf.options import PdfOptions, PdfReader
from tests.comparing import differences
from tests.sample_pdfs import Case, build, damaged_cases, intact_cases
from tests.wrong_values import RIGHT, UNTOLD, tally

INTACT = list(intact_cases())
DAMAGED = list(damaged_cases())
REFUSED = {
    "all-scanned": "pdf-scanned",
    "user-password": "pdf-encrypted",
    "truncated": "pdf-damaged",
    "no-pages": "pdf-without-pages",
    "no-report": "not-a-spur-report",
}
OVERPRINTED = ("stamp-slanted", "stamp-level", "white-crosses", "unpainted-crosses")
LISTED = ("lists-numbered", "lists-dashed")
SAYS = {
    "two-grades": "grade-several",
    "no-grade": "grade-none",
    "mark-on-border": "option-marks-unreadable",
    "page-scanned": "page-scanned",
    "extra-area": "unassigned-text",
    **dict.fromkeys(OVERPRINTED, "unassigned-text"),
}
HARMLESS = ("owner-password", "turned-upright", "rotated", "extra-area", *LISTED, *OVERPRINTED)
"""Nothing of the report is lost by these."""

CAREFUL = [case for case in INTACT if case[2] in ("raster", "ink", "tick") and case[1] != "word"]
PASSWORD = "skogstjärn"  # noqa: S105 - of a sample


def name_of(case: Case) -> str:
    return "-".join(case)


def test_there_are_enough() -> None:
    assert len(INTACT) >= 120
    assert {damage for _, damage in DAMAGED} >= REFUSED.keys() | SAYS.keys()


@pytest.mark.parametrize("case", INTACT, ids=name_of)
def test_an_intact_pdf_gives_its_truth(case: Case) -> None:
    pdf = build(case)
    report = parse_bytes(pdf.data, "report.pdf")
    assert differences(report, pdf.truth) == []
    assert (report.unassigned, report.coverage) == ((), 1.0)
    assert {*tally(report, pdf.truth)} == {RIGHT}


@pytest.mark.parametrize("case", CAREFUL, ids=name_of)
def test_the_careful_reader_gives_the_same(case: Case) -> None:
    pdf = build(case)
    options = PdfOptions(reader=PdfReader.PDFPLUMBER)
    assert differences(parse_bytes(pdf.data, "report.pdf", options), pdf.truth) == []


@pytest.mark.parametrize(("case", "damage"), DAMAGED)
def test_a_damaged_pdf_deceives_nobody(case: Case, damage: str) -> None:
    pdf = build(case, damage)
    if damage in REFUSED:
        with pytest.raises(SpurError) as caught:
            parse_bytes(pdf.data, "report.pdf")
        assert caught.value.code == REFUSED[damage]
        return
    report = parse_bytes(pdf.data, "report.pdf")
    assert tally(report, pdf.truth)[UNTOLD] == 0
    if damage in SAYS:
        assert SAYS[damage] in {diagnostic.code for diagnostic in report.diagnostics}
    if damage in HARMLESS:
        assert differences(report, pdf.truth) == []
    bases = {
        "several": GradingBasis.SEVERAL,
        "none": GradingBasis.NONE,
        "between": GradingBasis.UNREADABLE,
    }
    for area in report.areas:
        for column, basis in pdf.truth["basis"].get(area.code, {}).items():
            mine = [each for each in area.gradings if (each.regulation or "") == column]
            if basis in bases:
                assert [(each.grade, each.basis) for each in mine] == [(None, bases[basis])]


@pytest.mark.parametrize("case", [(*INTACT[0][:2], "cross")])
def test_a_password_opens_it(case: Case) -> None:
    pdf, plain = build(case, "user-password"), build(case)
    report = parse_bytes(pdf.data, "report.pdf", PdfOptions(password=PASSWORD))
    assert differences(report, plain.truth) == []
