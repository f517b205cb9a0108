"""A report as rows of the tables of the contract."""

from collections.abc import Iterable, Iterator

from spur_extract.contract import Deadline, Indicator, Party, Report
from spur_extract.export.rows import (
    ActionItemRow,
    AreaCode,
    AreaRow,
    DiagnosticRow,
    Grade,
    GradingRow,
    IndicatorRow,
    ReportRow,
    Row,
    StatementList,
    StatementRow,
)

JOINT = "; "
"""Stands between several values in one cell."""


def report_id(sha256: str) -> str:
    """The id of a report by its content: the same wherever the file lies and whatever its name.

    16 hex digits are 64 bits: among a million reports two alike have a chance of 1 in 30 million.
    """
    return sha256[:16]


def table_rows(report: Report, source_path: str) -> dict[str, list[Row]]:
    """The report's rows by table name, in the report's own order; every table is there."""
    key = report_id(report.source.sha256)
    return {
        "reports": [_report(report, key, source_path)],
        "statements": list(_statements(report, key)),
        "areas": list(_areas(report, key)),
        "gradings": list(_gradings(report, key)),
        "indicators": list(_indicators(report, key)),
        "action_items": list(_action_items(report, key)),
        "diagnostics": list(_diagnostics(report, key)),
    }


def _report(report: Report, key: str, source_path: str) -> ReportRow:
    source, cover = report.source, report.cover
    return ReportRow(
        report_id=key,
        source_path=source_path,
        sha256=source.sha256,
        media_type=source.media_type,
        reader=source.reader,
        page_count=source.page_count,
        edition=source.edition,
        schema_version=report.schema_version,
        clinic=cover.clinic,
        specialty=cover.specialty,
        inspection_date=cover.inspection_date,
        inspection_date_text=cover.inspection_date_text,
        inspectors=JOINT.join(cover.inspectors),
        inspectors_text=cover.inspectors_text,
        regulations=JOINT.join(cover.regulations),
        action_plan=report.action_plan.status,
        coverage=report.coverage,
        unassigned=len(report.unassigned),
    )


def _statements(report: Report, key: str) -> Iterator[StatementRow]:
    lists = {
        StatementList.STRENGTHS: report.strengths,
        StatementList.WEAKNESSES: report.weaknesses,
        StatementList.IMPROVEMENTS: report.improvements,
    }
    for name, statements in lists.items():
        for position, statement in enumerate(statements, start=1):
            yield StatementRow(
                report_id=key,
                list=name,
                position=position,
                text=statement.text,
                basis=statement.basis,
                confidence=statement.confidence,
            )


def _areas(report: Report, key: str) -> Iterator[AreaRow]:
    for position, area in enumerate(report.areas, start=1):
        yield AreaRow(
            report_id=key,
            position=position,
            area=AreaCode(area.code),
            part=area.part,
            title=area.title,
            narrative=area.narrative,
        )


def _gradings(report: Report, key: str) -> Iterator[GradingRow]:
    for area_position, area in enumerate(report.areas, start=1):
        for position, grading in enumerate(area.gradings, start=1):
            yield GradingRow(
                report_id=key,
                area_position=area_position,
                area=AreaCode(area.code),
                position=position,
                regulation=grading.regulation,
                grade=_grade(grading.grade),
                original_grade=_grade(grading.original_grade),
                basis=grading.basis,
                evidence=grading.evidence,
            )


def _grade(letter: str | None) -> Grade | None:
    return None if letter is None else Grade(letter)


def _indicators(report: Report, key: str) -> Iterator[IndicatorRow]:
    for area_position, area in enumerate(report.areas, start=1):
        for position, indicator in enumerate(area.indicators, start=1):
            for mark_position, (regulation, fulfilled) in enumerate(_marks(indicator), start=1):
                yield IndicatorRow(
                    report_id=key,
                    area_position=area_position,
                    area=AreaCode(area.code),
                    position=position,
                    mark_position=mark_position,
                    indicator_id=indicator.id,
                    number=indicator.number,
                    category=indicator.category,
                    applies_to=JOINT.join(indicator.applies_to),
                    text=indicator.text,
                    printed_text=indicator.printed_text,
                    match=indicator.match,
                    similarity=indicator.similarity,
                    regulation=regulation,
                    fulfilled=fulfilled,
                )


def _marks(indicator: Indicator) -> Iterable[tuple[str | None, bool | None]]:
    """The indicator's mark by regulation; by None where one mark, or none, stands for all."""
    marks = indicator.fulfilled
    if isinstance(marks, dict) and marks:
        return marks.items()
    return [(None, None if isinstance(marks, dict) else marks)]


def _action_items(report: Report, key: str) -> Iterator[ActionItemRow]:
    for position, item in enumerate(report.action_plan.items, start=1):
        yield ActionItemRow.model_validate(
            {
                "report_id": key,
                "position": position,
                "area": item.area,
                "indicator_id": item.indicator_id,
                "indicator_text": item.indicator_text,
                "planned_action": item.planned_action,
                **_deadline("due", item.due),
                **_party("responsible", item.responsible),
                **_deadline("follow_up_due", item.follow_up_due),
                **_party("follow_up_responsible", item.follow_up_responsible),
            }
        )


def _deadline(prefix: str, deadline: Deadline) -> dict[str, object]:
    """One column for each field of the contract's Deadline."""
    return {f"{prefix}_{name}": getattr(deadline, name) for name in Deadline.model_fields}


def _party(prefix: str, party: Party) -> dict[str, str | None]:
    return {
        f"{prefix}_text": party.text,
        f"{prefix}_roles": JOINT.join(party.roles),
        f"{prefix}_persons": JOINT.join(party.persons),
    }


def _diagnostics(report: Report, key: str) -> Iterator[DiagnosticRow]:
    for position, note in enumerate(report.diagnostics, start=1):
        yield DiagnosticRow(
            report_id=key,
            position=position,
            code=note.code,
            severity=note.severity,
            message=note.message,
            pointer=note.pointer,
        )
