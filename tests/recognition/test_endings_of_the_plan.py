"""What stands below the last field of the plan and is of another kind belongs to no field."""

import pytest

from spur_extract.contract import Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults
from tests.extraction.test_action_plan import AREAS, HEAD, item

LAST_FIELD = "Verksamhetschef Ada Björk"


def read(below: str, between: str = "") -> Report:
    data = f"{AREAS}\n\n{HEAD}\n\n{item()}{between}\n\n{below}".encode()
    report = parse_bytes(data, "plan.txt")
    assert faults(data, report) == []
    return report


ENDINGS = [
    "Sjöstad 2024-06-14\n\nDisa Fallberg\nVerksamhetschef",
    "Sjöstad den 14 juni 2024\nDisa Fallberg, verksamhetschef",
    "Övre Sjöstad, 14/6 2024",
    "Bilaga 1. Närvarolista\nAnna Berg, Bo Lind",
    "Bilagor\nNärvarolista",
    "Kliniken AB, Box 5610, 114 86 Sjöstad, www.kliniken.se",
]


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_ending_is_left_unassigned(ending: str) -> None:
    report = read(ending)
    (only,) = report.action_plan.items
    assert only.follow_up_responsible.text == LAST_FIELD
    assert only.follow_up_responsible.persons == ("Ada Björk",)
    assert ending in [piece.text for piece in report.unassigned]
    assert "foreign-text" in {diagnostic.code for diagnostic in report.diagnostics}


@pytest.mark.parametrize(
    "more",
    [
        "Studierektor Bo Lind",
        "Senast 2025-01-15",
        "Återrapport Juni 2025",
        "Verksamhetschefen bilägger protokollet",
        "Sjöstads vårdcentral",
    ],
)
def test_a_second_line_of_the_field_stays(more: str) -> None:
    (only,) = read(more).action_plan.items
    assert only.follow_up_responsible.text is not None
    assert more in only.follow_up_responsible.text


@pytest.mark.parametrize(
    "field",
    [
        "Verksamhetschef\nAda Björk 2026-06-01",
        "Verksamhetschef\nAda Björk, 2026-06-01",
        "Studierektor\nLind 2026-06-01",
        "Ansvarig\nStudierektor 2026-06-01\nBo Lind",
        "Studierektor 2026-06-01\nBo Lind",
        "Ansvarig för enheten\nVerksamhetschef 2026-06-01\nBo Lind\nStudierektor",
        "Verksamhetschef Ada Björk\nBo Lind 2026-06-01",
        "Verksamhetschef Ada Björk\nStudierektor 2026-06-01",
    ],
)
def test_a_person_or_role_with_a_day_stays(field: str) -> None:
    data = f"{AREAS}\n\n{HEAD}\n\n{item().replace(LAST_FIELD, field)}".encode()
    report = parse_bytes(data, "plan.txt")
    assert report.action_plan.items[0].follow_up_responsible.text == field
    assert report.unassigned == ()


@pytest.mark.parametrize(
    "field",
    ["Verksamhetschef", "Studierektorn\noch verksamhetschefen", "Verksamhetschef Ada Björk"],
)
@pytest.mark.parametrize(
    "ending",
    [
        "Sjöstad 2024-06-14\nDisa Fallberg\nVerksamhetschef",
        "Övre Sjöstad 2024-06-14\nDisa Fallberg, verksamhetschef",
    ],
)
def test_a_signature_with_a_title_below_a_place_and_a_day_ends_the_plan(
    field: str, ending: str
) -> None:
    plan = item().replace(LAST_FIELD, field)
    report = parse_bytes(f"{AREAS}\n\n{HEAD}\n\n{plan}\n\n{ending}".encode(), "plan.txt")
    kept = report.action_plan.items[0].follow_up_responsible.text or ""
    assert kept.split() == field.split()
    assert ending in "\n".join(piece.text for piece in report.unassigned)


def test_a_place_and_a_date_in_an_action_stay() -> None:
    action = "Internat för handledarna hålls på två orter.\nSjöstad 2024-06-14\nBilaga 1. Program"
    data = f"{AREAS}\n\n{HEAD}\n\n{item(action)}".encode()
    (only,) = parse_bytes(data, "plan.txt").action_plan.items
    assert only.planned_action is not None
    assert "Bilaga 1. Program" in only.planned_action


def with_repeated_line(line: str, above: str = "") -> Report:
    plan = item().replace("\n\nDatum", f"\n\n{line}\n\nDatum")
    plan = plan.replace("\n\nAnsvarig", f"\n\n{line}\n\nAnsvarig")
    areas = AREAS.replace("\n\nSTRUKTUR", f"{above}\n\n{line}\n\nSTRUKTUR")
    return parse_bytes(f"{areas}\n\n{HEAD}\n\n{plan}".encode(), "plan.txt")


@pytest.mark.parametrize("above", ["", "\n\nRevideras årligen."])
def test_a_line_that_recurs_between_texts_of_several_parts_is_a_running_head(above: str) -> None:
    (only,) = with_repeated_line("SPUR-granskning 2024", above).action_plan.items
    assert only.planned_action == "Vi ser över programmen."
    assert (only.due.text, only.responsible.text) == ("2026-03-01", "Studierektorn")


def test_a_line_that_recurs_in_the_plan_alone_is_content() -> None:
    plan = item().replace("\n\nDatum", "\nSe ovan\n\nDatum").replace("rn\n\n", "rn\nSe ovan\n\n")
    plan = plan.replace("01\n\nAnsvarig", "01\nSe ovan\n\nAnsvarig")
    (only,) = parse_bytes(f"{AREAS}\n\n{HEAD}\n\n{plan}".encode(), "p.txt").action_plan.items
    assert only.planned_action is not None
    assert "Se ovan" in only.planned_action


def test_a_sentence_that_ends_texts_of_several_parts_is_content() -> None:
    areas = AREAS.replace("Kurser ges.", "Kurser ges.\nÅtgärd krävs.")
    areas = areas.replace("En liten enhet.", "En liten enhet.\nÅtgärd krävs.")
    plan = item("Vi ser över programmen.\nÅtgärd krävs.")
    report = parse_bytes(f"{areas}\n\n{HEAD}\n\n{plan}\n\n{plan}".encode(), "plan.txt")
    assert all("Åtgärd krävs." in (each.planned_action or "") for each in report.action_plan.items)
    assert len(report.action_plan.items) == 2
    assert all("Åtgärd krävs." in (area.narrative or "") for area in report.areas)


def test_the_same_answer_below_headings_and_labels_is_content() -> None:
    areas = AREAS.replace("Kurser ges.", "Se separat bilaga")
    areas = areas.replace("En liten enhet.", "Se separat bilaga")
    data = f"{areas}\n\n{HEAD}\n\n{item('Se separat bilaga')}".encode()
    report = parse_bytes(data, "plan.txt")
    (only,) = report.action_plan.items
    assert only.planned_action == "Se separat bilaga"
    assert [area.narrative for area in report.areas] == ["Se separat bilaga"] * len(report.areas)
