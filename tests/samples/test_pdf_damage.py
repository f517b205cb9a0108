"""A damaged file is damaged in the way its truth says."""

import re
from contextlib import closing
from functools import cache
from typing import Any

import pytest
from pypdfium2 import PdfDocument, PdfiumError

from samples.build import sources
from samples.pdf_builder import DAMAGES, SamplePdf, build_pdf
from samples.pdf_builder.combinations import combinations
from spur_extract.catalogue import load_catalogue

CATALOGUE = load_catalogue()
SOURCES = sources()
DAMAGED = [item for item in combinations(SOURCES, CATALOGUE) if item.damage]


@cache
def build(damage: str | None, style: str = "plain-x", look: str = "table") -> SamplePdf:
    content = SOURCES["letter-table" if look == "word" else "single-marked"]
    return build_pdf(content, look, style, damage, CATALOGUE)


def tight(text: str) -> str:
    return re.sub(r"[\s\-\ufffe\x02]+", "", text)


def page_texts(data: bytes) -> list[str]:
    with closing(PdfDocument(data)) as document:
        return [page.get_textpage().get_text_range() for page in document]


def indicators(truth: dict[str, Any]) -> list[str]:
    return [text for rows in truth["indicators"].values() for text in rows]


def test_every_damage_is_built_and_tells_its_name() -> None:
    assert {item.damage for item in DAMAGED} == set(DAMAGES)
    for damage in DAMAGES:
        told = build(damage).truth["damage"]
        assert told["name"] == damage
        assert told["expect"] in {"report", "refusal"}


@pytest.mark.parametrize("look", ["table", "stacked", "marks-left", "word"])
@pytest.mark.parametrize(
    ("damage", "why"),
    [("two-grades", "several"), ("no-grade", "none"), ("mark-on-border", "between")],
)
def test_marks_that_leave_a_grade_open(look: str, damage: str, why: str) -> None:
    truth = build(damage, look=look).truth
    area = truth["damage"]["area"]
    assert truth["basis"] == {area: {"": why}}
    assert truth["grades"][area] == {"": None}


def test_marks_out_of_place_are_somewhere_else_on_the_page() -> None:
    right = build(None)
    for damage in ("mark-outside", "mark-on-border"):
        assert build(damage).data != right.data
    assert build("mark-outside").truth["grades"] == right.truth["grades"]


@pytest.mark.parametrize("look", ["table", "marks-left", "word"])
@pytest.mark.parametrize("damage", ["page-missing", "page-scanned"])
def test_the_truth_has_what_is_left(look: str, damage: str) -> None:
    whole, damaged = build(None, look=look), build(damage, look=look)
    everything = tight("".join(page_texts(damaged.data)))
    lines = (len(page_texts(pdf.data)) for pdf in (whole, damaged))
    assert next(lines) - next(lines) == (damage == "page-missing")
    left = [*indicators(damaged.truth), *filter(None, damaged.truth["narrative"].values())]
    assert [text for text in left if tight(text) not in everything] == []
    in_plan = {item["indicator"] for item in whole.truth["plan"]}
    gone = {*indicators(whole.truth)} - {*indicators(damaged.truth)} - in_plan
    assert [text for text in gone if tight(text) in everything] == []
    kept = damaged.truth["grades"]
    assert kept != whole.truth["grades"] or gone


def test_swapped_pages_are_the_same_pages() -> None:
    whole, swapped = page_texts(build(None).data), page_texts(build("pages-swapped").data)
    assert whole != swapped
    assert sorted(whole) == sorted(swapped)


def test_a_scanned_report_has_no_text() -> None:
    assert not any(page_texts(build("all-scanned").data))


@pytest.mark.parametrize(("damage", "upright"), [("turned-upright", True), ("rotated", False)])
def test_turned_pages_keep_all_their_text(damage: str, upright: bool) -> None:
    """All characters of it: what is shown sideways pdfium reads in another order."""
    data = build(damage).data
    turned, whole = page_texts(data), page_texts(build(None).data)
    assert [sorted(tight(page)) for page in turned] == [sorted(tight(page)) for page in whole]
    with closing(PdfDocument(data)) as document:
        width, height = document[0].get_size()
        assert document[0].get_rotation() == 90
    assert (width < height) is upright


def test_an_extra_area_is_printed_and_not_in_the_truth() -> None:
    pdf = build("extra-area")
    assert "Något nytt område" in "".join(page_texts(pdf.data))
    assert "I" not in pdf.truth["titles"]


def test_locks() -> None:
    with pytest.raises(PdfiumError):
        PdfDocument(build("user-password").data)
    assert page_texts(build("owner-password").data) == page_texts(build(None).data)
    assert b"/Encrypt" in build("owner-password").data


def test_files_that_are_no_report() -> None:
    assert not build("truncated").data.rstrip().endswith(b"%%EOF")
    assert b"/Count 0" in build("no-pages").data
    assert "trädgårdsdag" in page_texts(build("no-report").data)[0]
