"""How wide a text runs in a typeface: what tells a full line from one that ended early.

The widths (typefaces.json) are advance widths in thousandths of an em, without kerning, of the
regular cuts of Open Sans, Liberation Sans (metric twin of Arial), Liberation Serif (Times New
Roman), Carlito (Calibri) and DejaVu Sans (Verdana), all free fonts.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat

UNKNOWN_CHARACTER_WIDTH = 600
"""Thousandths of an em for a character that a face's table lacks: about an average letter."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """Advance widths of one typeface, in thousandths of an em by character."""

    name: str
    widths: dict[str, int]

    def width(self, text: str) -> float:
        """The width of `text` on one line, in em."""
        return sum(map(self.widths.get, text, repeat(UNKNOWN_CHARACTER_WIDTH))) / 1000


@cache
def typefaces() -> dict[str, Typeface]:
    """All known typefaces by name."""
    raw = (files("spur_extract") / "layout" / "typefaces.json").read_text(encoding="utf-8")
    return {
        name: Typeface(name, dict(zip(table["characters"], table["widths"], strict=True)))
        for name, table in json.loads(raw).items()
    }
