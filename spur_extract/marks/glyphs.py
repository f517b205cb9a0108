"""Marks that are set as characters: boxes, ticks, crosses, and a plain X on its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spur_extract.marks import thresholds as limit
from spur_extract.marks.geometry import BLACK, WHITE, darkness, holds, middle, same_colour
from spur_extract.marks.shapes import Shape
from spur_extract.reading.document import Box, Colour, Drawing, DrawingKind, Line, Page, Word

GLYPHS = {
    **dict.fromkeys("☐□○◯◻⬜▢❏❐❑❒▫", Shape.EMPTY),
    **dict.fromkeys("■●◉◼⬛⦿▣⬤", Shape.FULL),
    **dict.fromkeys("☒⊠✗✘✕✖❎❌", Shape.CROSS),
    **dict.fromkeys("☑✓✔✅", Shape.TICK),
}
BRACKETS = {
    **dict.fromkeys(("[]", "()", "[_]", "(_)"), Shape.EMPTY),
    **dict.fromkeys(("[x]", "[X]", "(x)", "(X)"), Shape.CROSS),
}
"""Boxes typed with brackets; an empty one is two words, or one."""

PLAIN = {
    **dict.fromkeys(("X", "x", "×"), Shape.CROSS),
    **dict.fromkeys("→➔➜►▶", Shape.ARROW),
}
"""Marks only where they stand apart: they are letters and signs of running text, too."""

BARE = frozenset("✗✘✕✖✓✔●■⬛◼") | PLAIN.keys()
"""Those that are a mark by themselves: where they are missing, there may be no sign at all."""

OWN_CELL_GAP = 1.0
"""Space in em between a plain X and the text beside it: in running text it is a space's width."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, or a box of brackets, that is a mark or a place for one; `words` hold it.

    `ground` is the colour on which it stands, null when that, or its own colour, is not known.
    """

    char: str
    box: Box
    words: tuple[Word, ...]
    ground: Colour | None = None

    @property
    def shape(self) -> Shape:
        """What it shows."""
        return GLYPHS.get(self.char) or BRACKETS.get(self.char) or PLAIN[self.char]

    @property
    def colour(self) -> Colour | None:
        """In which it is set, if that is known."""
        return self.words[0].colour

    @property
    def seen(self) -> bool:
        """Whether it stands out from its ground."""
        if self.colour is None or self.ground is None:
            return True
        return not same_colour(self.colour, self.ground)

    @property
    def ink(self) -> Colour | None:
        """Its colour as it would be on paper: white on a dark ground is as black."""
        if self.colour is None or self.ground is None:
            return self.colour
        inverse = darkness(self.ground) >= limit.FULL_TONE and same_colour(self.colour, WHITE)
        return BLACK if inverse else self.colour


def glyphs_of(page: Page) -> tuple[Glyph, ...]:
    """The page's mark characters, each with its place."""
    found = (glyph for line in page.lines for glyph in _of_line(line))
    grounds = [
        one
        for one in reversed(page.drawings)
        if one.fill is not None or one.kind is DrawingKind.IMAGE
    ]
    return tuple(
        one if one.colour is None else replace(one, ground=_ground(one, grounds)) for one in found
    )


def _ground(glyph: Glyph, grounds: Sequence[Drawing]) -> Colour | None:
    """The colour that was painted last behind it; of a picture that is not known."""
    point = middle(glyph.box)
    behind = next((one for one in grounds if holds(one.box, point)), None)
    return WHITE if behind is None else behind.fill


def _of_line(line: Line) -> Iterator[Glyph]:
    for place, word in enumerate(line.words):
        if (typed := _typed(line, place)) is not None:
            yield typed
            continue
        if word.text in PLAIN:
            if _stands_alone(line, place):
                yield Glyph(word.text, word.box, (word,))
            continue
        last = len(word.text) - 1
        for at in dict.fromkeys((0, last)):
            if last >= 0 and word.text[at] in GLYPHS:
                yield Glyph(word.text[at], _char_box(word, at), (word,))


def _typed(line: Line, place: int) -> Glyph | None:
    """A box of brackets that begins with this word, which is the line's first or last."""
    word = line.words[place]
    pair = line.words[place : place + 2]
    for parts in (pair[:1], pair):
        text = "".join(part.text for part in parts)
        at_edge = place == 0 or place + len(parts) == len(line.words)
        if text in BRACKETS and at_edge:
            return Glyph(text, (*word.box[:2], *parts[-1].box[2:]), tuple(parts))
    return None


def _stands_alone(line: Line, place: int) -> bool:
    word = line.words[place]
    gap = OWN_CELL_GAP * word.size
    before = line.words[place - 1] if place else None
    after = line.words[place + 1] if place + 1 < len(line.words) else None
    return (before is None or word.box[0] - before.box[2] >= gap or _is_mark(before)) and (
        after is None or after.box[0] - word.box[2] >= gap or _is_mark(after)
    )


def _is_mark(word: Word) -> bool:
    return word.text in PLAIN or word.text in GLYPHS


def _char_box(word: Word, at: int) -> Box:
    x0, top, x1, bottom = word.box
    step = (x1 - x0) / len(word.text)
    return x0 + at * step, top, x0 + (at + 1) * step, bottom
