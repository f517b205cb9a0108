"""Every look with every style that suits it, and every damage once or more."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samples.content import ReportContent
from samples.pdf_builder.build import suits
from samples.pdf_builder.damage import DAMAGES
from samples.pdf_builder.look import LOOKS
from samples.pdf_builder.styles import STYLES
from spur_extract.catalogue import Catalogue

_CONTENTS: Final = ("single-long-plan", "single-marked", "dual-marked", "letter-table")

# Damages to marks are of interest in more than one way of marking.
_DAMAGED: Final = {
    "two-grades": ("cross", "plain-x", "ring", "ink"),
    "no-grade": ("filled", "plain-x", "ring", "field-radio"),
    "mark-outside": ("plain-x", "ink", "ring"),
    "mark-on-border": ("plain-x", "ink", "ring"),
}


@dataclass(frozen=True, slots=True)
class Combination:
    """What to build, and its name."""

    content: str
    look: str
    style: str
    damage: str | None = None

    @property
    def name(self) -> str:
        """A name for its files."""
        parts = (self.damage, self.look, self.style, self.content)
        return "_".join(part for part in parts if part)


def combinations(contents: dict[str, ReportContent], catalogue: Catalogue) -> Iterator[Combination]:
    """All that is worth building from the sources."""
    for name in _CONTENTS:
        for look in LOOKS:
            for style in STYLES:
                if suits(contents[name], look, style, catalogue):
                    yield Combination(name, look, style)
    for damage in DAMAGES:
        for style in _DAMAGED.get(damage, ("cross",)):
            for name, look in (("single-marked", "table"), ("single-marked", "marks-left")):
                yield Combination(name, look, style, damage)
            yield Combination("letter-table", "word", style, damage)
