"""Rules on the archive: what units promised, and the day has passed."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from spur_extract.audit.facts import DueFacts, Facts, ItemFacts
from spur_extract.audit.model import ArchiveRule, Context, Finding, Level, Value, Words
from spur_extract.audit.plan_words import Stage, stage_of
from spur_extract.audit.rules.archive_cautions import Cautions
from spur_extract.audit.rules.archive_findings import NOTHING, Spot, finding_on, shortened
from spur_extract.audit.visits import Archive
from spur_extract.contract import DeadlineStatus

CONDITIONAL = Words(" Löftet är villkorat.", " The promise is conditional.")
SAID_OF_STAGE: Final = {
    Stage.DONE: Words(
        " Fältet kan läsas som att det redan är gjort.",
        " The field may say that it is already done.",
    ),
    Stage.ONGOING: Words(
        " Fältet kan läsas som att arbetet redan pågår.",
        " The field may say that it is under way already.",
    ),
    Stage.STARTING: Words(
        " Fältet kan läsas som dagen då arbetet börjar.",
        " The field may say when it begins.",
    ),
}
NOBODY = Words("ingen ansvarig angiven", "nobody named as responsible")


class DeadlineRule(ArchiveRule):
    """What both rules on deadlines share."""

    level = Level.ERROR
    tags = frozenset({"archive", "action-plan", "dates"})
    by_report = True

    def due(self, item: ItemFacts) -> DueFacts:
        """The deadline that the rule is about."""
        raise NotImplementedError

    def field(self) -> str:
        """Its name in the item."""
        raise NotImplementedError

    def check(self, archive: Archive, context: Context) -> Iterator[Finding]:
        """One finding for each item whose last possible day has passed."""
        archive = archive.until(context.as_of)
        cautions = Cautions(archive)
        for report in archive.versions.current:
            for item in report.items:
                due = self.due(item)
                latest = overdue_since(due, report, archive, context.as_of)
                if latest is not None:
                    since = cautions.about(report, latest + timedelta(days=1))
                    caution, level = _weighed(_caution(due, item), since)
                    values: dict[str, Value] = {
                        "area": item.area,
                        "latest": latest,
                        "who": _who(due, item),
                        "deficiency": _deficiency(item),
                        "caution": caution,
                    }
                    spot = Spot(f"{item.pointer}/{self.field()}", due.place, due.text)
                    yield finding_on(self, report, spot, values, level)


class ActionOverdue(DeadlineRule):
    """SPUR811."""

    code = "SPUR811"
    name = "action-overdue"
    title = "An action of the plan is overdue"
    title_sv = "En åtgärd är försenad"
    explanation = (
        "The last day that the deadline can mean (of a month its last) is before the day of the "
        "audit, and the archive holds no later inspection that could show the action done. Ask the "
        "unit. A warning instead of an error where a later report may be on the same training (see "
        "SPUR801). Conditional promises are information only; recurring ones are never overdue."
    )
    template = (
        "Åtgärden i område {area} skulle vara klar senast {latest} ({who}). "
        "Gäller: {deficiency}.{caution}"
    )
    template_en = (
        "The action in area {area} was due by {latest} ({who}). Concerns: {deficiency}.{caution}"
    )

    def due(self, item: ItemFacts) -> DueFacts:
        """When the action is to be carried out."""
        return item.due

    def field(self) -> str:
        """Its name in the item."""
        return "due"


class FollowUpOverdue(DeadlineRule):
    """SPUR812."""

    code = "SPUR812"
    name = "follow-up-overdue"
    title = "A follow-up of the plan is overdue"
    title_sv = "En uppföljning är försenad"
    explanation = (
        "The last day on which the unit meant to follow the action up has passed, and the archive "
        "holds no later inspection. Ask the unit what the follow-up showed. A warning instead of "
        "an error where a later report may be on the same training (see SPUR801). Conditional ones "
        "are information only; recurring ones are never overdue."
    )
    template = (
        "Uppföljningen i område {area} skulle göras senast {latest} ({who}). "
        "Gäller: {deficiency}.{caution}"
    )
    template_en = (
        "The follow-up in area {area} was due by {latest} ({who}). Concerns: {deficiency}.{caution}"
    )

    def due(self, item: ItemFacts) -> DueFacts:
        """When the action is to be followed up."""
        return item.follow_up

    def field(self) -> str:
        """Its name in the item."""
        return "follow_up_due"


def overdue_since(due: DueFacts, report: Facts, archive: Archive, as_of: date) -> date | None:
    """The last possible day of a deadline that has passed without a later inspection, or None.

    A day before the inspection itself is no promise; another rule tells it.
    """
    latest = due.latest
    if due.status is not DeadlineStatus.DATED or due.recurring or latest is None:
        return None
    if latest >= as_of or (report.inspected is not None and latest < report.inspected):
        return None
    later = archive.visits_after(report)
    inspected = any(it.inspected and latest < it.inspected <= as_of for it in later)
    return None if inspected else latest


def _weighed(promise: Words, inspected: Words) -> tuple[Words, Level | None]:
    """The doubts about the promise and about the last visit, and the level that they leave."""
    both = Words(promise.sv + inspected.sv, promise.en + inspected.en)
    if promise != NOTHING:
        return both, Level.INFO
    return both, Level.WARNING if inspected != NOTHING else None


def _caution(due: DueFacts, item: ItemFacts) -> Words:
    """Why it may be no default; a conditional action is followed up under its condition, too."""
    if due.conditional or item.due.conditional:
        return CONDITIONAL
    stage = stage_of(due.text)
    return NOTHING if stage is None else SAID_OF_STAGE[stage]


def _who(due: DueFacts, item: ItemFacts) -> Words:
    """Who is to be asked: who keeps the deadline, or else who carries out the action."""
    if due.responsible:
        return Words(f"ansvarig: {due.responsible}", f"responsible: {due.responsible}")
    if item.due.responsible:
        who = item.due.responsible
        return Words(f"ansvarig för åtgärden: {who}", f"responsible for the action: {who}")
    return NOBODY


def _deficiency(item: ItemFacts) -> Value:
    """What the item is about, for the end of a sentence."""
    if item.deficiency is None:
        return Words("utan angiven brist", "no deficiency given")
    return shortened(item.deficiency).rstrip(".")
