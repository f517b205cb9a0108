"""Cells above the columns of marks: where the head of a table stands, whatever it says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

from spur_extract.catalogue import EntryKind
from spur_extract.layout.lines import LaidLine
from spur_extract.layout.measure import SENTENCE_END
from spur_extract.reading.boxes import hull
from spur_extract.reading.document import Box
from spur_extract.recognition.elements import Element

LONGEST_HEAD = 40
"""Characters of the longest text in one cell of a table's head."""

AT_ONE_LEVEL = 3.0
"""Points by which two cells may overlap although one stands below the other."""

MOST_OVERLAP = 0.25
"""Share of a head's width that may stand over the statements beside its columns."""

ROWS = frozenset({EntryKind.STATEMENT, EntryKind.GRADE_OPTION})
BELOW_A_HEAD = ROWS | {
    EntryKind.ROW_LABEL,
    EntryKind.GRADING_LABEL,
    EntryKind.COLUMN_HEADER,
    EntryKind.AREA_LETTER,
    EntryKind.FIXED_TEXT,
}


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of a table's head; cells of one head have one `table`: page and place of what
    stands below them."""

    lines: tuple[LaidLine, ...]
    table: tuple[int, float]

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(line.text for line in self.lines)

    def is_level_with(self, other: "HeadCell") -> bool:
        """Whether both are of one table's head, side by side."""
        one, two = _box(self.lines, self.table[0]), _box(other.lines, other.table[0])
        if self.table != other.table or one is None or two is None:
            return False
        return min(one[3], two[3]) > max(one[1], two[1])


@dataclass(frozen=True, slots=True)
class _Placed:
    box: Box
    element: Element


def head_cells(elements: Sequence[Element], furniture: Iterable[LaidLine]) -> tuple[HeadCell, ...]:
    """All cells that stand beside the column of statements, above a row and not level with one;
    heads printed again on every page may have been taken for `furniture`."""
    by_page: dict[int, list[_Placed]] = {}
    for element in elements:
        for number in {line.page for line in element.lines}:
            box = _box(element.lines, number)
            if box is not None:
                by_page.setdefault(number, []).append(_Placed(box, element))
    every = [each for page in by_page.values() for each in page]
    statements = [each for each in every if each.element.kind is EntryKind.STATEMENT]
    if not statements:
        return ()
    candidates: list[tuple[list[LaidLine], Box]] = []
    for lines in _cells(elements, furniture):
        box = _box(lines, lines[0].page)
        page = by_page.get(lines[0].page, [])
        own = [each for each in page if each.element.kind is EntryKind.STATEMENT] or statements
        if box is not None and _is_beside(box, own) and not _is_level_with_row(box, page):
            candidates.append((lines, box))
    return tuple(_above_a_row(candidates, by_page))


def _above_a_row(
    candidates: Sequence[tuple[list[LaidLine], Box]], by_page: Mapping[int, Sequence[_Placed]]
) -> Iterator[HeadCell]:
    """Those of the cells that have the form's table next below them, other cells of its head
    passed over."""
    cells = {lines[0].cell for lines, _ in candidates}
    for lines, box in candidates:
        others = [
            each
            for each in by_page.get(lines[0].page, ())
            if each.element.lines[0].cell not in cells and each.box[1] >= box[3] - AT_ONE_LEVEL
        ]
        below = min(others, key=lambda each: each.box[1], default=None)
        if below is not None and below.element.kind in BELOW_A_HEAD:
            yield HeadCell(tuple(lines), (lines[0].page, below.box[1]))


def _cells(elements: Iterable[Element], furniture: Iterable[LaidLine]) -> Iterator[list[LaidLine]]:
    """The lines of each cell that has few words, all of them free; furniture line by line."""
    placed = [each for each in elements if each.lines[0].cell is not None]
    whole: Mapping[int | None, list[Element]] = {
        cell: list(group) for cell, group in groupby(placed, lambda each: each.lines[0].cell)
    }
    cells = [
        [line for element in group for line in element.lines]
        for group in whole.values()
        if all(element.free for element in group)
    ]
    cells.extend([line] for line in furniture if line.cell is not None)
    for lines in cells:
        if sum(len(line.text) for line in lines) <= LONGEST_HEAD:
            yield lines


def _is_beside(box: Box, statements: Iterable[_Placed]) -> bool:
    """Whether a cell stands beside the column of statements, but for some points of its edge."""
    column = _words_of(statements)
    overlap = min(box[2], column[2]) - max(box[0], column[0])
    return overlap <= MOST_OVERLAP * (box[2] - box[0])


def _words_of(statements: Iterable[_Placed]) -> Box:
    """The box around the statements' words; lines with marks in them count if all have some."""
    lines = [line for each in statements for line in each.element.lines]
    return hull(
        line.source.box
        for line in [line for line in lines if not line.marks] or lines
        if line.source.box is not None
    )


def _is_level_with_row(box: Box, page: Iterable[_Placed]) -> bool:
    middle = (box[1] + box[3]) / 2
    return any(each.box[1] <= middle <= each.box[3] for each in page if each.element.kind in ROWS)


def lines_beside(
    rows: Iterable[Element], lines: Iterable[LaidLine]
) -> Iterator[tuple[LaidLine, ...]]:
    """The short lines level with each row, those at one level together."""
    short: dict[int, list[tuple[float, LaidLine]]] = {}
    for line in lines:
        if line.source.box is not None and len(line.text) <= LONGEST_HEAD:
            middle = (line.source.box[1] + line.source.box[3]) / 2
            short.setdefault(line.page, []).append((middle, line))
    for row in rows:
        box = _box(row.lines, row.page)
        level = [each for each in short.get(row.page, ()) if box and box[1] <= each[0] <= box[3]]
        for _, group in groupby(sorted(level, key=itemgetter(0)), key=lambda each: round(each[0])):
            yield tuple(line for _, line in group)


def lines_above_form_text(elements: Sequence[Element]) -> Iterator[LaidLine]:
    """The lines of a text that may head the columns of the form's table right below them: what
    ends no sentence."""
    for element, below in pairwise(elements):
        line = element.lines[0]
        above_table = element.free and line.cell is None and below.kind in BELOW_A_HEAD
        short = len(line.text) <= LONGEST_HEAD and not SENTENCE_END.search(line.text)
        if above_table and short:
            yield line


def _box(lines: Iterable[LaidLine], page: int) -> Box | None:
    """The box around those of the lines that stand on a page."""
    boxes = [line.source.box for line in lines if line.page == page]
    placed = [box for box in boxes if box is not None]
    return hull(placed) if placed else None
