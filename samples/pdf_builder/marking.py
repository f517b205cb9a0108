"""Which grade each area gets and what is fulfilled: from the content, else by a fixed chance."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Final

from samples.content import AreaContent, MarkStyle, Regulation, ReportContent
from samples.form import AreaForm
from samples.marks import mark_columns
from spur_extract.catalogue import Edition
from spur_extract.catalogue.schema import Grade

_GRADES: Final[tuple[Grade, ...]] = ("A", "B", "C", "D")
_UNFULFILLED: Final = 0.2


@dataclass(frozen=True, slots=True)
class Nudge:
    """How far a mark is out of its place: across in points, and whether it sits on the border."""

    right: float = 0.0
    on_border: bool = False


IN_PLACE: Final = Nudge()


@dataclass(frozen=True, slots=True)
class Marking:
    """What is marked in a report. In `content` every grade and every statement is settled.

    `grades` has the grades marked by area and column; more or fewer than one only in a damaged
    report, as are `nudges`, by area and grade.
    """

    content: ReportContent
    columns: tuple[Regulation, ...]
    grades: Mapping[tuple[str, Regulation], frozenset[str]]
    nudges: Mapping[tuple[str, str], Nudge] = field(default_factory=dict)


def settle(
    content: ReportContent, forms: tuple[AreaForm, ...], edition: Edition, style: str
) -> Marking:
    """The content with all marks made; the same content and style always get the same ones."""
    columns = mark_columns(edition)
    areas = {}
    for form in forms:
        area = content.areas[form.code]
        # no secret
        chance = Random(f"{style}|{form.code}|{area.model_dump_json()}")  # noqa: S311
        areas[form.code] = area.model_copy(
            update={
                "marked_grades": _grades(area, columns, chance),
                "unfulfilled": _unfulfilled(form, area, columns, chance),
            }
        )
    settled = content.model_copy(update={"areas": areas, "marks": MarkStyle.BOX})
    return Marking(
        settled,
        columns,
        {
            (code, column): frozenset({grade})
            for code, area in areas.items()
            for column, grade in area.marked_grades.items()
        },
    )


def _grades(
    area: AreaContent, columns: tuple[Regulation, ...], chance: Random
) -> dict[Regulation, Grade]:
    drawn = {column: chance.choice(_GRADES) for column in columns}
    stated = {column: area.stated_grade for column in columns if area.stated_grade}
    return {**drawn, **stated, **area.marked_grades}


def _unfulfilled(
    form: AreaForm, area: AreaContent, columns: tuple[Regulation, ...], chance: Random
) -> dict[Regulation, tuple[int, ...]]:
    if area.marked_grades:
        return area.unfulfilled
    return {
        column: tuple(
            position
            for position, statement in enumerate(form.statements, start=1)
            if not statement.applies_to or column in statement.applies_to
            if chance.random() < _UNFULFILLED
        )
        for column in columns
    }
