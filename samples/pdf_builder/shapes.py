"""Where on the page things are that a mark goes into, round or over."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in points, from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From side to side."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def grown(self, by: float) -> "Rect":
        """Larger by `by` on every side."""
        return Rect(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def moved(self, right: float, up: float) -> "Rect":
        """Somewhere else."""
        return Rect(self.left + right, self.bottom + up, self.right + right, self.top + up)


@dataclass(frozen=True, slots=True)
class Spot:
    """The middle of a mark, and what it is called: `name` is unique, `group` the area's column.

    `value` is the grade it stands for, "" beside a statement.
    """

    x: float
    y: float
    size: float
    name: str
    group: str = ""
    value: str = ""

    @property
    def box(self) -> Rect:
        """The square that the mark fills."""
        half = self.size / 2
        return Rect(self.x - half, self.y - half, self.x + half, self.y + half)

    def moved(self, right: float, up: float) -> "Spot":
        """Somewhere else."""
        return replace(self, x=self.x + right, y=self.y + up)


@dataclass(frozen=True, slots=True)
class OptionShape:
    """A printed grade option: its row, its letter, and each of its lines."""

    row: Rect
    letter: Rect
    lines: tuple[Rect, ...]
    name: str

    def moved(self, right: float, up: float) -> "OptionShape":
        """The same with its letter somewhere else."""
        return replace(self, letter=self.letter.moved(right, up))
