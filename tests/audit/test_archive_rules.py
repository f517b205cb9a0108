"""The rules on the archive: for each one archive that triggers it, and near ones that do not."""

import pickle
import re
from dataclasses import replace
from datetime import date, timedelta
from time import perf_counter

import pytest

from spur_extract.audit import run
from spur_extract.audit.facts import facts_of
from spur_extract.audit.model import Context, Level, Rule
from spur_extract.audit.packed_places import unpack
from spur_extract.audit.rules.archive_inspections import years_before
from spur_extract.audit.rules.archive_rules import ARCHIVE_RULES
from spur_extract.audit.visits import archive_of
from spur_extract.contract import Party
from tests.audit.archive_cases import ARCHIVES, OLD, OVERDUE, RECENT, Expected
from tests.audit.archives import TODAY, UNIT, Visit, due, facts, findings, flat, item, words


@pytest.mark.parametrize(("visits", "expected"), ARCHIVES.values(), ids=ARCHIVES.keys())
def test_archive(visits: list[Visit], expected: Expected) -> None:
    """The flat list of what is found, in whatever order the reports come."""
    assert flat(findings(visits)) == sorted(expected)
    assert flat(findings(visits[::-1])) == sorted(expected)


def test_every_rule_is_shown() -> None:
    shown = {code for _, expected in ARCHIVES.values() for _, code, _ in expected}
    assert {rule.code for rule in ARCHIVE_RULES} - shown == {"SPUR851", "SPUR852", "SPUR853"}


def level_of(*visits: Visit, today: date = TODAY) -> list[Level]:
    """The levels of what is found."""
    return [finding.level for finding in findings(visits, today)]


def test_overdue_is_an_error() -> None:
    assert level_of(Visit("a", OLD)) == [Level.ERROR]
    assert level_of(Visit("a", items=(item(OVERDUE, OVERDUE),))) == [Level.ERROR, Level.ERROR]


def test_conditional_promise_is_overdue_as_information_only() -> None:
    deadline = due(date(2026, 1, 1), "2026-01-01 om medel finns", conditional=True)
    assert level_of(Visit("a", items=(item(deadline, deadline),))) == [Level.INFO, Level.INFO]
    assert level_of(Visit("a", items=(item(deadline, OVERDUE),))) == [Level.INFO, Level.INFO]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Klart 2025-06-01", Level.INFO),
        ("Genomfördes juni 2025", Level.INFO),
        ("Ska vara klart 2025-06-01", Level.ERROR),
        ("Klart senast 2025-06-01", Level.ERROR),
        ("2025-06-01", Level.ERROR),
        ("Ej klart 2025-06-01", Level.ERROR),
        ("Pågående sedan juni 2025", Level.INFO),
        ("1 juni 2025 - tills vidare", Level.INFO),
        ("Påbörjas 2025-06-01", Level.INFO),
        ("Startar juni 2025", Level.INFO),
        ("Börjar gälla 1 juni 2025", Level.INFO),
        ("Påbörjat hösten 2024, klart våren 2025", Level.ERROR),
        ("Pågår till 2025-06-01", Level.ERROR),
    ],
)
def test_what_the_field_says_is_done_is_information_only(text: str, level: Level) -> None:
    assert level_of(Visit("a", items=(item(due(date(2025, 6, 1), text)),))) == [level]


def test_unit_that_may_have_been_inspected_under_another_name_is_a_warning() -> None:
    other = Visit("b", RECENT, "Kirurgen, Norrtuna lasarett")
    found = findings([Visit("a", OLD), other])
    assert next((it.code, it.level) for it in found if it.report == "a") == (
        "SPUR801",
        Level.WARNING,
    )
    assert "Kirurgen, Norrtuna lasarett" in found[0].message


@pytest.mark.parametrize(
    "other",
    [Visit("b", RECENT, specialty="Urologi"), Visit("b", None)],
    ids=["specialty", "no date"],
)
def test_unit_that_may_have_been_inspected_otherwise_is_a_warning(other: Visit) -> None:
    assert level_of(Visit("a", OLD), other) == [Level.WARNING]


def test_specialty_missing_on_one_cover_is_the_unit_s_only_one() -> None:
    assert flat(findings([Visit("a", OLD), Visit("b", RECENT, specialty=None)])) == []


def test_audit_of_an_earlier_day_knows_no_later_one() -> None:
    visits = [
        Visit("a", date(2014, 1, 1), items=(item(due(date(2015, 1, 1))),)),
        Visit("b", RECENT),
    ]
    assert [it.code for it in findings(visits, date(2016, 1, 1))] == ["SPUR811"]


def test_own_words_alike_are_a_warning_only() -> None:
    visits, _ = ARCHIVES["the same in the unit's own words"]
    assert level_of(*visits) == [Level.WARNING]


def test_29_february() -> None:
    assert years_before(date(2024, 2, 29), 5) == date(2019, 2, 28)


def test_finding_tells_place_and_quote() -> None:
    (found,) = findings([Visit("a", items=(item(OVERDUE),))])
    assert found.quote == "2026-04-30"
    assert found.place is not None
    assert (found.place.page, found.place.bbox) == (3, (10.25, 20.5, 30.1, 40.2))
    assert (found.unit, found.inspected) == (UNIT, RECENT)
    assert "Studierektor" in found.message
    assert "Handledning ges varje vecka" in found.message_en


@pytest.mark.parametrize("rule", ARCHIVE_RULES, ids=lambda rule: rule.code)
def test_rule_is_told_in_full(rule: type[Rule]) -> None:
    assert re.fullmatch(r"SPUR8\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert "archive" in rule.tags
    fields = re.compile(r"\{(\w+)\}")
    assert sorted(fields.findall(rule.template)) == sorted(fields.findall(rule.template_en))
    assert rule.title != rule.title_sv
    assert len(rule.explanation) > 60


def test_codes_and_names_are_each_one_s_own() -> None:
    assert len({rule.code for rule in ARCHIVE_RULES}) == len(ARCHIVE_RULES)
    assert len({rule.name for rule in ARCHIVE_RULES}) == len(ARCHIVE_RULES)


def full_visit(number: int) -> Visit:
    """A report with ten items and a text of 1,500 words."""
    day = date(2016, 1, 1) + timedelta(days=number * 37 % 3650)
    town = words(f"town {number // 8}", 1).capitalize()
    deadline = due(date(2026, 1, 1), "den 1 januari 2026")
    items = tuple(item(deadline, deadline, text=words(f"{number} {i}", 25)) for i in range(10))
    text = words(str(number), 1500)
    return Visit(
        f"json/{number}.json", day, f"Kirurgkliniken, {town}s lasarett", items=items, text=text
    )


def test_facts_are_small() -> None:
    assert len(pickle.dumps(facts_of(full_visit(1).audited()))) < 15_000


def test_facts_hold_on_to_nothing_of_the_report() -> None:
    known = facts_of(full_visit(1).audited())
    assert not {b"Report", b"Span", b"ActionItem", b"Area"} & set(
        re.findall(rb"[A-Z]\w+", pickle.dumps(known))
    )
    assert unpack(known.items[0].due.place) is not None


def test_rules_take_time_in_step_with_the_archive() -> None:
    known = facts(full_visit(number) for number in range(300))
    more = [
        replace(
            each,
            path=f"{each.path}{i}",
            sha256=f"{each.sha256}{i}",
            text_mark=b"",
            sketch=each.sketch[:0],
            unit=f"{each.unit} {i}",
        )
        for each in known
        for i in range(4)
    ]
    context = Context(as_of=TODAY)
    begin = perf_counter()
    archive = archive_of(more)
    count = sum(1 for rule in ARCHIVE_RULES for _ in rule().check(archive, context))
    assert count > 1000
    assert perf_counter() - begin < 10


def test_who_is_to_be_asked_is_told() -> None:
    late = due(date(2025, 1, 31))
    both = item(late, late)
    own = both.model_copy(update={"follow_up_responsible": Party(text="Verksamhetschefen")})
    nobody = both.model_copy(update={"responsible": Party()})
    told = [
        (found.code, found.message.partition("(")[2].partition(")")[0])
        for found in findings([Visit("a", date(2024, 3, 4), items=(both, own, nobody))])
        if found.code in {"SPUR811", "SPUR812"}
    ]
    assert sorted(told) == [
        ("SPUR811", "ansvarig: Studierektor"),
        ("SPUR811", "ansvarig: Studierektor"),
        ("SPUR811", "ingen ansvarig angiven"),
        ("SPUR812", "ansvarig för åtgärden: Studierektor"),
        ("SPUR812", "ansvarig: Verksamhetschefen"),
        ("SPUR812", "ingen ansvarig angiven"),
    ]


def test_a_quote_that_is_cut_ends_a_sentence() -> None:
    long = item(due(date(2025, 1, 31)), text="Handledning " * 40)
    (found,) = findings([Visit("a", date(2024, 3, 4), items=(long,))])
    assert found.message.endswith("…")


def test_findings_across_reports_come_by_report() -> None:
    names = ("b", "a", "d", "c")
    visits = [
        Visit(name, OLD, f"Kliniken {name}", items=(item(OVERDUE, OVERDUE),)) for name in names
    ]
    found = [it for it in run(visit.audited() for visit in visits) if it.code.startswith("SPUR8")]
    told = [(it.report, it.code) for it in found if it.report]
    assert told == [
        (name, code) for name in sorted(names) for code in ("SPUR801", "SPUR811", "SPUR812")
    ]
