"""The action plan (handlingsplan) of the newer form as rows: one stream, labels above texts."""

from collections.abc import Iterator
from typing import Final

from samples.content import ContentError, PlanItemContent, plain
from samples.form import AreaForm, area_forms
from samples.pages import Cell, Line, Row, Stream
from samples.wrap import Measure, wrap
from spur_extract.catalogue import Catalogue, Edition, EntryKind

PLAN_TEXT: Final = Measure(42.56)
PLAN_TITLE: Final = Measure(27.0)
PREAMBLE: Final = Measure(31.5)
_GAP: Final = 0.5


def plan_rows(
    plan: tuple[PlanItemContent, ...], edition: Edition, catalogue: Catalogue
) -> Iterator[Row]:
    """The rows of the plan, none where there is no item; the first one begins a page."""
    if not plan:
        return
    forms = {form.code: form for form in area_forms(edition, catalogue)}
    fixed = {entry.id: entry.text for entry in catalogue.entries}
    lines = [fixed["plan-heading"], *wrap(fixed["fixed:plan-preamble"], PREAMBLE)]
    yield Row((_cell(lines),), starts_page=True, keeps_with_next=True)
    for item in plan:
        yield Row((title_cell(item, forms[item.area]),), keeps_with_next=True)
        yield from _field_rows(item, catalogue)


def _cell(lines: list[str]) -> Cell:
    return Cell(Stream.LEFT, tuple(Line(line) for line in lines), _GAP)


def _field_rows(item: PlanItemContent, catalogue: Catalogue) -> Iterator[Row]:
    for entry in catalogue.entries:
        if entry.kind is not EntryKind.PLAN_FIELD or entry.plan_field is None:
            continue
        lines = [line for text in field_text(item, entry.plan_field) for line in _wrapped(text)]
        text = Cell(
            Stream.LEFT,
            tuple(Line(line, tight=n == 0) for n, line in enumerate(lines)),
            _GAP,
            breaks=item.breaks,
        )
        # The label is not printed again over a text that continues on the next page.
        yield Row((text,) if lines else (), (_cell([entry.text]),), repeats=False)


def _wrapped(text: str) -> tuple[str, ...]:
    return wrap(plain(text), PLAN_TEXT)


def title_cell(item: PlanItemContent, form: AreaForm) -> Cell:
    """The area's letter and title, and the statement that the item answers.

    Raises `ContentError` where the area has no such statement.
    """
    heading = wrap(f"{item.area}. {form.title}", PLAN_TITLE)
    statement = next((row.text for row in form.statements if row.id == item.statement), None)
    if statement is None:
        raise ContentError(f"area {item.area} has no statement {item.statement!r}")
    return Cell(
        Stream.LEFT,
        (
            *(Line(line, tight=n > 0) for n, line in enumerate(heading)),
            *(Line(line) for line in wrap(statement, PLAN_TEXT)),
        ),
        _GAP,
    )


def field_text(item: PlanItemContent, field: str) -> tuple[str, ...]:
    """The paragraphs of one of the item's five fields."""
    texts: dict[str, tuple[str | None, ...]] = {
        "planned_action": item.planned_action,
        "due": (item.due.text,),
        "responsible": (item.responsible.text,),
        "follow_up_due": (item.follow_up_due.text,),
        "follow_up_responsible": (item.follow_up_responsible.text,),
    }
    return tuple(text for text in texts[field] if text)
