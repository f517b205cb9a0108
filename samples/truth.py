"""What a reader of a rendered report ought to find in it: made from the content alone."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from samples.content import (
    DeadlineContent,
    PartyContent,
    PlanItemContent,
    ReportContent,
    plain,
)
from samples.form import AreaForm, area_forms
from samples.marks import fulfilled, mark_columns
from spur_extract.catalogue import Catalogue, Edition

FulfilledBy = dict[str, bool]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Meta(_Frozen):
    """The cover."""

    clinic: str | None = None
    specialty: str | None = None
    date: str | None = None
    inspectors: tuple[str, ...] = ()
    regulations: tuple[str, ...] = ()


class PlanItemTruth(_Frozen):
    """An item of the action plan, its texts as written."""

    area: str
    indicator: str
    planned_action: str | None
    due: str | None
    responsible: str | None
    follow_up_due: str | None
    follow_up_responsible: str | None


DeadlineTruth = dict[str, str | bool | None]
"""What a deadline means; `edtf` is left out where the author does not commit to one."""


class PartyTruth(_Frozen):
    """The roles and persons in a party's text."""

    roles: tuple[str, ...]
    persons: tuple[str, ...]


class Marks(_Frozen):
    """The marks by area, in the order of the statements."""

    fulfilled: dict[str, tuple[FulfilledBy, ...]]
    category: dict[str, tuple[str, ...]]


DeadlineField = Literal["due", "follow_up_due"]
PartyField = Literal["responsible", "follow_up_responsible"]


class Truth(_Frozen):
    """The truth record of one report.

    `grades` has [now, before] by area where the inspectors' words tell the grade, or, in a report
    that shows marks, the grade by regulation ("" where the form grades once).
    """

    meta: Meta
    strengths: tuple[str, ...]
    weaknesses: tuple[str, ...]
    improvements: tuple[str, ...]
    titles: dict[str, str]
    narrative: dict[str, str | None]
    indicators: dict[str, tuple[str, ...]]
    grades: dict[str, tuple[str, str | None] | dict[str, str]]
    plan_present: bool
    plan: tuple[PlanItemTruth, ...]
    deadlines: tuple[dict[DeadlineField, DeadlineTruth], ...]
    parties: tuple[dict[PartyField, PartyTruth], ...]
    marks: Marks | None = None
    original: dict[str, str | None] | None = None

    def to_json(self) -> str:
        """The record as a JSON document, without `marks` and `original` where there are none."""
        left_out = {"marks", "original"} if self.marks is None else set()
        return self.model_dump_json(indent=1, exclude=left_out) + "\n"


def truth_of(content: ReportContent, catalogue: Catalogue) -> Truth:
    """The truth record of a report with that content."""
    edition = catalogue.edition(content.edition)
    forms = [form for form in area_forms(edition, catalogue) if form.code in content.areas]
    statements = {statement.id: statement.text for statement in catalogue.statements}
    return Truth(
        meta=_meta(content),
        strengths=tuple(map(plain, content.strengths)),
        weaknesses=tuple(map(plain, content.weaknesses)),
        improvements=tuple(map(plain, content.improvements)),
        titles={form.code: form.title for form in forms},
        narrative={
            form.code: "\n".join(content.areas[form.code].paragraphs) or None for form in forms
        },
        indicators={form.code: tuple(row.text for row in form.statements) for form in forms},
        grades=_grades(content),
        plan_present=bool(content.plan),
        plan=tuple(_plan_item(item, statements[item.statement]) for item in content.plan),
        deadlines=tuple(
            {"due": _deadline(item.due), "follow_up_due": _deadline(item.follow_up_due)}
            for item in content.plan
        ),
        parties=tuple(
            {
                "responsible": _party(item.responsible),
                "follow_up_responsible": _party(item.follow_up_responsible),
            }
            for item in content.plan
        ),
        marks=_marks(content, forms, edition) if content.marks else None,
        original={code: area.original_grade for code, area in content.areas.items()}
        if content.marks
        else None,
    )


def _meta(content: ReportContent) -> Meta:
    cover = content.cover
    if cover is None:
        return Meta()
    return Meta(
        clinic=cover.clinic,
        specialty=cover.specialty,
        date=cover.date.isoformat(),
        inspectors=cover.inspectors,
        regulations=cover.regulations,
    )


def _grades(content: ReportContent) -> dict[str, tuple[str, str | None] | dict[str, str]]:
    if content.marks:
        return {code: dict(area.marked_grades) for code, area in content.areas.items()}
    return {
        code: (area.stated_grade, area.original_grade)
        for code, area in content.areas.items()
        if area.stated_grade
    }


def _plan_item(item: PlanItemContent, statement: str) -> PlanItemTruth:
    return PlanItemTruth(
        area=item.area,
        indicator=statement,
        planned_action="\n".join(map(plain, item.planned_action)) or None,
        due=item.due.text,
        responsible=item.responsible.text,
        follow_up_due=item.follow_up_due.text,
        follow_up_responsible=item.follow_up_responsible.text,
    )


def _deadline(deadline: DeadlineContent) -> DeadlineTruth:
    truth: DeadlineTruth = {
        "status": deadline.status,
        "recurring": deadline.recurring,
        "conditional": deadline.conditional,
    }
    if "edtf" in deadline.model_fields_set or deadline.status != "dated":
        truth["edtf"] = deadline.edtf
    return truth


def _party(party: PartyContent) -> PartyTruth:
    return PartyTruth(roles=party.roles, persons=party.persons)


def _marks(content: ReportContent, forms: list[AreaForm], edition: Edition) -> Marks:
    columns = mark_columns(edition)
    return Marks(
        fulfilled={form.code: fulfilled(form, content.areas[form.code], columns) for form in forms},
        category={form.code: tuple(row.category for row in form.statements) for form in forms},
    )
