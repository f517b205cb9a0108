"""Characters to words, the same way whichever library gave the characters."""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from spur_extract.reading.document import Box, Colour, Word

ASCENT, DESCENT = 0.75, 0.25
"""Parts of the font's size above and below the baseline that a word's box takes: libraries tell
a font's own ascent and descent differently, and this fits all text faces."""

WORD_GAP = 0.18
"""Ems between two characters from which on they are two words, though no space stands there."""

SLANTED_STEP = 1.3
"""Ems from the begin of one letter to that of the next in a word that runs along a slope."""

BACKWARDS = 0.5
"""Ems by which a character may stand left of where the one before it ended, as accents do."""

TOUCHING = 0.05
"""Ems between two parts of a word at most; no space is so narrow."""

DRAWN_TOGETHER = 0.15
"""Ems by which the parts may overlap, as letters like T and a hyphen are drawn together."""

BASELINE_SHIFT = 0.3
"""Ems by which the baseline may move inside a word."""

SPACES = frozenset(" \t\n\r\u00a0\u2002\u2003\u2009\u202f")

BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)


class Setting(NamedTuple):
    """How text is set: its size in points, and what `Word` says of the others."""

    size: float
    bold: bool
    colour: Colour | None = None
    upright: bool = True
    faint: bool = False


class Glyph(NamedTuple):
    """One character: its place on the baseline from `x0` to `x1` (its advance), in points.

    A tuple, for there are thousands to a page.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    setting: Setting


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


def touch(word: Word, other: Word) -> bool:
    """Whether nothing, not even a narrow space, parts a word from the `other` behind it."""
    em = word.size
    gap = other.box[0] - word.box[2]
    return (
        -DRAWN_TOGETHER * em <= gap <= TOUCHING * em
        and abs(other.box[3] - word.box[3]) <= TOUCHING * em
        and (word.size, word.bold, word.faint) == (other.size, other.bold, other.faint)
        and word.upright
        and other.upright
    )


def joined(word: Word, other: Word) -> Word:
    """Two words that touch as one."""
    return replace(word, text=word.text + other.text, box=(*word.box[:2], *other.box[2:]))


def is_bold(font_name: str) -> bool:
    """Whether a font's name says that it is a bold cut."""
    return BOLD_NAME.search(font_name) is not None


def _same_word(before: Glyph, glyph: Glyph) -> bool:
    if not (before.setting.upright and glyph.setting.upright):
        step = math.hypot(glyph.x0 - before.x0, glyph.baseline - before.baseline)
        return before.setting == glyph.setting and step <= SLANTED_STEP * glyph.setting.size
    em = before.setting.size
    gap = glyph.x0 - before.x1
    ligature = glyph.x0 >= before.x0  # its letters share the place of their common shape
    return (
        (ligature or gap >= -BACKWARDS * em)
        and gap <= WORD_GAP * em
        and abs(glyph.baseline - before.baseline) <= BASELINE_SHIFT * em
        and glyph.setting.bold == before.setting.bold
        and glyph.setting.faint == before.setting.faint
    )


def word_at(text: str, place: tuple[float, float, float], setting: Setting) -> Word:
    """A word of the characters `text`; `place` is from where to where it reaches on its baseline,
    and that baseline, in points."""
    x0, x1, baseline = place
    size = setting[0]
    box: Box = (x0, baseline - ASCENT * size, x1, baseline + DESCENT * size)
    return Word(unicodedata.normalize("NFC", text), box, *setting)


def _word(run: Sequence[Glyph]) -> Word:
    first = run[0]
    word = word_at(
        "".join(glyph.text for glyph in run),
        (min(glyph.x0 for glyph in run), max(glyph.x1 for glyph in run), first.baseline),
        first.setting,
    )
    if word.upright:
        return word
    x0, _, x1, _ = word.box
    top = min(glyph.baseline for glyph in run) - ASCENT * word.size
    bottom = max(glyph.baseline for glyph in run) + DESCENT * word.size
    return replace(word, box=(x0, top, x1, bottom))
