"""Findings as SARIF 2.1.0, which code-scanning tools and viewers read."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import Final
from urllib.parse import quote

from spur_extract import __version__
from spur_extract.audit.explanations import explanation_of
from spur_extract.audit.model import Finding, Language, Level, Rule
from spur_extract.audit.output.rows import FindingRow, row_of
from spur_extract.audit.registry import all_rules
from spur_extract.audit.scope import Scope

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def sarif_chunks(
    findings: Iterable[Finding], language: Language, scope: Callable[[], Scope] | None = None
) -> Iterator[str]:
    """One run with all rules, and a result for each finding; what the audit was about, by `scope`
    (asked once all findings have come), in the properties of the run.

    Reports have pages, not lines: the page, the box and the JSON Pointer of a value stand in the
    properties and logical locations of its result.
    """
    rules = all_rules()
    driver = {
        "name": "spur-extract",
        "version": __version__,
        "rules": [_rule(rule, language) for rule in rules],
    }
    index = {rule.code: position for position, rule in enumerate(rules)}
    head = json.dumps({"$schema": SCHEMA, "version": "2.1.0"}, ensure_ascii=False)[:-1]
    tool = json.dumps({"driver": driver}, ensure_ascii=False)
    yield f'{head}, "runs": [{{"tool": {tool}, "columnKind": "unicodeCodePoints", "results": ['
    before = "\n"
    for finding in findings:
        result = _result(row_of(finding, language), index[finding.code])
        yield before + json.dumps(result, ensure_ascii=False)
        before = ",\n"
    properties = json.dumps(_properties(scope())) if scope else "{}"
    yield f'\n], "properties": {properties}}}]}}\n'


def _properties(scope: Scope) -> dict[str, object]:
    return {
        "asOf": scope.as_of.isoformat(),
        "rulesApplied": sorted(scope.codes),
        "reports": scope.reports,
        "copies": scope.copies,
        "inputsRefused": scope.refused,
        "inputsFailed": scope.failed,
        "jsonOfEarlierRuns": scope.left_over,
    }


def _rule(rule: type[Rule], language: Language) -> dict[str, object]:
    title = rule.title_sv if language is Language.SV else rule.title
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": explanation_of(rule, language)},
        "defaultConfiguration": {"level": LEVELS[rule.level]},
        "properties": {"tags": sorted(rule.tags)},
    }


def _result(row: FindingRow, rule_index: int) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": row.code,
        "ruleIndex": rule_index,
        "level": LEVELS[row.level],
        "message": {"text": row.message},
        "properties": row.model_dump(
            mode="json",
            include={"report_id", "unit", "inspected", "page", "bbox", "quote"},
            exclude_none=True,
        ),
    }
    location: dict[str, object] = {}
    if row.report:
        artifact = {"uri": quote(PurePath(row.report).as_posix())}
        location["physicalLocation"] = {"artifactLocation": artifact}
    if row.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": row.pointer}]
    if location:
        result["locations"] = [location]
    return result
