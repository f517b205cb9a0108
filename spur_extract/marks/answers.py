"""Statements that are answered by something else than marks, which cannot be read, but is told."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spur_extract.marks import thresholds as limit
from spur_extract.marks.geometry import middle
from spur_extract.marks.model import Cell, CellState, Column, Row
from spur_extract.marks.sheet import spans_of
from spur_extract.reading.boxes import hull
from spur_extract.reading.document import Box, Line, Page

STYLE = "word beside the statement"


@dataclass(frozen=True, slots=True)
class _Answer:
    """A short text to the right of the row at the place `row`."""

    row: int
    page: int
    text: str
    box: Box


def by_words(rows: Sequence[Row], pages: Mapping[int, Page]) -> tuple[Column, ...]:
    """One column of unreadable cells where the same few words stand beside nearly every row.

    What they mean is not known here: yes and no have many names.
    """
    found = [answer for place, row in enumerate(rows) for answer in _beside(place, row, pages)]
    own = max((_aligned(found, edge) for edge in (_left, _centre, _right)), key=len)
    kinds = {one.text.casefold() for one in own.values()}
    enough = len(own) >= max(limit.FULL_ROWS * len(rows), limit.FEWEST_ANSWERS)
    if not enough or len(kinds) > limit.MOST_ANSWERS:
        return ()
    cells = tuple(_cell(own[at]) if at in own else None for at in range(len(rows)))
    whole = hull(one.box for one in own.values())
    return (Column(whole[0], whole[2], cells),)


def _aligned(found: Sequence[_Answer], edge: Callable[[Box], float]) -> dict[int, _Answer]:
    """The answers of the fullest column, by row, where columns are told by an edge of theirs."""
    spans = spans_of(edge(one.box) for one in found)
    start, end, _ = max(spans, key=lambda span: span[2], default=(0.0, 0.0, 0))
    return {one.row: one for one in found if start <= edge(one.box) <= end}


def _left(box: Box) -> float:
    return box[0]


def _centre(box: Box) -> float:
    return middle(box)[0]


def _right(box: Box) -> float:
    return box[2]


def _cell(answer: _Answer) -> Cell:
    return Cell(CellState.UNREADABLE, STYLE, answer.page, answer.box)


def _beside(place: int, row: Row, pages: Mapping[int, Page]) -> Iterator[_Answer]:
    """Short lines level with the row and to the right of it."""
    boxes = [
        line.box
        for line in row.lines
        if line.page == row.page and line.box is not None and not _is_short(line)
    ]
    page = pages.get(row.page)
    if not boxes or page is None:
        return
    whole = hull(boxes)
    for line in page.lines:
        if line.box is None or not _is_short(line):
            continue
        level = whole[1] <= middle(line.box)[1] <= whole[3]
        if level and line.box[0] >= whole[2]:
            yield _Answer(place, row.page, line.text, line.box)


def _is_short(line: Line) -> bool:
    return len(line.text) <= limit.LONGEST_ANSWER and len(line.words) <= 2
