"""Reads which grade option of each group is chosen."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from spur_extract.marks import thresholds as limit
from spur_extract.marks.bands import Band
from spur_extract.marks.bold import by_bold
from spur_extract.marks.bullets import without_bullets
from spur_extract.marks.colours import judge_options
from spur_extract.marks.frames import by_frame, frames_of
from spur_extract.marks.lone_pictures import with_lone_pictures
from spur_extract.marks.model import Cell, CellState, Column, Row
from spur_extract.marks.rings import LETTER, by_ring, by_ring_beside, by_row_ring
from spur_extract.marks.shade import by_shade, grounds_of
from spur_extract.marks.sheet import PageFinds, columns_of, lay_out
from spur_extract.marks.statements import read_cells, without_hidden
from spur_extract.marks.strike import by_strike, by_underline
from spur_extract.marks.text_colour import by_text_colour
from spur_extract.marks.verdict import Verdict
from spur_extract.reading.boxes import hull
from spur_extract.reading.document import Page

Bands = Sequence[Band | None]


def read_options(
    groups: Sequence[Sequence[Row]], finds: PageFinds
) -> tuple[tuple[Column, ...], ...]:
    """For each group its columns, left to right, each with one entry per option.

    A well-filled column has one chosen cell. A group without columns has nothing that could be
    read. Where rows are emphasised instead (a ring, a shade, bold, strikes), that is the column.
    """
    rows = [row for group in groups for row in group]
    pages = finds.pages
    sheet = lay_out(rows, finds)
    raw = without_bullets(columns_of(sheet, limit.STRAY_OPTIONS), sheet.bands)
    sizes = [len(group) for group in groups]
    judged = [
        with_lone_pictures(column.cells, cells, sizes)
        for column, cells in zip(raw, read_cells(raw, judge_options), strict=True)
    ]
    drawn: list[list[Column]] = []
    bands: list[Bands] = []
    start = 0
    for group in groups:
        end = start + len(group)
        bands.append(sheet.bands[start:end])
        drawn.append(
            [
                Column(
                    column.x0,
                    column.x1,
                    without_hidden(
                        _with_missing(
                            _unlike(cells[start:end]), cells, group, _each_one(cells, groups)
                        ),
                        column,
                        sheet.bands[start:end],
                        pages,
                    ),
                )
                for column, cells in zip(raw, judged, strict=True)
            ]
        )
        start = end
    marked_anywhere = any(_has_chosen(column) for columns in drawn for column in columns)
    verdicts = _verdicts(bands, pages)
    settled = (
        _settled(columns, verdict, own, marked_anywhere)
        for columns, verdict, own in zip(drawn, verdicts, bands, strict=True)
    )
    ringed = [found[0].chosen for found in verdicts if found and found[0].chosen]
    if len(ringed) < limit.FEWEST_BARE_MARKS or any(len(chosen) > 1 for chosen in ringed):
        return tuple(settled)
    return tuple(columns or _without_ring(own) for columns, own in zip(settled, bands, strict=True))


def _without_ring(bands: Bands) -> tuple[Column, ...]:
    """A group without a ring, where the others have one each: nothing is chosen."""
    if not bands or any(band is None or band.letter is None for band in bands):
        return ()
    return (_emphasised([Verdict(LETTER)], bands),)


def _with_missing(
    own: Sequence[Cell | None], whole: Sequence[Cell | None], group: Sequence[Row], each_one: bool
) -> tuple[Cell | None, ...]:
    """Where a form knows marks only, the marked rows of a group leave the others open; and where
    the other groups have one mark each, a group without any is open throughout."""
    chosen = [cell for cell in own if cell is not None and cell.state is CellState.CHOSEN]
    others = any(cell is not None and cell.state is CellState.OPEN for cell in whole)
    if others or not (chosen or each_one) or any(_unreadable(cell) for cell in own):
        return tuple(own)
    style = "no mark, beside a row that has one" if chosen else "no mark in a group without any"
    return tuple(
        cell or Cell(CellState.OPEN, style, row.page) for cell, row in zip(own, group, strict=True)
    )


def _unlike(own: Sequence[Cell | None]) -> tuple[Cell | None, ...]:
    """Where all options have the same mark, it tells nothing: if one is chosen, what makes it
    differ was not seen."""
    present = [cell for cell in own if cell is not None]
    chosen = all(cell.state is CellState.CHOSEN for cell in present)
    if len(present) < max(len(own), 2) or not chosen or len({cell.style for cell in present}) > 1:
        return tuple(own)
    reason = f"{present[0].style} at every option"
    return tuple(Cell(CellState.UNREADABLE, reason, cell.page, cell.box) for cell in present)


def _each_one(cells: Sequence[Cell | None], groups: Sequence[Sequence[Row]]) -> bool:
    """Whether the groups that have marks in the column have one each."""
    counts = []
    start = 0
    for group in groups:
        counts.append(sum(cell is not None for cell in cells[start : start + len(group)]))
        start += len(group)
    marked = [count for count in counts if count]
    return len(marked) >= limit.FEWEST_BARE_MARKS and all(count == 1 for count in marked)


def _unreadable(cell: Cell | None) -> bool:
    return cell is not None and cell.state is CellState.UNREADABLE


def _has_chosen(column: Column) -> bool:
    return any(cell is not None and cell.state is CellState.CHOSEN for cell in column.cells)


def _verdicts(groups: Sequence[Bands], pages: Mapping[int, Page]) -> list[list[Verdict]]:
    """What each way of emphasis says about each group, in the same order for all groups."""
    whole = [[band for band in group if band is not None] for group in groups]
    used = {band.page for group in whole for band in group}
    own = {number: pages[number] for number in used}
    grounds, frames = grounds_of(own, whole), frames_of(own, whole)
    ways: tuple[Callable[[Sequence[Band]], Verdict], ...] = (
        lambda bands: by_ring(pages, bands),
        lambda bands: by_row_ring(pages, bands),
        lambda bands: by_strike(pages, bands),
        lambda bands: by_shade(grounds, bands),
        by_bold,
        lambda bands: by_underline(pages, bands),
        lambda bands: by_frame(frames, bands),
        by_text_colour,
    )
    found: list[list[Verdict]] = [[] for _ in groups]
    for at, way in enumerate(ways):
        verdicts = [
            way(bands) if len(bands) == len(group) > 1 else Verdict("")
            for bands, group in zip(whole, groups, strict=True)
        ]
        if at == 0 and any(verdict.chosen for verdict in verdicts):
            verdicts = [
                by_ring_beside(pages, bands) if verdict.silent and bands else verdict
                for verdict, bands in zip(verdicts, whole, strict=True)
            ]
        if at >= 3 and _is_header_look(verdicts):
            continue
        for said, verdict in zip(found, verdicts, strict=True):
            said.append(verdict)
    return found


def _is_header_look(verdicts: Sequence[Verdict]) -> bool:
    """The first row of every group: rather how tables begin than what was chosen."""
    said = [verdict for verdict in verdicts if not verdict.silent]
    return len(said) >= limit.SAME_ROW_GROUPS and all(
        verdict.chosen == frozenset({0}) for verdict in verdicts
    )


def _settled(
    columns: Sequence[Column], verdicts: Sequence[Verdict], bands: Bands, marked: bool
) -> tuple[Column, ...]:
    """Puts what the cells say and what the emphasis says together; where they differ, nothing
    can be read."""
    columns = [column for column in columns if any(column.cells) or not _boxed(columns)]
    loud = [verdict for verdict in verdicts if not verdict.silent]
    if not loud:
        return tuple(columns) if any(any(column.cells) for column in columns) else ()
    if not marked or not any(any(column.cells) for column in columns):
        if any(_unreadable(cell) for column in columns for cell in column.cells):
            return tuple(_blurred(column, "emphasis beside unreadable cells") for column in columns)
        return (_emphasised(loud, bands),)
    for verdict in loud:
        if verdict.doubt is not None or not verdict.chosen <= set(_chosen(columns)):
            reason = f"cells and emphasis differ: {verdict.doubt or verdict.style}"
            return tuple(_blurred(column, reason) for column in columns)
    return tuple(columns)


def _boxed(columns: Sequence[Column]) -> bool:
    return any(
        cell is not None and cell.state is CellState.OPEN and cell.box is not None
        for column in columns
        for cell in column.cells
    )


def _chosen(columns: Sequence[Column]) -> Iterator[int]:
    for column in columns:
        for at, cell in enumerate(column.cells):
            if cell is not None and cell.state is CellState.CHOSEN:
                yield at


def _blurred(column: Column, reason: str) -> Column:
    return Column(
        column.x0,
        column.x1,
        tuple(
            cell and Cell(CellState.UNREADABLE, reason, cell.page, cell.box)
            for cell in column.cells
        ),
    )


def _emphasised(verdicts: Sequence[Verdict], bands: Bands) -> Column:
    """A column made of the rows themselves."""
    known = [band for band in bands if band is not None]
    boxes = [band.letter.box if band.letter is not None else band.text for band in known]
    whole = hull(boxes)
    chosen = {verdict.chosen for verdict in verdicts}
    doubt = next((verdict.doubt for verdict in verdicts if verdict.doubt is not None), None)
    if doubt is None and len(chosen) > 1:
        doubt = f"emphasis differs: {', '.join(verdict.style for verdict in verdicts)}"
    style = verdicts[0].style
    cells = []
    for at, (band, box) in enumerate(zip(known, boxes, strict=True)):
        if doubt is not None:
            cells.append(Cell(CellState.UNREADABLE, doubt, band.page, box))
        elif at in verdicts[0].chosen:
            cells.append(Cell(CellState.CHOSEN, style, band.page, box))
        else:
            cells.append(Cell(CellState.OPEN, f"without: {style}", band.page, box))
    return Column(whole[0], whole[2], tuple(cells))
