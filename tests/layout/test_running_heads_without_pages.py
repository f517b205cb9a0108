"""Where a dump does not tell its pages, a running head is told by how it recurs."""

from pathlib import Path

import pytest

from spur_extract.contract import Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults
from tests.test_foreign_text import values

TEXTS = Path(__file__).parents[2] / "samples" / "text"
LINES_OF_A_PAGE = 36
NAMES = ["single-long-plan", "dual-cover", "single-marked"]


def pageless(name: str) -> list[str]:
    """The printed lines of a sample, as extractors give them that know neither pages nor gaps."""
    dump = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in dump.split("\n") if line.strip()]


def with_heads(lines: list[str], head: str) -> str:
    """The lines with a head on every page, whose length differs a little."""
    out: list[str] = []
    for number, line in enumerate(lines):
        page, place = divmod(number, LINES_OF_A_PAGE)
        if place == (page * 7) % 5:
            out.append(head.format(page + 1))
        out.append(line)
    return "\n".join(out)


def read(text: str) -> Report:
    report = parse_bytes(text.encode(), "dump.txt")
    assert faults(text.encode(), report) == []
    return report


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "head", ["SPUR-granskning", "Norrhamns sjukhus 2024-05-14", "SPUR 2024, sida {}", "Rapport\n{}"]
)
def test_a_head_on_every_page_is_in_no_field(name: str, head: str) -> None:
    lines = pageless(name)
    assert values(read(with_heads(lines, head))) == values(read("\n".join(lines)))


@pytest.mark.parametrize("name", ["single-long-plan", "dual-cover"])
@pytest.mark.parametrize("parting", ["\n\n\n\n", "\n\f"])
def test_a_foot_without_figures_is_in_no_field(name: str, parting: str) -> None:
    dump = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    pages = [page.strip() for page in dump.split("\n\n\n\n")]
    with_feet = (f"{page}\n\nSPUR-granskning" for page in pages)
    assert values(read(parting.join(with_feet))) == values(read(parting.join(pages)))


def recurring_values(value: str) -> str:
    """The long plan with the same value in one field of all its items."""
    lines = pageless("single-long-plan")
    out: list[str] = []
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        out.append(value if above == "Ansvarig för uppföljningen" else line)
    return "\n".join(out)


@pytest.mark.parametrize("value", ["Verksamhetschef", "Se ovan", "Verksamhetschef Ada Björk"])
def test_what_recurs_below_a_label_is_content(value: str) -> None:
    items = read(recurring_values(value)).action_plan.items
    assert len(items) > 10
    assert all((item.follow_up_responsible.text or "").startswith(value) for item in items)


def test_a_few_words_that_recur_at_uneven_distances_are_content() -> None:
    text = "STRUKTUR\n\n" + "\n\n".join(
        f"{letter}. {title}\n\n{'Handledningen fungerar väl.' * times}\nSe ovan\n\nFöreskrift"
        for letter, title, times in [
            ("A", "Verksamheten", 1),
            ("B", "Medarbetarstab och interna kompetenser", 40),
            ("C", "Lokaler och utrustning", 3),
        ]
    )
    assert all("Se ovan" in (area.narrative or "") for area in read(text).areas)


@pytest.mark.parametrize("sentence", ["Inga avvikelser noterade.", "Inga avvikelser noterade"])
def test_what_recurs_below_headings_is_content(sentence: str) -> None:
    long = "\n".join(["Handledningen fungerar väl."] * 20)
    titles = {
        "A": "Verksamheten",
        "B": "Medarbetarstab och interna kompetenser",
        "C": "Lokaler och utrustning",
        "D": "Tjänstgöringens upplägg",
        "E": "Handledning och kompetensbedömning",
        "F": "Teoretisk utbildning",
    }
    text = "STRUKTUR\n" + "\n".join(
        f"{letter}. {title}\n{sentence}\nSlut {letter} här.\n{long}\nFöreskrift"
        for letter, title in titles.items()
    )
    areas = read(text).areas
    assert len(areas) == len(titles)
    assert all((area.narrative or "").startswith(sentence) for area in areas)
