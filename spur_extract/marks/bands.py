"""The strip of a page that belongs to a row, and which row a drawing belongs to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spur_extract.marks import thresholds as limit
from spur_extract.marks.geometry import darkness, height, overlap, width
from spur_extract.marks.glyphs import Glyph
from spur_extract.marks.model import Row
from spur_extract.reading.boxes import hull
from spur_extract.reading.document import Box, Drawing, DrawingKind, Line, Page, Word


@dataclass(frozen=True, slots=True)
class Band:
    """A row's strip. `text` is the box of its words without marks, `letter` the option's word,
    `further` the row's words on other pages, each with its page's number."""

    page: int
    top: float
    bottom: float
    text: Box
    words: tuple[Word, ...]
    letter: Word | None
    further: frozenset[tuple[int, Word]] = frozenset()


@dataclass(frozen=True, slots=True)
class Placement:
    """The row a box belongs to, or the rows that it leaves in doubt."""

    inside: int | None
    touched: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What of a page bounds rows: its lines without marks, by box and offsets, and its rules by
    x0, y, x1."""

    marks: set[Word]
    lines: tuple[tuple[Box, tuple[int, int]], ...]
    rules: tuple[tuple[float, float, float], ...]


def bands_of(
    rows: Sequence[Row], pages: Mapping[int, Page], glyphs: Mapping[int, Sequence[Glyph]]
) -> tuple[Band | None, ...]:
    """Each row's band, null where the row has no geometry."""
    used = {row.page for row in rows if row.page in pages}
    grounds = {number: _ground(pages[number], glyphs[number]) for number in used}
    return tuple(_band(row, grounds[row.page]) if row.page in used else None for row in rows)


def place(box: Box, bands: Sequence[Band | None], page: int) -> Placement:
    """Where a box on a page belongs, by how its height is shared among the bands."""
    touched = []
    tall = max(height(box), 0.01)
    for index, band in enumerate(bands):
        if band is None or band.page != page:
            continue
        share = overlap(box[1], max(box[3], box[1] + 0.01), band.top, band.bottom) / tall
        if share >= limit.INSIDE:
            return Placement(index, ())
        if share >= limit.TOUCHED:
            touched.append(index)
    return Placement(None, tuple(touched))


def _ground(page: Page, glyphs: Sequence[Glyph]) -> _Ground:
    marks = {word for glyph in glyphs for word in glyph.words}
    lines = tuple(
        (line.box, (line.start, line.end))
        for line in page.lines
        if line.box is not None and not _is_marks(line, marks)
    )
    return _Ground(marks, lines, tuple(_rules(page)))


def _band(row: Row, ground: _Ground) -> Band | None:
    words = tuple(
        word
        for line in row.lines
        if line.page == row.page
        for word in line.words
        if word not in ground.marks
    )
    if not words:
        return None
    text = hull(word.box for word in words)
    em = max(word.size for word in words) or limit.EM
    above, below = _neighbours(row, ground, text)
    between = [y for x0, y, x1 in ground.rules if x0 < text[2] and text[0] < x1]
    top = _edge(text[1], above, em, [y for y in between if y <= text[1] + 0.5], -1)
    bottom = _edge(text[3], below, em, [y for y in between if y >= text[3] - 0.5], 1)
    further = frozenset(
        (line.page, word) for line in row.lines if line.page != row.page for word in line.words
    )
    return Band(row.page, top, bottom, text, words, _letter(row, words), further)


def _letter(row: Row, words: Sequence[Word]) -> Word | None:
    if row.option is None:
        return None
    return next((word for word in words if word.text.strip(".:)( ") == row.option), None)


def _neighbours(row: Row, ground: _Ground, text: Box) -> tuple[float | None, float | None]:
    own = {(line.start, line.end) for line in row.lines}
    above: float | None = None
    below: float | None = None
    for box, span in ground.lines:
        if box[0] >= text[2] or text[0] >= box[2] or span in own:
            continue
        centre = (box[1] + box[3]) / 2
        if centre < text[1]:
            above = box[3] if above is None else max(above, box[3])
        elif centre > text[3]:
            below = box[1] if below is None else min(below, box[1])
    return above, below


def _is_marks(line: Line, marks: set[Word]) -> bool:
    return bool(line.words) and all(word in marks for word in line.words)


def _edge(
    own: float, neighbour: float | None, em: float, rules: Sequence[float], way: int
) -> float:
    """Where the band ends upwards (`way` -1) or downwards (1)."""
    if neighbour is not None:
        rules = [y for y in rules if (neighbour - y) * way >= -0.5]
    if rules:
        nearest = min(rules, key=lambda y: abs(y - own))
        return own + way * min(max(0.0, (nearest - own) * way), limit.LARGEST_RULED_GROWTH * em)
    room = limit.LARGEST_BAND_GROWTH * em
    if neighbour is not None:
        room = min(room, (neighbour - own) * way / 2)
    return own + way * room


def _rules(page: Page) -> Iterator[tuple[float, float, float]]:
    """x0, y, x1 of what parts rows: rules, and the upper and lower edges of coloured areas."""
    for drawing in page.drawings:
        if drawing.kind is not DrawingKind.PATH or width(drawing.box) < limit.SHORTEST_RULE:
            continue
        x0, top, x1, bottom = drawing.box
        if height(drawing.box) <= limit.THIN:
            if _inked(drawing):
                yield x0, (top + bottom) / 2, x1
        elif not drawing.curved and _inked(drawing):
            yield x0, top, x1
            yield x0, bottom, x1


def _inked(drawing: Drawing) -> bool:
    return max(darkness(drawing.fill), darkness(drawing.stroke)) > 0.01
