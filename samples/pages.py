"""Pages as cells: rows of a head and a body, laid one below the other until a page is full."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import IntEnum

_FEWEST_LINES_APART = 2
"""A broken cell leaves at least so many lines on the page."""


class Stream(IntEnum):
    """The run of text that a cell belongs to; a dump gives a page's streams one after another."""

    LEFT = 0
    RIGHT = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line. `height` counts in lines of running text; `tight`: no gap above it."""

    text: str
    height: float = 1.0
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines that stay together, unless `breaks` is set or they are taller than a page."""

    stream: Stream
    lines: tuple[Line, ...]
    gap: float = 0.0
    breaks: bool = False

    @property
    def height(self) -> float:
        """Height with the gap below, in lines of running text."""
        return sum(line.height for line in self.lines) + self.gap

    def split(self, room: float) -> tuple["Cell", "Cell"] | None:
        """The lines that fit into `room`, and the others; None where a part would be too short."""
        fitting = 0
        while fitting < len(self.lines) and room >= self.lines[fitting].height:
            room -= self.lines[fitting].height
            fitting += 1
        if not _FEWEST_LINES_APART <= fitting < len(self.lines):
            return None
        return (
            replace(self, lines=self.lines[:fitting], gap=0.0),
            replace(self, lines=self.lines[fitting:]),
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A head and the cells below it.

    Where the body begins on the next page the head is printed on both; where it continues there,
    only if the row `repeats` its head. `keeps_with_next`: no page ends between this row's body and
    the next row's head.
    """

    body: tuple[Cell, ...]
    head: tuple[Cell, ...] = ()
    starts_page: bool = False
    repeats: bool = True
    keeps_with_next: bool = False


Page = tuple[Cell, ...]


def paginate(rows: Iterable[Row], capacity: float) -> tuple[Page, ...]:
    """Lay `rows` on pages that hold `capacity` lines of running text each."""
    pager = _Pager(capacity)
    ahead = list(rows)
    for row, following in zip(ahead, [*ahead[1:], None], strict=False):
        if row.starts_page:
            pager.turn()
        kept = following.head if following and row.keeps_with_next else ()
        pager.lay(row, _height(kept))
    pager.turn()
    return tuple(pager.pages)


def _height(cells: Iterable[Cell]) -> float:
    return sum(cell.height for cell in cells)


@dataclass(slots=True)
class _Pager:
    capacity: float
    pages: list[Page] = field(default_factory=list)
    page: list[Cell] = field(default_factory=list)

    @property
    def room(self) -> float:
        return self.capacity - _height(self.page)

    def turn(self) -> None:
        """Begin a new page, unless this one is still empty."""
        if self.page:
            self.pages.append(tuple(self.page))
            self.page = []

    def lay(self, row: Row, kept: float) -> None:
        """Place a row; `kept` is the height that must stay free below it."""
        pending = list(row.body) or [Cell(row.head[0].stream, ())]
        begun = False
        while pending:
            head = row.head if not begun or (row.repeats and not self.page) else ()
            cell = pending.pop(0)
            below = kept if not pending else 0.0
            if _height(head) + cell.height + below <= self.room:
                self.page += [*head, cell]
                begun = True
            elif parts := self._parts(cell, head):
                self.page += [*head, parts[0]]
                pending.insert(0, parts[1])
                begun = True
                self.turn()
            elif not self.page:  # nothing left to gain from another page
                self.page += [*head, cell]
                begun = True
            else:
                if _height(head) <= self.room:
                    self.page += head
                pending.insert(0, cell)
                self.turn()

    def _parts(self, cell: Cell, head: tuple[Cell, ...]) -> tuple[Cell, Cell] | None:
        if not cell.breaks and _height(head) + cell.height <= self.capacity:
            return None
        return cell.split(self.room - _height(head))
