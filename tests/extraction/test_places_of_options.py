"""Grade options wherever a page has them: below or above the rows, in any order."""

import pytest

from spur_extract.catalogue.schema import AreaTable
from spur_extract.contract import Reader
from spur_extract.extraction.area_drafts import AreaDraft, draft_areas
from spur_extract.extraction.page_tops import PageTops
from spur_extract.extraction.prose import prose_of
from spur_extract.pipeline import recognise_document
from spur_extract.reading.document import Document, Word
from tests.extraction.drawn_forms import CATALOGUE, SINGLE, STATEMENTS, Look, form, wrapped
from tests.placed import page, words

AREAS: dict[str, AreaTable] = {area.code: area for area in SINGLE.area}


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("grade", ["A", "B", "D"])
def test_options_may_stand_in_any_order_on_a_page(order: int, grade: str) -> None:
    report = form(SINGLE.id, (), lambda number: (number % 2 == 0,), (grade,), Look(order=order))
    assert [area.gradings[0].grade for area in report.areas] == [grade] * len(report.areas)
    assert [area.gradings[0].regulation for area in report.areas] == [None] * len(report.areas)


def below_each_other(*parts: list[list[Word]]) -> list[list[Word]]:
    """The lines of all parts, moved down so that each stands below the ones before."""
    runs: list[list[Word]] = []
    for part in parts:
        for line in part:
            x = line[0].box[0]
            runs.append(words(" ".join(word.text for word in line), x, 40 + 13 * len(runs)))
    return runs


def heading(code: str, x: float) -> list[list[Word]]:
    return [words(f"{code} {AREAS[code].title}", x, 0)]


def rows(code: str) -> list[list[Word]]:
    return [line for row in AREAS[code].rows for line in wrapped(STATEMENTS[row.id], 0)]


def options(code: str) -> list[list[Word]]:
    grades = AREAS[code].grades
    offered = [option for option in SINGLE.option if option.grade in grades]
    texts = [f"{option.grade}. {option.text}" for option in offered]
    return [words("Gradering", 50, 0), *(line for text in texts for line in wrapped(text, 0))]


def drafts(second_heading: float) -> dict[str, AreaDraft]:
    """Area A as always, then area C with the options between its heading and its rows; its
    heading stands at the place that is given."""
    runs = below_each_other(
        [words("STRUKTUR", 50, 0)],
        heading("A", 50),
        rows("A"),
        options("A"),
        heading("C", second_heading),
        options("C"),
        rows("C"),
    )
    made = page(*runs)
    document = Document("a.pdf", "0" * 64, "application/pdf", Reader.PDF, (made,), True)
    recognised = recognise_document(document)
    tops: PageTops = prose_of(recognised, CATALOGUE).running_tops
    found = draft_areas(recognised.elements, SINGLE, tops)
    assert [len(draft.rows) for draft in found] == [len(AREAS[code].rows) for code in "AC"]
    return {draft.code: draft for draft in found}


def test_options_above_the_rows_are_of_the_area_whose_heading_is_above() -> None:
    found = drafts(second_heading=50)
    assert [len(found[code].options) for code in "AC"] == [len(AREAS[code].grades) for code in "AC"]


def test_where_headings_stand_in_two_columns_options_above_rows_may_be_of_any_area() -> None:
    found = drafts(second_heading=330)
    assert [len(found[code].options) for code in "AC"] == [len(AREAS["A"].grades), 0]
