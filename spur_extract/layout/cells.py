"""Printed lines with a place gathered into cells: what stands in one column with no rule between.

A cell is a table's cell, a paragraph, or a run of lines that nothing parts.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spur_extract.reading.boxes import hull
from spur_extract.reading.document import Box, DrawingKind, Line, Page

LEAST_GAP = 0.45
"""Ems between two lines up to which they are always of one cell, if no rule parts them."""

GAP_OF_TEXT = 1.5
"""Ems up to which space between two lines may be that inside a paragraph."""

MORE_THAN_TEXT = 1.3
"""How many times the space inside paragraphs there may be between two lines of a cell."""

THICKEST_RULE = 2.5
"""Points up to which something drawn is a rule."""

SHORTEST_RULE = 12.0
"""Points from which on a rule parts rows; shorter ones belong to marks."""

TALLEST = 40.0
"""Points of half the tallest line that is looked at."""

SAME_SIZE = 0.15
"""Share by which the font size may differ inside a cell."""

LEAST_SHARED = 0.5
"""Share of the narrower line's width that two lines of a column have in common."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines of one cell from its top down; `ruled` when rules or shades part it from others both
    above and below."""

    lines: tuple[Line, ...]
    box: Box
    ruled: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal edge: a drawn rule, or the edge of a shaded cell."""

    x0: float
    x1: float
    y: float


def widest_gap(pages: Iterable[Page]) -> float:
    """The space between lines, in ems, from which on they are not of one cell in this document.

    It is told by the space inside its paragraphs: the fifth smallest of a hundred spaces or so.
    """
    gaps = sorted(
        gap
        for page in pages
        for upper, lower in pairwise(page.lines)
        if upper.box is not None and lower.box is not None and _share(upper.box, lower.box)
        if 0 <= (gap := (lower.box[1] - upper.box[3]) / _size(upper)) <= GAP_OF_TEXT
    )
    inside = gaps[len(gaps) // 20] if gaps else 0.0
    return max(LEAST_GAP, MORE_THAN_TEXT * inside + 0.05)


def cells_of(page: Page, lines: Sequence[Line], gap: float) -> list[Cell]:
    """Gather the `lines` of a page, all with boxes, into cells; `gap` is `widest_gap`."""
    rules = rules_of(page)
    lines = sorted(lines, key=lambda line: _middle(box_of(line)))
    below = {line: _below(number, lines, gap) for number, line in enumerate(lines)}
    above: dict[Line, list[Line]] = {}
    for upper, lowers in below.items():
        for lower in lowers:
            above.setdefault(lower, []).append(upper)
    follows = {
        lowers[0]: upper
        for upper, lowers in below.items()
        if len(lowers) == 1 and len(above[lowers[0]]) == 1 and _one_cell(upper, lowers[0], rules)
    }
    leads = {upper: lower for lower, upper in follows.items()}
    cells: list[Cell] = []
    for line in lines:
        if line not in follows:
            run = [line]
            while run[-1] in leads:
                run.append(leads[run[-1]])
            box = hull(box_of(each) for each in run)
            cells.append(Cell(tuple(run), box, _is_ruled(run, box, rules)))
    return cells


def rules_of(page: Page) -> list[Rule]:
    """The horizontal edges that part rows, from the top of the page down."""
    rules: list[Rule] = []
    for drawing in page.drawings:
        x0, top, x1, bottom = drawing.box
        if drawing.kind is not DrawingKind.PATH or x1 - x0 < SHORTEST_RULE:
            continue
        if bottom - top <= THICKEST_RULE:
            rules.append(Rule(x0, x1, (top + bottom) / 2))
        elif not drawing.curved and not _covers(drawing.box, page):
            rules += [Rule(x0, x1, top), Rule(x0, x1, bottom)]
    return sorted(rules, key=lambda rule: rule.y)


def box_of(line: Line) -> Box:
    """The box of a line that is known to have one."""
    assert line.box is not None  # noqa: S101
    return line.box


def _covers(box: Box, page: Page) -> bool:
    """Whether a shape is the page's own background."""
    return box[3] - box[1] > 0.8 * (page.height or 0)


def _below(number: int, lines: Sequence[Line], gap: float) -> list[Line]:
    """The lines next below line `number` in its column: those that no other such line stands
    above. `lines` are in order of their middles."""
    own, size = box_of(lines[number]), _size(lines[number])
    near: list[Line] = []
    for other in lines[number + 1 :]:
        box = box_of(other)
        if _middle(box) - own[3] > gap * size + TALLEST:
            break
        if _middle(box) > _middle(own) and box[1] - own[3] < gap * size and _share(own, box):
            near.append(other)
    if not near:
        return []
    first = _middle(box_of(near[0]))
    return [other for other in near if _middle(box_of(other)) - first < 0.5 * size]


def _one_cell(upper: Line, lower: Line, rules: Sequence[Rule]) -> bool:
    """Whether nothing parts two lines that stand one below the other."""
    if abs(_size(upper) - _size(lower)) > SAME_SIZE * _size(upper):
        return False
    if _bold(upper) != _bold(lower):
        return False
    return not _parted(box_of(upper), box_of(lower), rules)


def _parted(upper: Box, lower: Box, rules: Sequence[Rule]) -> bool:
    """Whether a rule runs between two boxes, and over most of the narrower one."""
    x0, x1 = max(upper[0], lower[0]), min(upper[2], lower[2])
    high, low = _middle(upper), _middle(lower)
    return any(
        min(rule.x1, x1) - max(rule.x0, x0) >= LEAST_SHARED * (x1 - x0)
        for rule in _between(rules, high, low)
    )


def _between(rules: Sequence[Rule], high: float, low: float) -> Sequence[Rule]:
    first = bisect_left(rules, high, key=lambda rule: rule.y)
    last = bisect_left(rules, low, key=lambda rule: rule.y)
    return rules[first:last]


def _is_ruled(run: Sequence[Line], box: Box, rules: Sequence[Rule]) -> bool:
    """Whether rules run close above and below a cell."""
    reach = 1.5 * _size(run[0])
    spans = [rule for rule in rules if rule.x0 <= box[0] + 1 and rule.x1 >= box[2] - 1]
    over = any(0 <= box[1] + 1 - rule.y <= reach for rule in spans)
    under = any(0 <= rule.y - box[3] + 1 <= reach for rule in spans)
    return over and under


def _share(one: Box, other: Box) -> bool:
    shared = min(one[2], other[2]) - max(one[0], other[0])
    return shared >= LEAST_SHARED * min(one[2] - one[0], other[2] - other[0])


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _size(line: Line) -> float:
    return line.words[0].size if line.words else 10.0


def _bold(line: Line) -> bool:
    return sum(len(word.text) for word in line.words if word.bold) * 2 > len(line.text)
