"""How the document's free text is rejoined: the measures of its lists and of its prose."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spur_extract.catalogue import Catalogue, Edition, EntryKind
from spur_extract.catalogue.schema import Typography, ZoneName
from spur_extract.extraction.page_tops import PageTops
from spur_extract.layout.lines import LaidLine
from spur_extract.layout.measure import choose_measure
from spur_extract.layout.paragraphs import Flow, Paragraph, list_flow, paragraphs
from spur_extract.recognition.elements import Element, Recognised

HEADS_FREE_TEXT = frozenset(
    {
        EntryKind.LIST_HEADING,
        EntryKind.AREA_HEADING,
        EntryKind.AREA_LETTER,
        EntryKind.PLAN_FIELD,
    }
)


@dataclass(frozen=True, slots=True)
class Prose:
    """Rejoins lines by the way the document's own lists and prose run.

    `page_size` is the number of printed lines on the longest page.
    """

    listing: Flow
    running: Flow
    words: frozenset[str]
    page_size: int

    @property
    def listing_tops(self) -> PageTops:
        """Judges whether a list goes on at the top of a page."""
        return PageTops(self.listing, self.page_size)

    @property
    def running_tops(self) -> PageTops:
        """Judges whether a narrative or a field goes on at the top of a page."""
        return PageTops(self.running, self.page_size)

    def items(self, lines: Sequence[LaidLine]) -> tuple[Paragraph, ...]:
        """The items of a list."""
        return paragraphs(lines, self.listing, self.words)

    def paragraphs(self, lines: Sequence[LaidLine]) -> tuple[Paragraph, ...]:
        """The paragraphs of a narrative or of a field of the action plan."""
        return paragraphs(lines, self.running, self.words)

    def text(self, lines: Sequence[LaidLine]) -> str | None:
        """The paragraphs of `lines` separated by line feeds; null when there are no lines."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs(lines)) or None


def prose_of(recognised: Recognised, catalogue: Catalogue) -> Prose:
    """Find the widths at which this document's free text was wrapped."""
    typography = _typography(recognised.edition, catalogue)
    list_hint = (typography.typeface, typography.list_width) if typography else None
    prose_hint = (typography.typeface, typography.narrative_width) if typography else None
    list_runs = _runs(recognised.elements, {"lists"})
    prose_runs = _runs(recognised.elements, {"areas", "plan"})
    return Prose(
        listing=list_flow(list_runs, choose_measure(list_runs, list_hint), recognised.plain_words),
        running=Flow(choose_measure(prose_runs, prose_hint)),
        words=recognised.words,
        page_size=_page_size(recognised.elements),
    )


def _page_size(elements: Iterable[Element]) -> int:
    """Printed lines on the longest page."""
    lines = Counter(line.page for element in elements for line in element.lines)
    return max(lines.values(), default=0)


def _typography(edition: Edition | None, catalogue: Catalogue) -> Typography | None:
    """The edition's; of an unknown edition any known one, since a wrong one is contradicted."""
    if edition is not None:
        return edition.typography
    known = (edition.typography for edition in catalogue.editions if edition.typography)
    return next(known, None)


def _runs(elements: Iterable[Element], zones: set[ZoneName]) -> list[list[str]]:
    """Free lines that follow each other on a page, below a heading or label of theirs."""
    runs: list[list[str]] = [[]]
    headed = False
    for element in elements:
        if not element.free:
            headed = element.kind in HEADS_FREE_TEXT
        if not element.free or element.zone not in zones or element.lines[0].starts_page:
            runs.append([])
        if element.free and element.zone in zones and headed:
            runs[-1].append(element.lines[0].text)
    return [run for run in runs if run]
