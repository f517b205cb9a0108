"""The rules on the archive where a visit is not there yet, or may be there unseen."""

from datetime import date, timedelta

import pytest

from spur_extract.audit.model import Level
from spur_extract.contract import Span
from tests.audit.archive_cases import ARCHIVES, BEFORE, FAILED, LACKING, OLD, RECENT
from tests.audit.archives import Visit, due, findings, item
from tests.audit.test_archive_rules import level_of


def test_inspection_after_the_day_of_the_audit_is_not_there_yet() -> None:
    visits = [
        Visit("a", date(2015, 3, 4), rows=LACKING, grades=FAILED),
        Visit("b", RECENT, rows=LACKING, grades=FAILED),
        Visit("c", RECENT, specialty="Urologi"),
    ]
    today = date(2024, 1, 1)
    found = findings(visits, today)
    assert [(it.report, it.code, it.level) for it in found] == [("a", "SPUR801", Level.ERROR)]
    assert [it.code for it in findings([Visit("a", RECENT)], RECENT - timedelta(days=1))] == []


def test_inspection_on_the_day_of_the_audit_is_there() -> None:
    assert findings([Visit("a", OLD), Visit("b", RECENT)], RECENT) == []


@pytest.mark.parametrize(
    ("other", "doubt"),
    [
        (Visit("b", RECENT, "Kirurgen, Norrtuna lasarett"), "”Kirurgen, Norrtuna lasarett”"),
        (Visit("b", None), "utan läsbart datum"),
        (Visit("b", None, "Kirurgen, Norrtuna lasarett"), "har rapporter utan läsbart datum"),
        (Visit("b", RECENT, specialty="Allmän kirurgi"), "En annan specialitet"),
    ],
    ids=["name", "no date", "name, no date", "specialty"],
)
def test_overdue_where_a_later_visit_may_exist_is_a_warning(other: Visit, doubt: str) -> None:
    deadline = due(RECENT - timedelta(days=1))
    late = Visit("a", OLD, items=(item(deadline, deadline),))
    found = [it for it in findings([late, other]) if it.report == "a" and it.code != "SPUR841"]
    assert {it.code: it.level for it in found} == dict.fromkeys(
        ("SPUR801", "SPUR811", "SPUR812"), Level.WARNING
    )
    assert all(doubt in it.message for it in found)


def test_overdue_where_a_later_report_names_no_specialty_is_a_warning() -> None:
    late = Visit("a", BEFORE, items=(item(due(date(2024, 1, 1))),))
    known = Visit("c", BEFORE, specialty="Urologi")
    (found,) = findings([late, known, Visit("b", RECENT, specialty=None)])
    assert (found.report, found.code, found.level) == ("a", "SPUR811", Level.WARNING)
    assert "kanske i samma specialitet" in found.message


def test_overdue_in_a_report_without_a_day_and_another_with_one() -> None:
    late = Visit("a", None, items=(item(due(date(2024, 1, 1))),))
    assert level_of(late) == [Level.ERROR]
    assert level_of(late, Visit("b", date(2024, 1, 1))) == [Level.ERROR]
    assert level_of(late, Visit("b", date(2024, 1, 2))) == [Level.WARNING]


@pytest.mark.parametrize(
    "other",
    [
        Visit("b", date(2024, 1, 1), "Kirurgen, Norrtuna lasarett"),
        Visit("b", RECENT, "Kirurgen, Åmynne lasarett"),
    ],
    ids=["not after it", "elsewhere"],
)
def test_overdue_without_doubt_is_an_error(other: Visit) -> None:
    late = Visit("a", BEFORE, items=(item(due(date(2024, 1, 1))),))
    found = [it for it in findings([late, other]) if it.code == "SPUR811"]
    assert [it.level for it in found] == [Level.ERROR]


def test_conditional_promise_is_information_also_where_the_visit_is_doubtful() -> None:
    deadline = due(date(2024, 1, 1), "2024-01-01 om medel finns", conditional=True)
    visits = (Visit("a", BEFORE, items=(item(deadline),)), Visit("b", None))
    (found,) = findings(visits)
    assert found.level is Level.INFO
    assert "villkorat. Enheten har också rapporter" in found.message


def test_versions_of_two_days_tell_both() -> None:
    visits, _ = ARCHIVES["preliminary and final, dated days apart"]
    (found,) = findings(visits)
    assert "skiljer sig bara i dagen (2025-03-04 och 2025-05-03)" in found.message
    (same,) = findings(ARCHIVES["the same day, with some text of its own"][0])
    assert "försättsbladen säger inte emot" in same.message


def test_inspection_overdue_quotes_the_day_as_printed() -> None:
    (found,) = findings([Visit("a", date(2019, 11, 7), printed_day="7 november 2019")])
    assert found.quote == "7 november 2019"
    assert found.place == Span(page=1, start=40, end=53)
    assert findings([Visit("a", OLD)])[0].quote is None
