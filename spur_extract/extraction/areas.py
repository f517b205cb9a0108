"""The areas A–H: title, narrative, indicators and gradings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spur_extract.catalogue import Catalogue, Edition, Entry, load_catalogue
from spur_extract.catalogue.schema import AreaCode, AreaTable, Row
from spur_extract.contract import Area, AreaPart, Category, Indicator, MatchQuality
from spur_extract.diagnostics import DiagnosticKind
from spur_extract.extraction.area_drafts import AreaDraft, draft_areas
from spur_extract.extraction.area_marks import AreaMarks
from spur_extract.extraction.findings import Findings, word_spans
from spur_extract.extraction.gradings import GradingContext, grade_area
from spur_extract.extraction.mark_columns import mark_columns_of, marks_of
from spur_extract.extraction.prose import Prose
from spur_extract.extraction.row_labels import RowLabels, labels_of_rows
from spur_extract.reading.document import Document
from spur_extract.recognition.elements import Element, Recognised
from spur_extract.recognition.matching import printed_text
from spur_extract.recognition.title_leads import length_of_lead


@dataclass(frozen=True)
class AreaContext:
    """What reading an area needs to know of the rest of the document."""

    catalogue: Catalogue
    edition: Edition | None
    cover_regulations: tuple[str, ...]
    prose: Prose
    columns: tuple[str, ...]
    marks: AreaMarks
    row_labels: RowLabels
    labels_agree: bool

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
    document: Document,
    recognised: Recognised,
    prose: Prose,
    cover_regulations: tuple[str, ...],
    findings: Findings,
) -> tuple[Area, ...]:
    """Read all areas, in the order A to H; an area that stands twice gives two."""
    elements = [element for element in recognised.elements if element.zone == "areas"]
    pages = {page.number: page for page in document.pages}
    columns = mark_columns_of(elements, recognised, pages if document.placed else None)
    for span in word_spans(columns.heads):
        findings.account(span)
    elements = columns.without_heads(elements)
    drafts = draft_areas(elements, recognised.edition, prose.running_tops)
    labels = labels_of_rows(elements, pages)
    context = AreaContext(
        load_catalogue(),
        recognised.edition,
        cover_regulations,
        prose,
        columns.regulations or (),
        marks_of(columns, drafts, pages),
        labels,
        _agree(labels, recognised.edition),
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
        gradings=grade_area(draft, narrative, pointer, _grading_context(context), findings),
    )


def _grading_context(context: AreaContext) -> GradingContext:
    return GradingContext(context.edition, context.columns, context.marks)


def _title(heading: Element, pointer: str, findings: Findings) -> str:
    """The title without the area letter, number or word that may stand before it."""
    first, *others = word_spans(heading.lines)
    printed = printed_text(heading.lines)
    lead = length_of_lead(printed)
    own = first.model_copy(update={"start": first.start + lead})
    alone = lead >= len(heading.lines[0].words)
    findings.locate_spans(f"{pointer}/title", others if alone else [own, *others])
    return printed[lead:]


def _indicators(
    draft: AreaDraft, pointer: str, context: AreaContext, findings: Findings
) -> Iterable[Indicator]:
    for position, element in enumerate(draft.rows):
        entry, similarity = element.entry, element.similarity
        if entry is None or similarity is None:
            continue
        statement_id = entry.id.removeprefix("statement:")
        row = context.row(statement_id, draft.code)
        label = context.row_labels.label.get(element)
        beside = element in context.row_labels.beside
        applies_to = (label.applies_to if label and beside else ()) or _applies_to(row, context)
        here = f"{pointer}/indicators/{position}"
        findings.locate_spans(f"{here}/printed_text", word_spans(element.lines))
        trusted = beside or context.labels_agree
        category = _category(row, label if trusted else None, beside=beside)
        if label is not None and row is not None and row.category not in (None, label.category):
            findings.diagnose(DiagnosticKind.ROW_LABEL_DISAGREES, f"{here}/category")
        if _is_uncertain_twin(element, draft, row, context):
            category, applies_to = None, ()
        if entry.id in {other.entry.id for other in draft.rows[:position] if other.entry}:
            findings.diagnose(DiagnosticKind.ROW_DOUBLED, here)
        reading = context.marks.row(element, context.columns, applies_to)
        findings.locate_spans(f"{here}/fulfilled", reading.places)
        if reading.unclear:
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
            fulfilled=reading.fulfilled,
        )
    _diagnose_missing_rows(draft, pointer, context, findings)


def _is_uncertain_twin(
    element: Element, draft: AreaDraft, row: Row | None, context: AreaContext
) -> bool:
    """Whether the edition prints the words twice, under two labels, and it is not known which of
    the two rows this is: both were taken for the same, one of them is lost, or the label right
    above is not its own."""
    twins = [each for each in _rows_with(element, context) if each is not row]
    if row is None or not twins:
        return False
    label = context.row_labels.right_above.get(element)
    if label is not None:
        told = (label.category, label.applies_to or row.applies_to)
        return told != (row.category, row.applies_to)
    found = [other.entry.id for other in draft.rows if other.entry is not None]
    return any(found.count(f"statement:{each.id}") != 1 for each in (row, *twins))


def _rows_with(element: Element, context: AreaContext) -> Iterator[Row]:
    """The edition's rows that have the element's words."""
    text = element.entry.text if element.entry is not None else None
    ids = {statement.id for statement in context.catalogue.statements if statement.text == text}
    rows = context.edition.rows if context.edition is not None else ()
    return (row for row in rows if row.id in ids)


def _agree(labels: RowLabels, edition: Edition | None) -> bool:
    """Whether no label that only stands above its row contradicts the catalogue: where one does,
    as labels in the middle of their cells do, none of that kind can be relied on."""
    known = {f"statement:{row.id}": row.category for row in edition.rows} if edition else {}
    return all(
        known.get(element.entry.id) in (None, label.category)
        for element, label in labels.label.items()
        if element.entry is not None and element not in labels.beside
    )


def _category(row: Row | None, label: Entry | None, *, beside: bool) -> Category | None:
    """What the label says, or else the catalogue. Where they disagree: the label, if it stands in
    the cell `beside` the row and so surely is its own; null, if it only comes above it."""
    known = row.category if row else None
    if label is None:
        return known
    return label.category if beside or known in (None, label.category) else None


def _applies_to(row: Row | None, context: AreaContext) -> tuple[str, ...]:
    if row is not None and row.applies_to:
        return row.applies_to
    if context.edition is not None and context.edition.regulations:
        return context.edition.regulations
    return context.cover_regulations


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
