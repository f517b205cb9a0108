"""Whole forms with marks drawn beside their rows, below heads of the tables' own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spur_extract.catalogue import load_catalogue
from spur_extract.catalogue.schema import AreaTable
from spur_extract.contract import AreaPart, Reader, Report
from spur_extract.pipeline import parse_document
from spur_extract.reading.document import Box, Document, Drawing, DrawingKind, Page, Word
from tests.placed import page, words

BLACK = (0.0, 0.0, 0.0)
CATALOGUE = load_catalogue()
DUAL = CATALOGUE.edition("dual-regulation")
SINGLE = CATALOGUE.edition("single-regulation")
STATEMENTS = {each.id: each.text for each in CATALOGUE.statements}
PLACES = (440.0, 520.0)
"""Where the columns of marks stand."""

FIRST_ROW = 150.0
TEXT, LETTERS = 120.0, 56
"""Where the statements begin, and how many letters a line of theirs has."""

NARRATIVE = "Vi trivs p\u00e5 kliniken."


def box(x: float, y: float, *, filled: bool) -> list[Drawing]:
    """A box beside a line, with or without ink in it."""
    corners = ((x, y - 7), (x + 8, y - 7), (x + 8, y + 1), (x, y + 1), (x, y - 7))
    drawn = [Drawing(DrawingKind.PATH, (x, y - 7, x + 8, y + 1), stroke=BLACK, points=corners)]
    if filled:
        inner: Box = (x + 1.5, y - 5.5, x + 6.5, y - 0.5)
        drawn.append(Drawing(DrawingKind.PATH, inner, fill=BLACK, points=corners))
    return drawn


def centred(text: str, x: float, y: float) -> list[Word]:
    """Words with their middle over a box that stands at `x`."""
    made = words(text, 0, y)
    return words(text, x + 4 - made[-1].box[2] / 2, y) if made else []


def wrapped(text: str, y: float) -> list[list[Word]]:
    """A statement or an option, line by line."""
    lines: list[list[Word]] = []
    while text:
        cut = len(text) if len(text) <= LETTERS else text.rfind(" ", 0, LETTERS)
        lines.append(words(text[:cut], TEXT, y + 12 * len(lines)))
        text = text[cut:].strip()
    return lines


@dataclass(frozen=True)
class Look:
    """How a form differs from others: the heads of its `first` area, the word `beside` each box,
    the `order` of its options, -1 for the last one first, and a `note` below each narrative."""

    first: Sequence[str] | None = None
    beside: Sequence[str] = ()
    order: int = 1
    note: str = ""


def form(
    edition_id: str,
    heads: Sequence[str],
    filled: Callable[[int], Sequence[bool]],
    grades: Sequence[str],
    look: Look = Look(),
) -> Report:
    """All areas, each on a page: below `heads` its rows, of which row `number` has the boxes
    `filled(number)`, and its options, of which each column has its one of `grades`. A head of
    several lines has line feeds."""
    edition = CATALOGUE.edition(edition_id)
    pages: list[Page] = []
    rows = 0
    for area in edition.area:
        if not area.rows:
            continue
        own = heads if look.first is None or pages else look.first
        made = _Area(_head(area, own), [], FIRST_ROW)
        made.runs += [words("F\u00f6reskrift", 50, made.y), words(look.note, 50, 100)]
        for row in area.rows:
            made.put(STATEMENTS[row.id], filled(rows), look.beside)
            rows += 1
        made.runs.append(words("Gradering", 50, made.y))
        for option in edition.option[:: look.order]:
            if option.grade in area.grades:
                chosen = [option.grade == grade for grade in grades]
                made.put(f"{option.grade}. {option.text}", chosen)
        pages.append(page(*made.runs, drawings=tuple(made.drawn), number=len(pages) + 1))
    return parse_document(
        Document("a.pdf", "0" * 64, "application/pdf", Reader.PDF, tuple(pages), True)
    )


def _head(area: AreaTable, heads: Sequence[str]) -> list[list[Word]]:
    """The titles, the narrative and the heads of the columns."""
    runs = [
        words("STRUKTUR" if area.part is AreaPart.STRUCTURE else "PROCESS", 50, 40),
        words(f"{area.code} {area.title}", 50, 60),
        words(NARRATIVE, 50, 80),
    ]
    for x, head in zip(PLACES, heads, strict=False):
        runs += [centred(line, x, 110 + 11 * at) for at, line in enumerate(head.split("\n"))]
    return runs


@dataclass
class _Area:
    """An area's words and drawings, and where its next row begins."""

    runs: list[list[Word]]
    drawn: list[Drawing]
    y: float

    def put(self, text: str, filled: Sequence[bool], beside: Sequence[str] = ()) -> None:
        """A row with its boxes."""
        lines = wrapped(text, self.y)
        self.runs += lines
        for x, ink in zip(PLACES, filled, strict=False):
            self.drawn += box(x, self.y, filled=ink)
        self.runs += [words(word, x + 12, self.y) for x, word in zip(PLACES, beside, strict=False)]
        self.y += 12 * len(lines) + 8
