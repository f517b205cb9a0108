"""What every reader gives: a document of pages and printed lines, with or without geometry."""

from dataclasses import dataclass

from spur_extract.contract import Reader

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points from the page's top left."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: a run of characters on a page, without surrounding space.

    `start` and `end` are offsets into the page's text, end exclusive.
    """

    page: int
    start: int
    end: int
    text: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `number` is 1-based; `text` is the page's text as read, all of it."""

    number: int
    text: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `pages_known` is false when the source does not tell where pages end."""

    file_name: str
    sha256: str
    media_type: str
    reader: Reader
    pages: tuple[Page, ...]
    pages_known: bool
