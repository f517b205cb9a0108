"""Sorts what stands in the areas' pages to the area that it belongs to.

Within a page of the newer form headings, narratives and labels come first, then the area letter,
the statements and the options, so that an area's options can stand below the next area's heading.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spur_extract.catalogue import Edition, EntryKind
from spur_extract.catalogue.schema import AreaCode
from spur_extract.extraction.page_tops import LOOK_AHEAD, PageTops
from spur_extract.layout.lines import LaidLine
from spur_extract.recognition.elements import Element

CLOSES_NARRATIVE = frozenset(
    {
        EntryKind.ROW_LABEL,
        EntryKind.GRADING_LABEL,
        EntryKind.COLUMN_HEADER,
        EntryKind.GRADE_OPTION,
        EntryKind.AREA_LETTER,
        EntryKind.FIXED_TEXT,
        EntryKind.PART_HEADING,
        EntryKind.STATEMENT,
    }
)


@dataclass(slots=True)
class AreaDraft:
    """What was found of one area, in reading order."""

    code: AreaCode
    heading: Element | None = None
    narrative: list[LaidLine] = field(default_factory=list)
    rows: list[Element] = field(default_factory=list)
    options: list[Element] = field(default_factory=list)
    labelled: bool = False

    def has_option(self, grade: str | None) -> bool:
        """Whether this grade's option was found already."""
        return any(option.entry and option.entry.grade == grade for option in self.options)


class _Sorter:
    def __init__(self, edition: Edition | None, tops: PageTops) -> None:
        self.drafts: list[AreaDraft] = []
        tables = edition.area if edition is not None else ()
        self._last_rows = {
            area.code: f"statement:{area.rows[-1].id}" for area in tables if area.rows
        }
        self._tops = tops
        self._headed: AreaDraft | None = None  # the area whose heading came last
        self._heading_above: Element | None = None  # that heading
        self._open: AreaDraft | None = None  # the area whose narrative is being read
        self._right: AreaDraft | None = None  # the area that rows and options belong to
        self._right_page = 0  # the page of the last row, letter or option

    def take(self, element: Element, onwards: Sequence[Element]) -> None:
        """Sort one element; `onwards` are it and those that follow it."""
        kind = element.kind
        if kind is EntryKind.AREA_HEADING:
            self._heading(element)
        elif element.free:
            self._free(element, onwards)
        elif kind in CLOSES_NARRATIVE:
            if not self._letters_open_heading(element):
                self._open = None
            self._form_text(element)

    def _form_text(self, element: Element) -> None:
        if element.kind is EntryKind.ROW_LABEL and self._headed is not None:
            self._headed.labelled = True
        if element.entry is None:
            return
        if element.kind is EntryKind.GRADE_OPTION:
            self._option(element, element.entry.grade)
        elif element.entry.area is not None:
            self._right = self._draft(element.entry.area)
            self._right_page = element.page
            if element.kind is EntryKind.STATEMENT:
                self._right.rows.append(element)

    def _letters_open_heading(self, element: Element) -> bool:
        """Whether this is the area letter printed beside the heading, above the narrative."""
        return (
            self._open is not None
            and not self._open.narrative
            and element.kind is EntryKind.AREA_LETTER
            and element.entry is not None
            and element.entry.area == self._open.code
        )

    def _heading(self, element: Element) -> None:
        assert element.entry is not None and element.entry.area is not None  # noqa: S101, PT018
        code = element.entry.area
        known = self._latest(code)
        again = known is not None and known.heading is not None and self._headed is not known
        if known is None or (again and known.narrative):
            known = AreaDraft(code)
            self.drafts.append(known)
        if known.heading is None:
            known.heading = element
        self._headed = self._open = known
        self._heading_above = element
        if code not in self._last_rows:
            self._right = known

    def _free(self, element: Element, onwards: Sequence[Element]) -> None:
        if element.lines[0].starts_page:
            self._open = None
            headed = self._headed
            if headed is not None and not headed.labelled and not headed.options:
                same = self._tops.goes_on(headed.narrative, onwards, EntryKind.ROW_LABEL)
                self._open = headed if same else None
        if self._open is None:
            return
        if self._open.labelled and self._open.narrative:
            self._open = self._headed = self._doubled(self._open)
        self._open.narrative.extend(element.lines)

    def _doubled(self, known: AreaDraft) -> AreaDraft:
        """The area once more: its heading came again, and words of its own below it."""
        doubled = AreaDraft(known.code, heading=self._heading_above)
        self.drafts.append(doubled)
        return doubled

    def _option(self, element: Element, grade: str | None) -> None:
        if element.page != self._right_page and not self._rows_are_complete():
            return
        self._right_page = element.page
        if self._right is None or self._right.has_option(grade):
            if self._headed is None or self._headed.has_option(grade):
                return
            self._right = self._headed
        self._right.options.append(element)

    def _rows_are_complete(self) -> bool:
        """Whether the options at the top of a page can be those of the area above: its last row
        was the last one that the edition prints. Pages may be missing or out of order."""
        if self._right is None or not self._right.rows or self._right.code not in self._last_rows:
            return True
        last = self._right.rows[-1].entry
        return last is not None and last.id == self._last_rows[self._right.code]

    def _latest(self, code: AreaCode) -> AreaDraft | None:
        return next((draft for draft in reversed(self.drafts) if draft.code == code), None)

    def _draft(self, code: AreaCode) -> AreaDraft:
        known = self._latest(code)
        if known is None:
            known = AreaDraft(code)
            self.drafts.append(known)
        return known


def draft_areas(
    elements: Sequence[Element], edition: Edition | None, tops: PageTops
) -> list[AreaDraft]:
    """The areas found, in the order in which they were met; an area met twice stands twice. Rows
    are in the form's order, whatever order pages are in."""
    sorter = _Sorter(edition, tops)
    for position, element in enumerate(elements):
        sorter.take(element, elements[position : position + LOOK_AHEAD])
    numbers = edition.row_numbers if edition is not None else {}
    for draft in sorter.drafts:
        if all(row.entry is not None and row.entry.id in numbers for row in draft.rows):
            draft.rows.sort(key=lambda row: numbers[row.entry.id] if row.entry is not None else 0)
    return sorter.drafts
