"""What lies over cells and is too large to be judged as a mark: it may hide or hold one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spur_extract.marks import thresholds as limit
from spur_extract.marks.geometry import height, held_share, holds, middle, width
from spur_extract.reading.document import Box, Drawing, DrawingKind, Page


@dataclass(frozen=True, slots=True)
class Cover:
    """A drawing over cells, and what was painted before it."""

    box: Box
    reason: str
    below: tuple[Drawing, ...] | None
    """Null: it counts whatever the order."""
    background: bool = False
    """Whether it was painted before all else in its place, so that text stands on it."""


def covers(page: Page) -> Iterator[Cover]:
    """Large pictures, such as pages marked by hand and flattened, and long strokes of a pen."""
    for place, drawing in enumerate(page.drawings):
        longest = max(width(drawing.box), height(drawing.box))
        if longest <= limit.LARGEST_CELL:
            continue
        if drawing.kind is DrawingKind.IMAGE:
            below = page.drawings[:place]
            yield Cover(drawing.box, "under a picture", below, _is_background(page, place))
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


def doubt_over_text(box: Box, found: Sequence[Cover]) -> str | None:
    """The same where the cell is a character, of which nothing tells when it was painted."""
    centre = middle(box)
    over = (cover for cover in found if holds(cover.box, centre) and not cover.background)
    return next((cover.reason for cover in over), None)


def _is_background(page: Page, place: int) -> bool:
    """Whether the form's drawings in the picture's place were all painted after it."""
    picture = page.drawings[place].box
    before = any(_is_upon(one, picture) for one in page.drawings[:place])
    return not before and any(_is_upon(one, picture) for one in page.drawings[place + 1 :])


def _is_upon(drawing: Drawing, picture: Box) -> bool:
    """Whether it is drawn inside the picture's place; a ground as large as the picture is not."""
    inside = drawing.kind is DrawingKind.PATH and holds(picture, middle(drawing.box))
    return inside and held_share(picture, drawing.box) < limit.HELD


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
