"""What recognition gives: every printed line with its role."""

from dataclasses import dataclass

from spur_extract.catalogue import Edition, Entry, EntryKind
from spur_extract.catalogue.schema import ZoneName
from spur_extract.layout.lines import LaidLine


@dataclass(frozen=True, slots=True)
class Element:
    """Lines that are one thing: a piece of form text, or one printed line of free text.

    `entry` and `similarity` (0–100) are null for free text; `excess` letters at the end of form
    text are not the form's. `foreign` is free text that belongs
    to no report: a letter, a mail, a signature.
    """

    lines: tuple[LaidLine, ...]
    zone: ZoneName
    entry: Entry | None = None
    similarity: float | None = None
    foreign: bool = False
    excess: int = 0

    @property
    def kind(self) -> EntryKind | None:
        """What kind of form text it is; null for free text."""
        return None if self.entry is None else self.entry.kind

    @property
    def free(self) -> bool:
        """Whether it may be the inspectors' or the unit's own: no form text, nothing foreign."""
        return self.entry is None and not self.foreign

    @property
    def page(self) -> int:
        """1-based number of the page it begins on."""
        return self.lines[0].page


@dataclass(frozen=True, slots=True)
class Recognised:
    """A document with every line's role; `edition` is null when none fits.

    `pages_known` is false when the source does not tell where pages end. `furniture` are page
    numbers, running heads and bullets that stand apart from their items, `signs` are marks that
    stand apart: neither belongs to an element.
    `second_report` are the lines of another report in the same file: they have no role in this.
    `words` are all its words, case folded; `plain_words` those that it writes without a capital.
    """

    elements: tuple[Element, ...]
    furniture: tuple[LaidLine, ...]
    edition: Edition | None
    words: frozenset[str]
    plain_words: frozenset[str]
    pages_known: bool
    signs: tuple[LaidLine, ...] = ()
    second_report: tuple[LaidLine, ...] = ()
