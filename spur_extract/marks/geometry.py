"""Boxes and colours."""

from spur_extract.marks import thresholds as limit
from spur_extract.reading.document import Box, Colour

WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)


def darkness(colour: Colour | None) -> float:
    """0 for white, 1 for black; 0 for no colour."""
    if colour is None:
        return 0.0
    red, green, blue = colour
    return 1 - (0.2126 * red + 0.7152 * green + 0.0722 * blue)


def same_colour(one: Colour, other: Colour) -> bool:
    """Whether two colours look the same."""
    return all(abs(a - b) <= limit.SAME_COLOUR for a, b in zip(one, other, strict=True))


def width(box: Box) -> float:
    """How wide it is."""
    return box[2] - box[0]


def height(box: Box) -> float:
    """How high it is."""
    return box[3] - box[1]


def middle(box: Box) -> tuple[float, float]:
    """Its centre."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def overlap(start: float, end: float, other_start: float, other_end: float) -> float:
    """How long two spans run together."""
    return max(0.0, min(end, other_end) - max(start, other_start))


def meet(one: Box, other: Box, slack: float = 0.0) -> bool:
    """Whether they overlap or are no more than `slack` apart."""
    return (
        one[0] <= other[2] + slack
        and other[0] <= one[2] + slack
        and one[1] <= other[3] + slack
        and other[1] <= one[3] + slack
    )


def holds(box: Box, point: tuple[float, float]) -> bool:
    """Whether the point lies in the box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def held_share(inner: Box, outer: Box) -> float:
    """The share of `inner`'s area that lies in `outer`."""
    across = overlap(inner[0], inner[2], outer[0], outer[2]) / max(width(inner), 0.01)
    down = overlap(inner[1], inner[3], outer[1], outer[3]) / max(height(inner), 0.01)
    return min(1.0, across) * min(1.0, down)
