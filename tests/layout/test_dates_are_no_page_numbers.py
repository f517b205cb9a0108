"""A date or a figure at a page's edge is no page number, whatever stands around it."""

import pytest

from spur_extract.contract import Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults

PROSE = "Enheten har nio ST-läkare.\n\nHandledning sker varje vecka.\n\nKurser ges om hösten."
PLAN = """HANDLINGSPLAN

D. Tjänstgöringens upplägg

Utbildningsprogrammet följs upp regelbundet och revideras vid behov.

Planerad åtgärd
Vi ser över programmen.

Datum när åtgärden ska vara genomförd
2026-03-01

Ansvarig för genomförandet
Studierektorn

Datum för uppföljning
{date}"""
LAST = "Ansvarig för uppföljningen\nVerksamhetschef Ada Björk"
AREAS = "STRUKTUR\n\nA. Verksamheten\n\n{}\n\nFöreskrift".format("En liten enhet.")
OTHER = "PROCESS\n\nF. Teoretisk utbildning\n\nKurser ges.\n\nAllmänna råd"


def read(*feet: str, date: str) -> Report:
    pages = [AREAS, PROSE, OTHER, PROSE, PLAN.format(date=date), LAST]
    with_feet = (f"{page}\n\n{foot}".rstrip() for page, foot in zip(pages, feet, strict=True))
    data = "\n\f".join(with_feet).encode()
    report = parse_bytes(data, "plan.txt")
    assert faults(data, report) == []
    return report


def left_over(report: Report) -> list[str]:
    return [piece.text for piece in report.unassigned]


@pytest.mark.parametrize("date", ["20260501", "2026", "2026-05-01", "1/5", "9", "31"])
@pytest.mark.parametrize("foot", ["{}", "Sida {}", "{}/6", "{} (6)", "2025-01-09\n\n{}"])
def test_a_date_above_a_page_number_stays(date: str, foot: str) -> None:
    report = read(*(foot.format(number) for number in range(1, 7)), date=date)
    (only,) = report.action_plan.items
    assert only.follow_up_due.text == date
    assert only.follow_up_responsible.text == "Verksamhetschef Ada Björk"


@pytest.mark.parametrize("date", ["20260501", "2026", "2026-05-01", "9"])
def test_a_date_at_the_foot_of_a_page_without_a_number_stays(date: str) -> None:
    report = read("1", "2", "3", "4", "", "6", date=date)
    assert report.action_plan.items[0].follow_up_due.text == date


def test_dates_that_many_pages_end_with_are_no_page_numbers() -> None:
    dates = ["2025-01-09", "2025-02-11", "2025-01-30", "2025-09-01"]
    report = read(*dates, "", "", date="HT 2026")
    texts = (*left_over(report), *(area.narrative for area in report.areas if area.narrative))
    assert all(any(date in text for text in texts) for date in dates)


@pytest.mark.parametrize("numbers", [(1, 2, 3, 7, 8, 11), (3, 4, 1, 2, 6, 5), (4, 5, 6, 7, 8, 9)])
def test_numbers_with_pages_missing_or_moved_are_page_numbers(numbers: tuple[int, ...]) -> None:
    report = read(*map(str, numbers), date="2026-05-01")
    (only,) = report.action_plan.items
    assert only.follow_up_due.text == "2026-05-01"
    assert only.follow_up_responsible.text == "Verksamhetschef Ada Björk"
    assert left_over(report) == left_over(read(*[""] * 6, date="2026-05-01"))


def test_a_date_printed_on_every_page_is_a_running_head() -> None:
    report = read(*["2025-01-09"] * 6, date="2026-05-01")
    assert report.action_plan.items[0].follow_up_due.text == "2026-05-01"
    assert report.action_plan.items[0].follow_up_responsible.text == "Verksamhetschef Ada Björk"


def test_the_date_of_a_field_that_is_the_running_date_too_stays() -> None:
    report = read(*["2025-01-09"] * 6, date="2025-01-09")
    assert report.action_plan.items[0].follow_up_due.text == "2025-01-09"
