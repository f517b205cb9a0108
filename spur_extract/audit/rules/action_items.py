"""SPUR51x–SPUR53x: the fields of each action item: what, by when, and who."""

from collections.abc import Iterator
from typing import ClassVar

from spur_extract.audit.model import Audited, Context, Finding, Level, ReportRule
from spur_extract.audit.plan_words import Stage, names_somebody, stage_of
from spur_extract.audit.promises import binding, first_day, placed_items
from spur_extract.contract import ActionItem, Deadline, DeadlineStatus, Party

FIELDS = frozenset({"action-plan", "action-items"})
DATES = frozenset({"action-plan", "action-items", "dates"})
PARTIES = frozenset({"action-plan", "action-items", "responsible"})


class _ItemRule(ReportRule):
    """A rule on one field of each item; `{item}` counts from 1."""

    field: ClassVar[str]
    level = Level.WARNING

    def wrong(self, item: ActionItem) -> bool:
        """Whether the item is one to tell of."""
        raise NotImplementedError

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """Every item that is wrong."""
        for position, (pointer, item) in enumerate(placed_items(audited.report), 1):
            if self.wrong(item):
                here = f"{pointer}/{self.field}"
                yield self.found(audited, here, item=position, area=item.area)


class DeficiencyMissing(_ItemRule):
    """SPUR510."""

    code = "SPUR510"
    name = "deficiency-missing"
    field = "indicator_text"
    title = "An action item does not say which deficiency it is about"
    title_sv = "En åtgärd saknar uppgift om bristen"
    explanation = "Without the deficiency nobody can judge whether the action remedies it."
    template = "Åtgärd {item} (område {area}) anger inte vilken brist den gäller."
    template_en = "Action item {item} (area {area}) does not say which deficiency it is about."
    tags = FIELDS

    def wrong(self, item: ActionItem) -> bool:
        """No deficiency."""
        return not item.indicator_text


class PlannedActionMissing(_ItemRule):
    """SPUR511."""

    code = "SPUR511"
    name = "planned-action-missing"
    field = "planned_action"
    title = "An action item has no planned action"
    title_sv = "Planerad åtgärd saknas"
    explanation = "A deficiency is named and nothing is promised: ask the unit what it will do."
    template = "Åtgärd {item} (område {area}) saknar planerad åtgärd."
    template_en = "Action item {item} (area {area}) has no planned action."
    tags = FIELDS

    def wrong(self, item: ActionItem) -> bool:
        """No action."""
        return not item.planned_action


class DueMissing(_ItemRule):
    """SPUR512."""

    code = "SPUR512"
    name = "due-missing"
    field = "due"
    title = "An action item has no date by which it is done"
    title_sv = "Datum för genomförande saknas"
    explanation = "What has no date cannot be overdue, and will not be followed up."
    template = "Åtgärd {item} (område {area}) saknar datum för genomförandet."
    template_en = "Action item {item} (area {area}) has no date by which it is done."
    tags = DATES

    def wrong(self, item: ActionItem) -> bool:
        """The field is empty."""
        return item.due.status is DeadlineStatus.MISSING


class ResponsibleMissing(_ItemRule):
    """SPUR513."""

    code = "SPUR513"
    name = "responsible-missing"
    field = "responsible"
    title = "An action item does not say who carries it out"
    title_sv = "Ansvarig för genomförandet saknas"
    explanation = "A promise that nobody answers for is not kept."
    template = "Åtgärd {item} (område {area}) saknar ansvarig för genomförandet."
    template_en = "Action item {item} (area {area}) does not say who carries it out."
    tags = PARTIES

    def wrong(self, item: ActionItem) -> bool:
        """The field is empty, and something is promised."""
        return not item.responsible.text and _applies(item.due)


class FollowUpMissing(_ItemRule):
    """SPUR514."""

    code = "SPUR514"
    name = "follow-up-missing"
    field = "follow_up_due"
    title = "An action item has no date of its follow-up"
    title_sv = "Datum för uppföljning saknas"
    explanation = "Every action is to be followed up; without a date it is forgotten."
    template = "Åtgärd {item} (område {area}) saknar datum för uppföljning."
    template_en = "Action item {item} (area {area}) has no date of its follow-up."
    tags = DATES

    def wrong(self, item: ActionItem) -> bool:
        """The field is empty, and something is promised."""
        return item.follow_up_due.status is DeadlineStatus.MISSING and _applies(item.due)


class FollowUpResponsibleMissing(_ItemRule):
    """SPUR515."""

    code = "SPUR515"
    name = "follow-up-responsible-missing"
    field = "follow_up_responsible"
    title = "An action item does not say who follows it up"
    title_sv = "Ansvarig för uppföljningen saknas"
    explanation = "Somebody else than the one who acts should see that it was done."
    template = "Åtgärd {item} (område {area}) saknar ansvarig för uppföljningen."
    template_en = "Action item {item} (area {area}) does not say who follows it up."
    tags = PARTIES

    def wrong(self, item: ActionItem) -> bool:
        """The field is empty, and there is a follow-up."""
        given = item.follow_up_responsible.text
        return not given and _applies(item.due) and _applies(item.follow_up_due)


class DueUndated(_ItemRule):
    """SPUR520."""

    code = "SPUR520"
    name = "due-undated"
    field = "due"
    title = "The date of an action is words without a date"
    title_sv = "Genomförandet har ingen tidpunkt"
    explanation = (
        '"As soon as possible" cannot be followed up. What goes on all the time ("löpande") or '
        'hangs on something ("ifall …"), is done or is under way needs no date and is not told.'
    )
    template = "Åtgärd {item} (område {area}) har en tidpunkt utan datum."
    template_en = "Action item {item} (area {area}) has words without a date for its date."
    tags = DATES

    def wrong(self, item: ActionItem) -> bool:
        """Words, unconditional and for once."""
        return _undated(item.due)


class FollowUpUndated(_ItemRule):
    """SPUR521."""

    code = "SPUR521"
    name = "follow-up-undated"
    field = "follow_up_due"
    title = "The date of a follow-up is words without a date"
    title_sv = "Uppföljningen har ingen tidpunkt"
    explanation = "A follow-up without a date is forgotten; see SPUR520 for what needs none."
    template = "Uppföljningen av åtgärd {item} (område {area}) har en tidpunkt utan datum."
    template_en = "The follow-up of action item {item} (area {area}) has words without a date."
    tags = DATES

    def wrong(self, item: ActionItem) -> bool:
        """Words, unconditional and for once, on a promise that is unconditional itself."""
        return _undated(item.follow_up_due) and binding(item)


class DueMalformed(_ItemRule):
    """SPUR522."""

    code = "SPUR522"
    name = "due-malformed"
    field = "due"
    title = "The date of an action is no date"
    title_sv = "Datum för genomförande är felskrivet"
    explanation = "Digits that are no date of any calendar: ask the unit which day was meant."
    template = "Åtgärd {item} (område {area}) har ett felskrivet datum för genomförandet."
    template_en = "Action item {item} (area {area}) has digits that are no date for its date."
    tags = DATES

    def wrong(self, item: ActionItem) -> bool:
        """Digits that are no date."""
        return item.due.status is DeadlineStatus.MALFORMED


class FollowUpMalformed(_ItemRule):
    """SPUR523."""

    code = "SPUR523"
    name = "follow-up-malformed"
    field = "follow_up_due"
    title = "The date of a follow-up is no date"
    title_sv = "Datum för uppföljning är felskrivet"
    explanation = "Digits that are no date of any calendar: ask the unit which day was meant."
    template = "Uppföljningen av åtgärd {item} (område {area}) har ett felskrivet datum."
    template_en = "The follow-up of action item {item} (area {area}) has digits that are no date."
    tags = DATES

    def wrong(self, item: ActionItem) -> bool:
        """Digits that are no date."""
        return item.follow_up_due.status is DeadlineStatus.MALFORMED


class _BeforeInspection(ReportRule):
    field: ClassVar[str]
    level = Level.WARNING
    tags = DATES

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """The last day it can mean is before the inspection, and it is no day of the past."""
        inspected = audited.report.cover.inspection_date
        for position, (pointer, item) in enumerate(placed_items(audited.report), 1):
            deadline: Deadline = getattr(item, self.field)
            latest = deadline.latest
            if _past(deadline):
                continue
            if inspected is not None and latest is not None and latest < inspected:
                yield self.found(
                    audited,
                    f"{pointer}/{self.field}",
                    item=position,
                    area=item.area,
                    day=latest,
                    inspected=inspected,
                )


class DueBeforeInspection(_BeforeInspection):
    """SPUR524."""

    code = "SPUR524"
    name = "due-before-inspection"
    field = "due"
    title = "An action is due before the inspection"
    title_sv = "Åtgärden skulle vara genomförd före granskningen"
    explanation = (
        "The deficiency was found at the inspection, so a promise cannot be due earlier: mostly "
        "the year is mistyped. What is said to be done or under way is not told."
    )
    template = (
        "Åtgärd {item} (område {area}) ska vara genomförd senast {day}, före granskningen "
        "{inspected}."
    )
    template_en = (
        "Action item {item} (area {area}) is due by {day}, before the inspection on {inspected}."
    )


class FollowUpBeforeInspection(_BeforeInspection):
    """SPUR525."""

    code = "SPUR525"
    name = "follow-up-before-inspection"
    field = "follow_up_due"
    title = "A follow-up is due before the inspection"
    title_sv = "Uppföljningen skulle ske före granskningen"
    explanation = "A follow-up cannot come before the deficiency was found; see SPUR524."
    template = (
        "Uppföljningen av åtgärd {item} (område {area}) ska ske senast {day}, före granskningen "
        "{inspected}."
    )
    template_en = (
        "The follow-up of action item {item} (area {area}) is due by {day}, before the inspection "
        "on {inspected}."
    )


class FollowUpBeforeDue(_ItemRule):
    """SPUR526."""

    code = "SPUR526"
    name = "follow-up-before-due"
    field = "follow_up_due"
    title = "A follow-up comes before the action is due"
    title_sv = "Uppföljningen sker före genomförandet"
    explanation = (
        "The follow-up is wholly before the first day that the action can be due; what recurs is "
        "not told."
    )
    template = "Åtgärd {item} (område {area}) följs upp innan den ska vara genomförd."
    template_en = "Action item {item} (area {area}) is followed up before it is due."
    tags = DATES

    def wrong(self, item: ActionItem) -> bool:
        """The last day of the one is before the first of the other."""
        due, latest = first_day(item.due), item.follow_up_due.latest
        recurring = item.due.recurring or item.follow_up_due.recurring
        return due is not None and latest is not None and latest < due and not recurring


class NobodyResponsible(_ItemRule):
    """SPUR530."""

    code = "SPUR530"
    name = "nobody-responsible"
    field = "responsible"
    title = "No person or role is recognised as responsible for a promise"
    title_sv = "Ingen person eller roll känns igen som ansvarig för genomförandet"
    explanation = (
        "Something stands for who carries the action out, but no person, role or function is "
        "recognised in it: see whether there is somebody who can be asked. Promises that hang on "
        "something are not told."
    )
    level = Level.INFO
    template = "Ingen person eller roll känns igen som ansvarig för åtgärd {item} (område {area})."
    template_en = (
        "No person or role is recognised as responsible for action item {item} (area {area})."
    )
    tags = PARTIES

    def wrong(self, item: ActionItem) -> bool:
        """An unconditional promise, words for who answers for it, and nobody in them."""
        return _nobody(item.responsible) and binding(item)


class NobodyFollowsUp(_ItemRule):
    """SPUR531."""

    code = "SPUR531"
    name = "nobody-follows-up"
    field = "follow_up_responsible"
    title = "No person or role is recognised as responsible for a follow-up"
    title_sv = "Ingen person eller roll känns igen som ansvarig för uppföljningen"
    explanation = (
        "Something stands for who follows up, but no person, role or function is recognised in it."
    )
    level = Level.INFO
    template = (
        "Ingen person eller roll känns igen som ansvarig för uppföljningen av åtgärd {item} "
        "(område {area})."
    )
    template_en = (
        "No person or role is recognised as responsible for the follow-up of action item {item} "
        "(area {area})."
    )
    tags = PARTIES

    def wrong(self, item: ActionItem) -> bool:
        """As SPUR530, for the follow-up."""
        return _nobody(item.follow_up_responsible) and binding(item)


def _applies(deadline: Deadline) -> bool:
    return deadline.status is not DeadlineStatus.NOT_APPLICABLE


def _undated(deadline: Deadline) -> bool:
    bound = deadline.recurring or deadline.conditional or _past(deadline)
    return deadline.status is DeadlineStatus.UNDATED and not bound


def _past(deadline: Deadline) -> bool:
    """Whether the words tell of what was done or begun."""
    return stage_of(deadline.text) in {Stage.DONE, Stage.ONGOING}


def _nobody(party: Party) -> bool:
    named = bool(party.roles or party.persons) or names_somebody(party.text)
    return bool(party.text) and not named


RULES: tuple[type[ReportRule], ...] = (
    DeficiencyMissing,
    PlannedActionMissing,
    DueMissing,
    ResponsibleMissing,
    FollowUpMissing,
    FollowUpResponsibleMissing,
    DueUndated,
    FollowUpUndated,
    DueMalformed,
    FollowUpMalformed,
    DueBeforeInspection,
    FollowUpBeforeInspection,
    FollowUpBeforeDue,
    NobodyResponsible,
    NobodyFollowsUp,
)
