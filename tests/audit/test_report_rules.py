"""Each rule on one report: what triggers it and what nearly does; where it points; its words."""

import pytest

from spur_extract.audit.model import Level
from spur_extract.audit.places import passage_of, value_at
from spur_extract.audit.registry import report_rules
from tests.audit.reports import BASES, edited, findings_in, told
from tests.audit.rule_cases import CASES

each_rule = pytest.mark.parametrize("code", [rule.code for rule in report_rules()])


@pytest.mark.parametrize("base", BASES)
def test_a_faultless_report_has_no_finding(base: str) -> None:
    assert told(findings_in(BASES[base]())) == []


@pytest.mark.parametrize("name", CASES)
def test_all_that_is_found(name: str) -> None:
    case = CASES[name]
    found = findings_in(edited(BASES[case.base](), case.edits))
    assert told(found) == sorted(case.expected)


@each_rule
def test_there_is_a_case_that_triggers_and_one_that_nearly_does(code: str) -> None:
    assert code in {found for found, _ in CASES[code].expected}
    assert code not in {found for found, _ in CASES[f"{code} near"].expected}


@each_rule
def test_what_a_finding_tells(code: str) -> None:
    case = CASES[code]
    report = edited(BASES[case.base](), case.edits)
    found = [finding for finding in findings_in(report) if finding.code == code]
    for finding in found:
        assert finding.level in Level
        assert finding.message
        assert finding.message_en
        assert finding.message != finding.message_en
        assert "{" not in finding.message + finding.message_en
        assert (finding.report, finding.unit) == ("fictional.json", report.cover.clinic)
        assert finding.inspected == report.cover.inspection_date
        step = finding.pointer.rpartition("/")[2]
        assert value_at(report, finding.pointer) is not None or step


def test_a_sentence_is_quoted_and_placed() -> None:
    case = CASES["SPUR505"]
    [finding] = findings_in(edited(BASES[case.base](), case.edits))
    assert finding.quote == "Åtgärd krävs."
    assert finding.place is not None
    assert finding.place == BASES[case.base]().provenance["/areas/3/narrative"][0]


def test_a_missing_field_is_placed_by_its_item() -> None:
    case = CASES["SPUR513"]
    [finding] = findings_in(edited(BASES[case.base](), case.edits))
    report = BASES[case.base]()
    pointer = "/action_plan/items/0/indicator_text"
    stale = report.provenance["/action_plan/items/0/responsible/text"][0]
    assert finding.place in (stale, report.provenance[pointer][0])


def test_the_nearest_place_above_is_taken() -> None:
    report = BASES["single"]()
    passage = passage_of(report, "/action_plan/items/0/nothing/at/all")
    assert passage.place == report.provenance["/action_plan/items/0/indicator_text"][0]
    assert passage.quote == report.action_plan.items[0].indicator_text


def test_the_longest_unassigned_piece_is_quoted() -> None:
    case = CASES["SPUR701"]
    [finding] = findings_in(edited(BASES[case.base](), case.edits))
    assert (finding.quote, finding.place and finding.place.page) == ("Telefonlista", 3)
