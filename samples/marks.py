"""What is marked as fulfilled, and how a dump shows it."""

from collections.abc import Iterable
from typing import Final

from samples.content import AreaContent, ContentError, MarkStyle, Regulation
from samples.form import AreaForm
from spur_extract.catalogue import Edition

_SIGNS: Final[dict[MarkStyle, tuple[str, str]]] = {
    MarkStyle.BOX: ("☒ ", "☐ "),
    MarkStyle.BRACKET: ("[x] ", "[ ] "),
    MarkStyle.CROSS: ("X ", ""),
}


def mark_columns(edition: Edition) -> tuple[Regulation, ...]:
    """The regulations that the form has a column of marks for; "" where it has one for all."""
    return edition.regulations if edition.graded_by_regulation else ("",)


def fulfilled(
    form: AreaForm, area: AreaContent, columns: tuple[Regulation, ...]
) -> tuple[dict[Regulation, bool], ...]:
    """For each statement of the area whether it is fulfilled, by the columns that apply to it.

    Raises `ContentError` where the content speaks of a mark that the form has no place for.
    """
    marks = tuple(
        {
            column: position not in area.unfulfilled.get(column, ())
            for column in columns
            if not statement.applies_to or column in statement.applies_to
        }
        for position, statement in enumerate(form.statements, start=1)
    )
    for column, positions in area.unfulfilled.items():
        for position in positions:
            if not 0 < position <= len(marks) or column not in marks[position - 1]:
                raise ContentError(f"area {form.code} has no mark {position} {column!r}")
    return marks


def signs(style: MarkStyle | None, marks: Iterable[bool]) -> str:
    """What is printed before a text that carries `marks`; nothing in a dump without marks."""
    if style is None:
        return ""
    yes, no = _SIGNS[style]
    return "".join(yes if mark else no for mark in marks)
