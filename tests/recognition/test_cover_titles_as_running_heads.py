"""A cover's title heads a cover only where a cover follows; above a page's text it is its head."""

import pytest

from spur_extract.contract import Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults

TITLE = "Extern kvalitetsgranskning"
COVER = """Kirurgkliniken i Sjöstad
Klinik

Kirurgi
Specialitet
"""
LISTS = """Styrkor
Bra ledning

Svagheter
Trånga lokaler

Förbättringspotential
Bygg ut
"""
AREA_A = """STRUKTUR

Verksamheten

En liten enhet med god stämning."""
GOES_ON = "Det finns tre avdelningar och en mottagning."
AREA_F = """PROCESS

Teoretisk utbildning

Kurser ges.

Allmänna råd

Det individuella utbildningsprogrammet innehåller planerade interna utbildningsaktiviteter.
"""


def read(*parts: str) -> Report:
    data = "\n".join(parts).encode()
    report = parse_bytes(data, "heads.txt")
    assert faults(data, report) == []
    return report


def test_a_head_in_a_narrative_does_not_end_it() -> None:
    report = read(TITLE, COVER, LISTS, AREA_A, TITLE, GOES_ON, AREA_F)
    assert [area.code for area in report.areas] == ["A", "F"]
    assert report.areas[0].narrative is not None
    assert report.areas[0].narrative.endswith(GOES_ON)
    assert TITLE not in report.areas[0].narrative
    assert report.cover.clinic == "Kirurgkliniken i Sjöstad"


def test_a_head_in_a_list_that_recurs() -> None:
    parted = LISTS.replace("Trånga lokaler\n", f"Trånga lokaler\n{TITLE}\nFå kurser\n")
    report = read(TITLE, COVER, parted, AREA_A, TITLE, GOES_ON, AREA_F)
    assert [item.text for item in report.weaknesses] == ["Trånga lokaler", "Få kurser"]


def test_what_stands_beside_a_label_of_the_areas_is_no_field_of_the_cover() -> None:
    row = "Föreskrift\n\n(För ST enligt SOSFS 2015:8)"
    report = read(TITLE, LISTS, AREA_A, TITLE, "SOSFS 2015:8 gäller.", row, AREA_F)
    assert report.cover.regulations == ()


@pytest.mark.parametrize("cover", [COVER, "Kirurgkliniken i Sjöstad\n"])
def test_a_cover_below_the_areas_is_a_cover(cover: str) -> None:
    report = read(AREA_A, AREA_F, TITLE, cover, LISTS)
    assert report.areas[-1].narrative == "Kurser ges."
    assert len(report.strengths) == 1
    assert report.cover.clinic == ("Kirurgkliniken i Sjöstad" if cover is COVER else None)
