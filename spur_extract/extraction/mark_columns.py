"""The columns of marks of a form: whose they are, what a mark there means, and how it is read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spur_extract.catalogue import EntryKind
from spur_extract.extraction.area_drafts import AreaDraft
from spur_extract.extraction.area_marks import (
    AreaMarks,
    DrawnMarks,
    DrawnStatements,
    PrintedMarks,
    UnclearMarks,
)
from spur_extract.extraction.column_headers import (
    columns_of_form,
    heads_of_regulations,
    is_head_of_text,
)
from spur_extract.extraction.column_meanings import (
    ColumnMeanings,
    Meaning,
    heads_of_text,
    is_legend_of_unfulfilled,
    meaning_of,
    meanings_above,
    meanings_beside,
)
from spur_extract.extraction.head_cells import (
    HeadCell,
    head_cells,
    lines_above_form_text,
    lines_beside,
)
from spur_extract.layout.lines import LaidLine
from spur_extract.marks import Column
from spur_extract.reading.document import Page
from spur_extract.recognition.elements import Element, Recognised

TURNED = frozenset({Meaning.UNFULFILLED, Meaning.NEITHER})
"""What a mark cannot mean where it is to say that a statement is fulfilled."""


@dataclass(frozen=True, slots=True)
class MarkColumns:
    """`regulations` are those of the columns from left to right, empty for one column, null when
    not known; `statements` the marks that are drawn beside statements, null in a text; `heads` the
    lines that head columns without being the form's; `explained` tells that a legend turns the
    meaning of marks."""

    regulations: tuple[str, ...] | None
    statements: DrawnStatements | None
    heads: tuple[LaidLine, ...]
    explained: bool

    def without_heads(self, elements: Iterable[Element]) -> list[Element]:
        """The elements less the heads; a page starts with the first free line that is left."""
        heads = set(self.heads)
        kept: list[Element] = []
        starts = False
        for element in elements:
            if element.lines[0] in heads:
                starts = starts or element.lines[0].starts_page
                continue
            kept.append(_starting_page(element) if starts and element.free else element)
            starts = False
        return kept


def _starting_page(element: Element) -> Element:
    first = replace(element.lines[0], starts_page=True)
    return replace(element, lines=(first, *element.lines[1:]))


def mark_columns_of(
    elements: Sequence[Element], recognised: Recognised, pages: Mapping[int, Page] | None
) -> MarkColumns:
    """What is known of the columns of marks; `pages` where their places are known."""
    edition = recognised.edition
    explained = _has_legend(recognised.elements)
    if pages is None:
        printed = heads_of_text(lines_above_form_text(elements))
        turned = any(meaning_of(line.text) in TURNED for line in printed)
        named = [element.lines[0] for element in elements if is_head_of_text(element)]
        regulations = columns_of_form(elements, edition)
        return MarkColumns(regulations, None, (*printed, *named), explained or turned)
    heads = head_cells(elements, recognised.furniture)
    regulations = columns_of_form(elements, edition, heads)
    rows = [element for element in elements if element.kind is EntryKind.STATEMENT]
    statements = DrawnStatements(rows, pages)
    statements.meanings = _meanings(elements, rows, heads, statements.columns)
    naming = (line for head in heads_of_regulations(heads) for line in head.lines)
    known = (*naming, *statements.meanings.words)
    return MarkColumns(regulations, statements, known, explained)


def marks_of(
    columns: MarkColumns, drafts: Sequence[AreaDraft], pages: Mapping[int, Page]
) -> AreaMarks:
    """The reader of all areas' marks."""
    marks: AreaMarks
    if columns.statements is None:
        marks = PrintedMarks(drafts)
    else:
        marks = DrawnMarks(drafts, pages, columns.statements)
    if columns.explained:
        marks = UnclearMarks(marks, rows_only=True)
    return UnclearMarks(marks) if columns.regulations is None else marks


def _meanings(
    elements: Sequence[Element],
    rows: Sequence[Element],
    heads: Sequence[HeadCell],
    columns: Sequence[Column],
) -> ColumnMeanings:
    """By the heads of the columns, or else by the words among the marks of each row."""
    above = meanings_above(heads, columns)
    areas = {row.entry.area for row in rows if row.entry is not None}
    if len(columns) == 1 and above.tables == 1 < len(areas):
        return above.of_one_table()
    if above.tables:
        return above
    free = (line for element in elements if element.free for line in element.lines)
    return meanings_beside(lines_beside(rows, free), columns)


def _has_legend(elements: Iterable[Element]) -> bool:
    """Whether a line, with the one below it, explains a mark as what is not fulfilled."""
    lines = [line.text for element in elements if element.free for line in element.lines]
    return any(
        is_legend_of_unfulfilled(f"{line} {below}") for line, below in pairwise([*lines, ""])
    )
