"""What mark glyphs beside rows and options say, read by comparing the rows of a group."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spur_extract.contract import GradingBasis
from spur_extract.layout.lines import OPEN, Mark

TICKS = frozenset("☑✓✔")
CROSSES = frozenset("☒✗✘✕✖")


@dataclass(frozen=True, slots=True)
class GroupReading:
    """What a group of options says: its basis, and when one is chosen that one and its mark."""

    basis: GradingBasis
    chosen: str | None = None
    mark: Mark | None = None


def read_group(marks: Mapping[str, Mark | None]) -> GroupReading:
    """Read a group of options, one of which is to be chosen; `marks` by option."""
    there = {option: mark for option, mark in marks.items() if mark is not None}
    if not there:
        return GroupReading(GradingBasis.UNREADABLE)
    chosen = [option for option, mark in there.items() if mark.chosen]
    if len(chosen) > 1:
        chosen = _the_one_that_differs(there, chosen) or chosen
    if not chosen:
        return GroupReading(GradingBasis.NONE)
    if len(chosen) > 1:
        return GroupReading(GradingBasis.SEVERAL)
    return GroupReading(GradingBasis.MARKED, chosen[0], there[chosen[0]])


def _the_one_that_differs(there: Mapping[str, Mark], chosen: Sequence[str]) -> list[str]:
    """The single tick among crosses, where every option carries a mark."""
    ticked = [option for option in chosen if there[option].glyph in TICKS]
    crossed = [option for option in chosen if there[option].glyph in CROSSES]
    return ticked if len(ticked) == 1 and len(crossed) == len(there) - 1 else []


class RowMarks:
    """Reads the marks of statement rows by what glyphs the document uses for them."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        """Look at all row marks of the document at once."""
        glyphs = Counter(mark.glyph for mark in marks)
        both = bool(glyphs.keys() & TICKS and glyphs.keys() & CROSSES)
        opened = any(glyph in OPEN for glyph in glyphs)
        self._crosses_deny = both and not opened
        self._crosses_unclear = both and opened

    def fulfilled(
        self, marks: Sequence[Mark], regulations: Sequence[str]
    ) -> bool | dict[str, bool | None] | None:
        """What a row's marks say; by regulation where the form has a column for each.

        Null when the row has no mark, or not as many as there are columns.
        """
        if not marks or len(marks) != max(len(regulations), 1):
            return None
        values = [self._value(mark) for mark in marks]
        return dict(zip(regulations, values, strict=True)) if regulations else values[0]

    def _value(self, mark: Mark) -> bool | None:
        if mark.glyph in CROSSES and self._crosses_unclear:
            return None
        if mark.glyph in CROSSES and self._crosses_deny:
            return False
        return mark.chosen
