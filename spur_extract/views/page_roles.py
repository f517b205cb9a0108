"""Which role each place on a page was given: what `page_picture` draws."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from spur_extract.catalogue import EntryKind
from spur_extract.contract import GradingBasis, Report, Span
from spur_extract.layout.lines import LaidLine
from spur_extract.reading.document import Box
from spur_extract.recognition.elements import Element, Recognised

Rgb = tuple[int, int, int]


class Role(Enum):
    """What a place on a page is: its name in the legend, and its colour."""

    HEADING = ("heading", (31, 78, 173))
    LABEL = ("label", (0, 139, 175))
    STATEMENT = ("statement", (116, 78, 194))
    OPTION = ("option", (186, 85, 160))
    FIXED_TEXT = ("fixed text", (110, 125, 150))
    COVER_VALUE = ("free text: cover", (154, 132, 0))
    LIST_ITEM = ("free text: list", (0, 128, 96))
    NARRATIVE = ("free text: narrative", (60, 145, 20))
    PLAN_VALUE = ("free text: plan", (120, 150, 60))
    FOREIGN = ("foreign", (140, 80, 30))
    FURNITURE = ("furniture", (150, 150, 150))
    MARK_CHOSEN = ("mark chosen", (0, 190, 0))
    MARK_OPEN = ("mark open", (240, 140, 0))
    MARK_UNCLEAR = ("mark unclear", (255, 0, 180))
    UNASSIGNED = ("unassigned", (220, 0, 0))

    @property
    def label(self) -> str:
        """Its name in the legend."""
        return self.value[0]

    @property
    def colour(self) -> Rgb:
        """Red, green and blue from 0 to 255."""
        return self.value[1]

    @property
    def is_mark(self) -> bool:
        """Whether it is a mark beside form text, and no text."""
        return self in {Role.MARK_CHOSEN, Role.MARK_OPEN, Role.MARK_UNCLEAR}


ROLE_OF_KIND: Mapping[EntryKind, Role] = {
    EntryKind.COVER_TITLE: Role.HEADING,
    EntryKind.COVER_LABEL: Role.LABEL,
    EntryKind.LIST_HEADING: Role.HEADING,
    EntryKind.PART_HEADING: Role.HEADING,
    EntryKind.AREA_HEADING: Role.HEADING,
    EntryKind.AREA_LETTER: Role.HEADING,
    EntryKind.ROW_LABEL: Role.LABEL,
    EntryKind.GRADING_LABEL: Role.LABEL,
    EntryKind.COLUMN_HEADER: Role.LABEL,
    EntryKind.STATEMENT: Role.STATEMENT,
    EntryKind.GRADE_OPTION: Role.OPTION,
    EntryKind.FIXED_TEXT: Role.FIXED_TEXT,
    EntryKind.PLAN_HEADING: Role.HEADING,
    EntryKind.PLAN_FIELD: Role.LABEL,
}

VALUES: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"/cover/"), Role.COVER_VALUE),
    (re.compile(r"/(?:strengths|weaknesses|improvements)/"), Role.LIST_ITEM),
    (re.compile(r"/areas/\d+/narrative$"), Role.NARRATIVE),
    (re.compile(r"/action_plan/"), Role.PLAN_VALUE),
)
"""The values that hold free text, by their JSON Pointers."""

MARKED_ROW = re.compile(r"/areas/(\d+)/indicators/(\d+)/fulfilled")
MARKED_GRADING = re.compile(r"/areas/(\d+)/gradings/(\d+)(?:/grade)?")

NOTHING_MARKED = frozenset({GradingBasis.NONE})
SENTENCE_OR_NOTHING = frozenset({GradingBasis.STATED, GradingBasis.UNREADABLE})


@dataclass(frozen=True, slots=True)
class PlacedRole:
    """A box on the page, in points from its top left, and what stands there."""

    box: Box
    role: Role


@dataclass(frozen=True, slots=True)
class _Block:
    """A printed line's role; lines that follow each other with one `key` are one block."""

    line: LaidLine
    role: Role
    key: object


def placed_roles(
    recognised: Recognised, report: Report | None, page: int
) -> tuple[PlacedRole, ...]:
    """Each block of text and each mark on the page, marks last; what has no box is left out.

    Without a report (it was refused) free text is unassigned, and what marks say is not known.
    """
    values = _values_by_line(report.provenance if report else {}, page)
    blocks = sorted(_blocks(recognised, values, page), key=lambda block: block.line.index)
    placed = [*_united(blocks)]
    placed += _leftovers(report, blocks, page)
    placed += _marks(report, page)
    placed += _unread_signs(recognised, placed, page)
    return tuple(dict.fromkeys(placed))


def _values_by_line(
    provenance: Mapping[str, tuple[Span, ...]], page: int
) -> dict[int, tuple[Role, str]]:
    """What free text each line of the page went into, by the line's end offset."""
    values: dict[int, tuple[Role, str]] = {}
    for pointer, spans in provenance.items():
        role = next((role for pattern, role in VALUES if pattern.match(pointer)), None)
        if role is not None:
            for span in spans:
                if span.page == page:
                    values.setdefault(span.end, (role, pointer))
    return values


def _blocks(
    recognised: Recognised, values: Mapping[int, tuple[Role, str]], page: int
) -> Iterator[_Block]:
    for number, element in enumerate(recognised.elements):
        for line in element.lines:
            if line.page == page:
                role, key = _role(element, values.get(line.source.end), number)
                yield _Block(line, role, key)
    for line in recognised.furniture:
        if line.page == page:
            yield _Block(line, Role.FURNITURE, line.index)


def _role(element: Element, value: tuple[Role, str] | None, number: int) -> tuple[Role, object]:
    if element.kind is not None:
        return ROLE_OF_KIND[element.kind], number
    if element.foreign:
        return Role.FOREIGN, number
    return value or (Role.UNASSIGNED, number)


def _united(blocks: Iterable[_Block]) -> Iterator[PlacedRole]:
    for (role, _), lines in groupby(blocks, key=lambda block: (block.role, block.key)):
        boxes = [block.line.source.box for block in lines if block.line.source.box is not None]
        if boxes:
            yield PlacedRole(_around(boxes), role)


def _around(boxes: list[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _leftovers(report: Report | None, blocks: Iterable[_Block], page: int) -> Iterator[PlacedRole]:
    """Unassigned pieces of lines that are something else: words behind form text, a mark."""
    told = [block.line.source for block in blocks if block.role in {Role.UNASSIGNED, Role.FOREIGN}]
    for piece in report.unassigned if report else ():
        known = any(line.start <= piece.start < line.end for line in told)
        if piece.page == page and piece.bbox is not None and not known:
            yield PlacedRole(piece.bbox, Role.UNASSIGNED)


def _marks(report: Report | None, page: int) -> Iterator[PlacedRole]:
    if report is None:
        return
    for pointer, spans in report.provenance.items():
        for span, role in zip(spans, _mark_roles(report, pointer, len(spans)), strict=True):
            if role is not None and span.page == page and span.bbox is not None:
                yield PlacedRole(span.bbox, role)


def _unread_signs(
    recognised: Recognised, placed: Iterable[PlacedRole], page: int
) -> list[PlacedRole]:
    """Mark glyphs that no value was read from: options left open, or what nobody understood."""
    known = [item.box for item in placed if item.role.is_mark]
    return [
        PlacedRole(
            box, Role.MARK_UNCLEAR if any(it.chosen for it in sign.marks) else Role.MARK_OPEN
        )
        for sign in recognised.signs
        if sign.page == page and (box := sign.source.box) is not None
        if not any(_overlap(box, other) for other in known)
    ]


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _mark_roles(report: Report, pointer: str, count: int) -> list[Role | None]:
    """What the marks say that a value was read from; nulls where they are no marks."""
    if found := MARKED_ROW.fullmatch(pointer):
        fulfilled = report.areas[int(found[1])].indicators[int(found[2])].fulfilled
        values = list(fulfilled.values()) if isinstance(fulfilled, dict) else [fulfilled] * count
        if len(values) != count:
            return [Role.MARK_UNCLEAR] * count
        return [_role_of_mark(value) for value in values]
    if found := MARKED_GRADING.fullmatch(pointer):
        grading = report.areas[int(found[1])].gradings[int(found[2])]
        if grading.basis in SENTENCE_OR_NOTHING:
            return [None] * count
        return [_role_of_mark(grading.basis not in NOTHING_MARKED)] * count
    return [None] * count


def _role_of_mark(chosen: bool | None) -> Role:
    if chosen is None:
        return Role.MARK_UNCLEAR
    return Role.MARK_CHOSEN if chosen else Role.MARK_OPEN
