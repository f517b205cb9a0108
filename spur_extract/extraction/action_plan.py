"""The action plan: one item for each deficiency, with its five fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from spur_extract.catalogue import EntryKind, load_catalogue
from spur_extract.catalogue.schema import PlanField
from spur_extract.contract import (
    ActionItem,
    ActionPlan,
    Deadline,
    DeadlineStatus,
    Party,
    PlanStatus,
)
from spur_extract.diagnostics import DiagnosticKind
from spur_extract.extraction.deadlines import read_deadline, unclear_date
from spur_extract.extraction.findings import Findings
from spur_extract.extraction.plan_drafts import PlanDraft, draft_plan
from spur_extract.extraction.plan_references import references_to_plan
from spur_extract.extraction.plan_shifts import shifted
from spur_extract.extraction.prose import Prose
from spur_extract.language import Language
from spur_extract.layout.lines import LaidLine, squeeze
from spur_extract.layout.paragraphs import Flow, joined_text
from spur_extract.recognition.elements import Element, Recognised
from spur_extract.recognition.thresholds import LONG_SIMILARITY

DASHES = frozenset("-–—_. ")


def extract_action_plan(
    recognised: Recognised,
    prose: Prose,
    language: Language,
    narratives: Sequence[str],
    findings: Findings,
) -> ActionPlan:
    """Read the plan; `narratives` tell whether one is referred to where none is included."""
    elements = [element for element in recognised.elements if element.zone == "plan"]
    plan = draft_plan(elements, prose.running_tops, pages_known=recognised.pages_known)
    if plan.torn:
        findings.diagnose(DiagnosticKind.ACTION_ITEM_TORN, "/action_plan/items")
    items = tuple(
        _item(draft, f"/action_plan/items/{position}", prose, language, findings)
        for position, draft in enumerate(plan.items)
    )
    if items:
        return ActionPlan(status=PlanStatus.INCLUDED, items=items)
    headed = any(element.kind is EntryKind.PLAN_HEADING for element in elements)
    if headed or any(map(references_to_plan, narratives)) or _named_apart(recognised.elements):
        findings.diagnose(DiagnosticKind.PLAN_NOT_INCLUDED, "/action_plan")
        return ActionPlan(status=PlanStatus.ATTACHED)
    return ActionPlan(status=PlanStatus.ABSENT)


def _named_apart(elements: Sequence[Element]) -> bool:
    """Whether a line outside of lists and narratives refers to the plan, as in a covering letter,
    or is its heading above something that is not read, as a table."""
    headings = {
        form.casefold()
        for entry in load_catalogue().entries
        if entry.kind is EntryKind.PLAN_HEADING
        for form in entry.forms
    }
    own = [element for element in elements if element.entry is None]
    return any(element.lines[0].text.casefold() in headings for element in own) or any(
        references_to_plan(element.lines[0].text)
        for element in own
        if element.zone not in ("lists", "areas")
    )


def _item(
    draft: PlanDraft, pointer: str, prose: Prose, language: Language, findings: Findings
) -> ActionItem:
    findings.locate(f"{pointer}/indicator_text", draft.head.lines)
    for name in draft.doubled:
        findings.diagnose(DiagnosticKind.ACTION_FIELD_DOUBLED, f"{pointer}/{name}", name)
    indicator_text = joined_text(draft.head.lines, prose.words) or None
    texts = {name: prose.text(lines) for name, lines in draft.fields.items()}
    misplaced = shifted(texts, language)
    if misplaced:
        findings.diagnose(DiagnosticKind.ACTION_FIELDS_SHIFTED, pointer)
        draft.fields.clear()
    fields = _Fields(draft, pointer, prose, findings, misplaced=misplaced)
    return ActionItem(
        area=draft.head.area,
        indicator_id=_statement_id(draft.head.statement_id)
        or _statement_like(indicator_text, draft.head.area),
        indicator_text=indicator_text,
        planned_action=fields.action(),
        due=fields.deadline("due"),
        responsible=fields.party("responsible", language),
        follow_up_due=fields.deadline("follow_up_due"),
        follow_up_responsible=fields.party("follow_up_responsible", language),
    )


@dataclass(frozen=True, slots=True)
class _Fields:
    """Reads the fields of one item, and notes where each stands or that it does not."""

    draft: PlanDraft
    pointer: str
    prose: Prose
    findings: Findings
    misplaced: bool

    def action(self) -> str | None:
        lines = self.draft.fields.get("planned_action", [])
        self.findings.locate(f"{self.pointer}/planned_action", lines)
        if not lines:
            self._missing("planned_action")
        return self.prose.text(lines)

    def deadline(self, name: PlanField) -> Deadline:
        lines = self._lines(name)
        deadline = read_deadline(self.prose.text(lines))
        if deadline.status is DeadlineStatus.MALFORMED:
            self.findings.diagnose(DiagnosticKind.DEADLINE_MALFORMED, f"{self.pointer}/{name}")
        elif unclear_date(deadline.text):
            self.findings.diagnose(DiagnosticKind.DEADLINE_UNCLEAR, f"{self.pointer}/{name}")
        self._locate(name, lines, deadline.text)
        return deadline

    def party(self, name: PlanField, language: Language) -> Party:
        lines = self._lines(name)
        party = language.party(self.prose.text(lines))
        self._locate(name, lines, party.text)
        return party

    def _lines(self, name: PlanField) -> list[LaidLine]:
        return _without_other_text(self.draft.fields.get(name, []), self.prose.running)

    def _locate(self, name: PlanField, lines: list[LaidLine], text: str | None) -> None:
        """A dash stands for a missing value, and so has a place, but no text; of other signs
        nobody knows what they stand for."""
        if text is not None:
            self.findings.locate(f"{self.pointer}/{name}/text", lines)
            return
        self._missing(name)
        if all(set(line.text) <= DASHES for line in lines):
            self.findings.locate(f"{self.pointer}/{name}", lines)

    def _missing(self, name: PlanField) -> None:
        if self.misplaced:
            return
        pointer = f"{self.pointer}/{name}"
        self.findings.diagnose(DiagnosticKind.ACTION_FIELD_MISSING, pointer, name)


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


def _statement_id(recognised: str | None) -> str | None:
    """The id, unless an edition prints the same words under another id, too."""
    statements = load_catalogue().statements
    text = next((each.text for each in statements if each.id == recognised), None)
    same = [each.id for each in statements if each.text == text]
    return recognised if len(same) == 1 else None


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
    return _statement_id(best[1]) if best[0] >= LONG_SIMILARITY else None
