"""Draws small paths into a grid of darkness, so that boxes drawn in many ways become comparable."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import hypot

from spur_extract.marks.geometry import darkness, height, width
from spur_extract.reading.document import Box, Drawing, Point

SIDE = 16
"""Fields per side: about half a point each in a box as high as a line."""

Grid = list[list[float]]
"""Darkness from 0 to 1, row by row."""

MOST_POINTS = 400
"""Points of a path that are drawn: more belong to a picture, and would only cost time."""


def draw(drawings: Sequence[Drawing], box: Box) -> Grid:
    """What a viewer shows in the box, painted in order."""
    grid = [[0.0] * SIDE for _ in range(SIDE)]
    for drawing in drawings:
        loops = _loops(drawing)
        if drawing.fill is not None:
            _fill(grid, box, loops, darkness(drawing.fill))
        if drawing.stroke is not None:
            for loop in loops:
                _stroke(grid, box, loop, drawing)
    return grid


def moved(drawing: Drawing, box: Box) -> Drawing:
    """The drawing as seen from the box's corner, to a tenth of a point: alike ones are equal."""
    x, y = box[0], box[1]
    x0, top, x1, bottom = drawing.box
    return replace(
        drawing,
        box=(round(x0 - x, 1), round(top - y, 1), round(x1 - x, 1), round(bottom - y, 1)),
        points=tuple(
            (round(px - x, 1), round(py - y, 1)) for px, py in drawing.points[:MOST_POINTS]
        ),
    )


def _loops(drawing: Drawing) -> list[list[Point]]:
    """The path's parts as polygons. Round paths tell their end points only: those that lie on
    the ellipse of their own box are drawn as one."""
    points = list(drawing.points)
    if len(points) < 2:
        return [_oval(drawing.box)] if drawing.curved else [_corners(drawing.box)]
    if drawing.curved:
        ovals = _ovals(points, drawing.box)
        if ovals:
            return ovals
    return _parts(points)


def _parts(points: list[Point]) -> list[list[Point]]:
    """Splits where a part comes back to its start; two rectangles by their eight corners."""
    if len(points) == 8 and all(_is_rectangle(points[at : at + 4]) for at in (0, 4)):
        return [_closed(points[:4]), _closed(points[4:])]
    if len(points) == 4 and _is_rectangle(points):
        return [_closed(points)]
    parts: list[list[Point]] = [[]]
    for point in points:
        part = parts[-1]
        part.append(point)
        if len(part) > 2 and _near(part[0], point):
            parts.append([])
    return [part for part in parts if len(part) > 1] or [points]


def _ovals(points: list[Point], box: Box) -> list[list[Point]]:
    across, down = width(box) / 2 or 0.01, height(box) / 2 or 0.01
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    radii = [hypot((px - x) / across, (py - y) / down) for px, py in points]
    inner = [radius for radius in radii if radius < 0.93]
    if len(points) < 4 or max(radii) > 1.07 or len(inner) > len(points) - 4:
        return []
    if not inner:
        return [_oval(box)]
    if max(inner) - min(inner) > 0.1 or len(inner) < 4:
        return []
    share = sum(inner) / len(inner)
    hole = (x - across * share, y - down * share, x + across * share, y + down * share)
    return [_oval(box), _oval(hole)]


_CIRCLE = (
    (1.0, 0.0), (0.92, 0.38), (0.71, 0.71), (0.38, 0.92), (0.0, 1.0), (-0.38, 0.92),
    (-0.71, 0.71), (-0.92, 0.38), (-1.0, 0.0), (-0.92, -0.38), (-0.71, -0.71), (-0.38, -0.92),
    (0.0, -1.0), (0.38, -0.92), (0.71, -0.71), (0.92, -0.38), (1.0, 0.0),
)  # fmt: skip


def _oval(box: Box) -> list[Point]:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return [(x + cos * width(box) / 2, y + sin * height(box) / 2) for cos, sin in _CIRCLE]


def _corners(box: Box) -> list[Point]:
    x0, top, x1, bottom = box
    return [(x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top)]


def _closed(points: list[Point]) -> list[Point]:
    return [*points, points[0]]


def _near(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < 0.05 and abs(one[1] - other[1]) < 0.05


def _is_rectangle(points: Sequence[Point]) -> bool:
    turns = [
        (abs(one[0] - other[0]) < 0.05, abs(one[1] - other[1]) < 0.05)
        for one, other in pairwise((*points, points[0]))
    ]
    upright, level = (True, False), (False, True)
    return turns in ([upright, level] * 2, [level, upright] * 2)


def _fill(grid: Grid, box: Box, loops: Sequence[Sequence[Point]], tone: float) -> None:
    """Even-odd, line by line: rings keep their hole whichever way they are wound."""
    across, down = _step(width(box)), _step(height(box))
    edges = [edge for loop in loops if len(loop) > 2 for edge in pairwise((*loop, loop[0]))]
    for row in range(SIDE):
        y = box[1] + (row + 0.5) * down
        crossings = sorted(
            a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
            for a, b in edges
            if (a[1] <= y) != (b[1] <= y)
        )
        for start, end in zip(crossings[::2], crossings[1::2], strict=False):
            first = max(0, round((start - box[0]) / across))
            last = min(SIDE, max(first + 1, round((end - box[0]) / across)))
            for column in range(first, last):
                grid[row][column] = tone
    _thin(grid, box, loops, tone)


def _thin(grid: Grid, box: Box, loops: Sequence[Sequence[Point]], tone: float) -> None:
    """Fills thinner than a field of the grid would fall between its lines."""
    for loop in loops:
        ys = [point[1] for point in loop]
        if max(ys) - min(ys) < _step(height(box)):
            y = (max(ys) + min(ys)) / 2
            xs = [point[0] for point in loop]
            _segment(grid, box, (min(xs), y), (max(xs), y), tone)


def _stroke(grid: Grid, box: Box, loop: Sequence[Point], drawing: Drawing) -> None:
    tone = darkness(drawing.stroke)
    for one, other in pairwise(loop):
        _segment(grid, box, one, other, tone)


def _segment(grid: Grid, box: Box, one: Point, other: Point, tone: float) -> None:
    across, down = _step(width(box)), _step(height(box))
    length = max(abs(one[0] - other[0]) / across, abs(one[1] - other[1]) / down)
    steps = min(4 * SIDE, int(length * 2) + 1)
    for step in range(steps + 1):
        share = step / steps
        column = int((one[0] + share * (other[0] - one[0]) - box[0]) / across)
        row = int((one[1] + share * (other[1] - one[1]) - box[1]) / down)
        if -1 <= row <= SIDE and -1 <= column <= SIDE:
            grid[min(max(row, 0), SIDE - 1)][min(max(column, 0), SIDE - 1)] = tone


def _step(length: float) -> float:
    return max(length, 0.1) / SIDE
