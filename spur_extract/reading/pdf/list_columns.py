"""Columns of signs: whether the signs that stand below each other on a page are a list's bullets.

A list's bullets are alike, have no other sign beside them, and stand before each of its items.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from spur_extract.reading.document import Word

APART = 0.42
"""Least space in ems between a sign and the text beside it, where the sign stands alone."""

SURELY_APART = 1.6
"""The same before the sign, where other text stands."""

SAME_COLUMN = 2.0
"""Points by which the middles of the signs of a column may differ."""

SAME_EDGE = 1.5
"""Points by which texts of a column may begin apart."""

PARAGRAPH = 1.25
"""How much further down than a line's next one a new row begins at least."""


@dataclass(frozen=True, slots=True)
class _Level:
    """What stands on one level: the sign of the column, if there is one."""

    row: Sequence[Word]
    sign: Word | None
    paired: bool


class ListColumns:
    """The columns of signs of a page, each looked at once."""

    def __init__(self, rows: Sequence[Sequence[Word]]) -> None:
        """`rows` are the levels of the page from the top down."""
        self._rows = rows
        self._known: dict[tuple[int, int], bool] = {}

    def may_be_bullets(self, sign: Word, item: Word, bullets: Collection[str]) -> bool:
        """Whether the column in which `sign` stands before `item` may be a list's, `bullets` being
        the signs that lists have."""
        place = (round(_across(sign)), round(item.box[0]))
        if place not in self._known:
            self._known[place] = _may_be_bullets(sign, item, self._rows, bullets)
        return self._known[place]


def _may_be_bullets(
    sign: Word, item: Word, rows: Sequence[Sequence[Word]], bullets: Collection[str]
) -> bool:
    levels = [_level(row, _across(sign)) for row in rows]
    signs = [level.sign.text for level in levels if level.sign]
    runs = [text for text, _ in groupby(signs)]
    if len(set(runs)) < len(runs) or not set(runs) <= {*bullets}:
        return False
    return not any(level.paired for level in levels) and not _skips_rows(levels, item.box[0])


def _level(row: Sequence[Word], across: float) -> _Level:
    for number, word in enumerate(row):
        if len(word.text) > 1 or abs(_across(word) - across) > SAME_COLUMN:
            continue
        before = row[number - 1] if number else None
        after = row[number + 1] if number + 1 < len(row) else None
        if (before and _gap(before, word) < SURELY_APART) or (after and _gap(word, after) < APART):
            continue
        return _Level(row, word, before is not None and len(before.text) == 1)
    return _Level(row, None, paired=False)


def _skips_rows(levels: Sequence[_Level], edge: float) -> bool:
    """Whether a row between two signs of a list begins at the `edge` of the items and has none."""
    heights = [_height(level.row) for level in levels if _begins_at(level.row, edge)]
    steps = [below - above for above, below in pairwise(heights)]
    least = PARAGRAPH * min(steps, default=0.0)
    signed = [number for number, level in enumerate(levels) if level.sign]
    for above, below in pairwise(signed):
        between = levels[above : below + 1]
        if not all(_begins_at(level.row, edge) for level in between):
            continue
        tops = [_height(level.row) for level in between[:-1]]
        if any(lower - upper > least for upper, lower in pairwise(tops)):
            return True
    return False


def _begins_at(row: Sequence[Word], edge: float) -> bool:
    """Whether the text of the level begins there, but for signs before it."""
    return any(
        abs(word.box[0] - edge) <= SAME_EDGE and all(len(sign.text) == 1 for sign in row[:number])
        for number, word in enumerate(row)
    )


def _across(word: Word) -> float:
    return (word.box[0] + word.box[2]) / 2


def _height(row: Sequence[Word]) -> float:
    return (row[0].box[1] + row[0].box[3]) / 2


def _gap(left: Word, right: Word) -> float:
    return (right.box[0] - left.box[2]) / max(left.size, right.size, 1.0)
