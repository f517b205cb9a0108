"""What both readers ask of how something is painted."""

import math

from spur_extract.reading.document import Colour

UPRIGHT_WITHIN = 10.0
"""Degrees by which text may lean and still be read in lines: scanned pages lie a little askew."""

NEARLY_WHITE = 0.9
"""Part of each colour from which on text may not be seen on white paper."""

NEARLY_CLEAR = 0.1
"""Opacity up to which it may not be seen on any."""


def slope(across: float, up: float, turn: int) -> float:
    """By how many degrees text leans that runs by `across` and `up`, on a page that is turned by
    `turn` to be read."""
    if not turn and not up and across > 0:
        return 0.0
    leaning = (math.degrees(math.atan2(up, across)) - turn) % 360
    return min(leaning, 360 - leaning)


def is_near_white(colour: Colour) -> bool:
    """Whether that hardly shows on paper."""
    return min(colour) >= NEARLY_WHITE
