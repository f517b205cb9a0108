"""The cover page: values above their labels, and what is not one."""

from datetime import date

import pytest

from spur_extract.contract import Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults

LISTS = (
    "Styrkor\n\nTrivsel\n\nSvagheter\n\nTrångt\n\nFörbättringspotential\n\nFler rum\n\n"
    "STRUKTUR\n\nVerksamheten\n\nEn liten enhet.\n\nAllmänna råd"
)


def read(cover: str) -> Report:
    data = f"{cover}\f{LISTS}".encode()
    report = parse_bytes(data, "cover.txt")
    assert faults(data, report) == []
    return report


COVER = """EXTERN KVALITETSGRANSKNING
av specialiseringstjänstgöring

Ögonkliniken

Fiktiva lasarettet
Klinik

Ögonsjukdomar
Specialitet

{date}
Datum

{inspectors}
Inspektörer

{regulations}
Föreskrift"""


def filled(
    day: str = "2024-03-05", inspectors: str = "Ada Björk", regulations: str = "SOSFS 2015:8"
) -> str:
    return COVER.format(date=day, inspectors=inspectors, regulations=regulations)


def test_values_stand_above_their_labels() -> None:
    cover = read(filled()).cover
    assert cover.clinic == "Ögonkliniken Fiktiva lasarettet"
    assert cover.specialty == "Ögonsjukdomar"
    assert cover.inspection_date == date(2024, 3, 5)
    assert cover.inspectors == ("Ada Björk",)
    assert cover.regulations == ("SOSFS 2015:8",)


@pytest.mark.parametrize(
    ("written", "day", "code"),
    [
        ("2024-03-05", date(2024, 3, 5), None),
        ("5 mars 2024", date(2024, 3, 5), None),
        ("20240305", date(2024, 3, 5), None),
        ("5-6 mars 2024", date(2024, 3, 5), "date-of-several-days"),
        ("mars 2024", None, "date-unreadable"),
        ("våren 2024", None, "date-unreadable"),
        ("ej angivet", None, "date-unreadable"),
        ("2024-13-05", None, "date-unreadable"),
        ("senast 2024-05-03", None, "date-unreadable"),
    ],
)
def test_dates(written: str, day: date | None, code: str | None) -> None:
    report = read(filled(day=written))
    assert report.cover.inspection_date == day
    assert report.cover.inspection_date_text == written
    codes = {diagnostic.code for diagnostic in report.diagnostics}
    assert codes & {"date-of-several-days", "date-unreadable"} == ({code} if code else set())


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ada Björk och Per-Olof Ström", ("Ada Björk", "Per-Olof Ström")),
        ("Ada Björk, Per-Olof Ström", ("Ada Björk", "Per-Olof Ström")),
        ("Ada Björk\n\nPer-Olof Ström", ("Ada Björk", "Per-Olof Ström")),
        ("Dr Ada Björk & docent Iris von Lind", ("Ada Björk", "Iris von Lind")),
        ("Meddelas senare", ()),
    ],
)
def test_inspectors(written: str, names: tuple[str, ...]) -> None:
    assert read(filled(inspectors=written)).cover.inspectors == names


@pytest.mark.parametrize(
    ("written", "regulations"),
    [
        ("SOSFS 2015:8\n\nHSLF-FS 2021:8", ("SOSFS 2015:8", "HSLF-FS 2021:8")),
        ("SOSFS 2015:8 och HSLF-FS 2021:8", ("SOSFS 2015:8", "HSLF-FS 2021:8")),
        ("sosfs 2015:8", ("SOSFS 2015:8",)),
    ],
)
def test_regulations(written: str, regulations: tuple[str, ...]) -> None:
    assert read(filled(regulations=written)).cover.regulations == regulations


def test_what_names_no_regulation_is_left_over() -> None:
    report = read(filled(regulations="den gamla"))
    assert report.cover.regulations == ()
    assert [piece.text for piece in report.unassigned] == ["den gamla"]


def test_a_label_without_a_title_above_takes_one_line_only() -> None:
    report = read("Arkivets stämpel\n\nInkom 3 maj\n\nÖgonkliniken\nKlinik\n\nÖgon\nSpecialitet")
    assert report.cover.clinic == "Ögonkliniken"
    assert report.cover.specialty == "Ögon"
    assert [piece.text.split("\n")[0] for piece in report.unassigned] == ["Arkivets stämpel"]


def test_no_cover_no_values() -> None:
    cover = parse_bytes(LISTS.encode(), "none.txt").cover
    assert cover.model_dump(exclude_defaults=True) == {}


def test_values_behind_their_labels() -> None:
    cover = read("Klinik: Ögonkliniken\n\nDatum: 2024-03-05\n\nInspektörer: Ada Björk").cover
    assert (cover.clinic, cover.inspectors) == ("Ögonkliniken", ("Ada Björk",))
    assert cover.inspection_date == date(2024, 3, 5)
    assert cover.specialty is None
