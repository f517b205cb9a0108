"""Lines of the form that are no recognised form text: they are in no narrative."""

import re

import pytest

from samples import render
from samples.build import sources
from spur_extract.catalogue import load_catalogue
from spur_extract.contract import Area
from spur_extract.pipeline import parse_bytes

CATALOGUE = load_catalogue()
SINGLE, DUAL = (render(sources()[name], CATALOGUE).text for name in ("single-cover", "dual-cover"))


def area_with(text: str, below_narrative: str, code: str = "B") -> Area:
    """The area, read with lines printed between its narrative and its first label."""
    (title,) = [
        table.title for table in CATALOGUE.edition("single-regulation").area if table.code == code
    ]
    start = text.index(title)
    label = re.compile(r"^Föreskrift", re.MULTILINE).search(text, start)
    assert label is not None
    data = f"{text[: label.start()]}{below_narrative}\n\n{text[label.start() :]}"
    report = parse_bytes(data.encode(), "form.txt")
    (area,) = [area for area in report.areas if area.code == code]
    return area


@pytest.mark.parametrize("text", [SINGLE, DUAL])
@pytest.mark.parametrize(
    "lines",
    [
        "Föreskrift 2015 2021",
        "2015 2021 Föreskrift",
        "B. Medarbetarstab och Kriterium\ninterna kompetenser",
        "Kriterium 2015 2021",
        "X\nX\nX",
        "þ þ\n¨ þ",
        "8",
        "Föreskrift Den huvudansvariga handledaren har ett bevis om specialistkompetens i X",
    ],
)
def test_heads_marks_and_rows_are_no_narrative(text: str, lines: str) -> None:
    plain = area_with(text, "")
    assert plain.narrative
    assert area_with(text, lines).narrative == plain.narrative


@pytest.mark.parametrize(
    "line",
    [
        "Föreskriften från 2015 och den från 2021 är kända.",
        "Kriterium för tjänst är uppfyllt.",
        "B. Medarbetarstab och ledning arbetar nära varandra.",
        "Kromosom X undersöks.",
        "Socialstyrelsens föreskrifter och allmänna råd följs.",
    ],
)
def test_words_of_the_inspectors_stay_theirs(line: str) -> None:
    assert line in (area_with(SINGLE, line).narrative or "")


def test_a_letter_that_a_sentence_runs_into_stays_in_it() -> None:
    assert (area_with(SINGLE, "De utreder fragil\nX").narrative or "").endswith("fragil\nX")


@pytest.mark.parametrize(
    "lines",
    [
        "Antal ST-läkare:\n7\nAntal specialister:\n12",
        "Antal specialister:\n12\nAntal ST-läkare:\n7",
        "Så många ST-läkare finns.\n7\nSå många specialister finns.\n5\nAlla är nöjda.",
        "Så här går de.\nA\nSå gick de.",
    ],
)
def test_a_figure_that_is_not_among_marks_stays(lines: str) -> None:
    assert lines in (area_with(SINGLE, lines).narrative or "")


@pytest.mark.parametrize("marks", ["X\n8\nX", "☐\n1\n☐"])
def test_a_figure_among_marks_is_a_mark(marks: str) -> None:
    assert area_with(SINGLE, marks).narrative == area_with(SINGLE, "").narrative
