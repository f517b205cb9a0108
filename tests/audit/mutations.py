"""One thing at a time taken away from a faultless report, or spoilt in it."""

from collections.abc import Iterator
from typing import NamedTuple

from tests.audit.cases import MISSING
from tests.audit.reports import REMOVED, Edits
from tests.audit.rule_cases import CASES

AREAS = "ABCDEFGH"
ROWS = (4, 10, 4, 13, 14, 6, 10, 13)
"""How many rows each area has."""


class Mutation(NamedTuple):
    """What is done to a faultless report, the rules that name it, and others that may follow."""

    name: str
    base: str
    edits: Edits
    named_by: frozenset[str]


def mutations() -> Iterator[Mutation]:
    """All of them: the cases of the rules, and the same spoilt in every area and item."""
    for name, case in CASES.items():
        if "near" not in name:
            yield Mutation(name, case.base, case.edits, frozenset({name.partition(" ")[0]}))
    for position, area in enumerate(AREAS):
        yield from _of_area(position, area)
    for position, rows in enumerate(ROWS):
        for row in (0, rows // 2, rows - 1):
            yield from _of_row(position, row)
    for item in (0, 1):
        yield from _of_item(f"/action_plan/items/{item}")
    for name, code in (("strengths", "SPUR601"), ("weaknesses", "SPUR602")):
        yield Mutation(f"dual {name}", "dual", {f"/{name}": []}, frozenset({code}))


def _of_area(position: int, area: str) -> Iterator[Mutation]:
    here = f"/areas/{position}"
    grading = {"regulation": None, "original_grade": None, "evidence": None, "grade": None}
    for what, edits, code in (
        ("removed", {here: REMOVED}, "SPUR201"),
        ("without heading", {f"{here}/title": REMOVED}, "SPUR204"),
        ("without narrative", {f"{here}/narrative": REMOVED}, "SPUR205"),
        ("with other heading", {f"{here}/title": "Övrigt"}, "SPUR206"),
        ("unreadable", {f"{here}/gradings": [grading | {"basis": "unreadable"}]}, "SPUR301"),
        ("not marked", {f"{here}/gradings/0": grading | {"basis": "none"}}, "SPUR302"),
        ("marked twice", {f"{here}/gradings/0": grading | {"basis": "several"}}, "SPUR303"),
        ("not graded", {f"{here}/gradings": []}, "SPUR304"),
        ("without rows", {f"{here}/indicators": []}, "SPUR401"),
    ):
        yield Mutation(f"{area} {what}", "single", edits, frozenset({code}))
    for column in (0, 1):
        spoilt: dict[str, object] = {f"{here}/gradings/{column}/grade": "D"}
        yield Mutation(f"{area} D in column {column}", "dual", spoilt, frozenset({"SPUR501"}))
    demand: dict[str, object] = {f"{here}/narrative": "Mycket fungerar. Åtgärd krävs."}
    yield Mutation(f"{area} demanding", "dual", demand, frozenset({"SPUR505"}))


def _of_row(position: int, row: int) -> Iterator[Mutation]:
    here = f"/areas/{position}/indicators/{row}"
    for what, edits, code in (
        ("removed", {here: REMOVED}, "SPUR401"),
        ("reworded", {f"{here}/match": "fuzzy"}, "SPUR403"),
        ("of another area", {f"{here}/id": "X.no-such-row"}, "SPUR404"),
        ("not marked", {f"{here}/fulfilled": REMOVED}, "SPUR405"),
    ):
        yield Mutation(f"{AREAS[position]}.{row} {what}", "single", edits, frozenset({code}))


def _of_item(here: str) -> Iterator[Mutation]:
    party: dict[str, object] = {"text": None, "roles": [], "persons": [], "holders": []}
    undated = MISSING | {"text": "Snart", "status": "undated"}
    malformed = MISSING | {"text": "2025099", "status": "malformed"}
    early = MISSING | {"text": "2020-01-01", "status": "dated", "latest": "2020-01-01"}
    for field, value, code in (
        ("indicator_text", REMOVED, "SPUR510"),
        ("planned_action", REMOVED, "SPUR511"),
        ("due", MISSING, "SPUR512"),
        ("responsible", party, "SPUR513"),
        ("follow_up_due", MISSING, "SPUR514"),
        ("follow_up_responsible", party, "SPUR515"),
        ("due", undated, "SPUR520"),
        ("follow_up_due", undated, "SPUR521"),
        ("due", malformed, "SPUR522"),
        ("follow_up_due", malformed, "SPUR523"),
        ("due", early, "SPUR524"),
        ("follow_up_due", early, "SPUR525"),
        ("follow_up_due", early, "SPUR526"),
        ("responsible", party | {"text": "Vi alla"}, "SPUR530"),
        ("follow_up_responsible", party | {"text": "Vi alla"}, "SPUR531"),
    ):
        yield Mutation(f"{here} {code}", "single", {f"{here}/{field}": value}, frozenset({code}))
