"""Printed lines rejoined into paragraphs and list items."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from spur_extract.layout.hyphens import join_lines
from spur_extract.layout.lines import LaidLine
from spur_extract.layout.measure import SENTENCE_END, Measure, unfinished


@cache
def dangling_words() -> frozenset[str]:
    """Swedish words that nothing ends with: after them a text goes on."""
    return _word_list("dangling_words.txt")


@cache
def resuming_words() -> frozenset[str]:
    """Swedish words that begin a sentence only after another one, lower case."""
    return _word_list("resuming_words.txt")


def _word_list(file_name: str) -> frozenset[str]:
    raw = (files("spur_extract") / "layout" / file_name).read_text(encoding="utf-8")
    return frozenset(raw.split())


DASHES = "-–—"
FEWEST_CAPITALS, CAPITALS = 5, 0.8
"""Lines, and their share, that begin with a capital where items do."""

MOSTLY = 0.85
ALWAYS = 0.99


@dataclass(frozen=True, slots=True)
class Flow:
    """How a kind of text runs.

    `measure` is null when unknown. The items of a `listing` need not be sentences: `stops` is the
    share of them that end with a full stop, and `plain_words` are words that the document writes
    without a capital, so that a capital says that something begins. `capitals` is true where the
    items begin with one, so that a small letter says that something goes on.
    """

    measure: Measure | None
    listing: bool = False
    stops: float = 0.0
    plain_words: frozenset[str] = frozenset()
    capitals: bool = False

    def continues(self, upper: str, lower: str) -> bool:
        """Whether the line `lower` belongs to the paragraph or item of the line `upper`.

        A line that broke although the next word would still have fitted ended its paragraph,
        unless the words say that it runs on. In a list a line that was full may have ended its
        item all the same: a capital then begins a new one, unless the words run on.
        """
        capital = not lower[:1].islower()
        if runs_on(upper) and not (capital and self.listing):
            return True
        if self.measure is None:
            return not SENTENCE_END.search(upper) and not (self.listing and capital)
        if not self.measure.wraps(upper, lower):
            return (self.capitals or not self.listing) and unfinished(upper, lower)
        if not self.listing or not capital or runs_on(upper):
            return True
        if SENTENCE_END.search(upper):
            return _first_word(lower).lower() in resuming_words()
        return not self._begins_item(lower)

    def contradicts(self, upper: str, lower: str) -> bool:
        """Whether a sentence breaks off here although its next word would have fitted: then the
        text was wrapped to another width."""
        return (
            self.measure is not None
            and unfinished(upper, lower)
            and not self.measure.wraps(upper, lower)
        )

    def doubtful(self, upper: str, lower: str) -> bool:
        """Whether neither width nor words settle if `lower` continues the item of `upper`."""
        if self.measure is None or not self.listing or lower[:1].islower() or runs_on(upper):
            return False
        return self.measure.wraps(upper, lower)

    def _begins_item(self, lower: str) -> bool:
        """Whether a capital at the start of a line, with no full stop above it, begins an item.

        A name or an abbreviation has its capital anyway; where all items end with a full stop
        it is one, unless the word is known without a capital.
        """
        word = _first_word(lower)
        if word.lower() in self.plain_words:
            return True
        abbreviation = len(word) < 2 or not word[1].islower()
        return self.stops < (MOSTLY if abbreviation else ALWAYS)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that read as one, and their text."""

    text: str
    lines: tuple[LaidLine, ...]


def runs_on(upper: str) -> bool:
    """Whether its last word says that `upper` goes on in the next line."""
    if upper.endswith(("-", "\u00ad", ",", "/")):
        return True
    return any(word in dangling_words() for word in upper.split()[-1:])


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0].strip(".,;:()\"”'")


def list_flow(
    runs: Sequence[Sequence[str]], measure: Measure | None, plain_words: frozenset[str]
) -> Flow:
    """The flow of a list whose printed lines are `runs`, told by where items surely end."""
    ends = [run[-1] for run in runs if run]
    for run in runs:
        for upper, lower in pairwise(run):
            fits = measure is not None and not measure.wraps(upper, lower)
            if fits and not (runs_on(upper) and lower[:1].islower()):
                ends.append(upper)
    with_stop = sum(SENTENCE_END.search(end) is not None for end in ends)
    stops = with_stop / len(ends) if ends else 0.0
    return Flow(
        measure,
        listing=True,
        stops=stops,
        plain_words=plain_words,
        capitals=_begin_with_capitals(runs, measure),
    )


def _begin_with_capitals(runs: Sequence[Sequence[str]], measure: Measure | None) -> bool:
    """Whether the lines above which the next word would still have fitted begin with a capital,
    but for few: those were wrapped to another width."""
    if measure is None:
        return False
    begins = [run[0] for run in runs if run]
    for run in runs:
        begins.extend(lower for upper, lower in pairwise(run) if not measure.wraps(upper, lower))
    capitals = sum(not line[:1].islower() for line in begins)
    return capitals >= FEWEST_CAPITALS and capitals >= CAPITALS * len(begins)


def paragraphs(
    lines: Sequence[LaidLine], flow: Flow, seen: frozenset[str] = frozenset()
) -> tuple[Paragraph, ...]:
    """Rejoin `lines` into paragraphs; `seen` are the document's words (see `join_lines`).

    A bullet begins a new one. In a list it is left out; in prose it stays, and a dash may as well
    be one of a sentence, which runs on. Where geometry is known, a new cell begins one, too, and a
    list's cell between rules holds one alone.
    """
    groups: list[list[LaidLine]] = []
    for line in lines:
        begins = line.bullet and (flow.listing or line.text[:1] not in DASHES)
        if groups and not begins and _continues(groups[-1], line, flow):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(
        Paragraph(joined_text(group, seen, bullets=not flow.listing), tuple(group))
        for group in groups
    )


def continues_item(item: Sequence[LaidLine], lower: LaidLine, flow: Flow) -> bool:
    """Whether a line goes on with the item or paragraph: below a bullet it does, too, where words
    alone say that the sentence runs on, since the next item would have a bullet."""
    upper = item[-1]
    if item[0].bullet and not lower.bullet and unfinished(upper.text, lower.text):
        return True
    return flow.continues(upper.text, lower.text)


def _continues(group: Sequence[LaidLine], lower: LaidLine, flow: Flow) -> bool:
    upper = group[-1]
    if upper.cell is None or lower.starts_page:
        return continues_item(group, lower, flow)
    if upper.cell == lower.cell:
        return (flow.listing and lower.ruled) or flow.continues(upper.text, lower.text)
    return not upper.ruled and unfinished(upper.text, lower.text)


def joined_text(
    lines: Sequence[LaidLine], seen: frozenset[str] = frozenset(), *, bullets: bool = True
) -> str:
    """The lines as one text, with or without bullets."""
    text = ""
    for position, line in enumerate(lines):
        printed = line.text if bullets else line.body
        text = join_lines(text, printed, seen) if position else printed
    return text
