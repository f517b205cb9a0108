"""Small drawings that belong together: a frame and what is drawn in it, four lines of a box."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spur_extract.marks import thresholds as limit
from spur_extract.marks.geometry import height, meet, width
from spur_extract.marks.grounds import is_area, without_grounds
from spur_extract.reading.boxes import hull
from spur_extract.reading.document import Box, Drawing, DrawingKind, Page


@dataclass(frozen=True, slots=True)
class Cluster:
    """Drawings in the order in which they are painted, and the box round them."""

    box: Box
    drawings: tuple[Drawing, ...]


def clusters_of(page: Page) -> tuple[Cluster, ...]:
    """The page's groups of small paths.

    Two steps, so that the cells of a table do not swallow the boxes in them: first what touches
    line on line, and of that whatever grows too large is a table's grid; then what lies in
    another.
    """
    small = [drawing for drawing in page.drawings if _is_small(drawing)]
    if len(small) > limit.MOST_DRAWINGS:
        return ()
    small = without_grounds(small, page.drawings)
    touching = _join([(_outlines(one), (one,)) for one in small], limit.TOUCHING)
    groups = [
        ((hull(drawing.box for drawing in group),), group)
        for group in touching
        if _fits(hull(drawing.box for drawing in group)) and not _is_grid(group)
    ]
    order = {id(drawing): place for place, drawing in enumerate(small)}
    found = (sorted(group, key=lambda one: order[id(one)]) for group in _join(groups, 0.0))
    clusters = (Cluster(hull(one.box for one in group), tuple(group)) for group in found)
    return tuple(cluster for cluster in clusters if _fits(cluster.box))


def _is_small(drawing: Drawing) -> bool:
    if drawing.kind is not DrawingKind.PATH or not _fits(drawing.box):
        return False
    if drawing.fill is None and drawing.stroke is None:
        return False
    across, down = width(drawing.box), height(drawing.box)
    rule = min(across, down) <= limit.THIN and max(across, down) > limit.LARGEST_CELL
    return not rule


def _is_grid(group: Sequence[Drawing]) -> bool:
    """Whether it is part of a table: rules and coloured areas only, and larger than a box."""
    whole = hull(one.box for one in group)
    if max(width(whole), height(whole)) <= limit.LARGEST_CELL:
        return False
    return all(is_area(one) or min(width(one.box), height(one.box)) <= limit.THIN for one in group)


def _fits(box: Box) -> bool:
    return max(width(box), height(box)) <= limit.LARGEST_EMBLEM


def _outlines(drawing: Drawing) -> tuple[Box, ...]:
    """Where it touches others: a hollow rectangle at its sides only."""
    x0, top, x1, bottom = drawing.box
    hollow = drawing.fill is None and not drawing.curved and len(drawing.points) in (4, 5)
    if not hollow or min(x1 - x0, bottom - top) <= limit.THIN:
        return (drawing.box,)
    return (
        (x0, top, x1, top),
        (x0, bottom, x1, bottom),
        (x0, top, x0, bottom),
        (x1, top, x1, bottom),
    )


_Item = tuple[tuple[Box, ...], tuple[Drawing, ...]]


def _join(items: Sequence[_Item], slack: float) -> Iterator[tuple[Drawing, ...]]:
    """Unites items whose boxes meet; sorted from above, so that far ones are not compared."""
    ordered = sorted(items, key=lambda item: min(box[1] for box in item[0]))
    parent = list(range(len(ordered)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    wholes = [hull(boxes) for boxes, _ in ordered]
    for at, (boxes, _) in enumerate(ordered):
        whole = wholes[at]
        for later in range(at + 1, len(ordered)):
            if wholes[later][1] > whole[3] + slack:
                break
            if not meet(whole, wholes[later], slack):
                continue
            others = ordered[later][0]
            if any(meet(one, other, slack) for one in boxes for other in others):
                parent[root(later)] = root(at)
    groups: dict[int, list[Drawing]] = {}
    for at, (_, drawings) in enumerate(ordered):
        groups.setdefault(root(at), []).extend(drawings)
    for group in groups.values():
        yield tuple(group)
