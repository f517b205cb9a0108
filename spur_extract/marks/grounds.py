"""Coloured table cells behind boxes: no part of what is drawn in them."""

from collections.abc import Sequence

from spur_extract.marks import thresholds as limit
from spur_extract.marks.geometry import darkness, height, width
from spur_extract.reading.document import Box, Drawing, DrawingKind


def without_grounds(small: Sequence[Drawing], every: Sequence[Drawing]) -> list[Drawing]:
    """The small drawings, in order, without the fills on which others of them stand.

    `every` are all drawings of the page, since a ground may be told by the wide one beside it.
    """
    areas = [one for one in every if is_area(one)]
    dropped = {at for at, one in enumerate(small) if is_area(one) and _is_ground(at, small, areas)}
    return [one for at, one in enumerate(small) if at not in dropped]


def is_area(drawing: Drawing) -> bool:
    """A pale rectangle without an outline."""
    return (
        drawing.kind is DrawingKind.PATH
        and drawing.fill is not None
        and drawing.stroke is None
        and not drawing.curved
        and len(drawing.points) in (4, 5)
        and darkness(drawing.fill) < limit.FULL_TONE
        and min(width(drawing.box), height(drawing.box)) > limit.THIN
    )


def _is_ground(at: int, small: Sequence[Drawing], areas: Sequence[Drawing]) -> bool:
    """Whether it was painted before all that it holds, and is too large for a box or part of a
    coloured row."""
    one = small[at]
    if any(_holds(one.box, other.box) and not is_area(other) for other in small[:at]):
        return False
    if not any(_holds(one.box, other.box) for other in small[at + 1 :]):
        return False
    large = max(width(one.box), height(one.box)) > limit.LARGEST_CELL
    return large or any(_adjoins(one, other) for other in areas)


def _holds(outer: Box, inner: Box) -> bool:
    slack = limit.TOUCHING
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
        and inner != outer
    )


def _adjoins(one: Drawing, other: Drawing) -> bool:
    """Whether the other is the same row's wider cell, in the same colour."""
    slack = limit.TOUCHING
    level = abs(one.box[1] - other.box[1]) <= slack and abs(one.box[3] - other.box[3]) <= slack
    beside = abs(one.box[0] - other.box[2]) <= slack or abs(one.box[2] - other.box[0]) <= slack
    return level and beside and other.fill == one.fill and width(other.box) > limit.LARGEST_CELL
