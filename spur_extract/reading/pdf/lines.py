"""Words to printed lines; what stands side by side with a column's gap between is several lines."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise

from spur_extract.reading.boxes import hull
from spur_extract.reading.document import Drawing, Line, Page, Word
from spur_extract.reading.pdf.list_columns import ListColumns
from spur_extract.reading.pdf.list_markers import hangs_before

SURE_GAP = 1.6
"""Ems of space that no line of text has, justified or not: another column begins."""

LIKELY_GAP = 0.42
"""Ems of space that are a column's gap where a column is known to begin there."""

FEWEST_STARTS = 3
"""Lines of a page that must begin at one place for a column to be known there."""

SAME_START = 0.7
"""Points by which the lines of a column may begin apart."""

FEWEST_STRETCHED = 2
STRETCHED, WIDEST_STRETCHED = 3.0, 12.0
UNEVEN = 0.1
SURELY_TEXT = 4
"""How many alike spaces make a stretched line (one more where they are wide), how wide in ems they
usually and at most are, the share by which they may differ, and how many, if there are no others,
are text wherever its words stand."""

SAME_LEVEL = 0.35
"""Ems by which the middles of the words of one line may differ."""


def page_of(
    number: int,
    size: tuple[float, float],
    words: Sequence[Word],
    drawings: Sequence[Drawing],
    apart: Iterable[Sequence[Word]] = (),
) -> Page:
    """A page from its words, in any order, and its drawings; `size` is its width and height.

    The words of each of `apart`, and those of `words` that are not upright, in the order in which
    they come, are lines that stand apart.
    """
    rows = [sorted(row, key=lambda word: word.box[0]) for row in _rows(words)]
    starts = _column_starts(rows)
    hangs = partial(hangs_before, columns=ListColumns(rows), drawings=drawings)
    segments = [segment for row in rows for segment in _segments(row, starts, hangs)]
    leaning = (list(run) for slanted, run in groupby(words, _is_slanted) if slanted)
    lines = _lines(number, [*segments, *leaning, *apart])
    return Page(
        number=number,
        text="\n".join(line.text for line in lines),
        lines=tuple(lines[: len(segments)]),
        width=size[0],
        height=size[1],
        drawings=tuple(drawings),
        apart=tuple(lines[len(segments) :]),
    )


def _lines(number: int, segments: Iterable[Sequence[Word]]) -> list[Line]:
    """The lines of a page, one after the other in its text."""
    lines: list[Line] = []
    offset = 0
    for segment in segments:
        text = " ".join(word.text for word in segment)
        box = hull(word.box for word in segment)
        lines.append(Line(number, offset, offset + len(text), text, box, tuple(segment)))
        offset += len(text) + 1
    return lines


def _is_slanted(word: Word) -> bool:
    return not word.upright


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words on one level, from the top of the page down."""
    rows: list[list[Word]] = []
    upright = (word for word in words if word.upright)
    for word in sorted(upright, key=lambda word: (_middle(word), word.box[0])):
        if rows and _middle(word) - _middle(rows[-1][0]) <= SAME_LEVEL * word.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def _middle(word: Word) -> float:
    return (word.box[1] + word.box[3]) / 2


def _column_starts(rows: Sequence[Sequence[Word]]) -> list[float]:
    """Where at least `FEWEST_STARTS` lines begin, each the first or after a sure gap."""
    begins: list[float] = []
    for row in rows:
        begins.append(row[0].box[0])
        stretched = _stretched(row)
        begins += [
            right.box[0]
            for number, (left, right) in enumerate(pairwise(row))
            if number not in stretched and _gap(left, right) >= SURE_GAP
        ]
    counts = Counter(round(start / SAME_START) for start in begins)
    return [
        place * SAME_START
        for place in counts
        if sum(counts[place + step] for step in (-1, 0, 1)) >= FEWEST_STARTS
    ]


def _stretched(row: Sequence[Word]) -> frozenset[int]:
    """The numbers of the gaps of a level that are spaces of justified text: wide, but as wide as
    those beside them, which columns' gaps are not."""
    if len(row) <= FEWEST_STRETCHED:
        return frozenset()
    gaps = [_gap(left, right) for left, right in pairwise(row)]
    stretched: set[int] = set()
    start = 0
    for end in range(1, len(gaps) + 1):
        run = gaps[start : end + 1]
        if end < len(gaps) and max(run) - min(run) <= UNEVEN * max(run):
            continue
        fewest = FEWEST_STRETCHED if gaps[start] <= STRETCHED else FEWEST_STRETCHED + 1
        if end - start >= fewest and gaps[start] <= WIDEST_STRETCHED:
            stretched.update(range(start, end))
        start = end
    return frozenset(stretched)


def _segments(
    row: Sequence[Word], starts: Sequence[float], hangs: Callable[[Word, Word], bool]
) -> Iterator[list[Word]]:
    stretched = _stretched(row)
    segment = [row[0]]
    for number, (left, right) in enumerate(pairwise(row)):
        gap = _gap(left, right)
        known = any(abs(right.box[0] - start) <= SAME_START for start in starts)
        if number in stretched and (not known or len(stretched) == len(row) - 1 >= SURELY_TEXT):
            segment.append(right)
            continue
        likely = known and (gap >= LIKELY_GAP or left.bold != right.bold)
        parted = gap >= SURE_GAP or likely
        if parted and not (len(segment) == 1 and hangs(left, right)):
            yield segment
            segment = []
        segment.append(right)
    yield segment


def _gap(left: Word, right: Word) -> float:
    """The space between two words in ems."""
    return (right.box[0] - left.box[2]) / max(left.size, right.size, 1.0)
