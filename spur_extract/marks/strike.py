"""Rows that are struck out: where all but one are, that one is chosen."""

from collections.abc import Iterator, Mapping, Sequence

from spur_extract.marks import thresholds as limit
from spur_extract.marks.bands import Band
from spur_extract.marks.geometry import darkness, height, overlap, width
from spur_extract.marks.verdict import Verdict
from spur_extract.reading.document import Box, DrawingKind, Page, Word

STYLE = "the other rows struck through"
UNDERLINED = "row underlined"


def by_strike(pages: Mapping[int, Page], bands: Sequence[Band]) -> Verdict:
    """All but one struck: that one. Some struck, but several left: no conclusion."""
    strikes = {number: tuple(_strikes(pages[number])) for number in {band.page for band in bands}}
    shares = [_share(strikes[band.page], band) for band in bands]
    letters = [_letter_struck(strikes[band.page], band) for band in bands]
    struck = [
        share >= limit.STRUCK or letter for share, letter in zip(shares, letters, strict=True)
    ]
    partly = [
        limit.GRAZED < share < limit.STRUCK and not letter
        for share, letter in zip(shares, letters, strict=True)
    ]
    if not any(struck) and not any(partly):
        return Verdict(STYLE)
    left = [at for at, flag in enumerate(struck) if not flag]
    if len(left) != 1 or any(partly) or len(bands) < 2:
        return Verdict(STYLE, doubt="rows struck through, but not all except one")
    return Verdict(STYLE, frozenset(left))


def is_struck(page: Page, band: Band) -> bool:
    """Whether the row is struck through."""
    return _share(tuple(_strikes(page)), band) >= limit.STRUCK


def by_underline(pages: Mapping[int, Page], bands: Sequence[Band]) -> Verdict:
    """One row underlined: that one. Rules of a table run past the text, and are none."""
    found = [at for at, band in enumerate(bands) if _is_underlined(pages[band.page], band)]
    return Verdict(UNDERLINED, frozenset(found)) if len(found) == 1 else Verdict(UNDERLINED)


def _is_underlined(page: Page, band: Band) -> bool:
    x0, _, x1, _ = band.text
    near = [
        box
        for box, note in _strikes(page)
        if not note and box[0] >= x0 - limit.THIN and box[2] <= x1 + limit.THIN
    ]
    words = [word for word in band.words if word is not band.letter]
    total = sum(width(word.box) for word in words)
    length = 0.0
    for word in words:
        low = word.box[1] + limit.STRIKE_TO * height(word.box)
        high = word.box[1] + limit.UNDERLINE_TO * height(word.box)
        length += max(
            (
                overlap(box[0], box[2], word.box[0], word.box[2])
                for box in near
                if low < (box[1] + box[3]) / 2 <= high
            ),
            default=0.0,
        )
    return length > 0 and length >= limit.STRUCK * total


def _strikes(page: Page) -> Iterator[tuple[Box, bool]]:
    """Level lines, with whether they are annotations (whose box is the text's, not the line's)."""
    for drawing in page.drawings:
        across, down = width(drawing.box), height(drawing.box)
        if drawing.kind is DrawingKind.ANNOTATION:
            level = down <= 3 * limit.THIN and across > limit.LARGEST_CELL
            if drawing.subtype == "strikeout":
                yield drawing.box, True
            elif drawing.subtype in ("line", "ink") and level:
                yield drawing.box, False
        elif drawing.kind is DrawingKind.PATH and down <= limit.THIN:
            inked = max(darkness(drawing.fill), darkness(drawing.stroke)) > limit.CONTRAST
            if across >= limit.SMALLEST_CELL and inked:
                yield drawing.box, False


def _share(strikes: Sequence[tuple[Box, bool]], band: Band) -> float:
    words = [word for word in band.words if word is not band.letter]
    total = sum(width(word.box) for word in words)
    near = [one for one in strikes if one[0][3] >= band.text[1] and one[0][1] <= band.text[3]]
    struck = sum(_length(near, word) for word in words)
    return struck / total if total else 0.0


def _letter_struck(strikes: Sequence[tuple[Box, bool]], band: Band) -> bool:
    if band.letter is None:
        return False
    return _length(strikes, band.letter) >= limit.HELD * width(band.letter.box)


def _length(strikes: Sequence[tuple[Box, bool]], word: Word) -> float:
    return max((_crossing(box, word, whole=whole) for box, whole in strikes), default=0.0)


def _crossing(box: Box, word: Word, *, whole: bool) -> float:
    tall = height(word.box)
    y = (box[1] + box[3]) / 2
    low, high = (0.0, 1.0) if whole else (limit.STRIKE_FROM, limit.STRIKE_TO)
    if not word.box[1] + low * tall <= y <= word.box[1] + high * tall:
        return 0.0
    return overlap(box[0], box[2], word.box[0], word.box[2])
