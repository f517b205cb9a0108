"""What somebody wrote into a form's fields or in notes: text that the page itself does not hold."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spur_extract.reading.boxes import hull
from spur_extract.reading.document import Box, Word

SIZE = 10.0
"""Points of a text that is told, but not set."""


class Writing(NamedTuple):
    """Text in a field or an annotation; `shown` when it stands on the page, as that of a field
    does and that of a note that pops up does not."""

    box: Box
    text: str
    shown: bool


class Written(NamedTuple):
    """`words` that stand in lines of the page as others do, and lines that stand `apart`."""

    words: list[Word]
    apart: list[list[Word]]


NOTHING = Written([], [])


def placed(writings: Iterable[Writing], printed: Sequence[Word], set_: Sequence[Word]) -> Written:
    """Where writings belong: `printed` are the page's own words, `set_` those that the writings
    are set in, by the look that the file gives them.

    What has no look, or is written over print, stands apart. A single sign is no text but a mark.
    """
    written = Written([], [])
    for writing in writings:
        if len(writing.text.split()) == 0:
            continue
        own = [word for word in set_ if writing.shown and _in(writing.box, word.box)]
        if not own:
            written.apart.append(_told(writing))
        elif any(_in(hull(word.box for word in own), word.box) for word in printed):
            written.apart.append(own)
        else:
            written.words.extend(own)
    return written


def is_sign(text: str) -> bool:
    """Whether that is a mark that somebody set as text."""
    return len(text.strip()) <= 1


def _told(writing: Writing) -> list[Word]:
    return [Word(text, writing.box, SIZE, bold=False) for text in writing.text.split()]


def _in(box: Box, inner: Box) -> bool:
    across, down = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def added(words: Iterable[Word], printed: Iterable[Word]) -> Iterator[Word]:
    """Those of `words` that are not among the `printed` ones."""
    known = {_place(word) for word in printed}
    return (word for word in words if _place(word) not in known)


def _place(word: Word) -> tuple[str, int, int]:
    return (word.text, round(word.box[0]), round(word.box[3]))
