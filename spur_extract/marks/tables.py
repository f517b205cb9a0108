"""Columns where each table of a document has its own: numbered from the left, row by row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spur_extract.marks import thresholds as limit
from spur_extract.marks.candidates import Candidate
from spur_extract.marks.geometry import middle

UNPLACED = "not clear which column the mark stands in"


@dataclass(frozen=True, slots=True)
class RawColumn:
    """A column with the candidate of each row of the document."""

    x0: float
    x1: float
    cells: tuple[Candidate | None, ...]


def counted_by_table(rows: Sequence[Sequence[Candidate]], count: int) -> tuple[RawColumn, ...]:
    """The cells of full rows from the left; those of others by the full rows next to them."""
    full = [at for at, row in enumerate(rows) if len(row) == count]
    placed = [_placed(at, rows, full, count) for at in range(len(rows))]
    columns = []
    for place in range(count):
        cells = tuple(row[place] for row in placed)
        boxes = [one.box for one in cells if one is not None]
        columns.append(RawColumn(min(b[0] for b in boxes), max(b[2] for b in boxes), cells))
    return tuple(columns)


def _placed(
    at: int, rows: Sequence[Sequence[Candidate]], full: Sequence[int], count: int
) -> list[Candidate | None]:
    row = rows[at]
    if not row or len(row) == count:
        return list(row) or [None] * count
    before = max((other for other in full if other < at), default=None)
    after = min((other for other in full if other > at), default=None)
    ways = {
        way
        for other in (before, after)
        if other is not None and (way := _beside(row, rows[other])) is not None
    }
    if len(ways) != 1:
        return [replace(row[0], doubt=UNPLACED)] * count
    found: list[Candidate | None] = [None] * count
    for one, place in zip(row, ways.pop(), strict=True):
        found[place] = one
    return found


def _beside(row: Iterable[Candidate], full: Sequence[Candidate]) -> tuple[int, ...] | None:
    """The places of the row's cells by those of a full row, if each stands under just one."""
    places = []
    for one in row:
        x = middle(one.box)[0]
        near = [
            place
            for place, other in enumerate(full)
            if abs(middle(other.box)[0] - x) <= limit.SAME_COLUMN
        ]
        if len(near) != 1 or near[0] in places:
            return None
        places.append(near[0])
    return tuple(places)
