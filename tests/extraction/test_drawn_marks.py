"""Marks drawn on a page against what the page's words say."""

import pytest

from spur_extract.catalogue import load_catalogue
from spur_extract.contract import Area, GradingBasis, Reader, Report
from spur_extract.pipeline import parse_document
from spur_extract.reading.document import Box, Document, Drawing, DrawingKind
from tests.placed import page, words

BLACK = (0.0, 0.0, 0.0)
DUAL = next(each for each in load_catalogue().editions if each.id == "dual-regulation")
STATEMENTS = {each.id: each.text for each in load_catalogue().statements}
FIRST, SECOND = 480.0, 520.0
"""Where the two columns of marks stand."""


def box(x: float, y: float, *, filled: bool) -> list[Drawing]:
    """A box beside a line, with or without ink in it."""
    outline: Box = (x, y - 7, x + 8, y + 1)
    corners = ((x, y - 7), (x + 8, y - 7), (x + 8, y + 1), (x, y + 1), (x, y - 7))
    drawn = [Drawing(DrawingKind.PATH, outline, stroke=BLACK, width=1.0, points=corners)]
    if filled:
        inner: Box = (x + 1.5, y - 5.5, x + 6.5, y - 0.5)
        drawn.append(Drawing(DrawingKind.PATH, inner, fill=BLACK, points=corners))
    return drawn


def report(header: str, narrative: str, chosen: tuple[str, str]) -> Report:
    """Area A of the dual form: its rows fulfilled in the first column only, and the options of
    each column, left and right, that are chosen."""
    runs = [
        words("STRUKTUR", 50, 40),
        words("A Verksamheten", 50, 60),
        words(narrative, 50, 80),
        words("A. Verksamheten", 50, 110),
        words("Kriterium", 170, 110),
        *([words(header.split(maxsplit=1)[0], FIRST - 5, 110)] if header else []),
        *([words(header.split()[1], SECOND - 5, 110)] if header else []),
    ]
    drawn: list[Drawing] = []
    y = 140.0
    for row in DUAL.area[0].rows:
        runs.append(words(STATEMENTS[row.id][:56], 170, y))
        runs.append(words(STATEMENTS[row.id][56:], 170, y + 12))
        drawn += [*box(FIRST, y, filled=True), *box(SECOND, y, filled=False)]
        y += 36
    runs.append(words("Gradering", 50, y))
    for option in DUAL.option:
        if option.grade not in DUAL.area[0].grades:
            continue
        text = f"{option.grade}. {option.text}"
        cut = text.rfind(" ", 0, 56)
        runs += [words(text[:cut], 170, y), words(text[cut:], 170, y + 12)]
        if len(text) > 112:
            runs[-1] = words(text[cut : cut + 56], 170, y + 12)
            runs.append(words(text[cut + 56 :], 170, y + 24))
        drawn += [
            *box(FIRST, y, filled=option.grade == chosen[0]),
            *box(SECOND, y, filled=option.grade == chosen[1]),
        ]
        y += 48
    made = page(*runs, drawings=tuple(drawn))
    return parse_document(Document("a.pdf", "0" * 64, "application/pdf", Reader.PDF, (made,), True))


def area_of(found: Report) -> Area:
    assert found.source.edition == DUAL.id
    assert len(found.areas[0].indicators) == len(DUAL.area[0].rows)
    return found.areas[0]


@pytest.mark.parametrize(
    ("header", "left", "right"),
    [("2015 2021", 0, 1), ("2021 2015", 1, 0)],
)
def test_columns_are_of_the_year_above_them(header: str, left: int, right: int) -> None:
    area = area_of(report(header, "Vi trivs.", ("B", "D")))
    regulations = DUAL.regulations
    grades = {each.regulation: each.grade for each in area.gradings}
    assert grades == {regulations[left]: "B", regulations[right]: "D"}
    for row in area.indicators:
        assert row.fulfilled == {regulations[left]: True, regulations[right]: False}


def test_two_columns_without_a_year_are_of_nothing() -> None:
    found = report("", "Vi trivs.", ("B", "D"))
    assert {each.grade for each in found.areas[0].gradings} == {None}
    assert {each.fulfilled for each in found.areas[0].indicators} == {None}
    codes = {each.code for each in found.diagnostics}
    assert codes >= {"option-marks-unreadable", "row-mark-unreadable"}


def test_the_mark_wins_over_the_text_and_both_are_kept() -> None:
    said = "Gradering enligt 2015 \u00e4r justerad till C."
    found = report("2015 2021", said, ("D", "B"))
    first = area_of(found).gradings[0]
    assert (first.grade, first.basis) == ("D", GradingBasis.MARKED)
    assert first.evidence == "filled box at option D"
    assert said in (found.areas[0].narrative or "")
    assert "grade-disagrees" in {each.code for each in found.diagnostics}
    (place,) = found.provenance["/areas/0/gradings/0/grade"]
    assert place.bbox is not None
    assert place.bbox[0] == pytest.approx(FIRST, abs=1)
