"""Boxes on a page."""

from collections.abc import Iterable

from spur_extract.reading.document import Box, Point


def hull(boxes: Iterable[Box]) -> Box:
    """The smallest box around all boxes; there has to be one at least."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return (min(x0), min(top), max(x1), max(bottom))


def around(points: Iterable[Point]) -> Box:
    """The smallest box around all points; there has to be one at least."""
    return hull((x, y, x, y) for x, y in points)
