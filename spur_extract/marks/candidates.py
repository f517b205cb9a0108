"""The cells of a form: boxes, mark characters, pictures and form fields beside the rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spur_extract.marks import thresholds as limit
from spur_extract.marks.clusters import Cluster
from spur_extract.marks.covers import Cover, covers, doubt_over, doubt_over_text
from spur_extract.marks.geometry import height, held_share, holds, meet, middle, width
from spur_extract.marks.glyphs import BARE, Glyph
from spur_extract.marks.looks import Look, is_frame, look_of
from spur_extract.marks.shapes import Shape
from spur_extract.reading.boxes import hull
from spur_extract.reading.document import Box, Drawing, DrawingKind, Page, Word

STRIP = 20.0
"""Height in points of the strips by which words are looked up."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a cell. `look` is what is drawn or set there, `picture` and `field` what else
    the file tells, `notes` annotations drawn upon it; `doubt` says why it cannot be read."""

    page: int
    box: Box
    look: Look | None = None
    glyph: str | None = None
    picture: Drawing | None = None
    field: Drawing | None = None
    notes: tuple[Drawing, ...] = ()
    doubt: str | None = None

    @property
    def framed(self) -> bool:
        """Whether it would be there without a mark, too."""
        if self.field is not None or self.picture is not None:
            return True
        return self.look is not None and self.look.framed


def candidates_of(
    page: Page, clusters: Sequence[Cluster], glyphs: Sequence[Glyph]
) -> tuple[Candidate, ...]:
    """All cells of a page, those that lie one in another united."""
    marks = {word for glyph in glyphs for word in glyph.words}
    printed = _by_height([word for line in page.lines for word in line.words if word not in marks])
    single = sorted(
        (*_pictures(page), *_fields(page), *_drawn(page, clusters), *_set(page, glyphs)),
        key=lambda one: one.box[1],
    )
    free = [one for one in _united(single) if not _holds_text(one.box, printed)]
    hidden = tuple(covers(page))
    return tuple(
        replace(one, doubt=one.doubt or _doubt_over(one, hidden)) for one in free if _is_cell(one)
    )


def _doubt_over(candidate: Candidate, hidden: Sequence[Cover]) -> str | None:
    if candidate.glyph is not None:
        return doubt_over(candidate.box, hidden) or doubt_over_text(candidate.box, hidden)
    return doubt_over(candidate.box, hidden)


def _drawn(page: Page, clusters: Sequence[Cluster]) -> Iterator[Candidate]:
    for cluster in clusters:
        box = cluster.box
        if max(width(box), height(box)) < limit.SMALLEST_CELL:
            continue
        if max(width(box), height(box)) > limit.LARGEST_CELL:
            yield from _overgrown(page, cluster)
            continue
        look = look_of(cluster.drawings, box)
        if look.tone > 0 or look.framed:
            yield Candidate(page.number, box, look, doubt=_beside(cluster))


def _overgrown(page: Page, cluster: Cluster) -> Iterator[Candidate]:
    """Frames with something drawn over them that is larger: a hand's tick, say."""
    frames = [
        one.box
        for one in cluster.drawings
        if is_frame(one) and max(width(one.box), height(one.box)) <= limit.LARGEST_CELL
    ]
    doubt = None if len(frames) == 1 else "one drawing over several boxes"
    for box in frames:
        yield Candidate(page.number, box, look_of(cluster.drawings, box), doubt=doubt)


def _beside(cluster: Cluster) -> str | None:
    """A mark that lies half beside its box is a doubt: it may be meant for another."""
    frames = [one for one in cluster.drawings if is_frame(one)]
    if not frames:
        return None
    frame = max(frames, key=lambda one: width(one.box) * height(one.box)).box
    for drawing in cluster.drawings:
        thin = min(width(drawing.box), height(drawing.box)) <= limit.THIN
        beside = held_share(drawing.box, frame) < limit.INSIDE
        if beside and not thin and not holds(frame, middle(drawing.box)):
            return "drawing half beside its box"
    return None


def _set(page: Page, glyphs: Sequence[Glyph]) -> Iterator[Candidate]:
    for glyph in glyphs:
        if not glyph.seen:
            continue
        inks = frozenset(() if glyph.ink is None else (glyph.ink,))
        look = Look(glyph.shape, 0.0, glyph.char not in BARE, inks=inks)
        yield Candidate(page.number, glyph.box, look, glyph=glyph.char)


def _pictures(page: Page) -> Iterator[Candidate]:
    for drawing in page.drawings:
        if drawing.kind is DrawingKind.IMAGE and _is_small(drawing.box):
            yield Candidate(page.number, drawing.box, picture=drawing)


def _fields(page: Page) -> Iterator[Candidate]:
    for drawing in page.drawings:
        if drawing.kind is DrawingKind.FIELD and _is_small(drawing.box):
            yield Candidate(page.number, drawing.box, field=drawing)


def _is_cell(candidate: Candidate) -> bool:
    across, down = width(candidate.box), height(candidate.box)
    if not limit.SMALLEST_CELL <= max(across, down) <= limit.LARGEST_CELL:
        return False
    if candidate.glyph is not None or candidate.field is not None:
        return True
    narrow = min(across, down)
    return narrow >= limit.SMALLEST_CELL and max(across, down) <= limit.LONGEST_SIDES_RATIO * narrow


def _is_small(box: Box) -> bool:
    return max(width(box), height(box)) <= limit.LARGEST_CELL


def _by_height(words: Sequence[Word]) -> Mapping[int, list[Word]]:
    """Words by the strips of the page that they touch, to be found fast."""
    strips: defaultdict[int, list[Word]] = defaultdict(list)
    for word in words:
        for strip in _strips(word.box):
            strips[strip].append(word)
    return strips


def _strips(box: Box) -> range:
    return range(int(box[1] // STRIP), int(box[3] // STRIP) + 1)


def _holds_text(box: Box, words: Mapping[int, Sequence[Word]]) -> bool:
    return any(
        holds(box, middle(word.box)) or holds(word.box, middle(box))
        for strip in _strips(box)
        for word in words.get(strip, ())
    )


def _united(single: Sequence[Candidate]) -> Iterator[Candidate]:
    """Puts together what is drawn, set and filled in at one place."""
    used: set[int] = set()
    for at, one in enumerate(single):
        if at in used:
            continue
        whole = one
        for later in range(at + 1, len(single)):
            other = single[later]
            if other.box[1] > whole.box[3]:
                break
            if later not in used and _same_place(whole.box, other.box):
                used.add(later)
                whole = _both(whole, other)
        yield whole


def _same_place(one: Box, other: Box) -> bool:
    return meet(one, other) and (holds(one, middle(other)) or holds(other, middle(one)))


def _both(one: Candidate, other: Candidate) -> Candidate:
    boxes = [each.box for each in (one, other) if each.glyph is None]
    return replace(
        one,
        box=hull(boxes or (one.box, other.box)),
        look=_combined(one.look, other.look),
        glyph=one.glyph or other.glyph,
        picture=one.picture or other.picture,
        field=one.field or other.field,
        doubt=one.doubt or other.doubt,
    )


def _combined(one: Look | None, other: Look | None) -> Look | None:
    """A frame and a sign in it: the sign counts. Two different signs are a doubt."""
    if one is None or other is None:
        return one or other
    framed = one.framed or other.framed
    tone = max(one.tone, other.tone)
    parts, inks = one.parts + other.parts, one.inks | other.inks
    if one.shape is other.shape:
        return Look(one.shape, tone, framed, parts, inks)
    shapes = {one.shape, other.shape} - {Shape.EMPTY}
    shape = shapes.pop() if len(shapes) == 1 else Shape.UNCLEAR
    return Look(shape, tone, framed, parts, inks)
