"""Ticks and crosses that are set beside statements as a pair: yes and no."""

from collections.abc import Sequence

from spur_extract.marks.candidates import Candidate
from spur_extract.marks.model import CellState
from spur_extract.marks.vocabulary import Reading

TICKS = frozenset("✓✔")
CROSSES = frozenset("✗✘✕✖")
"""Without those in boxes, and letters: these are what people mark with, and mean yes."""


def is_pair(candidates: Sequence[Candidate]) -> bool:
    """Whether there are one tick and one cross, and nothing else."""
    glyphs = {one.glyph if _is_plain(one) else None for one in candidates}
    return len(glyphs) == 2 and len(glyphs & TICKS) == len(glyphs & CROSSES) == 1


def by_pair(candidate: Candidate) -> Reading:
    """What one of the two says."""
    if candidate.doubt is not None:
        return CellState.UNREADABLE, candidate.doubt
    if candidate.glyph in TICKS:
        return CellState.CHOSEN, "tick, where crosses mean no"
    return CellState.OPEN, "cross, where ticks mean yes"


def _is_plain(candidate: Candidate) -> bool:
    """Whether it is a character and nothing else."""
    more = candidate.field or candidate.picture or candidate.notes
    return candidate.look is not None and not candidate.look.framed and not more
