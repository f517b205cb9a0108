"""Text that is no part of a page's lines: stamped across it, or not to be seen on it.

Such text is kept, but as lines of its own behind the others (`Page.apart`): among them, the letters
of a watermark would stand in somebody's sentence, and a cross that nobody sees would be a mark.
"""

from collections.abc import Collection, Iterator, Sequence
from statistics import median

import pypdfium2 as pdfium

from spur_extract.reading.document import Box, Colour, Drawing, DrawingKind, Page, Word
from spur_extract.reading.pdf.lines import page_of
from spur_extract.reading.pdf.painting import is_near_white
from spur_extract.reading.pdf.sight import Sight, Sights, sights

LARGE = 2.0
"""How many times a page's usual size a stamp's letters are at least."""

CAPITALS = 0.7
"""Ems from the baseline up that a stamp's ink takes; nothing is below."""

SAME_PLACE = 3.0
"""Points within which a stamp stands at the same place on another page."""

CLEAR_ABOVE, CLEAR_BELOW = 0.05, 0.25
"""Ems at the top and the foot of a word's box where a mark character has no ink, but a box around
it may have."""

WHITE: Colour = (1.0, 1.0, 1.0)
SURELY_DARKER = 0.7
"""Part of each colour up to which a ground shows white text for certain."""

HAIRLINE = 1.0
"""Points around a drawing that belong to it, as half the width of a stroke does."""


def set_apart(pages: Sequence[Page], data: bytes, password: str | None) -> tuple[Page, ...]:
    """The pages of the file in `data`, with what is no part of their lines set apart."""
    stamped = _stamped(pages)
    unseen: dict[int, tuple[list[Word], list[Drawing]]] = {}
    doubtful = [page for page in pages if _faint(page) or _layered(page)]
    if doubtful:
        with sights(data, password) as pictures:
            for page in doubtful:
                unseen[page.number] = _unseen(page, pictures)
    done: list[Page] = []
    for page in pages:
        words, drawings = unseen.get(page.number, ([], []))
        done.append(_without(page, [*stamped[page.number], *words], drawings))
    return tuple(done)


def _without(page: Page, words: Collection[Word], drawings: Collection[Drawing]) -> Page:
    """The page with those words apart, and without those drawings."""
    if not words and not drawings:
        return page
    out, gone = set(words), {id(drawing) for drawing in drawings}
    return page_of(
        page.number,
        (page.width or 0.0, page.height or 0.0),
        [word for word in _words(page) if word not in out],
        [drawing for drawing in page.drawings if id(drawing) not in gone],
        [*(line.words for line in page.apart), *([word] for word in words)],
    )


def _words(page: Page) -> Iterator[Word]:
    return (word for line in page.lines for word in line.words)


def _stamped(pages: Sequence[Page]) -> dict[int, list[Word]]:
    """By page number the words that are printed large over others, on this page or, at the same
    place, on another one."""
    large = {page.number: _large(page) for page in pages}
    places = {
        _stamp(word)
        for page in pages
        for word in large[page.number]
        if any(_is_under(other, word) for other in _words(page))
    }
    return {
        number: [word for word in words if any(_same(_stamp(word), place) for place in places)]
        for number, words in large.items()
    }


def _large(page: Page) -> list[Word]:
    words = list(_words(page))
    usual = median(word.size for word in words) if words else 0.0
    return [word for word in words if word.size >= LARGE * usual]


_Stamp = tuple[str, float, float, float]
"""Text, size, and where it begins."""


def _stamp(word: Word) -> _Stamp:
    return (word.text, word.size, word.box[0], word.box[1])


def _same(one: _Stamp, other: _Stamp) -> bool:
    return one[0] == other[0] and all(
        abs(mine - theirs) <= SAME_PLACE for mine, theirs in zip(one[1:], other[1:], strict=True)
    )


def _is_under(word: Word, stamp: Word) -> bool:
    """Whether the middle of a much smaller word lies within a stamp's letters."""
    x0, top, x1, bottom = word.box
    ground = stamp.box[3] - CLEAR_BELOW * stamp.size
    across, down = (x0 + x1) / 2, (top + bottom) / 2
    inside = stamp.box[0] <= across <= stamp.box[2]
    return (
        inside
        and ground - CAPITALS * stamp.size <= down <= ground
        and (LARGE * word.size <= stamp.size)
    )


def _faint(page: Page) -> list[Word]:
    """Words that may not be seen. What lies on a picture is, since that shows it, and so is white
    on a dark ground."""
    grounds = [one for one in page.drawings if not one.layered]
    return [word for word in _words(page) if word.faint and not _stands_out(word, grounds)]


def _stands_out(word: Word, grounds: Sequence[Drawing]) -> bool:
    ground: Colour = WHITE
    for drawing in grounds:
        if not _holds_middle(drawing.box, word.box):
            continue
        if drawing.kind is DrawingKind.IMAGE:
            return True
        ground = drawing.fill or ground
    white = word.colour is not None and is_near_white(word.colour)
    return white and max(ground) <= SURELY_DARKER


def _holds_middle(box: Box, inner: Box) -> bool:
    across, down = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def _layered(page: Page) -> list[Drawing]:
    return [drawing for drawing in page.drawings if drawing.layered]


def _unseen(page: Page, pictures: Sights) -> tuple[list[Word], list[Drawing]]:
    """The words and drawings of the page that its picture does not show."""
    try:
        sight = pictures.of(page.number)
    except pdfium.PdfiumError:
        return [], []
    layer = _is_text_layer(page)
    words = [word for word in _faint(page) if not _is_seen(word, sight, layer=layer)]
    drawings = [one for one in _layered(page) if not sight.shows(_around(one.box))]
    return words, drawings


def _is_seen(word: Word, sight: Sight, *, layer: bool) -> bool:
    if word.colour is None:
        return layer and sight.shows(_ink_of(word))
    if is_near_white(word.colour):
        return sight.shows_white(_ink_of(word))
    return sight.shows(_ink_of(word))


def _is_text_layer(page: Page) -> bool:
    """Whether most of a page's words are not painted: they lie over what shows them, as over
    letters drawn as shapes."""
    unpainted = sum(word.faint and word.colour is None for word in _words(page))
    return 2 * unpainted > sum(1 for _ in _words(page))


def _ink_of(word: Word) -> Box:
    x0, top, x1, bottom = word.box
    return (x0, top + CLEAR_ABOVE * word.size, x1, bottom - CLEAR_BELOW * word.size)


def _around(box: Box) -> Box:
    x0, top, x1, bottom = box
    return (x0 - HAIRLINE, top - HAIRLINE, x1 + HAIRLINE, bottom + HAIRLINE)
