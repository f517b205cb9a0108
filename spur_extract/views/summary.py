"""A report as a page of text to read, under the headings that readers of reports know.

The headings are Swedish because the reports and their readers are.
"""

import textwrap
from collections.abc import Iterable, Iterator

from spur_extract.contract import (
    ActionItem,
    ActionPlan,
    Area,
    Cover,
    Diagnostic,
    Grading,
    GradingBasis,
    Indicator,
    Party,
    PlanStatus,
    Report,
    Statement,
    UnassignedText,
)

WIDTH = 100
"""Characters to a line."""

PLAN_STATUS = {
    PlanStatus.INCLUDED: "ingår i dokumentet",
    PlanStatus.ATTACHED: "bifogad, ingår inte i dokumentet",
    PlanStatus.ABSENT: "saknas",
}
NO_GRADE = {
    GradingBasis.MARKED: "ingen",
    GradingBasis.STATED: "ingen",
    GradingBasis.NONE: "ingen ikryssad",
    GradingBasis.SEVERAL: "flera ikryssade",
    GradingBasis.UNREADABLE: "framgår inte av filen",
}


def summary(report: Report) -> str:
    """The report in short: cover, the three lists, areas with grades, action plan, diagnostics.

    Narratives and the wording of indicators are left out. Ends with a line feed.
    """
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield from _cover(report.cover, report)
    yield from _statements("Styrkor", report.strengths)
    yield from _statements("Svagheter", report.weaknesses)
    yield from _statements("Förbättringspotential", report.improvements)
    yield from _section("Områden", (line for area in report.areas for line in _area(area)))
    yield from _plan(report.action_plan)
    yield from _section(f"Täckning: {report.coverage:.4f}", map(_unassigned, report.unassigned))
    yield from _section("Anmärkningar", map(_diagnostic, report.diagnostics))


def _cover(cover: Cover, report: Report) -> Iterator[str]:
    date = cover.inspection_date
    values = (
        ("Klinik", cover.clinic),
        ("Specialitet", cover.specialty),
        ("Datum", date.isoformat() if date else cover.inspection_date_text),
        ("Inspektörer", ", ".join(cover.inspectors) or cover.inspectors_text),
        ("Föreskrift", ", ".join(cover.regulations)),
        ("Fil", report.source.file_name),
        ("Blankett", report.source.edition),
    )
    yield from (f"{label:<12} {value or '–'}" for label, value in values)


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield heading
    yield "-" * len(heading)
    empty = True
    for line in lines:
        empty = False
        yield line
    if empty:
        yield "–"


def _statements(heading: str, statements: tuple[Statement, ...]) -> Iterator[str]:
    return _section(heading, (_item(statement.text) for statement in statements))


def _area(area: Area) -> Iterator[str]:
    yield _wrapped(f"{area.code}  ", area.title or "–")
    for grading in area.gradings:
        yield _wrapped("     ", _grading(grading))
    if area.indicators:
        yield _wrapped("     ", _indicators(area.indicators))


def _grading(grading: Grading) -> str:
    under = f" ({grading.regulation})" if grading.regulation else ""
    before = f", tidigare {grading.original_grade}" if grading.original_grade else ""
    return f"Gradering{under}: {grading.grade or NO_GRADE[grading.basis]}{before}"


def _indicators(indicators: tuple[Indicator, ...]) -> str:
    """How many statements the area has, and how many of them are marked as not fulfilled."""
    count = f"{len(indicators)} påståenden"
    readable = [found for found in indicators if found.fulfilled is not None]
    unmet = sum(_unmet(found) for found in readable)
    return f"{count}, {unmet} ej uppfyllda" if readable else count


def _unmet(indicator: Indicator) -> bool:
    marks = indicator.fulfilled
    return False in marks.values() if isinstance(marks, dict) else marks is False


def _plan(plan: ActionPlan) -> Iterator[str]:
    lines = (line for item in plan.items for line in _action(item))
    return _section(f"Handlingsplan: {PLAN_STATUS[plan.status]}", lines)


def _action(item: ActionItem) -> Iterator[str]:
    yield _wrapped(f"{item.area}  ", item.indicator_text or "–")
    yield _wrapped("     ", f"Åtgärd: {item.planned_action or '–'}")
    yield _wrapped("     ", f"Klart: {item.due.text or '–'} · Ansvarig: {_who(item.responsible)}")
    follow_up = f"{item.follow_up_due.text or '–'} · Ansvarig: {_who(item.follow_up_responsible)}"
    yield _wrapped("     ", f"Uppföljning: {follow_up}")


def _who(party: Party) -> str:
    return party.text or "–"


def _unassigned(piece: UnassignedText) -> str:
    return _wrapped(f"Ej placerad text, sida {piece.page}: ", piece.text)


def _diagnostic(note: Diagnostic) -> str:
    return _item(f"{note.severity} {note.code}: {note.message} {note.pointer}".rstrip())


def _item(text: str) -> str:
    return _wrapped("• ", text)


def _wrapped(lead: str, text: str) -> str:
    """The text on as many lines as it takes, those after the first set in under it."""
    return textwrap.fill(
        " ".join(text.split()),
        WIDTH,
        initial_indent=lead,
        subsequent_indent=" " * min(len(lead), 5),
        break_on_hyphens=False,
        break_long_words=False,
    )
