"""The action plan: one item for each deficiency, with its five fields."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz import fuzz

from spur_extract.catalogue import EntryKind, load_catalogue
from spur_extract.catalogue.schema import AreaCode, PlanField
from spur_extract.contract import (
    ActionItem,
    ActionPlan,
    Deadline,
    DeadlineStatus,
    Party,
    PlanStatus,
)
from spur_extract.diagnostics import DiagnosticKind
from spur_extract.extraction.deadlines import read_deadline
from spur_extract.extraction.findings import Findings
from spur_extract.extraction.language import Language
from spur_extract.extraction.page_tops import LOOK_AHEAD, PageTops
from spur_extract.extraction.prose import Prose
from spur_extract.extraction.wording import sentences, words
from spur_extract.layout.lines import LaidLine, squeeze
from spur_extract.layout.paragraphs import Flow, joined_text
from spur_extract.recognition.elements import Element, Recognised
from spur_extract.recognition.thresholds import LONG_SIMILARITY

FIELDS: tuple[PlanField, ...] = (
    "planned_action",
    "due",
    "responsible",
    "follow_up_due",
    "follow_up_responsible",
)


@dataclass(slots=True)
class _Head:
    """What an item begins with: the area's heading, and the deficiency below it."""

    area: AreaCode
    statement_id: str | None = None
    lines: list[LaidLine] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """An item as it is being read; text goes to the `current` field."""

    head: _Head
    current: PlanField
    labelled_on: int = 0  # the page of the last label
    fields: dict[PlanField, list[LaidLine]] = field(default_factory=dict)


class _Reader:
    def __init__(self, tops: PageTops) -> None:
        self._tops = tops
        self._astray = False  # on a page that does not go on with the plan
        self.drafts: list[_Draft] = []
        self._head: _Head | None = None  # begun, and no field of it met yet
        self._printed_before: _Head | None = None  # the same head at the foot of the page before
        self._area: AreaCode | None = None

    def take(self, element: Element, onwards: Sequence[Element]) -> None:
        """Sort one element of the plan; `onwards` are it and those that follow it."""
        entry = element.entry
        if entry is None:
            if element.free:
                self._free(element, onwards)
            return
        self._astray = False
        if entry.kind is EntryKind.AREA_HEADING and entry.area is not None:
            self._heading(entry.area)
        elif entry.kind is EntryKind.STATEMENT:
            self._statement(element, entry.id.removeprefix("statement:"))
        elif entry.kind is EntryKind.PLAN_FIELD and entry.plan_field is not None:
            self._field(entry.plan_field, element)
        elif entry.kind is EntryKind.PLAN_HEADING:
            self.close()

    def close(self) -> None:
        """Keep heads that no field followed, as at a report's cut-off end."""
        for head in (self._printed_before, self._head):
            if head is not None and head.lines:
                self.drafts.append(_Draft(head, "planned_action"))
        self._head = self._printed_before = None

    def _heading(self, area: AreaCode) -> None:
        """A head without fields may be printed again on the next page."""
        self._area = area
        if self._head is not None and self._head.lines and self._head.area == area:
            self._printed_before = self._head
        elif self._head is not None and self._head.lines:
            self.close()
        self._head = _Head(area)

    def _free(self, element: Element, onwards: Sequence[Element]) -> None:
        if element.lines[0].starts_page:
            self._astray = not self._tops.goes_on(self._written(), onwards, EntryKind.PLAN_FIELD)
        if self._astray:
            return
        if self._head is not None:
            self._head.lines.extend(element.lines)
        elif self.drafts and self.drafts[-1].fields:
            draft = self.drafts[-1]
            draft.fields[draft.current].extend(element.lines)

    def _written(self) -> Sequence[LaidLine]:
        """The lines so far of what is being read."""
        if self._head is not None:
            return self._head.lines
        return self.drafts[-1].fields.get(self.drafts[-1].current, ()) if self.drafts else ()

    def _statement(self, element: Element, statement_id: str) -> None:
        if self._head is None and self._area is not None:
            self._head = _Head(self._area)
        if self._head is not None:
            self._head.statement_id = self._head.statement_id or statement_id
            self._head.lines.extend(element.lines)

    def _field(self, name: PlanField, element: Element) -> None:
        if self._typed_again(name, element):
            self.drafts[-1].fields[name].extend(element.lines)
            return
        head, self._head = self._head, None
        before, self._printed_before = self._printed_before, None
        if before is not None and head is not None and head.lines:
            if _key(before.lines) != _key(head.lines):
                self.drafts.append(_Draft(before, name))
        elif before is not None:
            head = before
        if head is not None and not self._goes_on(head, name):
            self.drafts.append(_Draft(head, name))
        elif head is None and self._starts_over(name) and self._area is not None:
            self.drafts.append(_Draft(_Head(self._area), name))
        if self.drafts:
            self.drafts[-1].current = name
            self.drafts[-1].labelled_on = element.page
            self.drafts[-1].fields.setdefault(name, [])

    def _typed_again(self, name: PlanField, element: Element) -> bool:
        """Whether a unit began its text with the label's words; the form repeats a label only on
        the next page."""
        if self._head is not None or not self.drafts:
            return False
        draft = self.drafts[-1]
        just_labelled = draft.current == name and not draft.fields.get(name)
        return just_labelled and draft.labelled_on == element.page

    def _goes_on(self, head: _Head, name: PlanField) -> bool:
        """Whether a heading at the top of a page only repeats the item that goes on there."""
        if not self.drafts or not self.drafts[-1].fields:
            return False
        draft = self.drafts[-1]
        same = draft.head.area == head.area and (
            not head.lines or _key(head.lines) == _key(draft.head.lines)
        )
        return same and FIELDS.index(name) >= FIELDS.index(draft.current)

    def _starts_over(self, name: PlanField) -> bool:
        if not self.drafts:
            return False
        return FIELDS.index(name) < FIELDS.index(self.drafts[-1].current)


def _key(lines: Sequence[LaidLine]) -> str:
    return squeeze("".join(line.text for line in lines))


def extract_action_plan(
    recognised: Recognised,
    prose: Prose,
    language: Language,
    narratives: Sequence[str],
    findings: Findings,
) -> ActionPlan:
    """Read the plan; `narratives` tell whether one is referred to where none is included."""
    elements = [element for element in recognised.elements if element.zone == "plan"]
    reader = _Reader(prose.running_tops)
    for position, element in enumerate(elements):
        reader.take(element, elements[position : position + LOOK_AHEAD])
    reader.close()
    items = tuple(
        _item(draft, f"/action_plan/items/{position}", prose, language, findings)
        for position, draft in enumerate(reader.drafts)
    )
    if items:
        return ActionPlan(status=PlanStatus.INCLUDED, items=items)
    headed = any(element.kind is EntryKind.PLAN_HEADING for element in elements)
    if headed or _referred_to(narratives):
        findings.diagnose(DiagnosticKind.PLAN_NOT_INCLUDED, "/action_plan")
        return ActionPlan(status=PlanStatus.ATTACHED)
    return ActionPlan(status=PlanStatus.ABSENT)


def _referred_to(narratives: Sequence[str]) -> bool:
    wording = load_catalogue().wording.plan_reference
    return any(
        pattern.search(sentence) is not None and not words(sentence) & wording.negations
        for narrative in narratives
        for sentence in sentences(narrative)
        for pattern in wording.patterns
    )


def _item(
    draft: _Draft, pointer: str, prose: Prose, language: Language, findings: Findings
) -> ActionItem:
    findings.locate(f"{pointer}/indicator_text", draft.head.lines)
    for name, lines in draft.fields.items():
        if name != "planned_action":
            draft.fields[name] = _without_other_text(lines, prose.running)
        value = name if name == "planned_action" else f"{name}/text"
        findings.locate(f"{pointer}/{value}", draft.fields[name])
    indicator_text = joined_text(draft.head.lines, prose.words) or None

    def written(name: PlanField) -> str | None:
        return prose.text(draft.fields.get(name, []))

    action = written("planned_action")
    if action is None:
        _diagnose_missing("planned_action", pointer, findings)
    return ActionItem(
        area=draft.head.area,
        indicator_id=draft.head.statement_id or _statement_like(indicator_text, draft.head.area),
        indicator_text=indicator_text,
        planned_action=action,
        due=_deadline(written("due"), "due", pointer, findings),
        responsible=_party(
            language.party(written("responsible")), "responsible", pointer, findings
        ),
        follow_up_due=_deadline(written("follow_up_due"), "follow_up_due", pointer, findings),
        follow_up_responsible=_party(
            language.party(written("follow_up_responsible")),
            "follow_up_responsible",
            pointer,
            findings,
        ),
    )


def _without_other_text(lines: list[LaidLine], running: Flow) -> list[LaidLine]:
    """A date's or a name's lines, less the paragraphs below the first that were wrapped to another
    width than the report: they are some other text that was saved below it."""
    end = 1
    while end < len(lines) and running.continues(lines[end - 1].text, lines[end].text):
        end += 1
    rest = lines[end:]
    other_width = any(
        running.contradicts(upper.text, lower.text) for upper, lower in pairwise(rest)
    )
    return lines[:end] if other_width else lines


def _deadline(text: str | None, name: PlanField, pointer: str, findings: Findings) -> Deadline:
    deadline = read_deadline(text)
    if deadline.status is DeadlineStatus.MISSING:
        _diagnose_missing(name, pointer, findings)
    elif deadline.status is DeadlineStatus.MALFORMED:
        findings.diagnose(DiagnosticKind.DEADLINE_MALFORMED, f"{pointer}/{name}")
    return deadline


def _party(party: Party, name: PlanField, pointer: str, findings: Findings) -> Party:
    if party.text is None:
        _diagnose_missing(name, pointer, findings)
    return party


def _diagnose_missing(name: PlanField, pointer: str, findings: Findings) -> None:
    findings.diagnose(DiagnosticKind.ACTION_FIELD_MISSING, f"{pointer}/{name}", name)


def _statement_like(text: str | None, area: str) -> str | None:
    """The statement of the area that the deficiency is worded like; null when none is."""
    if text is None:
        return None
    printed = squeeze(text)
    scored = [
        (fuzz.ratio(printed, squeeze(statement.text)), statement.id)
        for statement in load_catalogue().statements
        if statement.id.startswith(f"{area}.")
    ]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] >= LONG_SIMILARITY else None
