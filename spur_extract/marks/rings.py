"""A ring, an ellipse or a box drawn round a grade letter, or round the whole row."""

from collections.abc import Iterator, Mapping, Sequence

from spur_extract.marks import thresholds as limit
from spur_extract.marks.bands import Band, place
from spur_extract.marks.geometry import darkness, height, held_share, meet, middle, width
from spur_extract.marks.notes import MARKING
from spur_extract.marks.verdict import Verdict, differing
from spur_extract.reading.document import Drawing, DrawingKind, Page

LETTER = "ring round the letter"
OVER_TEXT = MARKING | {"underline", "squiggly"}
"""Annotations that may stand for a row: the place of an underline is that of its text."""

ROW = "row marked by an annotation"


def by_ring(pages: Mapping[int, Page], bands: Sequence[Band]) -> Verdict:
    """Compares what is drawn round the letters."""
    rings = {number: tuple(_round(pages[number])) for number in {band.page for band in bands}}
    held: list[list[Drawing]] = []
    for band in bands:
        if band.letter is None:
            return Verdict(LETTER)
        letter = band.letter.box
        near = [ring for ring in rings[band.page] if meet(ring.box, letter)]
        shares = [held_share(letter, ring.box) for ring in near]
        full = [ring for ring, share in zip(near, shares, strict=True) if share >= limit.HELD]
        if not full and any(share > limit.GRAZED for share in shares):
            return Verdict(LETTER, doubt="ring only partly round a letter")
        held.append(full)
    if _shared(held, bands):
        return Verdict(LETTER, doubt="one ring round several letters")
    if all(held):
        return _darker(held)
    return differing(LETTER, [bool(full) for full in held])


def _darker(held: Sequence[Sequence[Drawing]]) -> Verdict:
    """All letters have a ring: then a filled one among hollow ones is the mark."""
    notes = [any(one.kind is DrawingKind.ANNOTATION for one in full) for full in held]
    if any(notes):
        return differing(LETTER, notes)
    tones = [max(darkness(one.fill) for one in full) for full in held]
    low, high = min(tones), max(tones)
    if high - low < limit.CONTRAST:
        return Verdict(LETTER)
    if any(low + limit.TONE_GAP < tone < high - limit.TONE_GAP for tone in tones):
        return Verdict(LETTER, doubt="letters on grounds of several tones")
    flags = [tone >= high - limit.TONE_GAP for tone in tones]
    return differing("filled ring round the letter", flags)


def _shared(held: Sequence[Sequence[Drawing]], bands: Sequence[Band]) -> bool:
    seen: set[tuple[int, int]] = set()
    for full, band in zip(held, bands, strict=True):
        own = {(band.page, id(ring)) for ring in full}
        if own & seen:
            return True
        seen |= own
    return False


def by_ring_beside(pages: Mapping[int, Page], bands: Sequence[Band]) -> Verdict:
    """In a form whose letters are ringed: one ring beside a letter, in the strip of one row."""
    style = "ring beside the letter"
    chosen: set[int] = set()
    for page in {band.page for band in bands}:
        for ring in _round(pages[page]):
            if ring.kind is DrawingKind.PATH and not ring.curved:
                continue
            where = place(ring.box, bands, page)
            near = [
                at
                for at in ((where.inside,) if where.inside is not None else where.touched)
                if _beside(ring, bands[at])
            ]
            if near and where.inside is None:
                return Verdict(style, doubt="ring between two rows")
            chosen.update(near)
    if len(chosen) > 1:
        return Verdict(style, doubt="several rings beside the letters")
    return Verdict(style, frozenset(chosen))


def _beside(ring: Drawing, band: Band) -> bool:
    if band.letter is None:
        return False
    return abs(middle(ring.box)[0] - middle(band.letter.box)[0]) <= limit.NEAR_LETTER


def _round(page: Page) -> Iterator[Drawing]:
    """Small round paths, and annotations of any shape."""
    for drawing in page.drawings:
        if max(width(drawing.box), height(drawing.box)) > limit.LARGEST_EMBLEM:
            continue
        if drawing.kind is DrawingKind.PATH:
            if (drawing.curved and _visible(drawing)) or _is_outline(drawing):
                yield drawing
        elif drawing.kind is DrawingKind.ANNOTATION and drawing.subtype in MARKING:
            yield drawing


def _visible(drawing: Drawing) -> bool:
    return max(darkness(drawing.fill), darkness(drawing.stroke)) > 0.01


def _is_outline(drawing: Drawing) -> bool:
    """A drawn square or a hand's polygon: not filled, and not a mere line."""
    thin = min(width(drawing.box), height(drawing.box)) <= limit.THIN
    return drawing.fill is None and _visible(drawing) and len(drawing.points) > 3 and not thin


def by_row_ring(pages: Mapping[int, Page], bands: Sequence[Band]) -> Verdict:
    """A highlight over a row's text, or a ring round it."""
    flags = []
    large = {number: tuple(_large(pages[number])) for number in {band.page for band in bands}}
    for band in bands:
        shares = [
            _held(one, band)
            for one in large[band.page]
            if meet(one.box, band.text) and _fits_row(one, band)
        ]
        full = any(share >= limit.HELD for share in shares) or any(
            _over_first_line(one, band) for one in large[band.page]
        )
        if not full and any(share > limit.GRAZED for share in shares):
            return Verdict(ROW, doubt="row marked in part")
        flags.append(full)
    return differing(ROW, flags)


def _fits_row(drawing: Drawing, band: Band) -> bool:
    """Whether it is about the row: a panel round a whole table is not."""
    return height(drawing.box) <= limit.ROW_HIGH * (band.bottom - band.top)


def _held(drawing: Drawing, band: Band) -> float:
    """How much of the row's words it covers, by their widths."""
    total = sum(width(word.box) for word in band.words)
    covered = sum(width(word.box) * held_share(word.box, drawing.box) for word in band.words)
    return covered / total if total else 0.0


def _over_first_line(drawing: Drawing, band: Band) -> bool:
    """Whether it lies over the row's letter and most of the words beside it."""
    if band.letter is None or held_share(band.letter.box, drawing.box) < limit.HELD:
        return False
    x, y = middle(band.letter.box)
    beside = [word for word in band.words if word.box[1] <= y <= word.box[3] and word.box[0] > x]
    total = sum(width(word.box) for word in beside)
    covered = sum(width(word.box) * held_share(word.box, drawing.box) for word in beside)
    return total > 0 and covered >= limit.STRUCK * total and _fits_row(drawing, band)


def _large(page: Page) -> Iterator[Drawing]:
    for drawing in page.drawings:
        if width(drawing.box) <= limit.LARGEST_EMBLEM:
            continue
        level = height(drawing.box) <= 3 * limit.THIN
        if drawing.kind is DrawingKind.ANNOTATION and drawing.subtype in OVER_TEXT and not level:
            yield drawing
        hollow = drawing.kind is DrawingKind.PATH and drawing.curved and drawing.fill is None
        if hollow and _visible(drawing):
            yield drawing
