"""What the edition of its form asks of a report, and what a report says area by area."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from spur_extract.catalogue import Edition, load_catalogue
from spur_extract.catalogue.schema import AreaTable, Row
from spur_extract.contract import Area, Category, Grading, Indicator, Report

AREA_CODES = "ABCDEFGH"
DEFICIENT = "D"
"""The grade that demands an action plan."""
FULFILLED = frozenset({"A", "B"})
"""The grades that say that the regulations are followed."""


@cache
def editions() -> Mapping[str, Edition]:
    """All editions by their ids."""
    return MappingProxyType({edition.id: edition for edition in load_catalogue().editions})


def edition_of(report: Report) -> Edition | None:
    """The edition of the report's form; null when none is known."""
    return editions().get(report.source.edition or "")


@cache
def area_table(edition_id: str | None, code: str) -> AreaTable | None:
    """What the edition prints in an area; null without an edition."""
    edition = editions().get(edition_id or "")
    tables = edition.area if edition else ()
    return next((table for table in tables if table.code == code), None)


@cache
def rows_of(edition_id: str | None, code: str) -> Mapping[str, Row]:
    """The rows that the edition prints in an area, by id."""
    table = area_table(edition_id, code)
    return MappingProxyType({row.id: row for row in table.rows} if table else {})


def placed_areas(report: Report) -> Iterator[tuple[str, Area]]:
    """Each area with its pointer."""
    for position, area in enumerate(report.areas):
        yield f"/areas/{position}", area


def placed_gradings(report: Report) -> Iterator[tuple[str, Area, Grading]]:
    """Each grading with its pointer and area."""
    for pointer, area in placed_areas(report):
        for position, grading in enumerate(area.gradings):
            yield f"{pointer}/gradings/{position}", area, grading


def was_deficient(grading: Grading) -> bool:
    """Whether the area is graded D, or was before a plan."""
    return DEFICIENT in (grading.grade, grading.original_grade)


def area_was_deficient(area: Area) -> bool:
    """Whether the area is or was graded D under any regulation."""
    return any(map(was_deficient, area.gradings))


def unfulfilled(indicator: Indicator, regulation: str | None = None) -> bool:
    """Whether a mark says that the row is not fulfilled, under `regulation` if one is told."""
    marks = indicator.fulfilled
    if isinstance(marks, dict):
        return marks.get(regulation) is False if regulation else False in marks.values()
    return marks is False


def is_regulation(indicator: Indicator) -> bool:
    """Whether the row is a demand of the regulations themselves."""
    return indicator.category is Category.REGULATION


def row_name(indicator: Indicator) -> str:
    """What inspectors cite the row by: its number in the area, or else its id."""
    return str(indicator.number or indicator.id)
