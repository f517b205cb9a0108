"""Blocks laid one below the other until a page is full."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from samples.pdf_builder.pen import Pen

PAGE_WIDTH: Final = 595.28
PAGE_HEIGHT: Final = 841.89
LEFT: Final = 56.0
RIGHT: Final = PAGE_WIDTH - 56.0
TOP: Final = PAGE_HEIGHT - 62.0
BOTTOM: Final = 62.0

Draw = Callable[[Pen, float], None]
"""Draws something whose upper edge is at the given height."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What of the report a block holds; `index` counts from 0 in a list, an area or the plan."""

    kind: str
    area: str = ""
    index: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Something that stays together; `keep` is what must stay free below it for what follows."""

    height: float
    draw: Draw
    keep: float = 0.0
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the height of its upper edge."""

    block: Block
    top: float


Page = list[Placed]


def space(height: float) -> Block:
    """Room left free."""
    return Block(height, lambda _pen, _top: None)


@dataclass(slots=True)
class Flow:
    """The pages as they fill."""

    pages: list[Page] = field(default_factory=lambda: [[]])
    top: float = TOP

    def turn(self) -> None:
        """Begin a new page, unless this one is still empty."""
        if self.pages[-1]:
            self.pages.append([])
        self.top = TOP

    def put(self, block: Block, head: Iterable[Block] = ()) -> None:
        """Place a block; on a new page, `head` above it."""
        if self.pages[-1] and self.top - block.height - block.keep < BOTTOM:
            self.turn()
            for again in head:
                self._place(again)
        self._place(block)

    def put_all(self, blocks: Iterable[Block], head: tuple[Block, ...] = ()) -> None:
        """Place blocks one after another."""
        for block in blocks:
            self.put(block, head)

    def gap(self, height: float) -> None:
        """Leave room, unless at the top of a page."""
        if self.pages[-1]:
            self.top -= height

    def _place(self, block: Block) -> None:
        self.pages[-1].append(Placed(block, self.top))
        self.top -= block.height
