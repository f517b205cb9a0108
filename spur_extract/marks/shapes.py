"""What a cell can show."""

from enum import Enum


class Shape(Enum):
    """The look of a cell, by itself, before it is compared with others."""

    EMPTY = "empty box"
    TINT = "tinted box"
    FULL = "filled box"
    CROSS = "cross"
    TICK = "tick"
    ARROW = "arrow"
    UNCLEAR = "unclear drawing"

    @property
    def marked(self) -> bool:
        """Whether it is a mark whatever stands beside it."""
        return self in (Shape.FULL, Shape.CROSS, Shape.TICK, Shape.ARROW)
