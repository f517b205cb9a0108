"""Counts how well names are found: exact offsets, totals only."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from models.corpus_files import Example

Finder = Callable[[Sequence[str]], list[list[tuple[int, int]]]]
"""Texts → offsets of the names in each."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Totals over a set of texts; a name is right only with both its ends."""

    texts: int
    words: int
    names: int
    found: int
    right: int
    strangers: int
    """What was found and shares no letter with a name: a clinic, a town, a method."""

    @property
    def precision(self) -> float:
        """Of what was found, the share that is a name; 1 when nothing was."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of the names, the share that was found; 1 when there is none."""
        return self.right / self.names if self.names else 1.0

    @property
    def false_per_5000(self) -> float:
        """What was found and is no name, or one with a wrong end, per 5,000 words."""
        return (self.found - self.right) * 5000 / self.words if self.words else 0.0

    @property
    def strangers_per_5000(self) -> float:
        """What was found and is nobody's name at all, per 5,000 words."""
        return self.strangers * 5000 / self.words if self.words else 0.0


def count(examples: Iterable[Example], find: Finder) -> Counts:
    """Run a finder over the texts and compare."""
    chosen = list(examples)
    found = find([example.text for example in chosen])
    right = sum(
        len(set(example.persons) & set(spans)) for example, spans in zip(chosen, found, strict=True)
    )
    return Counts(
        texts=len(chosen),
        words=sum(len(example.text.split()) for example in chosen),
        names=sum(len(example.persons) for example in chosen),
        found=sum(len(spans) for spans in found),
        right=right,
        strangers=sum(
            not any(start < end_of_name and begin < end for begin, end_of_name in example.persons)
            for example, spans in zip(chosen, found, strict=True)
            for start, end in spans
        ),
    )
