"""A row or its letter on a coloured ground that the other rows do not have."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from spur_extract.marks import thresholds as limit
from spur_extract.marks.bands import Band
from spur_extract.marks.geometry import WHITE, darkness, height, holds, middle, same_colour
from spur_extract.marks.verdict import Verdict
from spur_extract.reading.document import Colour, Drawing, DrawingKind, Page, Word


@dataclass(frozen=True, slots=True)
class Grounds:
    """What lies behind the words of a document's pages; `decoration` are a table's own colours."""

    fills: Mapping[int, tuple[Drawing, ...]]
    decoration: tuple[Colour, ...]

    def behind(self, page: int, word: Word, highest: float = inf) -> Colour:
        """The colour on which the word stands: the last that was painted there. An area above
        the height `highest` is the ground of more than the word's row, and counts as white."""
        point = middle(word.box)
        for fill in reversed(self.fills.get(page, ())):
            if holds(fill.box, point) and fill.fill is not None:
                return fill.fill if height(fill.box) <= highest else WHITE
        return WHITE


def grounds_of(pages: Mapping[int, Page], groups: Sequence[Sequence[Band]]) -> Grounds:
    """Colours that also lie behind plain lines outside the options, or behind several rows of one
    group that do not follow each other, are a table's stripes."""
    fills = {number: tuple(_fills(page)) for number, page in pages.items()}
    grounds = Grounds(fills, ())
    stripes = [colour for group in groups for colour in _stripes(grounds, group)]
    behind = Counter(_behind_others(grounds, pages, groups))
    common = [colour for colour, count in behind.items() if count >= limit.DECORATED_LINES]
    return Grounds(fills, tuple(dict.fromkeys((*stripes, *common))))


def by_shade(grounds: Grounds, bands: Sequence[Band]) -> Verdict:
    """The one row on a colour of its own, whether all of the row has it or the letter only."""
    rows = [_ground(grounds, band, letter=False) for band in bands]
    letters = [_ground(grounds, band, letter=True) for band in bands]
    by_rows = _differing(grounds, "shaded row", rows)
    by_letters = _differing(grounds, "shaded letter", letters)
    if by_rows.silent:
        return by_letters
    if by_letters.silent or by_rows.chosen == by_letters.chosen:
        return by_rows
    return Verdict("shaded row", doubt="row and letter shaded apart")


def _differing(grounds: Grounds, style: str, colours: Sequence[Colour | None]) -> Verdict:
    known = [colour for colour in colours if colour is not None]
    if len(known) < len(colours):
        return Verdict(style)
    own = [
        at
        for at, colour in enumerate(known)
        if not same_colour(colour, WHITE)
        and not any(same_colour(colour, other) for other in grounds.decoration)
    ]
    if len(own) == len(known):
        return _darkest(style, known)
    if len(own) > 1 and not all(same_colour(known[own[0]], known[at]) for at in own):
        return Verdict(style, doubt="rows shaded in several colours")
    return Verdict(style, frozenset(own))


def _darkest(style: str, colours: Sequence[Colour]) -> Verdict:
    """All have a ground: one that is clearly darker among equal ones is chosen."""
    tones = [darkness(colour) for colour in colours]
    at = max(range(len(tones)), key=lambda place: tones[place])
    others = [colour for place, colour in enumerate(colours) if place != at]
    if len(others) < 2 or not all(same_colour(others[0], other) for other in others):
        return Verdict(style)
    if tones[at] - darkness(others[0]) < limit.CONTRAST:
        return Verdict(style)
    return Verdict(f"{style}, darker than the others", frozenset({at}))


def _ground(grounds: Grounds, band: Band, *, letter: bool) -> Colour | None:
    highest = limit.ROW_HIGH * (band.bottom - band.top)
    if letter:
        return grounds.behind(band.page, band.letter, highest) if band.letter is not None else None
    words = [word for word in band.words if word is not band.letter]
    seen = Counter(grounds.behind(band.page, word, highest) for word in words)
    if not seen:
        return None
    colour, count = seen.most_common(1)[0]
    return colour if count > len(words) / 2 else None


def _fills(page: Page) -> Iterator[Drawing]:
    for drawing in page.drawings:
        filled = drawing.kind is DrawingKind.PATH and drawing.fill is not None
        if filled and not drawing.curved and height(drawing.box) > limit.THIN:
            yield drawing


def _stripes(grounds: Grounds, group: Sequence[Band]) -> Iterator[Colour]:
    rows = [_ground(grounds, band, letter=False) for band in group]
    for at, colour in enumerate(rows):
        if colour is None or same_colour(colour, WHITE):
            continue
        later = [other for other in rows[at + 1 :] if other is not None]
        if any(same_colour(colour, other) for other in later):
            yield colour


def _behind_others(
    grounds: Grounds, pages: Mapping[int, Page], groups: Sequence[Sequence[Band]]
) -> Iterator[Colour]:
    """Behind plain lines outside the options; bold ones are headers, which have a ground anyway."""
    used = {(band.page, word) for group in groups for band in group for word in band.words}
    used.update(*(band.further for group in groups for band in group))
    for number, page in pages.items():
        for line in page.lines:
            words = [word for word in line.words if not word.bold]
            if not words or (number, words[0]) in used:
                continue
            colour = grounds.behind(number, words[0])
            if not same_colour(colour, WHITE):
                yield colour
