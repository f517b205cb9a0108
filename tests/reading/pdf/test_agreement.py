"""Both readers give the same document of every committed sample, and of built ones."""

import pytest

from samples.pdf_builder import LOOKS
from spur_extract.reading.document import DrawingKind, Page, Word
from spur_extract.reading.pdf.pdfium import read_pages_pdfium
from spur_extract.reading.pdf.plumber import read_pages_plumber
from tests.sample_pdfs import Case, build, intact_cases

STYLES = ("filled", "tick", "ring", "raster", "field-check", "ink", "zapf-check", "wingdings")
CASES = [case for case in intact_cases() if case[2] in STYLES and case[0] != "single-long-plan"]
NEAR = 1.05
"""Points by which boxes may differ: one, and what rounded widths add up to over a line."""


def words_of(page: Page) -> list[Word]:
    return [word for line in page.lines for word in line.words]


def test_every_look_is_compared() -> None:
    assert {look for _, look, _ in CASES} == set(LOOKS)


@pytest.mark.parametrize("case", CASES[::3], ids="-".join)
def test_words_boxes_and_drawings_agree(case: Case) -> None:
    data = build(case).data
    for fast, careful in zip(read_pages_pdfium(data), read_pages_plumber(data), strict=True):
        assert (fast.width, fast.height) == pytest.approx((careful.width, careful.height), abs=0.1)
        assert fast.text == careful.text
        for one, other in zip(words_of(fast), words_of(careful), strict=True):
            if one.text[0].isalnum():  # the widths of signs in fonts that are not there are guesses
                assert one.box == pytest.approx(other.box, abs=NEAR)
            assert one.bold == other.bold
        for kind in DrawingKind:
            mine = [each for each in fast.drawings if each.kind is kind]
            theirs = [each for each in careful.drawings if each.kind is kind]
            assert len(mine) == len(theirs)
            assert [each.checked for each in mine] == [each.checked for each in theirs]
