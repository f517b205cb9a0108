"""How the document's free text is rejoined: the measures of its lists and of its prose."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spur_extract.catalogue import Catalogue, Edition
from spur_extract.catalogue.schema import Typography, ZoneName
from spur_extract.layout.lines import LaidLine
from spur_extract.layout.measure import choose_measure
from spur_extract.layout.paragraphs import Flow, Paragraph, list_flow, paragraphs
from spur_extract.recognition.elements import Element, Recognised


@dataclass(frozen=True, slots=True)
class Prose:
    """Rejoins lines by the way the document's own lists and prose run."""

    listing: Flow
    running: Flow
    words: frozenset[str]

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
    )


def _typography(edition: Edition | None, catalogue: Catalogue) -> Typography | None:
    """The edition's; of an unknown edition any known one, since a wrong one is contradicted."""
    if edition is not None:
        return edition.typography
    known = (edition.typography for edition in catalogue.editions if edition.typography)
    return next(known, None)


def _runs(elements: Iterable[Element], zones: set[ZoneName]) -> list[list[str]]:
    """Free lines that follow each other on a page."""
    runs: list[list[str]] = [[]]
    for element in elements:
        line = element.lines[0]
        if not element.free or element.zone not in zones or line.starts_page:
            runs.append([])
        if element.free and element.zone in zones:
            runs[-1].append(line.text)
    return [run for run in runs if run]
