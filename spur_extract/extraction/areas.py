"""The areas A–H: title, narrative, indicators and gradings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spur_extract.catalogue import Catalogue, Edition, Entry
from spur_extract.catalogue.schema import AreaCode, AreaTable, Row
from spur_extract.contract import Area, AreaPart, Category, Indicator, MatchQuality
from spur_extract.diagnostics import DiagnosticKind
from spur_extract.extraction.area_drafts import AreaDraft, draft_areas
from spur_extract.extraction.findings import Findings, mark_spans, word_spans
from spur_extract.extraction.gradings import grade_area
from spur_extract.extraction.marks import RowMarks
from spur_extract.extraction.prose import Prose
from spur_extract.extraction.row_labels import labels_of_rows
from spur_extract.layout.lines import Mark
from spur_extract.recognition.elements import Element, Recognised
from spur_extract.recognition.matching import LETTER_BEFORE_TITLE, printed_text


@dataclass(frozen=True)
class AreaContext:
    """What reading an area needs to know of the rest of the document."""

    catalogue: Catalogue
    edition: Edition | None
    cover_regulations: tuple[str, ...]
    prose: Prose
    row_marks: RowMarks
    row_labels: dict[Element, Entry]

    def area_table(self, code: str) -> AreaTable | None:
        """The edition's table of the area; null without an edition."""
        tables = self.edition.area if self.edition else ()
        return next((table for table in tables if table.code == code), None)

    def part(self, code: str) -> AreaPart:
        """The half of the form the area belongs to, which all editions agree on."""
        tables = [table for edition in self.catalogue.editions for table in edition.area]
        return next(table.part for table in tables if table.code == code)

    def row(self, statement_id: str, code: str) -> Row | None:
        """The edition's row of a statement."""
        table = self.area_table(code)
        rows = table.rows if table else ()
        return next((row for row in rows if row.id == statement_id), None)


def extract_areas(
    recognised: Recognised,
    catalogue: Catalogue,
    prose: Prose,
    cover_regulations: tuple[str, ...],
    findings: Findings,
) -> tuple[Area, ...]:
    """Read all areas, in the order A to H; an area that stands twice gives two."""
    elements = [element for element in recognised.elements if element.zone == "areas"]
    drafts = draft_areas(elements, recognised.edition, prose.running_tops)
    marks = (mark for draft in drafts for row in draft.rows for mark in _marks_of(row))
    context = AreaContext(
        catalogue,
        recognised.edition,
        cover_regulations,
        prose,
        RowMarks(marks),
        labels_of_rows(elements),
    )
    ordered = sorted(drafts, key=lambda draft: draft.code)
    _diagnose_order(drafts, recognised.edition, findings)
    return tuple(
        _area(draft, f"/areas/{position}", context, findings)
        for position, draft in enumerate(ordered)
    )


def _area(draft: AreaDraft, pointer: str, context: AreaContext, findings: Findings) -> Area:
    title = None
    if draft.heading is None:
        findings.diagnose(DiagnosticKind.AREA_WITHOUT_HEADING, pointer, draft.code)
    else:
        title = _title(draft.heading, pointer, findings)
    narrative = context.prose.text(draft.narrative)
    if narrative is None:
        findings.diagnose(DiagnosticKind.NARRATIVE_MISSING, f"{pointer}/narrative", draft.code)
    findings.locate(f"{pointer}/narrative", draft.narrative)
    return Area(
        code=draft.code,
        part=context.part(draft.code),
        title=title,
        narrative=narrative,
        indicators=tuple(_indicators(draft, pointer, context, findings)),
        gradings=grade_area(draft, narrative, pointer, context.edition, findings),
    )


def _title(heading: Element, pointer: str, findings: Findings) -> str:
    """The title without the area letter that may stand before it."""
    first, *others = word_spans(heading.lines)
    letter = LETTER_BEFORE_TITLE.match(heading.lines[0].words)
    start = first.start + (letter.end() if letter else 0)
    findings.locate_spans(f"{pointer}/title", [first.model_copy(update={"start": start}), *others])
    return LETTER_BEFORE_TITLE.sub("", printed_text(heading.lines))


def _indicators(
    draft: AreaDraft, pointer: str, context: AreaContext, findings: Findings
) -> Iterable[Indicator]:
    for position, element in enumerate(draft.rows):
        entry, similarity = element.entry, element.similarity
        if entry is None or similarity is None:
            continue
        statement_id = entry.id.removeprefix("statement:")
        row = context.row(statement_id, draft.code)
        label = context.row_labels.get(element)
        applies_to = _applies_to(row, context)
        here = f"{pointer}/indicators/{position}"
        findings.locate_spans(f"{here}/printed_text", word_spans(element.lines))
        category = _category(row, label)
        if label is not None and category is None:
            findings.diagnose(DiagnosticKind.ROW_LABEL_DISAGREES, f"{here}/category")
        if entry.id in {other.entry.id for other in draft.rows[:position] if other.entry}:
            findings.diagnose(DiagnosticKind.ROW_DOUBLED, here)
        fulfilled = context.row_marks.fulfilled(
            _marks_of(element), applies_to if _by_regulation(context.edition) else ()
        )
        if fulfilled is not None:
            findings.locate_spans(f"{here}/fulfilled", mark_spans(element.lines))
        elif _marks_of(element):
            findings.diagnose(DiagnosticKind.ROW_MARK_UNREADABLE, here)
        yield Indicator(
            id=statement_id,
            number=row.number if row else None,
            category=category,
            applies_to=applies_to,
            text=entry.text,
            printed_text=printed_text(element.lines),
            match=MatchQuality.EXACT if similarity == 100 else MatchQuality.FUZZY,
            similarity=round(similarity, 1),
            fulfilled=fulfilled,
        )
    _diagnose_missing_rows(draft, pointer, context, findings)


def _by_regulation(edition: Edition | None) -> bool:
    return edition is not None and edition.graded_by_regulation


def _category(row: Row | None, label: Entry | None) -> Category | None:
    """What the label above says, or else the catalogue; null where they disagree."""
    known = row.category if row else None
    if label is None or known is None or label.category == known:
        return label.category if label is not None else known
    return None


def _applies_to(row: Row | None, context: AreaContext) -> tuple[str, ...]:
    if row is not None and row.applies_to:
        return row.applies_to
    if context.edition is not None and context.edition.regulations:
        return context.edition.regulations
    return context.cover_regulations


def _marks_of(element: Element) -> list[Mark]:
    return [mark for line in element.lines for mark in line.marks]


def _diagnose_missing_rows(
    draft: AreaDraft, pointer: str, context: AreaContext, findings: Findings
) -> None:
    table = context.area_table(draft.code)
    found = {row.entry.id for row in draft.rows if row.entry}
    for row in table.rows if table else ():
        if f"statement:{row.id}" not in found:
            findings.diagnose(DiagnosticKind.INDICATOR_MISSING, f"{pointer}/indicators", row.id)


def _diagnose_order(
    drafts: Sequence[AreaDraft], edition: Edition | None, findings: Findings
) -> None:
    codes: list[AreaCode] = [draft.code for draft in drafts]
    expected = [table.code for table in edition.area] if edition else list("ABCDEFGH")
    for code in expected:
        if code not in codes:
            findings.diagnose(DiagnosticKind.AREA_MISSING, "/areas", code)
        elif codes.count(code) > 1:
            findings.diagnose(DiagnosticKind.AREA_DOUBLED, "/areas", code)
    highest = ""
    for code in codes:
        if code < highest and codes.count(code) == 1:
            findings.diagnose(DiagnosticKind.AREA_OUT_OF_ORDER, "/areas", code)
        highest = max(highest, code)
