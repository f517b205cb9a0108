"""A line that is exactly a label of the plan is one, however the value above it ends."""

import pytest

from spur_extract.contract import DeadlineStatus, Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults
from tests.extraction.test_action_plan import AREAS, HEAD, item


def read(plan: str) -> Report:
    data = f"{AREAS}\n\n{HEAD}\n\n{plan}".encode()
    report = parse_bytes(data, "plan.txt")
    assert faults(data, report) == []
    return report


@pytest.mark.parametrize("action", ["Kollegorna ska ställa upp på", "Rekrytera,", "Vi lär oss -"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_below_an_action_that_breaks_off(action: str, gap: str) -> None:
    plan = item().replace("Vi ser över programmen.\n\n", f"{action}{gap}")
    (only,) = read(plan).action_plan.items
    assert (only.planned_action, only.due.text) == (action, "2026-03-01")


@pytest.mark.parametrize("value", ["-", "–", "VC, studierektor,", "VC/", "VC och"])
def test_below_a_party_that_breaks_off(value: str) -> None:
    (only,) = read(item().replace("Studierektorn", value)).action_plan.items
    assert (only.due.text, only.follow_up_due.text) == ("2026-03-01", "2026-05-01")
    assert only.responsible.text == (None if value in "-–" else value)


def test_below_a_dash_for_a_date() -> None:
    (only,) = read(item().replace("2026-03-01", "-")).action_plan.items
    assert only.due.status is DeadlineStatus.MISSING
    assert only.responsible.text == "Studierektorn"


@pytest.mark.parametrize(
    "action",
    [
        "Vi fyller i formuläret under\nPlanerad åtgärd\nsamma vecka.",
        "Blanketten får ett fält för\nDatum för uppföljning\noch vem som ansvarar.",
        "Vi lägger till rubriken och\nDatum när åtgärden ska vara genomförd\nfylls i av chefen.",
    ],
)
def test_a_labels_words_in_a_sentence_are_the_sentences(action: str) -> None:
    (only,) = read(item(action)).action_plan.items
    assert only.planned_action == action.replace("\n", " ")
    assert only.due.text == "2026-03-01"
