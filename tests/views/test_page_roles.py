"""The role of each place on a page."""

from dataclasses import replace

import pytest

from spur_extract.catalogue import EntryKind
from spur_extract.contract import GradingBasis, Report, Span, UnassignedText
from spur_extract.layout.lines import LaidLine
from spur_extract.reading.document import Box, Document
from spur_extract.recognition.elements import Recognised
from spur_extract.views.page_roles import ROLE_OF_KIND, PlacedRole, Role, placed_roles
from tests.views.placed import PDF_SAMPLES, Read, pdf_sample, printed_sample

NAMES = sorted(path.name for path in PDF_SAMPLES.glob("*.pdf"))


@pytest.fixture
def sample() -> Read:
    return pdf_sample("pdf-table-filled.pdf")


def _all(document: Document, recognised: Recognised, report: Report | None) -> list[PlacedRole]:
    return [
        item for page in document.pages for item in placed_roles(recognised, report, page.number)
    ]


def _inside(inner: Box, outer: Box) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def test_every_kind_of_form_text_has_a_role() -> None:
    assert set(ROLE_OF_KIND) == set(EntryKind)


def test_no_two_roles_look_alike() -> None:
    assert len({role.colour for role in Role}) == len({role.label for role in Role}) == len(Role)


@pytest.mark.parametrize("name", NAMES)
def test_every_line_stands_in_a_box(name: str) -> None:
    document, recognised, report = pdf_sample(name)
    for page in document.pages:
        boxes = [item.box for item in placed_roles(recognised, report, page.number)]
        for line in page.lines:
            assert line.box is not None
            assert any(_inside(line.box, box) for box in boxes), line.text


def test_a_report_has_all_that_reports_are_made_of(
    sample: Read,
) -> None:
    found = {item.role for item in _all(*sample)}
    assert found >= {
        Role.HEADING,
        Role.LABEL,
        Role.STATEMENT,
        Role.OPTION,
        Role.COVER_VALUE,
        Role.LIST_ITEM,
        Role.NARRATIVE,
    }
    assert Role.UNASSIGNED not in found


def _signs_read(recognised: Recognised, report: Report) -> list[LaidLine]:
    """The mark glyphs that values were read from."""
    spans = [
        (span.page, span.bbox)
        for pointer, spans in report.provenance.items()
        if "/gradings/" in pointer or pointer.endswith("/fulfilled")
        for span in spans
    ]
    return [
        sign
        for sign in recognised.signs
        if any(
            page == sign.page and box and sign.source.box and _inside(sign.source.box, box)
            for page, box in spans
        )
    ]


@pytest.mark.parametrize("name", NAMES)
def test_marks_have_the_colour_of_what_they_say(name: str) -> None:
    document, recognised, report = pdf_sample(name)
    said = [
        value
        for area in report.areas
        for row in area.indicators
        for value in (
            row.fulfilled.values() if isinstance(row.fulfilled, dict) else [row.fulfilled]
        )
    ]
    marked = [
        grading.grade
        for area in report.areas
        for grading in area.gradings
        if grading.basis is GradingBasis.MARKED
    ]
    roles = [item.role for item in _all(document, recognised, report)]
    unread = len(recognised.signs) - len(_signs_read(recognised, report))
    assert roles.count(Role.MARK_OPEN) == said.count(False) + unread
    assert roles.count(Role.MARK_CHOSEN) == said.count(True) + len(marked) > 0
    assert Role.MARK_UNCLEAR not in roles


def test_the_samples_have_marks_of_both_kinds() -> None:
    roles = {item.role for name in NAMES for item in _all(*pdf_sample(name))}
    assert roles >= {Role.MARK_CHOSEN, Role.MARK_OPEN}


def test_a_mark_that_tells_nothing_is_unclear(sample: Read) -> None:
    document, recognised, report = sample
    area = report.areas[0]
    row = area.indicators[0].model_copy(update={"fulfilled": None})
    area = area.model_copy(update={"indicators": (row, *area.indicators[1:])})
    report = report.model_copy(update={"areas": (area, *report.areas[1:])})
    roles = [item.role for item in _all(document, recognised, report)]
    assert roles.count(Role.MARK_UNCLEAR) == len(
        report.provenance["/areas/0/indicators/0/fulfilled"]
    )


def test_a_sentence_that_states_a_grade_is_no_mark() -> None:
    document, recognised, report = printed_sample("single-long-plan.txt")
    bases = {grading.basis for area in report.areas for grading in area.gradings}
    assert GradingBasis.STATED in bases
    assert GradingBasis.MARKED not in bases
    assert not any(item.role.is_mark for item in _all(document, recognised, report))


def test_the_lines_of_one_value_are_one_block(sample: Read) -> None:
    _, recognised, report = sample
    spans = report.provenance["/areas/0/narrative"]
    assert len(spans) > 1
    page = spans[0].page
    blocks = [
        item.box
        for item in placed_roles(recognised, report, page)
        if item.role is Role.NARRATIVE and spans[0].bbox and _inside(spans[0].bbox, item.box)
    ]
    (block,) = blocks
    here = [span for span in spans if span.page == page]
    assert all(span.bbox and _inside(span.bbox, block) for span in here)


def test_without_a_report_the_form_is_still_told_from_the_rest(
    sample: Read,
) -> None:
    document, recognised, _ = sample
    roles = {item.role for item in _all(document, recognised, None)}
    assert roles >= {Role.HEADING, Role.STATEMENT, Role.UNASSIGNED}
    assert not any(role.is_mark for role in roles)
    assert Role.NARRATIVE not in roles


def test_words_left_over_behind_form_text_are_boxed_once(
    sample: Read,
) -> None:
    document, recognised, report = sample
    statement = next(e for e in recognised.elements if e.kind is EntryKind.STATEMENT)
    line = statement.lines[0].source
    box = (300.0, 20.0, 320.0, 28.0)
    left = UnassignedText(page=line.page, start=line.start, end=line.end, bbox=box, text="x")
    report = report.model_copy(update={"unassigned": (left,)})
    leftover = [item for item in _all(document, recognised, report) if item.role is Role.UNASSIGNED]
    assert leftover == [PlacedRole(box, Role.UNASSIGNED)]


def test_what_has_no_box_is_left_out(sample: Read) -> None:
    _, recognised, report = sample
    bare = {pointer: (Span(page=1, start=0, end=1),) for pointer in report.provenance}
    elements = tuple(
        replace(
            element,
            lines=tuple(replace(it, source=replace(it.source, box=None)) for it in element.lines),
        )
        for element in recognised.elements
    )
    unplaced = replace(recognised, elements=elements, furniture=(), signs=())
    assert placed_roles(unplaced, report.model_copy(update={"provenance": bare}), 1) == ()
