"""Whether what a reader gives of a PDF file can be all of it, and can be read."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from spur_extract.reading.document import Page
from spur_extract.reading.pdf.legible import (
    UNREADABLE,
    count_characters,
    guessed,
    unreadable,
)
from spur_extract.reading.pdf.told import Told

KEPT = 0.995
"""Share of a page's characters that have to be there, for it to count as read whole."""

DOUBTFUL = 0.02
"""Share of unreadable characters from which on another reader may do better."""


def lost(pages: Sequence[Page], told: Sequence[Told | None]) -> list[int]:
    """Numbers of the pages that are missing, or hold too few of the characters told."""
    by_number = {page.number: page for page in pages}
    numbers: list[int] = []
    for number, page_told in enumerate(told, 1):
        page = by_number.get(number)
        kept = _word_characters(page) if page else 0
        if page is None or page_told is None or kept < KEPT * page_told.characters:
            numbers.append(number)
    return numbers


def differing(pages: Sequence[Page], others: Sequence[Page]) -> list[int]:
    """Numbers of `others`' pages of which `pages` hold too few of the same letters and digits.

    Of a page whose letters are guessed by the other reader, `pages` only have to hold something.
    """
    by_number = {page.number: page for page in pages}
    numbers: list[int] = []
    for other in others:
        page = by_number.get(other.number)
        wanted = _letters(other)
        found = _letters(page) & wanted if page else Counter()
        enough = found.total() >= KEPT * wanted.total() or guessed(other)
        if page is None or not enough or (wanted and not page.lines):
            numbers.append(other.number)
    return numbers


def doubtful(page: Page, told: Told | None) -> bool:
    """Whether a page as read is hardly plausible: mute text, or characters that are none."""
    if told is not None and told.mute:
        return not page.lines
    return guessed(page) > 0 or unreadable(page) > DOUBTFUL * count_characters([page.text])


def _word_characters(page: Page) -> int:
    every = (*page.lines, *page.apart)
    return count_characters(word.text for line in every for word in line.words)


def _letters(page: Page) -> Counter[str]:
    """The letters and digits of what can be seen on a page and read."""
    shown = UNREADABLE.sub("", " ".join(_words_on(page)))
    return Counter(filter(str.isalnum, unicodedata.normalize("NFKC", shown)))


def _words_on(page: Page) -> Iterable[str]:
    width, height = page.width or 0.0, page.height or 0.0
    for line in (*page.lines, *page.apart):
        for word in line.words:
            x0, top, x1, bottom = word.box
            if 0 <= (x0 + x1) / 2 <= width and 0 <= (top + bottom) / 2 <= height:
                yield word.text
