"""Frames of rules round one option, in a look that no other rule of the form has."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spur_extract.marks import thresholds as limit
from spur_extract.marks.bands import Band
from spur_extract.marks.geometry import darkness, height, held_share, holds, meet, middle, width
from spur_extract.marks.verdict import Verdict, differing
from spur_extract.reading.boxes import hull
from spur_extract.reading.document import Box, Colour, Drawing, DrawingKind, Page

STYLE = "framed row"

Frames = Mapping[int, Sequence[Box]]
"""The frames of each page that stand for a row."""

_Look = tuple[Colour, float]
"""The colour of a rule, and how thick it is to half a point."""


def frames_of(pages: Mapping[int, Page], groups: Sequence[Sequence[Band]]) -> Frames:
    """A look counts where all its rules form frames, each of which holds one option, or the end
    of one that began on the page before."""
    bands: defaultdict[int, list[Band]] = defaultdict(list)
    for group in groups:
        for band in group:
            bands[band.page].append(band)
    found: defaultdict[_Look, list[tuple[int, Box]]] = defaultdict(list)
    rest: list[tuple[_Look, int, Box]] = []
    for number, page in pages.items():
        for look, rules in _rules(page).items():
            for together in _joined(rules):
                box = hull(together)
                if _is_frame(box, together) and _holds_one(box, bands[number]):
                    found[look].append((number, box))
                else:
                    rest.append((look, number, box))
    others = {
        look
        for look, number, box in rest
        if not any(page == number - 1 for page, _ in found[look])
        or any(page == number and other[1] < box[3] for page, other in found[look])
        or any(band.text[1] < box[3] for band in bands[number])
    }
    frames: defaultdict[int, list[Box]] = defaultdict(list)
    for look, places in found.items():
        for number, box in places if look not in others else ():
            frames[number].append(box)
    return frames


def by_frame(frames: Frames, bands: Sequence[Band]) -> Verdict:
    """Compares the rows by whether a frame holds where they begin."""
    return differing(
        STYLE,
        [any(_begins_in(box, band) for box in frames.get(band.page, ())) for band in bands],
    )


def _begins_in(box: Box, band: Band) -> bool:
    first = band.letter or band.words[0]
    return held_share(first.box, box) >= limit.HELD


def _holds_one(box: Box, bands: Sequence[Band]) -> bool:
    inside = [band for band in bands if any(holds(box, middle(word.box)) for word in band.words)]
    return len(inside) == 1 and _begins_in(box, inside[0])


def _rules(page: Page) -> Mapping[_Look, Sequence[Box]]:
    """The page's rules and the sides of its hollow rectangles, by look; without looks of so many
    rules that they are a table's."""
    rules: defaultdict[_Look, list[Box]] = defaultdict(list)
    for drawing in page.drawings:
        for colour, thick, box in _sides(drawing):
            look = (tuple(round(part, 2) for part in colour), round(2 * thick) / 2)
            rules[look].append(box)  # type: ignore[index]
    return {look: boxes for look, boxes in rules.items() if len(boxes) <= limit.MOST_FRAME_RULES}


def _sides(drawing: Drawing) -> Iterator[tuple[Colour, float, Box]]:
    x0, top, x1, bottom = drawing.box
    across, down = width(drawing.box), height(drawing.box)
    longest, thinnest = max(across, down), min(across, down)
    colour = drawing.stroke or drawing.fill
    if drawing.kind is not DrawingKind.PATH or drawing.curved or colour is None:
        return
    if darkness(colour) <= limit.INK or longest < limit.SMALLEST_CELL:
        return
    if thinnest <= limit.THICKEST_RULE:
        yield colour, drawing.width if drawing.stroke is not None else thinnest, drawing.box
    elif drawing.fill is None and len(drawing.points) in (4, 5) and longest > limit.LARGEST_CELL:
        for side in (
            (x0, top, x1, top),
            (x0, bottom, x1, bottom),
            (x0, top, x0, bottom),
            (x1, top, x1, bottom),
        ):
            yield colour, drawing.width, side


def _joined(rules: Sequence[Box]) -> Iterator[list[Box]]:
    """Rules that meet, directly or by others."""
    left = list(rules)
    while left:
        together = [left.pop()]
        for one in together:
            near = [other for other in left if meet(one, other, limit.THICKEST_RULE)]
            together.extend(near)
            left = [other for other in left if other not in near]
        yield together


def _is_frame(box: Box, rules: Sequence[Box]) -> bool:
    """Whether the rules run along all four sides of their hull, and nowhere else."""
    if min(width(box), height(box)) <= 2 * limit.THICKEST_RULE:
        return False
    covered = [0.0] * 4
    for rule in rules:
        level = width(rule) >= height(rule)
        at, sides = (1, (1, 3)) if level else (0, (0, 2))
        near = [side for side in sides if abs(rule[at] - box[side]) <= limit.THICKEST_RULE]
        if not near:
            return False
        covered[near[0]] += width(rule) if level else height(rule)
    whole = (height(box), width(box), height(box), width(box))
    return all(part >= limit.HELD * side for part, side in zip(covered, whole, strict=True))
