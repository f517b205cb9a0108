"""Every look and way of marking gives a file that can be read, and always the same one."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from samples import ContentError
from samples.build import FOLDER, built_pdfs, sources
from samples.pdf_builder import LOOKS, STYLES, build_pdf, suits
from samples.pdf_builder.combinations import Combination, combinations
from spur_extract.catalogue import load_catalogue

CATALOGUE = load_catalogue()
SOURCES = sources()
BROAD = {"single-marked", "dual-marked", "letter-table"}
INTACT = [
    item
    for item in combinations(SOURCES, CATALOGUE)
    if item.damage is None and item.content in BROAD
]

each_combination = pytest.mark.parametrize("item", INTACT, ids=[item.name for item in INTACT])


@cache
def build(item: Combination) -> tuple[bytes, dict[str, Any]]:
    pdf = build_pdf(SOURCES[item.content], item.look, item.style, item.damage, CATALOGUE)
    return pdf.data, pdf.truth


def tight(text: str) -> str:
    """Without spaces, line ends and hyphens, which pdfium gives in more than one way."""
    return re.sub(r"[\s\-\ufffe\x02]+", "", text)


def page_texts(data: bytes) -> list[str]:
    with closing(PdfDocument(data)) as document:
        return [page.get_textpage().get_text_range() for page in document]


def own_texts(truth: dict[str, Any]) -> Iterator[str]:
    for name in ("strengths", "weaknesses", "improvements"):
        yield from truth[name]
    for narrative in truth["narrative"].values():
        yield from (narrative or "").split("\n")
    for statements in truth["indicators"].values():
        yield from statements
    for item in truth["plan"]:
        yield from (item["planned_action"] or "").split("\n")
        yield item["responsible"] or ""


@each_combination
def test_a_file_holds_every_text_on_a_sensible_number_of_pages(item: Combination) -> None:
    data, truth = build(item)
    pages = page_texts(data)
    assert 3 <= len(pages) <= 14
    assert all(pages)
    everything = tight("".join(pages))
    assert [text for text in own_texts(truth) if tight(text) not in everything] == []


@each_combination
def test_every_grade_and_mark_is_known(item: Combination) -> None:
    _, truth = build(item)
    grades = [grade for by_column in truth["grades"].values() for grade in by_column.values()]
    columns = 2 if item.content == "dual-marked" else 1
    assert len(grades) == columns * len(truth["titles"])
    assert set(grades) <= set("ABCD")
    assert truth["basis"] == {}
    marks = [len(rows) for rows in truth["marks"]["fulfilled"].values()]
    if STYLES[item.style].in_cells:
        assert marks == [len(rows) for rows in truth["indicators"].values()]
    else:
        assert not any(marks)


def test_all_looks_and_styles_are_combined() -> None:
    assert {item.look for item in INTACT} == set(LOOKS)
    assert {item.style for item in INTACT} == set(STYLES)
    assert len(LOOKS) >= 4
    assert len(STYLES) >= 20


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("style", ["raster-noise", "wingdings", "note-stamp", "field-radio"])
def test_the_same_call_gives_the_same_bytes(look: str, style: str) -> None:
    content = SOURCES["letter-table" if look == "word" else "single-marked"]
    first, second = (build_pdf(content, look, style, None, CATALOGUE) for _ in range(2))
    assert first == second


def test_a_stated_change_of_grade_is_marked() -> None:
    _, truth = build(Combination("single-long-plan", "table", "cross"))
    changed = {code: grade for code, grade in truth["original"].items() if grade}
    assert changed
    for code in changed:
        assert truth["grades"][code] == {"": SOURCES["single-long-plan"].areas[code].stated_grade}


def test_headers_are_repeated_and_pages_numbered() -> None:
    data, _ = build(Combination("single-marked", "table", "cross"))
    pages = page_texts(data)
    assert sum("E. Handledning" in page and "Kriterium" in page for page in pages) >= 1
    assert all(f"Sida {n} av {len(pages)}" in page for n, page in enumerate(pages, start=1))


def test_what_a_form_has_no_place_for_is_refused() -> None:
    assert not suits(SOURCES["dual-marked"], "table", "ring", CATALOGUE)
    for content, look, style in (
        ("dual-marked", "table", "ring"),
        ("letter-table", "table", "cross"),
        ("single-marked", "word", "cross"),
    ):
        with pytest.raises(ContentError):
            build_pdf(SOURCES[content], look, style, None, CATALOGUE)


def pictures(data: bytes) -> list[bytes]:
    """The pages as they look, which does not depend on how a file is compressed."""
    with closing(PdfDocument(data)) as document:
        document.init_forms()
        return [bytes(page.render(scale=0.7).buffer) for page in document]


def test_committed_files_are_fresh_and_small() -> None:
    expected = built_pdfs()
    assert set((FOLDER / "pdf").iterdir()) == set(expected), "run python -m samples"
    assert len(expected) >= 4
    for path, data in expected.items():
        committed = path.read_bytes()
        assert len(committed) < 60_000
        assert page_texts(committed) == page_texts(data), "run python -m samples"
        assert pictures(committed) == pictures(data), "run python -m samples"
        truth = json.loads((FOLDER / "truth" / f"{path.stem}.json").read_text("utf-8"))
        assert "basis" in truth
