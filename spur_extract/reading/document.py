"""What every reader gives: a document of pages and printed lines, with or without geometry."""

from dataclasses import dataclass
from enum import Enum

from spur_extract.contract import Reader

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points from the page's top left, as the page is seen."""

Point = tuple[float, float]
"""x and y in PDF points from the page's top left, y growing downwards."""

Colour = tuple[float, float, float]
"""Red, green, blue from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without space. `size` is the font's, in points; `bold` is told by the
    font's name or by text drawn with an outline of its own; `colour` is that of its first
    character, null when it has none or the reader does not tell it. `upright` is false where it is
    turned against most of the page; `faint` is true of what may be there without being seen:
    painted in white or in nothing at all, or on a layer that can be switched off."""

    text: str
    box: Box
    size: float
    bold: bool
    colour: Colour | None = None
    upright: bool = True
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: a run of characters on a page, without surrounding space.

    `start` and `end` are offsets into the page's text, end exclusive. Where geometry is known,
    what stands side by side with a column's gap between gives several lines.
    """

    page: int
    start: int
    end: int
    text: str
    box: Box | None = None
    words: tuple[Word, ...] = ()

    def __hash__(self) -> int:
        """The hash of the place alone: lines are looked up often, and hold many words."""
        return hash((self.page, self.start, self.end))


class DrawingKind(Enum):
    """What something drawn is, by how the file says it."""

    PATH = "path"
    IMAGE = "image"
    FIELD = "field"
    ANNOTATION = "annotation"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something on a page that is no text.

    Of a path: `fill` and `stroke` are its colours (null: not filled, not stroked), `width` the
    stroke's in points, `points` those of its parts in order (a rectangle has its corners; a curve
    may give those that steer it, too) and `curved` whether any part is a curve. Of an image:
    `digest` tells equal pictures, `darkness` is 0 for white and 1 for black on average. Of a form
    field (check box, radio button): `checked`, null when the file does not tell. Of an annotation:
    `subtype` in lower case ("ink", "circle", "square", "highlight", "stamp", "strikeout", …).
    `layered` is true of what is drawn on a layer that can be switched off.
    """

    kind: DrawingKind
    box: Box
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 0.0
    points: tuple[Point, ...] = ()
    curved: bool = False
    digest: str | None = None
    darkness: float | None = None
    checked: bool | None = None
    subtype: str | None = None
    layered: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `number` is 1-based; `text` is the page's text as read, all of it.

    `width` and `height` are in points, null without geometry; `drawings` are in the order in which
    they are painted. `scanned` is true for a page that is nothing but a picture, without text.
    `apart` is text that belongs to no line of the page, as its `text` has it behind the lines: what
    is stamped across the page, or cannot be seen on it.
    """

    number: int
    text: str
    lines: tuple[Line, ...]
    width: float | None = None
    height: float | None = None
    drawings: tuple[Drawing, ...] = ()
    scanned: bool = False
    apart: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `pages_known` is false when the source does not tell where pages end."""

    file_name: str
    sha256: str
    media_type: str
    reader: Reader
    pages: tuple[Page, ...]
    pages_known: bool

    @property
    def placed(self) -> bool:
        """Whether it has geometry."""
        return any(page.width is not None for page in self.pages)
