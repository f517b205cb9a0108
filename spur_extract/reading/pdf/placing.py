"""From a PDF's own coordinates to points from the top left of the page as its text is read."""

from dataclasses import dataclass

from spur_extract.reading.document import Box, Point


@dataclass(frozen=True, slots=True)
class Placing:
    """Turns user space (origin bottom left) into reading space (origin top left, y downwards).

    `left`, `bottom`, `right`, `top` are the visible page in user space; `turn` is by how many
    degrees clockwise (0, 90, 180, 270) it has to be turned so that its text reads upright.
    """

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn in (90, 270) else (width, height)

    def point(self, x: float, y: float) -> Point:
        """Where a point of user space stands on the page."""
        if self.turn == 90:
            return (y - self.bottom, x - self.left)
        if self.turn == 180:
            return (self.right - x, y - self.bottom)
        if self.turn == 270:
            return (self.top - y, self.right - x)
        return (x - self.left, self.top - y)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Where a box of user space stands on the page."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
