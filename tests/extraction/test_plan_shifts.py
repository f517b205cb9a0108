"""Values that do not stand below their labels go to no field; a lone slip of a unit stays."""

import pytest

from spur_extract.contract import DeadlineStatus, PlanStatus, Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults
from tests.extraction.test_action_plan import AREAS, DEFICIENCY, HEAD, item

LABELS = (
    "Planerad åtgärd",
    "Datum när åtgärden ska vara genomförd",
    "Ansvarig för genomförandet",
    "Datum för uppföljning",
    "Ansvarig för uppföljningen",
)
VALUES = (
    "Vi ser över programmen.",
    "2026-03-01",
    "Verksamhetschef Disa Fallberg",
    "2026-05-01",
    "Studierektor",
)
HEADED = f"D. Tjänstgöringens upplägg\n\n{DEFICIENCY}"


def read(plan: str) -> Report:
    data = f"{AREAS}\n\n{HEAD}\n\n{plan}".encode()
    report = parse_bytes(data, "plan.txt")
    assert faults(data, report) == []
    return report


def labels_below() -> str:
    pairs = zip(VALUES, LABELS, strict=True)
    return "\n\n".join([HEADED, *(f"{value}\n{label}" for value, label in pairs)])


def labels_in_pairs() -> str:
    def pair(first: int) -> str:
        both = slice(first, first + 2)
        return "\n\n".join((*LABELS[both], *VALUES[both]))

    return "\n\n".join([HEADED, LABELS[0], VALUES[0], pair(1), pair(3)])


def labels_first() -> str:
    return "\n\n".join([HEADED, *LABELS, *VALUES])


@pytest.mark.parametrize("plan", [labels_below(), labels_in_pairs()])
@pytest.mark.parametrize("before", ["", item() + "\n\n"])
def test_values_of_other_labels_go_to_no_field(plan: str, before: str) -> None:
    report = read(before + plan)
    assert report.action_plan.status is PlanStatus.INCLUDED
    last = report.action_plan.items[-1]
    assert last.indicator_text == DEFICIENCY
    assert last.planned_action is None
    assert (last.due.status, last.follow_up_due.status) == (DeadlineStatus.MISSING,) * 2
    assert last.responsible.text is last.follow_up_responsible.text is None
    left = "\n".join(piece.text for piece in report.unassigned)
    assert all(value in left for value in VALUES)
    (found,) = [each for each in report.diagnostics if each.code == "action-fields-shifted"]
    assert found.pointer == f"/action_plan/items/{len(report.action_plan.items) - 1}"


def test_the_item_above_keeps_its_fields() -> None:
    first = read(item() + "\n\n" + labels_below()).action_plan.items[0]
    assert first == read(item()).action_plan.items[0]


@pytest.mark.parametrize(
    "plan",
    [
        item("2026-03-01"),
        item().replace("2026-03-01", "Studierektorn"),
        item().replace("Studierektorn", "HT 2026"),
        item("Kurs hösten 2026").replace("2026-03-01", "Studierektorn avgör när"),
        item().replace("2026-03-01", ""),
        item("Kurs för alla handledare hålls under 2026").replace("2026-03-01", "Studierektorn"),
    ],
)
def test_a_single_value_of_another_kind_stays(plan: str) -> None:
    report = read(plan)
    assert "action-fields-shifted" not in {each.code for each in report.diagnostics}
    assert report.action_plan.items[0].planned_action is not None


@pytest.mark.parametrize("sign", ["?", '"', "/", "•", "*", "”"])
@pytest.mark.parametrize("value", ["2026-03-01", "2026-05-01"])
def test_a_sign_that_is_no_date_is_not_lost(sign: str, value: str) -> None:
    report = read(item().replace(value, sign))
    (only,) = report.action_plan.items
    statuses = {only.due.status, only.follow_up_due.status}
    assert statuses & {DeadlineStatus.MISSING, DeadlineStatus.UNDATED}
    texts = {only.due.text, only.follow_up_due.text, *(each.text for each in report.unassigned)}
    assert sign in texts


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_stands_for_a_missing_date(dash: str) -> None:
    report = read(item().replace("2026-03-01", dash))
    assert report.action_plan.items[0].due.status is DeadlineStatus.MISSING
    assert report.unassigned == ()


@pytest.mark.parametrize("party", ["Studierektor, maj 2026", "Kursledare maj 2026"])
def test_a_party_with_a_day_below_an_empty_date_stays(party: str) -> None:
    plan = item().replace("2026-03-01", "").replace("Studierektorn", party)
    report = read(plan)
    (only,) = report.action_plan.items
    assert only.responsible.text == party
    assert only.follow_up_due.edtf == "2026-05-01"


@pytest.mark.parametrize("date", ["2026-03-01", "Senast maj 2026"])
def test_a_single_date_below_an_empty_one_is_one_sign(date: str) -> None:
    (only,) = read(
        item().replace("2026-03-01", "").replace("Studierektorn", date)
    ).action_plan.items
    assert only.planned_action == "Vi ser över programmen."


def test_a_bounded_date_is_nothing_but_a_date() -> None:
    plan = item("Senast 2026-03-01").replace("2026-03-01\n\nA", "Studierektorn\n\nA")
    codes = {each.code for each in read(plan).diagnostics}
    assert "action-fields-shifted" in codes


def test_a_planned_action_with_a_day_is_not_a_date() -> None:
    plan = item("Kurs maj 2026").replace("2026-03-01", "Studierektorn")
    assert read(plan).action_plan.items[0].planned_action == "Kurs maj 2026"
