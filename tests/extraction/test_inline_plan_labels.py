"""Labels of the plan with their value behind a colon on the same line."""

import pytest

from spur_extract.contract import ActionItem, Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults
from tests.extraction.test_action_plan import AREAS, DEFICIENCY, HEAD, item

TITLE = "D. Tjänstgöringens upplägg"
FULL = """Planerad åtgärd: Vi ser över programmen.
Datum när åtgärden ska vara genomförd: 2026-03-01
Ansvarig för genomförandet: Studierektorn
Datum för uppföljning: 2026-05-01
Ansvarig för uppföljningen: Verksamhetschef Ada Björk"""
SHORT = """Åtgärd: Vi ser över programmen.
Klart: 2026-03-01
Ansvarig: Studierektorn
Uppföljning: 2026-05-01
Ansvarig uppföljning: Verksamhetschef Ada Björk"""


def read(plan: str, areas: str = AREAS) -> Report:
    data = f"{areas}\n\n{HEAD}\n\n{plan}".encode()
    report = parse_bytes(data, "plan.txt")
    assert faults(data, report) == []
    return report


def headed(fields: str) -> str:
    return f"{TITLE}\n\n{DEFICIENCY}\n\n{fields}"


def values(read_item: ActionItem) -> tuple[str | None, ...]:
    dates, parties = (
        (read_item.due, read_item.follow_up_due),
        (read_item.responsible, read_item.follow_up_responsible),
    )
    return (
        read_item.indicator_text,
        read_item.planned_action,
        *(date.text for date in dates),
        *(party.text for party in parties),
    )


(AS_PRINTED,) = read(item()).action_plan.items


@pytest.mark.parametrize("fields", [FULL, SHORT, SHORT.replace(": ", " :  ")])
def test_the_value_begins_behind_the_colon(fields: str) -> None:
    report = read(headed(fields))
    (only,) = report.action_plan.items
    assert values(only) == values(AS_PRINTED)
    assert report.unassigned == ()


def test_a_value_goes_on_below_its_label() -> None:
    longer = SHORT.replace("programmen.", "programmen.\nAlla får ett eget.")
    (only,) = read(headed(longer)).action_plan.items
    assert only.planned_action == "Vi ser över programmen.\nAlla får ett eget."


def test_items_below_each_other() -> None:
    second = f"F. Teoretisk utbildning\n\nKurser saknas.\n\n{SHORT}".replace("programmen", "dem")
    first, other = read(f"{headed(SHORT)}\n\n{second}").action_plan.items
    assert first.planned_action == "Vi ser över programmen."
    assert (other.area, other.planned_action) == ("F", "Vi ser över dem.")


def test_one_label_with_its_value_among_others() -> None:
    mixed = item().replace("uppföljning\n2026", "uppföljning: 2026")
    (only,) = read(mixed).action_plan.items
    assert values(only) == values(AS_PRINTED)


def test_short_forms_below_printed_labels_are_the_units_words() -> None:
    (only,) = read(item(f"Vi ser över dem.\n{SHORT}")).action_plan.items
    assert only.planned_action == f"Vi ser över dem.\n{SHORT}"
    assert only.due.text == "2026-03-01"


@pytest.mark.parametrize("words", ["Ansvarig: Anna Berg", "Åtgärd: krävs inte.", "Klart: nej"])
def test_few_short_forms_are_words(words: str) -> None:
    report = read(headed(words))
    assert [piece.text for piece in report.unassigned] == [words]


def test_narratives_are_not_touched() -> None:
    areas = AREAS.replace("Kurser ges.", f"Kurser ges.\n{SHORT}\n{FULL}")
    report = read(item(), areas)
    narratives = [area.narrative for area in report.areas if area.code == "F"]
    assert narratives == [f"Kurser ges.\n{SHORT}\n{FULL}"]
    assert values(report.action_plan.items[0]) == values(AS_PRINTED)
