"""What one way of emphasising rows says about a group."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """`chosen` are the places of the emphasised rows; `doubt` says why the group is unreadable."""

    style: str
    chosen: frozenset[int] = frozenset()
    doubt: str | None = None

    @property
    def silent(self) -> bool:
        """Whether it says nothing: the rows do not differ."""
        return not self.chosen and self.doubt is None


def differing(style: str, flags: Sequence[bool]) -> Verdict:
    """Some rows have it: those are chosen. If all have it, it is how the form looks."""
    chosen = frozenset(at for at, flag in enumerate(flags) if flag)
    return Verdict(style) if len(chosen) == len(flags) else Verdict(style, chosen)
