"""What units say in the fields of a plan, and how sure the rules on the plan are."""

import pytest

from spur_extract.audit.model import Level
from spur_extract.audit.plan_words import Stage, names_somebody, stage_of
from spur_extract.audit.wording import lacks
from tests.audit.plan_cases import PLAN
from tests.audit.reports import BASES, edited, findings_in


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Genomfört", Stage.DONE),
        ("Åtgärdat", Stage.DONE),
        ("Redan infört", Stage.DONE),
        ("Redan uppfyllt", Stage.DONE),
        ("Införd sedan 2023", Stage.DONE),
        ("Klart 2025-06-01", Stage.DONE),
        ("Pågår", Stage.ONGOING),
        ("Påbörjat 2024-09-01", Stage.ONGOING),
        ("1 jan 2025 - tills vidare", Stage.ONGOING),
        ("Påbörjas 2025-01-15", Stage.STARTING),
        ("Ska påbörjas 2025-01-15", Stage.STARTING),
        ("Börjar gälla 1 mars 2025", Stage.STARTING),
        ("Träder i kraft 1 mars 2025", Stage.STARTING),
        ("Påbörjat hösten 2024, klart våren 2025", None),
        ("Startar januari 2025, klart senast maj", None),
        ("Ska vara klart 2025-06-01", None),
        ("Klart snarast möjligt", None),
        ("Ännu inte påbörjat", None),
        ("Ej genomfört", None),
        ("Före sommaren", None),
        ("", None),
        (None, None),
    ],
)
def test_stage(text: str | None, stage: Stage | None) -> None:
    assert stage_of(text) is stage


@pytest.mark.parametrize(
    "text",
    [
        "Rektor",
        "Bibliotekarien",
        "FoU-ansvarig",
        "Introduktionsansvarig",
        "Schemagruppen",
        "Handledarkollegiet",
        "Se ovan",
        "Samma som ovan",
        "Idem",
    ],
)
def test_somebody_to_ask(text: str) -> None:
    assert names_somebody(text)


@pytest.mark.parametrize(
    "text", ["Vi", "Genomfört", "Vi alla", "Kliniken", "AB", "Ingen ansvarig", "Gruppen", "", None]
)
def test_nobody_to_ask(text: str | None) -> None:
    assert not names_somebody(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Arbetsplatser saknas för tre ST-läkare.",
        "Brist: lokaler.",
        "Lokalerna är för små.",
        "ST-läkarna saknar arbetsplats.",
        "Handlingsplan krävs.",
    ],
)
def test_something_lacks(sentence: str) -> None:
    assert lacks(f"God miljö. {sentence}") == (sentence,)


@pytest.mark.parametrize(
    "sentence",
    ["Inga brister noterades.", "Arbetsplatser saknas inte.", "Inget saknas.", "God utrustning."],
)
def test_nothing_lacks(sentence: str) -> None:
    assert lacks(sentence) == ()


@pytest.mark.parametrize("code", ["SPUR501", "SPUR502", "SPUR505"])
def test_a_plan_announced_for_another_area_leaves_a_doubt(code: str) -> None:
    assert _levels(code, code) == {Level.ERROR}
    assert _levels(f"{code} announced for another area", code) == {Level.WARNING}


def _levels(name: str, code: str) -> set[Level]:
    case = PLAN[name]
    found = findings_in(edited(BASES[case.base](), case.edits))
    return {finding.level for finding in found if finding.code == code}
