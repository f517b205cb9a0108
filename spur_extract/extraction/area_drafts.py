"""Sorts what stands in the areas' pages to the area that it belongs to.

Within a page of the newer form headings, narratives and labels come first, then the area letter,
the statements and the options, so that an area's options can stand below the next area's heading.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spur_extract.catalogue import Edition, EntryKind, load_catalogue
from spur_extract.catalogue.schema import AreaCode, Grade
from spur_extract.extraction.form_lines import (
    has_words,
    is_bare,
    is_forms_own,
    may_be_bare,
    may_be_bullet,
)
from spur_extract.extraction.option_groups import Doubts, doubts_of
from spur_extract.extraction.page_tops import LOOK_AHEAD, PageTops
from spur_extract.layout.lines import LaidLine
from spur_extract.layout.measure import SENTENCE_END
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

LAST_GRADE: Grade = "D"
"""The grade of the last option of every group."""

SAME_EDGE = 30.0
"""Points by which headings of one column may be indented more than others."""


@dataclass(slots=True)
class AreaDraft:
    """What was found of one area, in reading order; `doubts` tell why the options' marks cannot be
    relied on."""

    code: AreaCode
    heading: Element | None = None
    narrative: list[LaidLine] = field(default_factory=list)
    rows: list[Element] = field(default_factory=list)
    options: list[Element] = field(default_factory=list)
    labelled: bool = False
    doubts: Doubts = field(default_factory=Doubts)

    def awaits(self, option: Element, *, in_order: bool) -> bool:
        """Whether the option's place in the group is below all that were found; where a group may
        be printed in any order, whether it was not found yet."""
        if not in_order:
            return _grade(option) not in map(_grade, self.options)
        return not self.options or _grade(option) > _grade(self.options[-1])


class _Sorter:
    def __init__(self, edition: Edition | None, tops: PageTops, *, as_printed: bool) -> None:
        self._as_printed = as_printed  # what is below a heading is that area's
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
        self._kind_above: EntryKind | None = None  # what the form text above is
        self._line_above: LaidLine | None = None  # the last line of a narrative, or among them
        # by area the other one whose heading stands above the area's options
        self._below_heading_of: dict[int, AreaDraft] = {}

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
        if element.entry is not None:
            self._kind_above = kind

    def _form_text(self, element: Element) -> None:
        if element.kind is EntryKind.ROW_LABEL and self._headed is not None:
            self._headed.labelled = True
        if element.entry is None:
            return
        if element.kind is EntryKind.GRADE_OPTION:
            self._option(element)
        elif element.entry.area is not None:
            self._right = self._draft(element.entry.area)
            self._right_page = element.page
            if element.kind is EntryKind.STATEMENT:
                self._row(self._right, element)

    def _row(self, draft: AreaDraft, element: Element) -> None:
        if not draft.rows and draft.doubts:  # the group above its rows was another area's
            draft.options.clear()
            draft.doubts = Doubts()
        draft.rows.append(element)

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
        if is_forms_own(element.lines[0], self._open.code):
            self._open = None
            return
        if self._is_mark(element, onwards):
            return
        if self._open.labelled and self._open.narrative:
            self._open = self._headed = self._doubled(self._open)
        self._open.narrative.extend(element.lines)

    def _is_mark(self, element: Element, onwards: Sequence[Element]) -> bool:
        """Whether a line of the narrative is a mark of some row: no word of a sentence that runs
        into it, and no bullet. Figures and letters are marks among marks, and last of all."""
        above, line = self._line_above, element.lines[0]
        self._line_above = line
        if not may_be_bare(line):
            return False
        written = self._open.narrative if self._open is not None else []
        if written and not SENTENCE_END.search(written[-1].text):
            return False
        below = onwards[1] if len(onwards) > 1 else None
        beside = (above, below.lines[0] if below is not None else None)
        if any(each is not None and is_bare(each) for each in beside):
            return True
        if is_bare(line):
            return not may_be_bullet(line)
        announced = bool(written) and written[-1].text.endswith(":")
        return not announced and below is not None and not below.free

    def _doubled(self, known: AreaDraft) -> AreaDraft:
        """The area once more: its heading came again, and words of its own below it."""
        doubled = AreaDraft(known.code, heading=self._heading_above)
        self.drafts.append(doubled)
        return doubled

    def _option(self, element: Element) -> None:
        if element.page != self._right_page and not self._rows_are_complete():
            return
        self._right_page = element.page
        in_order = not self._as_printed
        if in_order and self._right is not None and self._repeats_within_group(element):
            self._doubt(self._right)
        if self._right is None or not self._right.awaits(element, in_order=in_order):
            if self._headed is None or not self._headed.awaits(element, in_order=in_order):
                if in_order:
                    self._doubt(self._right, self._headed)
                return
            self._right = self._headed
            if in_order and not self._right.rows and self._right.code in self._last_rows:
                self._doubt(self._right)
        if self._headed is not None and self._headed is not self._right:
            self._below_heading_of[id(self._right)] = self._headed
        self._right.options.append(element)

    def _repeats_within_group(self, option: Element) -> bool:
        """Whether an option stands right below the others of a group that is not complete, and has
        its place above them."""
        group = self._right.options if self._right is not None else []
        below_another = self._kind_above is EntryKind.GRADE_OPTION and bool(group)
        return below_another and _grade(option) <= _grade(group[-1]) < LAST_GRADE

    def _doubt(self, *drafts: AreaDraft | None) -> None:
        for draft in drafts:
            if draft is not None:
                draft.doubts = Doubts(options_lost=True)

    def _rows_are_complete(self) -> bool:
        """Whether the options at the top of a page can be those of the area above: its last row
        was the last one that the edition prints. Pages may be missing or out of order."""
        if self._right is None or not self._right.rows or self._right.code not in self._last_rows:
            return True
        last = self._right.rows[-1].entry
        return last is not None and last.id == self._last_rows[self._right.code]

    def heading_above_options(self, draft: AreaDraft) -> AreaDraft | None:
        """The other area whose heading stands between the options of `draft` and its rows: they
        are that area's, if it has no rows of its own."""
        return self._below_heading_of.get(id(draft))

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
    sorter = _Sorter(edition, tops, as_printed=_is_read_as_printed(elements))
    for position, element in enumerate(elements):
        sorter.take(element, elements[position : position + LOOK_AHEAD])
    _note_doubts(sorter, elements, edition)
    numbers = edition.row_numbers if edition is not None else {}
    for draft in sorter.drafts:
        if not has_words(draft.narrative):
            draft.narrative.clear()
        if all(row.entry is not None and row.entry.id in numbers for row in draft.rows):
            draft.rows.sort(key=lambda row: numbers[row.entry.id] if row.entry is not None else 0)
    return sorter.drafts


def _note_doubts(sorter: _Sorter, elements: Sequence[Element], edition: Edition | None) -> None:
    places = {element: position for position, element in enumerate(elements)}
    editions = [edition] if edition is not None else load_catalogue().editions
    grades: list[Grade] = sorted({option.grade for each in editions for option in each.option})
    with_rows = {area.code for each in editions for area in each.area if area.rows}
    for draft in sorter.drafts:
        headed = sorter.heading_above_options(draft)
        missing = headed is not None and headed.code in with_rows and not headed.rows
        if not draft.doubts:
            found = doubts_of(draft.options, elements, places, grades)
            draft.doubts = Doubts(found.stray_marks, found.options_lost or missing)


def _is_read_as_printed(elements: Sequence[Element]) -> bool:
    """Whether what comes below an area's heading is surely that area's: where places are known,
    and headings stand in one column."""
    headings = [each.lines[0] for each in elements if each.kind is EntryKind.AREA_HEADING]
    edges = [line.source.box[0] for line in headings if line.source.box is not None]
    return bool(edges) and max(edges) - min(edges) <= SAME_EDGE


def _grade(option: Element) -> str:
    return (option.entry.grade or "") if option.entry is not None else ""
