"""The words of a page, as pdfium tells its characters.

Every question to pdfium costs, and a page has thousands of characters. So the text comes as a
whole, and of a word only the first and the last character are placed, if what lies between them
is as wide as its letters are known to be. A word that is not is read character by character.

On a page of few words pdfium may take letters for lines of their own, and puts spaces between that
the file does not have: what touches is one word then.
"""

import ctypes
import re
from collections.abc import Iterable, Iterator

from pypdfium2 import raw

from spur_extract.reading.document import Word
from spur_extract.reading.pdf.pdfium_fonts import NO_FONT, Font, Fonts
from spur_extract.reading.pdf.placing import Placing
from spur_extract.reading.pdf.symbol_fonts import decode
from spur_extract.reading.pdf.words import Glyph, joined, touch, word_at, words_of

HYPHEN_AT_LINE_END = "\x02"
"""What pdfium gives for a hyphen at the end of a line, which it would rather leave out."""

DISGUISED = re.compile("\ufffe")
"""What pdfium gives for it in the text as a whole, and for a character that is really that."""

BETWEEN_SPACES = re.compile("[^ \n\r\xa0]+")

JUMP = 1.0
"""Points between two characters from which on the second may be set in another font."""

WIDER, NARROWER = 0.05, 0.15
"""Ems by which a word may be wider or narrower than the sum of its letters: less than the gap
that parts two words, and what drawing letters together takes off."""

SAME_LEVEL = 0.25
"""Ems by which the boxes of letters on one level may differ: some are as high as their shape."""


def characters_of(text: raw.FPDF_TEXTPAGE) -> str:
    """All characters of a page, at the numbers by which pdfium knows them."""
    count = raw.FPDFText_CountChars(text)
    buffer = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text, 0, count, buffer) != count + 1:  # some are none or two in UTF-16
        return "".join(chr(raw.FPDFText_GetUnicode(text, index)) for index in range(count))
    whole = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
    return DISGUISED.sub(lambda it: chr(raw.FPDFText_GetUnicode(text, it.start())), whole)


def words_on(
    text: raw.FPDF_TEXTPAGE, characters: str, placing: Placing, fonts: Fonts
) -> Iterator[Word]:
    """The words of a page in the order in which they are painted."""
    last: Word | None = None
    for start, words in _runs(characters, _WordReader(text, placing, fonts)):
        for number, word in enumerate(words):
            if last is None:
                last = word
            elif number == 0 and touch(last, word) and raw.FPDFText_IsGenerated(text, start - 1):
                last = joined(last, word)
            else:
                yield last
                last = word
    if last is not None:
        yield last


def _runs(characters: str, reader: "_WordReader") -> Iterator[tuple[int, Iterable[Word]]]:
    """What stands between spaces, and where it begins."""
    slanted: list[Glyph] = []
    past = 0
    for run in BETWEEN_SPACES.finditer(characters):
        start = run.start()
        word = reader.whole(run[0], start)
        glyphs = [] if word is not None else list(reader.glyphs(run[0], start))
        leans = bool(glyphs) and not glyphs[0].setting.upright
        if slanted and (not leans or " " in characters[past:start]):
            yield past, words_of(slanted)
            slanted = []
        past = run.end()
        if word is not None:
            yield start, (word,)
        elif leans:  # pdfium ends a line behind each letter
            slanted += glyphs
        else:
            yield start, words_of(glyphs)
    yield past, words_of(slanted)


class _WordReader:
    """Places the characters of one page."""

    def __init__(self, text: raw.FPDF_TEXTPAGE, placing: Placing, fonts: Fonts) -> None:
        self._text = text
        self._placing = placing
        self._fonts = fonts
        self._first, self._last = raw.FS_RECTF(), raw.FS_RECTF()
        self._first_at, self._last_at = ctypes.byref(self._first), ctypes.byref(self._last)

    def whole(self, shown: str, start: int) -> Word | None:
        """The characters `shown` as one word, or None if that is not sure."""
        end = start + len(shown) - 1
        font = self._fonts.at(start)
        width = _width(font, shown)
        if width is None or self._placing.turn or not font.setting.upright:
            return None
        if self._fonts.at(end) is not font:
            return None
        first, last = self._first, self._last
        for index, at in ((start, self._first_at), (end, self._last_at)):
            if not raw.FPDFText_GetLooseCharBox(self._text, index, at):
                return None
        x0, x1 = first.left - self._placing.left, last.right - self._placing.left
        shift = max(abs(first.top - last.top), abs(first.bottom - last.bottom))
        if shift > SAME_LEVEL * font.size or not (
            -NARROWER * font.size <= x1 - x0 - width <= WIDER * font.size
        ):
            return None
        return word_at(shown, (x0, x1, self._baseline(start)), font.setting)

    def glyphs(self, shown: str, start: int) -> Iterator[Glyph]:
        """The characters that are painted, each with its advance on the baseline.

        Font and baseline are asked for only where they may change: at the start, and where a
        character's box leaves the level of the one before or jumps.
        """
        box, placing = self._first, self._placing
        level: tuple[float, float] | None = None
        font, baseline, past = NO_FONT, 0.0, 0.0
        for index, character in enumerate(shown, start):
            if not raw.FPDFText_GetLooseCharBox(self._text, index, self._first_at):
                continue
            if placing.turn == 0:  # the same as `placing.box`, which costs as much as pdfium does
                x0, x1 = box.left - placing.left, box.right - placing.left
                top, bottom = box.top, box.bottom
            else:
                x0, top, x1, bottom = placing.box(box.left, box.bottom, box.right, box.top)
            if level != (top, bottom) or abs(x0 - past) > JUMP:
                level = (top, bottom)
                font, baseline = self._fonts.at(index), self._baseline(index)
            past = x1
            font.advances.setdefault(character, x1 - x0)
            yield Glyph(_readable(character, font), x0, x1, baseline, font.setting)

    def _baseline(self, index: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._text, index, ctypes.byref(x), ctypes.byref(y))
        return self._placing.point(x.value, y.value)[1]


def _width(font: Font, shown: str) -> float | None:
    """How wide the characters are together; None where one has not been met or means another."""
    if font.symbolic or HYPHEN_AT_LINE_END in shown:
        return None
    try:
        return sum(map(font.advances.__getitem__, shown))
    except KeyError:
        return None


def _readable(character: str, font: Font) -> str:
    shown = "-" if character == HYPHEN_AT_LINE_END else character
    return decode(font.name, shown) if font.symbolic else shown
