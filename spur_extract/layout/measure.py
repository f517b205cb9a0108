"""How wide a full line of a kind of text is, and whether the next word would still have fitted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spur_extract.layout.typeface import Typeface, typefaces

BREAKABLE_HEAD = re.compile(r"^\S*?\w-(?=\w)|^\S+")
"""The part of the next line that had to fit: up to a hyphen, where it could have been broken.

Not up to a slash: producers move "och/eller" to the next line whole.
"""

DOUBT = 0.6
"""Em below the measure from which on it is not sure that a word would still have fitted: widths
differ a little between versions of a font, and producers round."""

SENTENCE_END = re.compile(r"[.!?:][)\"”'»]*$")
MONOSPACE = Typeface("monospace", {})
"""Every character as wide as every other: text wrapped by number of characters."""

FACES_TO_TRY = ("Open Sans", "Arial", "Calibri", "Times New Roman", "Verdana")


@dataclass(frozen=True)
class Measure:
    """The width of a full line, in em of a typeface."""

    typeface: Typeface
    width: float

    def wraps(self, upper: str, lower: str) -> bool:
        """Whether `lower` may have been broken off `upper`: its first part hardly fitted there."""
        head = BREAKABLE_HEAD.match(lower)
        if head is None:
            return False
        joined = upper + head.group() if upper.endswith("-") else f"{upper} {head.group()}"
        return self.typeface.width(joined) > self.width - DOUBT


def unfinished(upper: str, lower: str) -> bool:
    """Whether the words alone say that a sentence runs on from `upper` to `lower`."""
    return not SENTENCE_END.search(upper) and lower[:1].islower()


def choose_measure(
    runs: Sequence[Sequence[str]], hint: tuple[str, float] | None = None
) -> Measure | None:
    """The measure that explains the breaks of `runs` best; null when there is nothing to go by.

    `runs` are printed lines that follow each other; `hint` is a typeface and a width in em that
    the form's edition is known for. The hint stands unless the lines contradict it: lines wider
    than it, or clearly more sentences that break off although the next word would have fitted
    than another face, as wide as its widest line, leaves unexplained.
    """
    pairs = [pair for run in runs for pair in pairwise(run)]
    running_on = [pair for pair in pairs if unfinished(*pair)]
    bearable = max(1, len(running_on) // 20)
    hinted = Measure(typefaces()[hint[0]], hint[1]) if hint is not None else None
    fits = hinted is not None and not _too_narrow(hinted, runs)
    if hinted is not None and fits and _contradictions(hinted, running_on) <= bearable:
        return hinted
    faces = [*(typefaces()[name] for name in FACES_TO_TRY), MONOSPACE]
    guesses = [_guess(face, runs) for face in faces] if pairs else []
    best = min(guesses, key=lambda guess: _contradictions(guess, running_on), default=hinted)
    if hinted is None or best is None or not fits:
        return best
    bearable += _contradictions(best, running_on)
    return hinted if _contradictions(hinted, running_on) <= bearable else best


def _too_narrow(measure: Measure, runs: Sequence[Sequence[str]]) -> bool:
    """Whether more than a stray line is wider than a full line can be."""
    lines = [line for run in runs for line in run]
    too_wide = sum(measure.typeface.width(line) > measure.width + 1 for line in lines)
    return too_wide > max(1, len(lines) // 10)


def _guess(typeface: Typeface, runs: Sequence[Sequence[str]]) -> Measure:
    return Measure(typeface, max(typeface.width(line) for run in runs for line in run))


def _contradictions(measure: Measure, running_on: Sequence[tuple[str, str]]) -> int:
    return sum(not measure.wraps(*pair) for pair in running_on)
