"""Breaks text into printed lines by the widths of a typeface, as the form's producers do."""

import re
from dataclasses import dataclass
from typing import Final, Protocol

from samples.content import SPLIT_POINT
from spur_extract.layout.typeface import typefaces

# After a hyphen inside a word. Not after a slash: the real dumps move "och/eller" and the like
# to the next line whole.
_HYPHEN: Final = re.compile(rf"(?<=\w-)(?=\w)|(?<={SPLIT_POINT})")


class Holds(Protocol):
    """What tells whether a text fits on one line."""

    def holds(self, text: str, /) -> bool:
        """Whether `text` fits on one line."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The width of a full line, in em of a typeface."""

    em: float
    typeface: str = "Open Sans"

    def holds(self, text: str) -> bool:
        """Whether `text` fits on one line."""
        return typefaces()[self.typeface].width(text) <= self.em


def wrap(text: str, measure: Holds) -> tuple[str, ...]:
    """The printed lines of one paragraph, each filled as far as it goes.

    A word is broken only after a hyphen in it, or at a split point, which is then printed as a
    hyphen. A piece that is wider than a line stands on a line of its own.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        glue = " " if line else ""
        for piece in _HYPHEN.split(word):
            longer = line + glue + piece
            if line and not measure.holds(_printed(longer)):
                lines.append(_printed(line))
                longer = piece
            line, glue = longer, ""
    return (*lines, _printed(line))


def _printed(line: str) -> str:
    hyphen = "-" if line.endswith(SPLIT_POINT) else ""
    return line.replace(SPLIT_POINT, "") + hyphen
