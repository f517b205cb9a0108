"""The newer form as a text dump: content to rows, rows to pages, pages to text.

In a page the dump gives first the left stream (headings, narratives, labels, the action plan),
then the right stream (area letters, list items, form statements, grade options). A dump that
shows marks keeps the order in which the rows stand on the page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from samples.content import AreaContent, MarkStyle, ReportContent, plain
from samples.form import AreaForm, Section, area_forms
from samples.marks import fulfilled, mark_columns, signs
from samples.pages import Cell, Line, Page, Row, Stream, paginate
from samples.plan_dump import plan_rows
from samples.wrap import Measure, wrap
from spur_extract.catalogue import Catalogue, Edition, EntryKind

NARRATIVE: Final = Measure(42.56)
LIST_ITEM: Final = Measure(40.1)
COVER_NOTE: Final = Measure(40.6)
STATEMENT: Final = Measure(39.6)
SINGLE_OPTION: Final = Measure(39.6)
DUAL_OPTION: Final = Measure(35.4)
HEADING: Final = Measure(27.0)
WIDEST: Final = NARRATIVE

PAGE_HEIGHT: Final = 42.0
_HEADING_HEIGHT: Final = 2.0
_GAP: Final = 0.65
_PAGE_BREAK: Final = "\n\n\n\n"
_END: Final = "\n\n\n"


def text_dump(content: ReportContent, catalogue: Catalogue) -> str:
    """The dump of a report on the newer form; raises `ContentError` where the form differs."""
    pages = (*cover_pages(content, catalogue), *paginate(rows(content, catalogue), PAGE_HEIGHT))
    # The first line follows the page's own start: a space, or an empty line before a cover title.
    start = "\n" if content.cover else " "
    return start + _PAGE_BREAK.join(page_text(page, content.marks) for page in pages) + _END


def page_text(page: Page, marks: MarkStyle | None) -> str:
    """One page's lines, a blank line between any two that are not printed close together."""
    cells = page if marks else sorted(page, key=lambda cell: cell.stream)
    text = ""
    for line in (line for cell in cells for line in cell.lines):
        gap = "" if not text else "\n" if line.tight else "\n\n"
        text += gap + line.text
    return text


def rows(content: ReportContent, catalogue: Catalogue) -> Iterator[Row]:
    """All rows of the report after its cover."""
    yield from _list_rows(content, catalogue)
    edition = catalogue.edition(content.edition)
    style = _Style(content.marks, edition, _wording(catalogue, "grading-label"))
    part = None
    for form in area_forms(edition, catalogue):
        if form.code not in content.areas:
            continue
        if form.part != part:
            part = form.part
            title = heading(_wording(catalogue, f"part:{part}"))
            yield Row((title,), starts_page=True, keeps_with_next=True)
        yield from _area_rows(form, content.areas[form.code], style)
    yield from plan_rows(content.plan, edition, catalogue)


def cover_pages(content: ReportContent, catalogue: Catalogue) -> tuple[Page, ...]:
    """The cover, if there is one: each value stands above its label."""
    cover = content.cover
    if cover is None:
        return ()
    *first, last = cover.inspectors
    values = {
        "clinic": [cover.clinic],
        "specialty": [cover.specialty],
        "inspection_date": [cover.printed_date or cover.date.isoformat()],
        "inspectors": [f"{', '.join(first)} och {last}" if first else last],
        "regulations": [f"{name} " for name in cover.regulations[:-1]]
        + list(cover.regulations[-1:]),
    }
    title, subtitle = _wording(catalogue, "cover-title").split(" av ")
    lines = [Line(title), Line(f"av {subtitle}", tight=True)]
    for field, value in values.items():
        lines += [Line(line) for text in value for line in _lines(text)]
        lines.append(Line(_wording(catalogue, f"cover:{field}"), tight=True))
    edition = catalogue.edition(content.edition)
    for text in (_fixed(edition, "two-regulations"), _wording(catalogue, "fixed:publisher")):
        lines += [Line(line) for line in wrap(text, COVER_NOTE) if line]
    return ((Cell(Stream.LEFT, tuple(lines)),),)


def _lines(text: str) -> tuple[str, ...]:
    # wrap() takes the space off a line's end, which the dump has after all regulations but one
    return (text,) if text.endswith(" ") else wrap(text, NARRATIVE)


def _wording(catalogue: Catalogue, entry_id: str) -> str:
    return next(entry.text for entry in catalogue.entries if entry.id == entry_id)


def _fixed(edition: Edition, name: str) -> str:
    return next((text.text for text in edition.fixed_text if text.id == name), "")


def _paragraphs(texts: Iterable[str], measure: Measure) -> tuple[Line, ...]:
    return tuple(Line(line) for text in texts for line in wrap(plain(text), measure) if line)


def heading(text: str) -> Cell:
    """A heading, closely printed where it takes two lines."""
    lines = wrap(text, HEADING)
    return Cell(
        Stream.LEFT,
        tuple(Line(line, _HEADING_HEIGHT, tight=n > 0) for n, line in enumerate(lines)),
        _GAP,
    )


def _list_rows(content: ReportContent, catalogue: Catalogue) -> Iterator[Row]:
    note = _fixed(catalogue.edition(content.edition), "two-regulations-note")
    if note:
        yield Row((Cell(Stream.LEFT, _paragraphs([note], LIST_ITEM), _GAP),))
    for entry in catalogue.entries:
        if entry.kind is EntryKind.LIST_HEADING and entry.list_name is not None:
            items = content.items(entry.list_name)
            yield Row(
                tuple(Cell(Stream.RIGHT, _paragraphs([text], LIST_ITEM), _GAP) for text in items),
                (heading(entry.text),),
            )


@dataclass(frozen=True, slots=True)
class _Style:
    """What all areas of a report have in common."""

    marks: MarkStyle | None
    edition: Edition
    grading_label: str


def _area_rows(form: AreaForm, area: AreaContent, style: _Style) -> Iterator[Row]:
    letter = Cell(Stream.RIGHT, (Line(f"{form.code} ", 0.0),))
    yield Row(
        (Cell(Stream.LEFT, _paragraphs(area.paragraphs, NARRATIVE), _GAP),),
        (heading(form.title), letter),
    )
    marks = iter(fulfilled(form, area, mark_columns(style.edition)))
    for section in form.sections:
        cells = [
            _marked(statement.text, STATEMENT, signs(style.marks, next(marks).values()))
            for statement in section.statements
        ]
        yield _section_row(section, cells)
    yield Row((_options(form, area, style),), (_label(style.grading_label),))


def _section_row(section: Section, statements: list[Cell]) -> Row:
    preamble = [line for text in section.preamble for line in wrap(text, NARRATIVE)]
    fixed = Cell(
        Stream.LEFT, tuple(Line(line, tight=n == 0) for n, line in enumerate(preamble)), _GAP
    )
    return Row((*([fixed] if preamble else []), *statements), (_label(section.label),))


def _label(text: str) -> Cell:
    return Cell(Stream.LEFT, (Line(text),), _GAP)


def _marked(text: str, measure: Measure, marks: str) -> Cell:
    first, *rest = wrap(text, measure)
    return Cell(Stream.RIGHT, (Line(marks + first), *(Line(line) for line in rest)), _GAP)


def _options(form: AreaForm, area: AreaContent, style: _Style) -> Cell:
    """The column header and the grade options, which no page break parts."""
    columns = mark_columns(style.edition)
    measure = DUAL_OPTION if len(columns) > 1 else SINGLE_OPTION
    given = frozenset(area.marked_grades.values()) | {area.stated_grade or ""}
    lines = [Line(header.text) for header in style.edition.column_header]
    for grade, text in form.options_for(given):
        marks = signs(style.marks, (area.marked_grades.get(column) == grade for column in columns))
        lines += _marked(f"{grade}. {text}", measure, marks).lines
    return Cell(Stream.RIGHT, tuple(lines), _GAP)
