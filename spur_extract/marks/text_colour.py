"""A row, or its letter, in a text colour of its own; or the only one that is not greyed out."""

from collections import Counter
from collections.abc import Sequence

from spur_extract.marks import thresholds as limit
from spur_extract.marks.bands import Band
from spur_extract.marks.geometry import darkness, same_colour
from spur_extract.marks.verdict import Verdict
from spur_extract.reading.document import Colour, Word

FEWEST_OTHERS = 2
"""Rows of one colour from which another one's colour is its own."""


def by_text_colour(bands: Sequence[Band]) -> Verdict:
    """Compares the texts first; where they are alike, the letters."""
    texts = [_colour([word for word in band.words if word is not band.letter]) for band in bands]
    verdict = _standing_out("row in a colour of its own", texts)
    if not verdict.silent:
        return verdict
    letters = [_colour([band.letter]) if band.letter is not None else None for band in bands]
    return _standing_out("letter in a colour of its own", letters)


def _standing_out(style: str, colours: Sequence[Colour | None]) -> Verdict:
    known = [colour for colour in colours if colour is not None]
    if len(known) < len(colours):
        return Verdict(style)
    found = [at for at, own in enumerate(known) if _is_single(own, known)]
    if len(found) != 1:
        return Verdict(style)
    own, other = known[found[0]], known[found[0] - 1]
    return Verdict(style, frozenset(found if _is_stronger(own, other) else ()))


def _is_single(own: Colour, colours: Sequence[Colour]) -> bool:
    """Whether all others have one colour, and this is another."""
    others = [colour for colour in colours if not same_colour(colour, own)]
    alike = all(same_colour(others[0], other) for other in others[1:])
    return len(others) == len(colours) - 1 >= FEWEST_OTHERS and alike


def _is_stronger(own: Colour, other: Colour) -> bool:
    """Whether it catches the eye beside the other: darker, or coloured where that is not."""
    darker = darkness(own) >= darkness(other) + limit.CONTRAST
    return darker or _strength(own) >= _strength(other) + limit.CONTRAST


def _strength(colour: Colour) -> float:
    return max(colour) - min(colour)


def _colour(words: Sequence[Word]) -> Colour | None:
    """The colour of most of the characters, if it is that of nearly all."""
    counts: Counter[Colour | None] = Counter()
    for word in words:
        counts[word.colour] += len(word.text)
    if not counts:
        return None
    colour, count = counts.most_common(1)[0]
    return colour if count >= limit.BOLD * counts.total() else None
