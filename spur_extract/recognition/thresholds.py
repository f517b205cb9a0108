"""The figures that decide whether printed text is like form text."""

LEAD_LENGTH = 24
"""Letters and digits at the start of a line that are compared first, to find likely entries."""

LEAD_SIMILARITY = 70
"""Least similarity (0–100) of those starts."""

LONG_SIMILARITY = 88
"""Least similarity (0–100) of text of LEAD_LENGTH letters or more to be taken for form text."""

LENGTH_SLACK = 0.15
"""Share of its length by which printed form text may be longer or shorter than the catalogue's."""

DIFFERENCE_COST = 3
"""Letters of matched text that one differing letter outweighs where matches overlap."""

LEAST_EXCESS = 4
"""Letters behind the form's own from which on they are somebody's words, not a slip."""

MOST_LINES = 16
"""Printed lines that one piece of form text may be wrapped over."""


TELLING_WITHOUT_CAPITAL = 12
"""Letters from which on a short form is recognised although its first letter is small or lost."""


def allowed_differences(length: int) -> int:
    """Letters in which a short text (under LEAD_LENGTH) of `length` letters may differ."""
    if length <= 4:
        return 0
    return 1 if length <= 14 else 2
