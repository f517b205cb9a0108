"""Annotations: what was drawn on top of a printed form."""

from collections.abc import Sequence
from dataclasses import replace

from spur_extract.marks import thresholds as limit
from spur_extract.marks.candidates import Candidate
from spur_extract.marks.geometry import held_share, holds, meet, middle
from spur_extract.reading.document import Drawing, DrawingKind, Page

MARKING = frozenset(
    {"ink", "circle", "square", "highlight", "stamp", "line", "polygon", "polyline", "freetext"}
)
"""Kinds that someone draws to mark something; links, notes and pop-ups do not."""


def marking_notes(page: Page) -> tuple[Drawing, ...]:
    """The page's annotations that may be marks."""
    return tuple(
        drawing
        for drawing in page.drawings
        if drawing.kind is DrawingKind.ANNOTATION and drawing.subtype in MARKING
    )


def put_on(
    candidates: Sequence[Candidate], notes: Sequence[Drawing]
) -> tuple[tuple[Candidate, ...], tuple[Drawing, ...]]:
    """The cells with what is drawn on them, and the annotations that are on none.

    One that lies on several cells, or only touches one, leaves those in doubt.
    """
    found = list(candidates)
    left = []
    for note in notes:
        near = [at for at, one in enumerate(found) if meet(one.box, note.box)]
        hit = [at for at in near if holds(note.box, middle(found[at].box))]
        hit = hit or [at for at in near if held_share(note.box, found[at].box) >= limit.INSIDE]
        if len(hit) == 1:
            found[hit[0]] = replace(found[hit[0]], notes=(*found[hit[0]].notes, note))
        elif near and _on_cells_only(note, [found[at] for at in near]):
            for at in hit or near:
                found[at] = replace(found[at], doubt=f"{note.subtype} over more than one cell")
        else:
            left.append(note)
    return tuple(found), tuple(left)


def _on_cells_only(note: Drawing, near: Sequence[Candidate]) -> bool:
    """A highlight over a whole row passes its cells too: it is the row's."""
    widest = max(one.box[2] for one in near) - min(one.box[0] for one in near)
    return note.box[2] - note.box[0] <= 3 * max(widest, limit.SMALLEST_CELL)
