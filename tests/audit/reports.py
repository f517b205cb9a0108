"""Fictional reports for the audit: complete and faultless ones, and what is changed in them."""

import copy
import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from spur_extract.audit import AuditSettings, Finding, audited, run
from spur_extract.contract import Report
from spur_extract.pipeline import parse

SAMPLES: Final = Path(__file__).parents[2] / "samples" / "text"
AS_OF: Final = date(2026, 1, 1)
WRITTEN: Final = date(2025, 12, 1)
REMOVED: Final = object()
"""Takes the value away: an item out of its list, null for anything else."""

Edits = Mapping[str, object]
"""JSON Pointer → new value; a list takes a further item at `/-`."""


@cache
def single() -> Report:
    """One regulation, all marks readable, an area D and one that was D, both with a plan."""
    report = parse(SAMPLES / "single-marked.txt")
    return edited(report, {"/areas/4/indicators/4/fulfilled": True})


@cache
def dual() -> Report:
    """Two regulations, all marks readable, B throughout, every row fulfilled, nothing demanded and
    no plan."""
    report = parse(SAMPLES / "dual-marked.txt")
    edits: dict[str, object] = {}
    for position, area in enumerate(report.areas):
        kept = (area.narrative or "").removesuffix("Åtgärd krävs.").rstrip()
        edits[f"/areas/{position}/narrative"] = kept
        for at in range(len(area.gradings)):
            edits[f"/areas/{position}/gradings/{at}/grade"] = "B"
        for at, row in enumerate(area.indicators):
            marks = row.fulfilled
            edits[f"/areas/{position}/indicators/{at}/fulfilled"] = (
                dict.fromkeys(marks, True) if isinstance(marks, dict) else True
            )
    return edited(report, edits)


BASES: Final = {"single": single, "dual": dual}


def edited(report: Report, edits: Edits) -> Report:
    """The report with values replaced, in the order given."""
    data = report.model_dump(mode="json")
    for pointer, value in edits.items():
        _edit(data, pointer, value)
    return Report.model_validate_json(json.dumps(data))


def findings_in(report: Report, settings: AuditSettings | None = None) -> list[Finding]:
    """What the rules on one report find."""
    settings = settings or AuditSettings(ignore=("archive",))
    return list(run([audited(report, "fictional.json", WRITTEN)], AS_OF, settings))


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    """Code and pointer of each."""
    return sorted((finding.code, finding.pointer) for finding in findings)


def _edit(data: Any, pointer: str, value: object) -> None:  # noqa: ANN401 - JSON
    value = value if value is REMOVED else copy.deepcopy(value)  # later edits may reach into it
    *path, last = pointer.split("/")[1:]
    if pointer.startswith("/provenance"):
        path, last = ["provenance"], pointer.removeprefix("/provenance")
    for step in path:
        data = data[int(step)] if isinstance(data, list) else data[step]
    if isinstance(data, list):
        if value is REMOVED:
            del data[int(last)]
        elif last == "-":
            data.append(value)
        else:
            data[int(last)] = value
    else:
        assert last in data, pointer
        data[last] = None if value is REMOVED else value
