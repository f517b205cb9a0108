"""A number, or a word and the letter, before an area's title does not hinder it."""

import pytest

from spur_extract.contract import Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults

TITLES = {
    "A": ("Verksamheten", "Tjänstgöringen är tillräckligt allsidig."),
    "B": (
        "Medarbetarstab och interna kompetenser",
        "Studierektor har relevant specialistkompetens.",
    ),
    "C": ("Lokaler och utrustning", "ST-läkarna har tillgång till funktionell arbetsplats."),
    "D": ("Tjänstgöringens upplägg", "Alla ST-läkare får introduktion till tjänstgöringen."),
}
LISTS = """EXTERN KVALITETSGRANSKNING

Kirurgkliniken
Klinik

Styrkor
Bra ledning

Svagheter
Trånga lokaler

Förbättringspotential
{improvements}

"""


def form(lead: str, improvements: str = "Bygg ut") -> str:
    areas = (
        f"{lead.format(letter=letter, number=number)}{title}\n\n"
        f"Text om {letter} här.\n\nAllmänna råd\n\n{row}\n"
        for number, (letter, (title, row)) in enumerate(TITLES.items(), 1)
    )
    return LISTS.format(improvements=improvements) + "\n".join(areas)


def read(text: str) -> Report:
    data = text.encode()
    report = parse_bytes(data, "leads.txt")
    assert faults(data, report) == []
    return report


def areas(report: Report) -> list[tuple[str, str | None, str | None]]:
    return [(area.code, area.title, area.narrative) for area in report.areas]


@pytest.mark.parametrize(
    "lead",
    [
        "{number}. ",
        "{number} ",
        "{number}) ",
        "1.{number} ",
        "Område 1.{number}: ",
        "{letter}. ",
        "{letter}) ",
        "{letter} – ",
        "Område {letter}: ",
        "Område {letter} ",
        "OMRÅDE {letter} – ",
        "Område {number}: ",
        "Avsnitt {letter}. ",
        "Avsnitt {letter}\n",
    ],
)
def test_what_may_stand_before_a_title(lead: str) -> None:
    report = read(form(lead))
    expected = [(letter, TITLES[letter][0], f"Text om {letter} här.") for letter in TITLES]
    assert areas(report) == expected


def test_items_that_begin_with_a_title_are_items() -> None:
    items = "1. Verksamheten bör få en studierektor\n2. Lokaler och utrustning förnyas"
    report = parse_bytes(form("{number}. ", items).encode(), "items.txt")
    assert [item.text for item in report.improvements] == [
        "Verksamheten bör få en studierektor",
        "Lokaler och utrustning förnyas",
    ]
    assert [area.code for area in report.areas] == list(TITLES)


def test_items_that_are_titles_head_no_area() -> None:
    text = form("{number}. ", "1. Verksamheten\n2. Lokaler och utrustning\n3. Scheman")
    report = parse_bytes(text.encode(), "items.txt")
    assert [item.text for item in report.improvements][-1] == "Scheman"
    assert [area.code for area in report.areas] == list(TITLES)


@pytest.mark.parametrize(
    "words",
    [
        "1. Lokaler och utrustning\nmåste bytas ut.",
        "Område C: Lokaler och utrustning\nmåste bytas ut.",
        "3. Lokaler och utrustning bör bytas ut.",
        "Område B: Verksamheten",
        "Bilaga 1: Lokaler och utrustning",
    ],
)
def test_what_is_no_heading_stays_in_its_narrative(words: str) -> None:
    report = read(form("{letter}. ").replace("Text om A här.", f"Text om A här.\n{words}"))
    assert report.areas[0].narrative is not None
    assert words.partition("\n")[0] in report.areas[0].narrative
    assert [area.code for area in report.areas] == list(TITLES)


def test_numbers_that_do_not_count_up_are_no_headings() -> None:
    stray = "Text.\n\n2. Lokaler och utrustning\n\nEtt."
    text = form("{letter}. ").replace("Text om A här.", stray)
    assert [area.code for area in read(text).areas] == list(TITLES)


def test_titles_with_numbers_in_a_table_of_contents() -> None:
    contents = "Innehåll\nStyrkor\nSvagheter\nFörbättringspotential\n1. Verksamheten\n"
    report = read(contents + "2. Lokaler och utrustning\n3. Tjänstgöringens upplägg\n\n" + form(""))
    assert [item.text for item in report.improvements] == ["Bygg ut"]


@pytest.mark.parametrize("lead", ["{letter}.\n", "Område {letter}:\n", "{number}.\n"])
def test_a_lead_on_a_line_of_its_own_is_no_part_of_the_title(lead: str) -> None:
    report = read(form(lead))
    assert [area.title for area in report.areas] == [title for title, _ in TITLES.values()]
