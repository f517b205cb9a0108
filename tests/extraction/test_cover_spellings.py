"""The cover: inspections of several days, and regulations as they are written."""

import time
from datetime import date

import pytest

from spur_extract.extraction.cover_regulations import named_regulations
from tests.extraction.test_cover import filled, read

LIMIT = 3.0
"""Seconds; an idle machine needs less than one."""
OLD, NEW = "SOSFS 2015:8", "HSLF-FS 2021:8"
SEVERAL_DAYS = [
    "19-20/3 2031",
    "19-20/3-31",
    "19–20.3.2031",
    "19.-20.3.2031",
    "19/3-20/3 2031",
    "19 och 20 mars 2031",
    "19, 20 mars 2031",
    "19, 20 och 21 mars 2031",
    "19 & 20/3 2031",
    "19+20 mars 2031",
    "19/20 mars 2031",
    "19 samt 20 mars 2031",
    "den 19:e och 20:e mars 2031",
    "onsdag 19 och torsdag 20 mars 2031",
    "onsdagen den 19 mars och torsdagen den 20 mars 2031",
    "19 mars kl 8-17 och 20 mars 2031 kl 8-12",
    "v. 12, 19-20 mars 2031",
    "2031-03-19 och 2031-03-20",
    "2031-03-19, 2031-03-20",
    "2031-03-19/20",
    "20310319-20",
    "2031-03-19 – 03-20",
]


@pytest.mark.parametrize("written", SEVERAL_DAYS)
def test_the_first_of_several_days(written: str) -> None:
    report = read(filled(day=written))
    assert report.cover.inspection_date == date(2031, 3, 19)
    assert "date-of-several-days" in {each.code for each in report.diagnostics}


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("31 mars och 1 april 2031", date(2031, 3, 31)),
        ("30, 31 mars samt 1 april 2031", date(2031, 3, 30)),
        ("31/12 2030 - 1/1 2031", date(2030, 12, 31)),
        ("2031-03-31 – 04-01", date(2031, 3, 31)),
        ("19 20 mars 2031", None),
        ("19 (och 20) mars 2031", None),
        ("20-19 mars 2031", None),
        ("mars 19-20 2031", None),
        ("tidigare 19 mars 2031", None),
    ],
)
def test_days_of_two_months_and_what_is_not_plain(written: str, day: date | None) -> None:
    report = read(filled(day=written))
    assert report.cover.inspection_date == day
    code = "date-of-several-days" if day else "date-unreadable"
    assert code in {each.code for each in report.diagnostics}


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2031-03-19, reviderad 2031-05-02", date(2031, 3, 19)),
        ("2031-03-19 (rapporten uppdaterad 2 maj 2031)", date(2031, 3, 19)),
        ("reviderad 2031-05-02", None),
        ("2031-03-19 reviderad 2031-05-02", None),
    ],
)
def test_the_date_of_the_document_is_not_that_of_the_inspection(
    written: str, day: date | None
) -> None:
    assert read(filled(day=written)).cover.inspection_date == day


@pytest.mark.parametrize(
    ("written", "named", "left_over"),
    [
        ("SOSFS 2015:8 och HSLF-FS 2021:8", (OLD, NEW), False),
        ("HSLF-FS 2021: 8", (NEW,), False),
        ("SOSFS 2015 : 8", (OLD,), False),
        ("SOSFS 2008:17", ("SOSFS 2008:17",), False),
        ("2015:8", (OLD,), False),
        ("föreskrift 2015:8 och 2021:8", (OLD, NEW), False),
        ("HSLFS 2021:8", (NEW,), False),
        ("HSLF FS 2021:8", (NEW,), False),
        ("SOFS 2015:8", (OLD,), False),
        ("SOFS 2021:8", (), True),
        ("HSLFS 2021:9", (), True),
        ("SFS 2015:8", (), True),
        ("föreskrift 2008:17", (), True),
        ("HSLFS 2021:8 (ej SOSFS 2015:8)", (NEW,), True),
        ("HSLF-FS 2021:8, inte SOSFS 2015:8", (NEW,), True),
        ("HSLF-FS 2021:8 ej SOSFS 2015:8", (NEW,), True),
        ("Inte SOSFS 2015:8 utan HSLF-FS 2021:8", (NEW,), True),
        ("HSLF-FS 2021:8 utan SOSFS 2015:8", (NEW,), True),
        ("SOSFS 2015:8 gäller ej, HSLF-FS 2021:8 gäller", (NEW,), True),
        ("ej SOSFS 2015:8 eller HSLF-FS 2021:8", (), True),
        ("HSLF-FS 2021:8 (ersätter SOSFS 2015:8)", (NEW,), True),
        ("tidigare SOSFS 2008:17 nu SOSFS 2015:8", (OLD,), True),
        ("tidigare SOSFS 2008:17 och nu SOSFS 2015:8", (OLD,), True),
        ("SOSFS 2015:8 utan giltighet", (), True),
        ("tidigare SOSFS 2008:17 nu ej SOSFS 2015:8", (), True),
        ("gäller inte nu SOSFS 2015:8", (), True),
        ("SOSFS 2008:17 gäller ej nu SOSFS 2015:8", ("SOSFS 2008:17",), True),
        ("SOSFS 2015:8 utan ändringar", (OLD,), False),
        ("SOSFS 2015:8 utan", (), True),
        ("ej SOSFS 2015:8 utan ändringar", (), True),
        ("SOSFS 2015:8 gäller ej", (), True),
        ("Ej angiven", (), False),
        ("ring 08-2015:8", (), True),
    ],
)
def test_named(written: str, named: tuple[str, ...], left_over: bool) -> None:
    found = named_regulations(written)
    assert (found.regulations, found.left_over) == (named, left_over)


def test_a_long_line_of_regulations_takes_no_longer_than_its_length() -> None:
    begun = time.perf_counter()
    assert named_regulations("SOSFS 2015:8 " * 7_000).regulations == (OLD,)
    assert time.perf_counter() - begun < LIMIT


def test_a_denied_regulation_is_told() -> None:
    report = read(filled(regulations="HSLFS 2021:8 (ej SOSFS 2015:8)"))
    assert report.cover.regulations == (NEW,)
    assert "regulation-unreadable" in {each.code for each in report.diagnostics}


def test_a_label_may_end_with_a_tab() -> None:
    cover = read(
        "Klinik\tÖgonkliniken\nSpecialitet\tÖgonsjukdomar\nDatum\t5 mars 2031\n"
        "Inspektörer\tAda Björk\nFöreskrift\tSOSFS 2015:8 samt HSLF-FS 2021:8"
    ).cover
    assert (cover.clinic, cover.specialty) == ("Ögonkliniken", "Ögonsjukdomar")
    assert (cover.inspection_date, cover.inspectors) == (date(2031, 3, 5), ("Ada Björk",))
    assert cover.regulations == (OLD, NEW)


def test_words_that_are_no_label_before_a_tab_are_none() -> None:
    report = read("Klinikens chef\tAda Björk\n\nÖgonkliniken\nKlinik")
    assert report.cover.clinic == "Ögonkliniken"
