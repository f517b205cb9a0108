"""The catalogue flattened: one entry for each thing a form prints, whatever edition it is in."""

from dataclasses import dataclass
from enum import StrEnum

from spur_extract.catalogue.schema import (
    AreaCode,
    CoverField,
    Grade,
    ListName,
    PlanField,
    ZoneName,
)
from spur_extract.contract import AreaPart, Category


class EntryKind(StrEnum):
    """What a piece of form text is for."""

    COVER_TITLE = "cover title"
    COVER_LABEL = "cover label"
    LIST_HEADING = "list heading"
    PART_HEADING = "part heading"
    AREA_HEADING = "area heading"
    AREA_LETTER = "area letter"
    ROW_LABEL = "row label"
    GRADING_LABEL = "grading label"
    COLUMN_HEADER = "column header"
    STATEMENT = "statement"
    GRADE_OPTION = "grade option"
    FIXED_TEXT = "fixed text"
    PLAN_HEADING = "plan heading"
    PLAN_FIELD = "plan field"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something a form prints.

    `forms` are all its spellings, the catalogue's own wording first. `zones` are the parts of the
    report it can stand in. Of the remaining fields those are set that its kind has.
    """

    id: str
    kind: EntryKind
    forms: tuple[str, ...]
    zones: frozenset[ZoneName]
    editions: frozenset[str]
    area: AreaCode | None = None
    grade: Grade | None = None
    category: Category | None = None
    applies_to: tuple[str, ...] = ()
    list_name: ListName | None = None
    part: AreaPart | None = None
    cover_field: CoverField | None = None
    plan_field: PlanField | None = None

    @property
    def text(self) -> str:
        """The catalogue's own wording."""
        return self.forms[0]
