"""Characters to words, the same way whichever library gave the characters."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spur_extract.reading.document import Box, Word

ASCENT, DESCENT = 0.75, 0.25
"""Parts of the font's size above and below the baseline that a word's box takes: libraries tell
a font's own ascent and descent differently, and this fits all text faces."""

WORD_GAP = 0.18
"""Ems between two characters from which on they are two words, though no space stands there."""

BACKWARDS = 0.5
"""Ems by which a character may stand left of where the one before it ended, as accents do."""

BASELINE_SHIFT = 0.3
"""Ems by which the baseline may move inside a word."""

SPACES = frozenset(" \t\n\r\u00a0\u2002\u2003\u2009\u202f")

BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)


class Glyph(NamedTuple):
    """One character: its place on the baseline from `x0` to `x1` (its advance), in points.

    A tuple, for there are thousands to a page.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool


def words_of(glyphs: Iterable[Glyph]) -> Iterator[Word]:
    """Group characters, in the order in which they are painted, into words."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text in SPACES:
            if run:
                yield _word(run)
                run = []
        elif not run or _same_word(run[-1], glyph):
            run.append(glyph)
        else:
            yield _word(run)
            run = [glyph]
    if run:
        yield _word(run)


def is_bold(font_name: str) -> bool:
    """Whether a font's name says that it is a bold cut."""
    return BOLD_NAME.search(font_name) is not None


def _same_word(before: Glyph, glyph: Glyph) -> bool:
    em = before.size
    gap = glyph.x0 - before.x1
    ligature = glyph.x0 >= before.x0  # its letters share the place of their common shape
    return (
        (ligature or gap >= -BACKWARDS * em)
        and gap <= WORD_GAP * em
        and abs(glyph.baseline - before.baseline) <= BASELINE_SHIFT * em
        and glyph.bold == before.bold
    )


def word_at(text: str, x0: float, x1: float, baseline: float, size: float, *, bold: bool) -> Word:
    """A word of the characters `text` from `x0` to `x1` on its baseline, in points."""
    box: Box = (x0, baseline - ASCENT * size, x1, baseline + DESCENT * size)
    return Word(unicodedata.normalize("NFC", text), box, size, bold)


def _word(run: Sequence[Glyph]) -> Word:
    return word_at(
        "".join(glyph.text for glyph in run),
        min(glyph.x0 for glyph in run),
        max(glyph.x1 for glyph in run),
        run[0].baseline,
        run[0].size,
        bold=run[0].bold,
    )
