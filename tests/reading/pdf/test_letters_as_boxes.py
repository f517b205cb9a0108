"""Forms whose marks are letters and stars left of the text: no mark is taken for a bullet."""

import pytest

from samples.pdf_builder import STYLES, SamplePdf, build_pdf
from samples.pdf_builder.pen import Pen
from samples.pdf_builder.shapes import Spot
from samples.pdf_builder.styles import Style
from spur_extract.pipeline import parse_bytes
from tests.comparing import differences
from tests.sample_pdfs import contents


def marked_with(
    yes: str, no: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> tuple[SamplePdf, int]:
    """A report whose cells hold these letters, and how many of them are `yes`."""
    printed: list[str] = []

    def cell(pen: Pen, spot: Spot, chosen: bool) -> None:
        if letter := yes if chosen else no:
            pen.text((spot.x - 2.5, spot.y - 3), letter, ("Helvetica", 9))
        if chosen:
            printed.append(letter)

    monkeypatch.setitem(STYLES, "letters", Style("letters", cell=cell))
    return build_pdf(contents()[name], "marks-left", "letters"), len(printed)


@pytest.mark.parametrize("name", ["single-marked", "dual-marked"])
def test_a_small_o_is_an_empty_box(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf, _ = marked_with("x", "o", name, monkeypatch)
    assert differences(parse_bytes(pdf.data, "report.pdf"), pdf.truth) == []


def test_stars_that_are_not_understood_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf, stars = marked_with("*", "", "single-marked", monkeypatch)
    report = parse_bytes(pdf.data, "report.pdf")
    told = sum(each.text.split().count("*") for each in report.unassigned)
    assert (stars > 0, told) == (True, stars)
