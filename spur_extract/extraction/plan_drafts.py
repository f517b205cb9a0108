"""Sorts what stands in the action plan to the item and the field that it belongs to.

An item begins with the area's heading and the deficiency; its labels follow in order. Headings and
labels are printed again where an item goes on, or begins, on the next page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spur_extract.catalogue import EntryKind
from spur_extract.catalogue.schema import AreaCode, PlanField
from spur_extract.extraction.page_tops import LOOK_AHEAD, PageTops
from spur_extract.layout.lines import LaidLine, squeeze
from spur_extract.recognition.elements import Element

FIELDS: tuple[PlanField, ...] = (
    "planned_action",
    "due",
    "responsible",
    "follow_up_due",
    "follow_up_responsible",
)

LEAST_PAGE_GAP = 2
"""Blank lines from which on a page may end, although the source does not tell it."""


@dataclass(slots=True)
class PlanHead:
    """What an item begins with: the area's heading, and the deficiency below it."""

    area: AreaCode
    statement_id: str | None = None
    lines: list[LaidLine] = field(default_factory=list)


@dataclass(slots=True)
class PlanDraft:
    """An item as it is being read; text goes to the `current` field.

    `labelled_on` is the page of the last label; `doubled` are the fields labelled more than once.
    """

    head: PlanHead
    current: PlanField
    labelled_on: int = 0
    fields: dict[PlanField, list[LaidLine]] = field(default_factory=dict)
    doubled: set[PlanField] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class DraftedPlan:
    """The items in order; `torn` when labels stand where no item can be told for them."""

    items: tuple[PlanDraft, ...]
    torn: bool


def draft_plan(elements: Sequence[Element], tops: PageTops, *, pages_known: bool) -> DraftedPlan:
    """The items of the plan, from the elements of its zone."""
    reader = _Reader(tops, pages_known)
    for position, element in enumerate(elements):
        reader.take(element, elements[position : position + LOOK_AHEAD])
    reader.close()
    return DraftedPlan(tuple(reader.drafts), reader.torn)


class _Reader:
    def __init__(self, tops: PageTops, pages_known: bool) -> None:
        self.drafts: list[PlanDraft] = []
        self.torn = False
        self._tops = tops
        self._pages_known = pages_known
        self._lost = False  # the labels read belong to no item that is known
        self._astray = False  # on a page that does not go on with the plan
        self._was_astray = False  # the same, until the page's first form text
        self._head: PlanHead | None = None  # begun, and no field of it met yet
        self._printed_before: PlanHead | None = None  # the same head at the foot of a page
        self._area: AreaCode | None = None

    def take(self, element: Element, onwards: Sequence[Element]) -> None:
        """Sort one element of the plan; `onwards` are it and those that follow it."""
        entry = element.entry
        if entry is None:
            if element.free:
                self._free(element, onwards)
            return
        self._was_astray, self._astray = self._astray, False
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
                self.drafts.append(PlanDraft(head, "planned_action"))
        self._head = self._printed_before = None

    def _heading(self, area: AreaCode) -> None:
        """A head without fields may be printed again on the next page."""
        self._area = area
        self._lost = False
        if self._head is not None and self._head.lines and self._head.area == area:
            self._printed_before = self._head
        elif self._head is not None and self._head.lines:
            self.close()
        self._head = PlanHead(area)

    def _statement(self, element: Element, statement_id: str) -> None:
        self._lost = False
        if self._head is None and self._area is not None:
            self._head = PlanHead(self._area)
        if self._head is not None:
            self._head.statement_id = self._head.statement_id or statement_id
            self._head.lines.extend(element.lines)

    def _free(self, element: Element, onwards: Sequence[Element]) -> None:
        if element.lines[0].starts_page:
            self._astray = not self._goes_on_at_page_top(onwards)
        if self._astray or self._lost:
            return
        if self._head is None and self.drafts and self.drafts[-1].fields:
            self.drafts[-1].fields[self.drafts[-1].current].extend(element.lines)
        elif self._head is not None and self._head.statement_id is None:
            self._head.lines.extend(element.lines)

    def _goes_on_at_page_top(self, onwards: Sequence[Element]) -> bool:
        """Whether text at the top of a page belongs to the field above: its next label, if there
        is one on the page, is the one that comes after."""
        page = [element for element in onwards if element.page == onwards[0].page]
        labels = (element.entry.plan_field for element in page if element.entry is not None)
        label = next(labels, None)
        if label is not None and self._head is None and self.drafts:
            return FIELDS.index(label) == FIELDS.index(self.drafts[-1].current) + 1
        return self._tops.goes_on(self._written(), onwards, EntryKind.PLAN_FIELD)

    def _written(self) -> Sequence[LaidLine]:
        """The lines so far of what is being read."""
        if self._head is not None:
            return self._head.lines
        return self.drafts[-1].fields.get(self.drafts[-1].current, ()) if self.drafts else ()

    def _field(self, name: PlanField, element: Element) -> None:
        head = self._head_of_field(name)
        if head is not None:
            self.drafts.append(PlanDraft(head, name))
        elif self._tears(name, element):
            self._lost = self.torn = True
            return
        elif self._typed_again(name, element):
            self.drafts[-1].fields[name].extend(element.lines)
            return
        self._lost = not self.drafts
        if self.drafts:
            self._label(self.drafts[-1], name, element.page)

    def _label(self, draft: PlanDraft, name: PlanField, page: int) -> None:
        if draft.fields.get(name) and draft.labelled_on == page:
            draft.doubled.add(name)
        draft.current = name
        draft.labelled_on = page
        draft.fields.setdefault(name, [])

    def _head_of_field(self, name: PlanField) -> PlanHead | None:
        """The head of the item that this label begins; null when an item goes on."""
        head, before = self._head, self._printed_before
        self._head = self._printed_before = None
        if before is not None and head is not None and head.lines:
            if _key(before.lines) != _key(head.lines):
                self.drafts.append(PlanDraft(before, name))
        elif before is not None:
            head = before
        if head is not None:
            return None if self._goes_on(head, name) else head
        if self._starts_over(name) and self._area is not None:
            return PlanHead(self._area)
        return None

    def _goes_on(self, head: PlanHead, name: PlanField) -> bool:
        """Whether a heading at the top of a page only repeats the item that goes on there."""
        if not self.drafts or not self.drafts[-1].fields:
            return False
        draft = self.drafts[-1]
        same = draft.head.area == head.area and (
            not head.lines or _key(head.lines) == _key(draft.head.lines)
        )
        return same and FIELDS.index(name) >= FIELDS.index(draft.current)

    def _starts_over(self, name: PlanField) -> bool:
        """Whether an item begins whose head is not there: its first label comes round again."""
        if not self.drafts or self._lost:
            return False
        draft = self.drafts[-1]
        return name == FIELDS[0] and draft.current != name and name in draft.fields

    def _tears(self, name: PlanField, element: Element) -> bool:
        """Whether a page's first label cannot be the next of the item above: a page is missing."""
        at_page_top = element.lines[0].starts_page or self._was_astray
        if not self.drafts or not at_page_top or not self._pages_known:
            return self._lost
        draft = self.drafts[-1]
        step = FIELDS.index(name) - FIELDS.index(draft.current)
        return step not in (0, 1)

    def _typed_again(self, name: PlanField, element: Element) -> bool:
        """Whether a unit began its text with the label's words; the form repeats a label only on
        the next page."""
        if not self.drafts or not self._pages_known:
            return False
        draft = self.drafts[-1]
        just_labelled = draft.current == name and not draft.fields.get(name)
        close = element.lines[0].gap < LEAST_PAGE_GAP
        return just_labelled and draft.labelled_on == element.page and close


def _key(lines: Sequence[LaidLine]) -> str:
    return squeeze("".join(line.text for line in lines))
