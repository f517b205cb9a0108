"""The action plan: items, fields, repeated and missing labels, pages missing."""

import pytest

from spur_extract.contract import PlanStatus, Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults

AREAS = """PROCESS

Teoretisk utbildning

Kurser ges.

Allmänna råd

STRUKTUR

Verksamheten

En liten enhet.

Föreskrift"""
HEAD = "HANDLINGSPLAN"
DEFICIENCY = "Utbildningsprogrammet följs upp regelbundet och revideras vid behov."
ITEM = """D. Tjänstgöringens upplägg

Utbildningsprogrammet följs upp regelbundet och revideras vid behov.

Planerad åtgärd
{action}

Datum när åtgärden ska vara genomförd
2026-03-01

Ansvarig för genomförandet
Studierektorn

Datum för uppföljning
2026-05-01

Ansvarig för uppföljningen
Verksamhetschef Ada Björk"""


def item(action: str = "Vi ser över programmen.") -> str:
    return ITEM.format(action=action)


def read(*pages: str) -> Report:
    data = "\f".join([AREAS, *pages]).encode()
    report = parse_bytes(data, "plan.txt")
    assert faults(data, report) == []
    return report


def codes(report: Report) -> set[str]:
    return {diagnostic.code for diagnostic in report.diagnostics}


def test_an_item_with_all_its_fields() -> None:
    (only,) = read(f"{HEAD}\n\n{item()}").action_plan.items
    assert only.area == "D"
    assert only.indicator_id == "D.programme-reviewed"
    assert only.planned_action == "Vi ser över programmen."
    assert only.due.edtf == "2026-03-01"
    assert only.responsible.roles == ("studierektor",)
    assert only.follow_up_due.edtf == "2026-05-01"
    assert only.follow_up_responsible.persons == ("Ada Björk",)


def test_a_deficiency_in_the_units_own_words() -> None:
    own = item().replace(
        "Utbildningsprogrammet följs upp regelbundet och revideras vid behov.", "X Y"
    )
    (only,) = read(f"{HEAD}\n\n{own}").action_plan.items
    assert (only.indicator_id, only.indicator_text) == (None, "X Y")


def test_words_below_a_recognised_deficiency_are_none_of_it() -> None:
    spoilt = item().replace("\n\nPlanerad", "\n\nHär saknas en etikett.\n\nPlanerad")
    report = read(f"{HEAD}\n\n{spoilt}")
    assert report.action_plan.items[0].indicator_text == DEFICIENCY
    assert [piece.text for piece in report.unassigned] == ["Här saknas en etikett."]


def test_a_label_printed_again_on_the_next_page_is_one_label() -> None:
    first, second = item().split("Vi ser över programmen.")
    report = read(f"{HEAD}\n\n{first.strip()}", f"Planerad åtgärd\nVi ser över programmen.{second}")
    assert report.action_plan == read(f"{HEAD}\n\n{item()}").action_plan


def test_a_label_printed_again_where_page_ends_are_not_known_is_one_label() -> None:
    doubled = item().replace("Planerad åtgärd", "Planerad åtgärd\n\nPlanerad åtgärd")
    data = f"{AREAS}\n\n{HEAD}\n\n{doubled}".encode()
    (only,) = parse_bytes(data, "plan.txt").action_plan.items
    assert only.planned_action == "Vi ser över programmen."


def test_a_label_printed_again_after_a_gap_like_a_page_end_is_one_label() -> None:
    doubled = item().replace("Planerad åtgärd", "Planerad åtgärd\n\n\n\nPlanerad åtgärd")
    (only,) = read(f"{HEAD}\n\n{doubled}").action_plan.items
    assert only.planned_action == "Vi ser över programmen."


def test_a_unit_that_types_the_label_once_more() -> None:
    typed = item("Planerad åtgärd\n\nVi ser över dem.")
    (only,) = read(f"{HEAD}\n\n{typed}").action_plan.items
    assert only.planned_action == "Planerad åtgärd\nVi ser över dem."


def test_labels_in_another_order_make_one_item() -> None:
    lines = item().split("\n\n")
    lines[3], lines[4] = lines[4], lines[3]
    (only,) = read(HEAD + "\n\n" + "\n\n".join(lines)).action_plan.items
    assert only.due.edtf == "2026-03-01"
    assert only.responsible.roles == ("studierektor",)


def test_a_label_given_twice_is_told() -> None:
    lines = item().split("\n\n")
    lines.insert(4, "Datum när åtgärden ska vara genomförd\n2027")
    report = read(HEAD + "\n\n" + "\n\n".join(lines))
    assert len(report.action_plan.items) == 1
    assert "action-field-doubled" in codes(report)


def test_several_deficiencies_below_one_heading() -> None:
    _, second = item("Och detta.").split("\n\n", maxsplit=1)
    report = read(f"{HEAD}\n\n{item()}\n\n{second}")
    assert [each.area for each in report.action_plan.items] == ["D", "D"]
    assert [each.planned_action for each in report.action_plan.items] == [
        "Vi ser över programmen.",
        "Och detta.",
    ]


def test_what_follows_a_missing_page_goes_to_no_item() -> None:
    first = f"{HEAD}\n\n{item()}"
    _, rest = item("Försvunnet.").split("\n\nAnsvarig för genomförandet\n")
    report = read(first, f"Ansvarig för genomförandet\n{rest}")
    assert report.action_plan == read(first).action_plan
    assert "action-item-torn" in codes(report)
    left = " ".join(piece.text for piece in report.unassigned).split()
    assert left == ["Studierektorn", "2026-05-01", "Verksamhetschef", "Ada", "Björk"]


def test_a_dash_is_a_missing_value() -> None:
    (only,) = read(f"{HEAD}\n\n{item().replace('2026-03-01', '–')}").action_plan.items
    assert (only.due.text, only.due.status) == (None, "missing")


def test_a_plan_that_is_only_spoken_of() -> None:
    data = AREAS.replace("En liten enhet.", "Åtgärd krävs. Handlingsplan inkommen.").encode()
    report = parse_bytes(data, "plan.txt")
    assert report.action_plan.status is PlanStatus.ATTACHED
    assert "plan-not-included" in codes(report)


def test_no_plan() -> None:
    for words in ("Handlingsplan har inte inkommit.", "Handlingsplan krävs.", "Allt är bra."):
        assert spoken_of(words) is PlanStatus.ABSENT


@pytest.mark.parametrize(
    "words",
    [
        "ST-läkare med bristande progress får en handlingsplan upprättad av studierektor.",
        "ST-läkaren har en handlingsplan upprättad av studierektor.",
        "Individuell handlingsplan upprättas och godkänd handlingsplan följs.",
        "Handlingsplan är upprättad av handledaren.",
        "Vid avvikelser i progress finns handlingsplan enligt bilaga 2.",
        "Vid brister i kompetensutvecklingen finns handlingsplan enligt bilaga till riktlinjerna.",
        "Enligt regionens riktlinjer finns handlingsplan i bilaga.",
        "Vid SPUR-granskningen 2020 var handlingsplan inkommen.",
        "Vid 2020 års inspektion var handlingsplan inkommen.",
        "Efter förra granskningen inkommen handlingsplan är genomförd.",
        "Handlingsplan godkänd vid tidigare SPUR-inspektion.",
    ],
)
def test_another_plan(words: str) -> None:
    assert spoken_of(words) is PlanStatus.ABSENT


@pytest.mark.parametrize(
    "words",
    [
        "Efter granskningen har enheten inkommit med en handlingsplan.",
        "Efter inspektionen 2024-11-07 är handlingsplan inkommen.",
        "Efter granskningen 2024 är handlingsplan inkommen.",
        "Bristen från förra granskningen kvarstår, men handlingsplan är nu inkommen.",
        "ST-läkarna saknar arbetsplats. Handlingsplan inkommen.",
        "Handlingsplan upprättad av studierektor.",
        "Handlingsplan, se separat bilaga.",
    ],
)
def test_the_units_own_plan(words: str) -> None:
    assert spoken_of(words) is PlanStatus.ATTACHED


def spoken_of(words: str) -> PlanStatus:
    return parse_bytes(
        AREAS.replace("En liten enhet.", words).encode(), "plan.txt"
    ).action_plan.status


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2026-03-01", set()),
        ("senast 2026-03-01", set()),
        ("snarast", set()),
        ("2026-02-30", {"deadline-malformed"}),
        ("2026-03-01 (ändrat från 2026-02-01)", {"deadline-unclear"}),
    ],
)
def test_a_date_that_is_not_taken_is_told(written: str, told: set[str]) -> None:
    report = read(f"{HEAD}\n\n{item().replace('2026-03-01', written)}")
    assert report.action_plan.items[0].due.text == written
    assert {code for code in codes(report) if code.startswith("deadline-")} == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"Handlingsplan bifogas.\n\n{AREAS}", PlanStatus.ATTACHED),
        (f"{AREAS}\n\nHandlingsplan\n\nOmråde\tBrist\tKlart\nB\tKurs\t2026", PlanStatus.ATTACHED),
        (f"Handlingsplan saknas.\n\n{AREAS}", PlanStatus.ABSENT),
        (AREAS, PlanStatus.ABSENT),
    ],
)
def test_a_plan_that_is_only_named_is_not_absent(text: str, status: PlanStatus) -> None:
    report = parse_bytes(text.encode(), "named.txt")
    assert report.action_plan.status is status
    assert ("plan-not-included" in codes(report)) == (status is PlanStatus.ATTACHED)
