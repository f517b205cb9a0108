"""SPUR50x: whether every deficiency has its action plan, and every plan its deficiency."""

from collections.abc import Iterator
from dataclasses import replace

from spur_extract.audit.form import (
    DEFICIENT,
    FULFILLED,
    area_was_deficient,
    is_regulation,
    placed_areas,
    row_name,
    unfulfilled,
)
from spur_extract.audit.list_names import LIST_NAMES
from spur_extract.audit.model import Audited, Context, Finding, Level, ReportRule
from spur_extract.audit.promises import (
    announced_in_text,
    answers,
    placed_items,
    planned_elsewhere,
    unplanned,
)
from spur_extract.audit.wording import (
    announcements_of_plan,
    demands_of_action,
    is_bare_demand,
    lacks,
)
from spur_extract.contract import Area, PlanStatus, Report

PLAN = frozenset({"action-plan"})
PLAN_GRADES = frozenset({"action-plan", "grades"})
PLAN_NARRATIVE = frozenset({"action-plan", "narrative"})


class DeficientWithoutPlan(ReportRule):
    """SPUR501."""

    code = "SPUR501"
    name = "deficient-without-plan"
    title = "An area graded D has no action plan"
    title_sv = "Ett område med gradering D saknar handlingsplan"
    explanation = (
        "D says that the regulations are not followed, and demands an action plan by the unit. A "
        "plan that stands elsewhere (SPUR503) is taken to be there for the areas whose text "
        "announces it; for the others this is a warning then."
    )
    level = Level.ERROR
    template = "Område {area} har gradering D men ingen handlingsplan."
    template_en = "Area {area} is graded D and has no action plan."
    tags = PLAN_GRADES

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A grading D, and no item for the area; told once for an area."""
        for pointer, area in placed_areas(audited.report):
            grades = [grading.grade for grading in area.gradings]
            if DEFICIENT in grades and unplanned(audited.report, area):
                here = f"{pointer}/gradings/{grades.index(DEFICIENT)}/grade"
                found = self.found(audited, here, area=area.code)
                yield _doubtful(found, audited.report)


class ChangedGradeWithoutPlan(ReportRule):
    """SPUR502."""

    code = "SPUR502"
    name = "changed-grade-without-plan"
    title = "A grade was changed from D, and no action plan is there for the area"
    title_sv = "Graderingen är ändrad från D utan handlingsplan för området"
    explanation = (
        "Only an action plan changes D to C. Where the document has a plan and this area is not "
        "in it, what was promised cannot be followed up. A warning where the text of another area "
        "announces a plan that stands elsewhere."
    )
    level = Level.ERROR
    template = "Område {area} är ändrat från D till {grade}, men har ingen handlingsplan."
    template_en = "Area {area} was changed from D to {grade}, but has no action plan."
    tags = PLAN_GRADES

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A grading that was D, none that is, and no item for the area."""
        for pointer, area in placed_areas(audited.report):
            if DEFICIENT in {grading.grade for grading in area.gradings}:
                continue
            changed = [grading.original_grade for grading in area.gradings]
            if DEFICIENT in changed and unplanned(audited.report, area):
                position = changed.index(DEFICIENT)
                grade = area.gradings[position].grade or "–"
                here = f"{pointer}/gradings/{position}/grade"
                found = self.found(audited, here, area=area.code, grade=grade)
                yield _doubtful(found, audited.report)


class PlanNotInDocument(ReportRule):
    """SPUR503."""

    code = "SPUR503"
    name = "plan-not-in-document"
    title = "An action plan is announced, but not in the document"
    title_sv = "En handlingsplan omnämns men finns inte i dokumentet"
    explanation = (
        "The report refers to an action plan that stands elsewhere. It may exist, but its promises "
        "are in no field and are not followed up here: join it to the report."
    )
    level = Level.WARNING
    template = "En handlingsplan omnämns, men finns inte i dokumentet."
    template_en = "An action plan is referred to, but is not in the document."
    tags = PLAN

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """The plan is attached, or a narrative announces one and there is none."""
        report = audited.report
        if report.action_plan.items:
            return
        for pointer, area in placed_areas(report):
            for sentence in announcements_of_plan(area.narrative):
                yield self.found(audited, f"{pointer}/narrative", sentence)
                return
        if report.action_plan.status is not PlanStatus.ABSENT:
            yield self.found(audited, "/action_plan")


class PlanAnnouncedForArea(ReportRule):
    """SPUR504."""

    code = "SPUR504"
    name = "plan-announced-for-area"
    title = "The plan that an area's text announces has no item for the area"
    title_sv = "Handlingsplanen som omnämns tar inte upp området"
    explanation = "The document has a plan, and what was announced for this area is not in it."
    level = Level.WARNING
    template = "Texten till område {area} omnämner en handlingsplan, som inte tar upp området."
    template_en = "The text of area {area} refers to an action plan, which leaves the area out."
    tags = PLAN_NARRATIVE

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """Announced, the plan has items, and none is the area's; D is told by other rules."""
        if not audited.report.action_plan.items:
            return
        for pointer, area in placed_areas(audited.report):
            if area_was_deficient(area) or not unplanned(audited.report, area):
                continue
            for sentence in announcements_of_plan(area.narrative)[:1]:
                yield self.found(audited, f"{pointer}/narrative", sentence, area=area.code)


class DemandWithoutAction(ReportRule):
    """SPUR505."""

    code = "SPUR505"
    name = "demand-without-action"
    title = "The narrative demands action, and the area has no action item"
    title_sv = "Texten kräver åtgärd, men området har ingen åtgärd i handlingsplanen"
    explanation = (
        'By "Åtgärd krävs" inspectors name a deficiency that the unit has to remedy; nothing is '
        "planned for it. An area that is or was graded D is told by SPUR501 and SPUR502. Where "
        "the sentence says more than that, it is a warning: read it."
    )
    level = Level.ERROR
    template = "Texten till område {area} kräver åtgärd, men ingen åtgärd är planerad."
    template_en = "The text of area {area} demands action, but no action is planned."
    tags = PLAN_NARRATIVE

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A demand, no item for the area, and none that may stand elsewhere."""
        for pointer, area in placed_areas(audited.report):
            if area_was_deficient(area) or not unplanned(audited.report, area):
                continue
            for sentence in demands_of_action(area.narrative)[:1]:
                found = self.found(audited, f"{pointer}/narrative", sentence, area=area.code)
                yield _as_demanded(_doubtful(found, audited.report), sentence)


class UnfulfilledWithoutAction(ReportRule):
    """SPUR506."""

    code = "SPUR506"
    name = "unfulfilled-without-action"
    title = "A regulation row is not fulfilled, and no action item is about it"
    title_sv = "En föreskrift är inte uppfylld och saknar åtgärd"
    explanation = (
        "What a regulation demands has to be remedied, each row by its own item. Rows of general "
        "advice and quality indicators need none."
    )
    level = Level.WARNING
    template = "Föreskrift {row} i område {area} är inte uppfylld och har ingen planerad åtgärd."
    template_en = "Regulation {row} of area {area} is not fulfilled and no action is planned."
    tags = frozenset({"action-plan", "marks"})

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A row marked as not fulfilled, unless the area's whole plan is missing or elsewhere."""
        report = audited.report
        for area_pointer, area in placed_areas(report):
            if planned_elsewhere(report, area):
                continue
            if area_was_deficient(area) and unplanned(report, area):
                continue  # SPUR501 or SPUR502
            for position, row in enumerate(area.indicators):
                if not is_regulation(row) or not unfulfilled(row):
                    continue
                items = (item for _, item in placed_items(report))
                if not any(answers(item, area.code, row.id, row.printed_text) for item in items):
                    here = f"{area_pointer}/indicators/{position}"
                    yield self.found(audited, here, area=area.code, row=row_name(row))


class PlanWithoutDeficiency(ReportRule):
    """SPUR507."""

    code = "SPUR507"
    name = "plan-without-deficiency"
    title = "An action item for an area without any deficiency"
    title_sv = "En åtgärd för ett område utan brist"
    explanation = (
        "The area's grade is A or B, no row is marked as unfulfilled and the text neither demands "
        "anything, says that something is missing nor announces a plan: either the item stands "
        "under the wrong area, or the grade is wrong."
    )
    level = Level.WARNING
    template = (
        "Handlingsplanen tar upp område {area}, som har gradering {grade} och ingen markerad brist."
    )
    template_en = (
        "The plan has an item for area {area}, which is graded {grade} and has no marked "
        "deficiency."
    )
    tags = PLAN_GRADES

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """Told once for an area, at its first item."""
        for _, area in placed_areas(audited.report):
            if not _surely_without_deficiency(area):
                continue
            grade = "/".join(sorted({grading.grade or "–" for grading in area.gradings}))
            for pointer, item in placed_items(audited.report):
                if item.area == area.code:
                    yield self.found(audited, pointer, area=area.code, grade=grade)
                    break


class ListedDemandWithoutPlan(ReportRule):
    """SPUR508."""

    code = "SPUR508"
    name = "listed-demand-without-plan"
    title = "A listed weakness demands action, and there is no action plan"
    title_sv = "En svaghet kräver åtgärd, men handlingsplan saknas"
    explanation = (
        'By "Åtgärd krävs" inspectors name a deficiency that the unit has to remedy. In a list it '
        "is of no area, so it is told only where there is no action plan at all. Where the "
        "sentence says more than that, it is a warning: read it."
    )
    level = Level.ERROR
    template = "En punkt under {name} kräver åtgärd, men handlingsplan saknas."
    template_en = "One of the {name} demands action, but there is no action plan."
    tags = frozenset({"action-plan", "lists"})

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A demand among weaknesses or improvements, and a plan that is surely absent."""
        report = audited.report
        if report.action_plan.status is not PlanStatus.ABSENT or announced_in_text(report):
            return
        for name, statements in (
            ("weaknesses", report.weaknesses),
            ("improvements", report.improvements),
        ):
            for position, statement in enumerate(statements):
                for sentence in demands_of_action(statement.text)[:1]:
                    here = f"/{name}/{position}/text"
                    found = self.found(audited, here, sentence, name=LIST_NAMES[name])
                    yield _as_demanded(found, sentence)


def _doubtful(found: Finding, report: Report) -> Finding:
    """A warning where a plan stands elsewhere that may be about the area, too."""
    return replace(found, level=Level.WARNING) if announced_in_text(report) else found


def _as_demanded(found: Finding, sentence: str) -> Finding:
    """A warning where the sentence says more than "Åtgärd krävs", which may turn its meaning."""
    return found if is_bare_demand(sentence) else replace(found, level=Level.WARNING)


def _surely_without_deficiency(area: Area) -> bool:
    """A or B under every regulation and never D, every mark readable, nothing said to lack."""
    grades = {grading.grade for grading in area.gradings}
    if not grades or not grades <= FULFILLED or area_was_deficient(area):
        return False
    rows = area.indicators
    if any(row.fulfilled is None or unfulfilled(row) for row in rows):
        return False
    said = (demands_of_action, announcements_of_plan, lacks)
    return not any(saying(area.narrative) for saying in said)


RULES: tuple[type[ReportRule], ...] = (
    DeficientWithoutPlan,
    ChangedGradeWithoutPlan,
    PlanNotInDocument,
    PlanAnnouncedForArea,
    DemandWithoutAction,
    UnfulfilledWithoutAction,
    PlanWithoutDeficiency,
    ListedDemandWithoutPlan,
)
