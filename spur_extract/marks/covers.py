"""What lies over cells and is too large to be judged as a mark: it may hide or hold one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spur_extract.marks import thresholds as limit
from spur_extract.marks.geometry import height, holds, middle, width
from spur_extract.reading.document import Box, Drawing, DrawingKind, Page


@dataclass(frozen=True, slots=True)
class Cover:
    """A drawing over cells, and what was painted before it."""

    box: Box
    reason: str
    below: tuple[Drawing, ...] | None
    """Null: it counts whatever the order."""


def covers(page: Page) -> Iterator[Cover]:
    """Large pictures, such as pages marked by hand and flattened, and long strokes of a pen."""
    for place, drawing in enumerate(page.drawings):
        longest = max(width(drawing.box), height(drawing.box))
        if longest <= limit.LARGEST_CELL:
            continue
        if drawing.kind is DrawingKind.IMAGE:
            yield Cover(drawing.box, "under a picture", page.drawings[:place])
        elif limit.LARGEST_EMBLEM < longest <= limit.LONGEST_PEN and _is_pen(drawing):
            yield Cover(drawing.box, "under a long stroke", None)


def doubt_over(box: Box, found: Sequence[Cover]) -> str | None:
    """Why a cell at this place cannot be read, if something covers it."""
    centre = middle(box)
    for cover in found:
        if not holds(cover.box, centre):
            continue
        # A picture that was painted first is the page's background.
        if cover.below is None or any(holds(box, middle(one.box)) for one in cover.below):
            return cover.reason
    return None


def _is_pen(drawing: Drawing) -> bool:
    """A stroke that runs through the inside of its own box: no frame, no rule."""
    if drawing.kind is not DrawingKind.PATH or drawing.stroke is None or drawing.fill is not None:
        return False
    across, down = width(drawing.box), height(drawing.box)
    if min(across, down) <= limit.THIN:
        return False
    if len(drawing.points) == 2:
        return True
    x0, top, x1, bottom = drawing.box
    return any(
        min(x - x0, x1 - x) > 0.1 * across and min(y - top, bottom - y) > 0.1 * down
        for x, y in drawing.points
    )
