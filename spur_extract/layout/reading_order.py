"""The order in which the cells of a page are read: down the columns, rows before what is below."""

import heapq
from collections.abc import Sequence

from spur_extract.layout.cells import Cell
from spur_extract.reading.document import Box

TOUCHING = 1.5
"""Points by which boxes may overlap without standing side by side or one above the other."""


def in_reading_order(cells: Sequence[Cell]) -> list[Cell]:
    """The cells so that each is read after those above it in its column, and after those to its
    left on its level; of several that may come next, the highest comes first."""
    waits_for: list[set[int]] = [set() for _ in cells]
    for number, cell in enumerate(cells):
        for other_number, other in enumerate(cells):
            if number != other_number and _before(other.box, cell.box):
                waits_for[number].add(other_number)
    ready = [(_rank(cells[n]), n) for n, waiting in enumerate(waits_for) if not waiting]
    heapq.heapify(ready)
    ordered: list[Cell] = []
    left = {n for n, waiting in enumerate(waits_for) if waiting}
    while ready or left:
        if not ready:  # boxes that overlap all around: the highest is read first
            forced = min(left, key=lambda n: _rank(cells[n]))
            left.discard(forced)
            ready.append((_rank(cells[forced]), forced))
        _, number = heapq.heappop(ready)
        ordered.append(cells[number])
        for follower in sorted(left):
            waits_for[follower].discard(number)
            if not waits_for[follower]:
                left.discard(follower)
                heapq.heappush(ready, (_rank(cells[follower]), follower))
    return ordered


def _rank(cell: Cell) -> tuple[float, float]:
    return (cell.box[1], cell.box[0])


def _before(one: Box, other: Box) -> bool:
    """Whether `one` has to be read before `other`."""
    side_by_side = min(one[3], other[3]) - max(one[1], other[1]) > TOUCHING
    same_column = min(one[2], other[2]) - max(one[0], other[0]) > TOUCHING
    if side_by_side and not same_column:
        return one[0] < other[0]
    if same_column:
        return _middle(one) < _middle(other)
    return False


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2
