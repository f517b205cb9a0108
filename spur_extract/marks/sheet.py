"""Lays the cells of a document out: rows by their bands, columns by where the cells stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from spur_extract.marks import thresholds as limit
from spur_extract.marks.bands import Band, bands_of, place
from spur_extract.marks.candidates import Candidate, candidates_of
from spur_extract.marks.clusters import Cluster, clusters_of
from spur_extract.marks.geometry import height, middle, width
from spur_extract.marks.glyphs import Glyph, glyphs_of
from spur_extract.marks.looks import Look
from spur_extract.marks.model import Row
from spur_extract.marks.notes import marking_notes, put_on
from spur_extract.marks.shapes import Shape
from spur_extract.marks.tables import RawColumn, counted_by_table
from spur_extract.reading.document import Drawing, Page

BETWEEN = "drawn on the border between two rows"


@dataclass(frozen=True, slots=True)
class Sheet:
    """`cells` are per row, left to right; `notes` are the annotations that lie on no cell."""

    bands: tuple[Band | None, ...]
    cells: tuple[tuple[Candidate, ...], ...]
    clusters: Mapping[int, tuple[Cluster, ...]]
    glyphs: Mapping[int, tuple[Glyph, ...]]
    notes: Mapping[int, tuple[Drawing, ...]]


@dataclass(frozen=True, slots=True)
class _Found:
    """What a page has, whatever its rows are; `notes` are on no cell."""

    glyphs: tuple[Glyph, ...]
    clusters: tuple[Cluster, ...]
    candidates: tuple[Candidate, ...]
    notes: tuple[Drawing, ...]


class PageFinds:
    """What the pages of a document have, found once for its options and its statements."""

    def __init__(self, pages: Mapping[int, Page]) -> None:
        """Nothing is looked for until it is asked for."""
        self.pages = pages
        self._found: dict[int, _Found] = {}

    def on(self, number: int) -> _Found:
        """What page `number` has."""
        if number not in self._found:
            page = self.pages[number]
            glyphs, clusters = glyphs_of(page), clusters_of(page)
            candidates = candidates_of(page, clusters, glyphs)
            candidates, left = put_on(candidates, marking_notes(page))
            self._found[number] = _Found(glyphs, clusters, candidates, left)
        return self._found[number]


def lay_out(rows: Sequence[Row], finds: PageFinds) -> Sheet:
    """Finds the cells of the rows."""
    pages = finds.pages
    found = {number: finds.on(number) for number in {row.page for row in rows} if number in pages}
    glyphs = {number: one.glyphs for number, one in found.items()}
    clusters = {number: one.clusters for number, one in found.items()}
    bands = bands_of(rows, pages, glyphs)
    cells: list[list[Candidate]] = [[] for _ in rows]
    left: dict[int, tuple[Drawing, ...]] = {}
    for number, one in found.items():
        own = [band for band in bands if band is not None and band.page == number]
        left[number] = one.notes
        lone = tuple(_lone(note, number) for note in one.notes if _is_lone(note, own))
        for candidate in (*one.candidates, *lone):
            _put(candidate, bands, cells)
    ordered = tuple(tuple(sorted(row, key=lambda one: one.box[0])) for row in cells)
    return Sheet(bands, ordered, clusters, glyphs, left)


def _put(
    candidate: Candidate, bands: Sequence[Band | None], cells: Sequence[list[Candidate]]
) -> None:
    where = place(candidate.box, bands, candidate.page)
    if where.inside is not None:
        cells[where.inside].append(candidate)
    for index in where.touched:
        cells[index].append(replace(candidate, doubt=BETWEEN))


def _is_lone(note: Drawing, bands: Sequence[Band]) -> bool:
    """Whether it is a mark beside a row's text, on empty ground."""
    if max(width(note.box), height(note.box)) > limit.LARGEST_CELL:
        return False
    return all(
        note.box[2] <= band.text[0] or note.box[0] >= band.text[2]
        for band in bands
        if band.top <= middle(note.box)[1] <= band.bottom
    )


def _lone(note: Drawing, page: int) -> Candidate:
    return Candidate(page, note.box, Look(Shape.CROSS, 0.0, False), notes=())


def columns_of(sheet: Sheet, least: float) -> tuple[RawColumn, ...]:
    """The document's columns, left to right.

    Where the cells of the rows are not one below the other (they follow texts of all lengths) but
    every row has as many, they are counted from the left. What has less than the share `least` of
    the fullest column's cells is no column: in a form with one column a lone cell beside it is
    still its row's, with several it leaves the row in doubt.
    """
    places = [middle(one.box)[0] for row in sheet.cells for one in row]
    if not places:
        return ()
    spans = spans_of(places)
    counts = {len(row) for row in sheet.cells if row}
    fullest = max(count for _, _, count in spans)
    if len(counts) == 1 and len(spans) > max(counts) and fullest < len(places) / max(counts) / 2:
        return counted_by_table(sheet.cells, max(counts))
    kept = [span for span in spans if span[2] >= least * fullest]
    most = max(counts)
    full = sum(len(row) == most for row in sheet.cells)
    if len(kept) > most > 1 and full >= limit.FULL_ROWS * sum(map(bool, sheet.cells)):
        return counted_by_table(sheet.cells, max(counts))
    return tuple(_column(sheet, span, kept) for span in kept)


def spans_of(places: Iterable[float]) -> list[tuple[float, float, int]]:
    """Where cells stand one below the other: from, to, and how many, left to right."""
    spans: list[tuple[float, float, int]] = []
    for x in sorted(places):
        if spans and x - spans[-1][0] <= limit.SAME_COLUMN:
            spans[-1] = (spans[-1][0], x, spans[-1][2] + 1)
        else:
            spans.append((x, x, 1))
    return spans


def _column(
    sheet: Sheet, span: tuple[float, float, int], kept: Sequence[tuple[float, float, int]]
) -> RawColumn:
    cells = tuple(_pick(row, span, kept) for row in sheet.cells)
    boxes = [one.box for one in cells if one is not None]
    return RawColumn(min(box[0] for box in boxes), max(box[2] for box in boxes), cells)


def _pick(
    row: Sequence[Candidate],
    span: tuple[float, float, int],
    kept: Sequence[tuple[float, float, int]],
) -> Candidate | None:
    own = [one for one in row if span[0] <= middle(one.box)[0] <= span[1]]
    stray = [
        one for one in row if not any(other[0] <= middle(one.box)[0] <= other[1] for other in kept)
    ]
    if len(stray) == 1 and len(kept) == 1 and not own:
        return stray[0]
    if stray:
        return replace((own or stray)[0], doubt="drawing outside the columns in this row")
    if len(own) > 1:
        return replace(own[0], doubt="more than one drawing in the cell")
    return own[0] if own else None
