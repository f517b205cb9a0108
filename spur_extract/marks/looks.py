"""What a cell shows, taken by itself: its shape, how dark it is inside, whether it has a frame."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from spur_extract.marks import thresholds as limit
from spur_extract.marks.geometry import darkness, height, width
from spur_extract.marks.raster import SIDE, Grid, draw, moved
from spur_extract.marks.shapes import Shape
from spur_extract.reading.document import Box, Colour, Drawing

QUARTER = SIDE // 4
NESTED = 0.8
"""Share of the outer frame's width from which an inner one is the same frame, drawn double."""


@dataclass(frozen=True, slots=True)
class Look:
    """`tone` is the mean darkness inside, `framed` whether something closed is drawn round it,
    `parts` what it is made of, `inks` the colours it is painted in, as far as they are known."""

    shape: Shape
    tone: float
    framed: bool
    parts: Counter[tuple[object, ...]] = field(default_factory=Counter, compare=False, hash=False)
    inks: frozenset[Colour] = frozenset()


def look_of(drawings: Sequence[Drawing], box: Box) -> Look:
    """The look of small paths that form one cell."""
    parts = tuple(moved(drawing, box) for drawing in drawings)
    return _look(parts, round(width(box), 1), round(height(box), 1))


@lru_cache(maxsize=2048)
def _look(drawings: tuple[Drawing, ...], across: float, down: float) -> Look:
    """Kept, since a form draws the same box over and over."""
    grid = draw(drawings, (0.0, 0.0, across, down))
    inside = [
        grid[row][column]
        for row in range(QUARTER, SIDE - QUARTER)
        for column in range(QUARTER, SIDE - QUARTER)
    ]
    tone = sum(inside) / len(inside)
    framed = _framed(grid)
    shape = Shape.UNCLEAR if _nested(drawings) else _shape(grid, inside, framed)
    inks = frozenset(
        colour for one in drawings for colour in (one.fill, one.stroke) if colour is not None
    )
    return Look(shape, round(tone, 3), framed, Counter(map(_part, drawings)), inks)


def _nested(drawings: Sequence[Drawing]) -> bool:
    """A frame in a frame: a box in a table cell or a mark in a box, who knows."""
    hollow = [one.box for one in drawings if is_frame(one)]
    widest = max((width(box) for box in hollow), default=0.0)
    return any(width(box) < NESTED * widest for box in hollow)


def is_frame(drawing: Drawing) -> bool:
    """Whether it is by itself the outline of something near square, not filled."""
    across, down = width(drawing.box), height(drawing.box)
    if drawing.fill is not None or drawing.stroke is None or min(across, down) < 3:
        return False
    if len(drawing.points) not in (4, 5) and not drawing.curved:
        return False
    return _outlines(moved(drawing, drawing.box))


@lru_cache(maxsize=2048)
def _outlines(drawing: Drawing) -> bool:
    return _framed(draw((drawing,), drawing.box))


def _shape(grid: Grid, inside: Sequence[float], framed: bool) -> Shape:
    tone = sum(inside) / len(inside)
    ground = min(inside)
    if framed and tone <= limit.EMPTY_INSIDE:
        return Shape.EMPTY
    if framed and max(inside) - ground <= limit.EVEN:
        return Shape.FULL if tone >= limit.FULL_TONE else Shape.TINT
    marked = sum(spot >= ground + limit.CONTRAST for spot in inside)
    if marked < limit.SIGN_SHARE * len(inside):
        return Shape.UNCLEAR
    if framed and tone >= limit.FULL_TONE and _is_disc(grid):
        return Shape.FULL
    return Shape.CROSS if _in_every_corner(grid, ground) else Shape.TICK


def _is_disc(grid: Grid) -> bool:
    """Whether the very middle is dark throughout, as in a radio button."""
    middle = range(SIDE // 2 - 2, SIDE // 2 + 2)
    return all(grid[row][column] >= limit.FULL_TONE for row in middle for column in middle)


def _in_every_corner(grid: Grid, ground: float) -> bool:
    """Whether all four quarters of the inside have ink on their diagonal: a cross, not a tick."""
    steps = range(1, SIDE // 2 - QUARTER + 1)
    return all(
        any(
            grid[_from_middle(down, step)][_from_middle(across, step)] >= ground + limit.CONTRAST
            for step in steps
        )
        for down in (-1, 1)
        for across in (-1, 1)
    )


def _from_middle(way: int, step: int) -> int:
    return SIDE // 2 + step if way > 0 else SIDE // 2 - 1 - step


def _framed(grid: Grid) -> bool:
    """Whether ink runs along all four sides."""
    sides = (
        [[grid[row][at] for row in range(QUARTER)] for at in range(SIDE)],
        [[grid[SIDE - 1 - row][at] for row in range(QUARTER)] for at in range(SIDE)],
        [[grid[at][column] for column in range(QUARTER)] for at in range(SIDE)],
        [[grid[at][SIDE - 1 - column] for column in range(QUARTER)] for at in range(SIDE)],
    )
    return all(
        sum(max(strip) >= limit.INK for strip in side) >= limit.FRAMED_SHARE * SIDE
        for side in sides
    )


def _part(drawing: Drawing) -> tuple[object, ...]:
    """What two drawings of the same part of a form have in common."""
    return (
        round(width(drawing.box)),
        round(height(drawing.box)),
        drawing.curved,
        drawing.fill is not None and round(darkness(drawing.fill), 1),
        drawing.stroke is not None and round(darkness(drawing.stroke), 1),
    )
