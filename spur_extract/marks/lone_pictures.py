"""Pictures that stand only where something is chosen: one at one option of each group."""

from collections.abc import Sequence

from spur_extract.marks import thresholds as limit
from spur_extract.marks.candidates import Candidate
from spur_extract.marks.model import Cell, CellState

STYLE = "picture at one option of each group"


def with_lone_pictures(
    candidates: Sequence[Candidate | None], cells: Sequence[Cell | None], sizes: Sequence[int]
) -> tuple[Cell | None, ...]:
    """A column's cells, those chosen that have the picture. `sizes` are how many options each
    group has.

    Not where a group has two of them, or they differ: then they may be boxes.
    """
    present = [one for one in candidates if one is not None]
    digests = {_picture_of(one) for one in present}
    counts = []
    start = 0
    for size in sizes:
        counts.append(sum(one is not None for one in candidates[start : start + size]))
        start += size
    lone = max(counts, default=0) == 1 and sum(counts) >= limit.FEWEST_BARE_MARKS
    if not lone or len(digests) != 1 or None in digests or min(sizes) < limit.FEWEST_BARE_MARKS:
        return tuple(cells)
    return tuple(cell and Cell(CellState.CHOSEN, STYLE, cell.page, cell.box) for cell in cells)


def _picture_of(candidate: Candidate) -> str | None:
    """Its picture's digest, if nothing else is drawn there, or in doubt."""
    more = candidate.look is not None or candidate.field is not None or candidate.notes
    if candidate.picture is None or more or candidate.doubt is not None:
        return None
    return candidate.picture.digest
