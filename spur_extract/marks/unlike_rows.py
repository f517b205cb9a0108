"""Statements told apart by strikes or coloured cells: that is told, but what it means is not."""

from collections.abc import Iterator, Mapping, Sequence

from spur_extract.marks import thresholds as limit
from spur_extract.marks.bands import Band
from spur_extract.marks.geometry import WHITE, height, middle, same_colour
from spur_extract.marks.model import Cell, CellState, Column
from spur_extract.marks.shade import Grounds, grounds_of
from spur_extract.marks.strike import is_struck
from spur_extract.reading.boxes import hull
from spur_extract.reading.document import Colour, Page

STRUCK = "some statements struck through"
COLOURED = "cells in colours beside the statements"


def by_looks(bands: Sequence[Band | None], pages: Mapping[int, Page]) -> tuple[Column, ...]:
    """One column of unreadable cells where the rows differ by one of these, none where not."""
    known = [band for band in bands if band is not None]
    grounds = grounds_of({band.page: pages[band.page] for band in known}, [])
    beside = [next(_colours_beside(grounds, band), None) for band in known]
    if any(is_struck(pages[band.page], band) for band in known):
        return _unreadable(STRUCK, bands)
    several = any(_differ(beside[0], other) for other in beside[1:])
    if several and sum(colour is not None for colour in beside) >= limit.FEWEST_ANSWERS:
        return _unreadable(COLOURED, bands)
    return ()


def _unreadable(style: str, bands: Sequence[Band | None]) -> tuple[Column, ...]:
    whole = hull(band.text for band in bands if band is not None)
    cells = tuple(
        None if band is None else Cell(CellState.UNREADABLE, style, band.page, band.text)
        for band in bands
    )
    return (Column(whole[0], whole[2], cells),)


def _differ(one: Colour | None, other: Colour | None) -> bool:
    if one is None or other is None:
        return one is not other
    return not same_colour(one, other)


def _colours_beside(grounds: Grounds, band: Band) -> Iterator[Colour]:
    """The colours of cells to the right of the row's text, which do not stand behind it, too."""
    own = grounds.behind(band.page, band.words[0])
    y = middle(band.text)[1]
    highest = limit.ROW_HIGH * (band.bottom - band.top)
    for fill in grounds.fills.get(band.page, ()):
        colour = fill.fill
        level = fill.box[1] <= y <= fill.box[3] and height(fill.box) <= highest
        if colour is None or not level or fill.box[0] < band.text[2]:
            continue
        if not same_colour(colour, WHITE) and not same_colour(colour, own):
            yield colour
