"""The rows of the tables: one model per table, one field per column, nested values flattened.

Every row carries `report_id`. `position` counts from 1 in the report's own order, so that the
columns named as a table's key identify a row; none of them is ever null. Several values in one
cell are joined by "; ".
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from pydantic import BaseModel, ConfigDict, Field

from spur_extract.contract import (
    AreaPart,
    Category,
    DeadlineStatus,
    GradingBasis,
    MatchQuality,
    PlanStatus,
    Precision,
    Reader,
    Severity,
    StatementBasis,
)


class StatementList(StrEnum):
    """The list that a statement stands in."""

    STRENGTHS = "strengths"
    WEAKNESSES = "weaknesses"
    IMPROVEMENTS = "improvements"


class AreaCode(StrEnum):
    """The letter of an area."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"
    G = "G"
    H = "H"


class Grade(StrEnum):
    """The grade of an area."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key: `columns` of a row are the key of a row of `table`."""

    columns: tuple[str, ...]
    table: str


OF_REPORT: Final = Reference(("report_id",), "reports")
OF_AREA: Final = Reference(("report_id", "area_position"), "areas")


class Row(BaseModel):
    """What every row has."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    key: ClassVar[tuple[str, ...]]
    references: ClassVar[tuple[Reference, ...]] = (OF_REPORT,)

    report_id: str = Field(
        pattern="^[0-9a-f]{16}$",
        description="the report: first 16 hex digits of its content's SHA-256",
    )


class ReportRow(Row):
    """One report. A content that lies under several paths stands here once, under the first."""

    key = ("report_id",)
    references = ()

    source_path: str = Field(min_length=1, description="path of the file, as the run reached it")
    sha256: str = Field(pattern="^[0-9a-f]{64}$", description="SHA-256 of the file's bytes")
    media_type: str = Field(min_length=1)
    reader: Reader = Field(description="what turned the file into pages: text, pdf or ocr")
    page_count: int = Field(ge=1)
    edition: str | None = Field(description="catalogue id of the form's edition; empty: none fits")
    schema_version: str = Field(min_length=1, description="version of the contract")
    clinic: str | None = Field(description="Klinik")
    specialty: str | None = Field(description="Specialitet")
    inspection_date: date | None = Field(description="Datum; empty unless a full day")
    inspection_date_text: str | None = Field(description="Datum, as written")
    inspectors: str = Field(description='Inspektörer: their names, joined by "; "')
    inspectors_text: str | None = Field(description="Inspektörer, as written")
    regulations: str = Field(description='Föreskrift, joined by "; "')
    action_plan: PlanStatus = Field(description="whether the document holds the Handlingsplan")
    coverage: float = Field(
        ge=0, le=1, description="characters accounted for / all non-space characters, 0–1"
    )
    unassigned: int = Field(ge=0, description="number of pieces of text that nothing accounts for")


class StatementRow(Row):
    """One item of the three lists."""

    key = ("report_id", "list", "position")

    list: StatementList = Field(
        description="strengths (Styrkor), weaknesses (Svagheter) or improvements "
        "(Förbättringspotential)"
    )
    position: int = Field(ge=1)
    text: str
    basis: StatementBasis = Field(description="layout or classified: how the list is known")
    confidence: float | None = Field(ge=0, le=1, description="0–1; empty when the basis is layout")


class AreaRow(Row):
    """One area (område A–H)."""

    key = ("report_id", "position")

    position: int = Field(ge=1)
    area: AreaCode = Field(description="A to H")
    part: AreaPart = Field(description="structure or process")
    title: str | None = Field(description="as printed; empty when the heading is not there")
    narrative: str | None = Field(description="the inspectors' text, line feed between paragraphs")


class GradingRow(Row):
    """One grade of an area: one row per regulation that the area is graded under."""

    key = ("report_id", "area_position", "position")
    references = (OF_REPORT, OF_AREA)

    area_position: int = Field(ge=1, description="the area's position in the table areas")
    area: AreaCode = Field(description="A to H")
    position: int = Field(ge=1)
    regulation: str | None = Field(description="empty where the report names none")
    grade: Grade | None = Field(description="A to D; empty when the source shows none")
    original_grade: Grade | None = Field(description="before an action plan changed it")
    basis: GradingBasis = Field(description="what the grade rests on, or why there is none")
    evidence: str | None = Field(description="sentence quoted, or description of the mark")


class IndicatorRow(Row):
    """One form statement (föreskrift, allmänt råd, kvalitetsindikator) of an area.

    Where the form has a mark column per regulation and its marks are readable, there is one row
    per regulation, else one with `regulation` empty. So a join with the gradings on area and
    regulation needs no reshaping, and a new regulation needs no new column; to count indicators
    count the rows whose `mark_position` is 1.
    """

    key = ("report_id", "area_position", "position", "mark_position")
    references = (OF_REPORT, OF_AREA)

    area_position: int = Field(ge=1, description="the area's position in the table areas")
    area: AreaCode = Field(description="A to H")
    position: int = Field(ge=1)
    mark_position: int = Field(
        ge=1, description="which of its mark columns; 1 where one mark is for all"
    )
    indicator_id: str = Field(
        min_length=1, description="stable id of the statement in the catalogue"
    )
    number: int | None = Field(description="its number in the area, as inspectors cite it")
    category: Category | None = Field(description="empty where it is not settled")
    applies_to: str = Field(description='regulations it applies to, joined by "; "')
    text: str = Field(description="the catalogue's wording")
    printed_text: str = Field(description="the wording found")
    match: MatchQuality = Field(description="exact or fuzzy")
    similarity: float = Field(ge=0, le=100, description="to the catalogue's wording, 0–100")
    regulation: str | None = Field(description="the mark column; empty where there is one for all")
    fulfilled: bool | None = Field(description="true or false; empty when no mark is readable")


class ActionItemRow(Row):
    """One deficiency (brist) of the action plan, with its two dates and two parties flattened."""

    key = ("report_id", "position")

    position: int = Field(ge=1)
    area: AreaCode = Field(description="A to H")
    indicator_id: str | None = Field(description="empty when no statement fits")
    indicator_text: str | None = Field(description="the deficiency as printed")
    planned_action: str | None = Field(description="Planerad åtgärd")
    due_text: str | None = Field(description="Datum när åtgärden ska vara genomförd, as written")
    due_edtf: str | None = Field(description="the same as ISO 8601-2 (EDTF)")
    due_earliest: date | None = Field(description="first day it may mean")
    due_latest: date | None = Field(description="last day it may mean")
    due_precision: Precision | None = Field(description="day, month, season or year")
    due_recurring: bool = Field(description='"varje år", "löpande"')
    due_conditional: bool = Field(description='"ifall …", "om …"')
    due_status: DeadlineStatus
    responsible_text: str | None = Field(description="Ansvarig för genomförandet, as written")
    responsible_roles: str = Field(description='normalised titles, joined by "; "')
    responsible_persons: str = Field(description='names, joined by "; "')
    follow_up_due_text: str | None = Field(description="Datum för uppföljning, as written")
    follow_up_due_edtf: str | None = Field(description="the same as ISO 8601-2 (EDTF)")
    follow_up_due_earliest: date | None = Field(description="first day it may mean")
    follow_up_due_latest: date | None = Field(description="last day it may mean")
    follow_up_due_precision: Precision | None = Field(description="day, month, season or year")
    follow_up_due_recurring: bool = Field(description='"varje år", "löpande"')
    follow_up_due_conditional: bool = Field(description='"ifall …", "om …"')
    follow_up_due_status: DeadlineStatus
    follow_up_responsible_text: str | None = Field(
        description="Ansvarig för uppföljningen, as written"
    )
    follow_up_responsible_roles: str = Field(description='normalised titles, joined by "; "')
    follow_up_responsible_persons: str = Field(description='names, joined by "; "')


class DiagnosticRow(Row):
    """One thing a reader of the data should know."""

    key = ("report_id", "position")

    position: int = Field(ge=1)
    code: str = Field(min_length=1)
    severity: Severity
    message: str
    pointer: str = Field(description="JSON Pointer (RFC 6901) into the report's JSON")


TABLES: dict[str, type[Row]] = {
    "reports": ReportRow,
    "statements": StatementRow,
    "areas": AreaRow,
    "gradings": GradingRow,
    "indicators": IndicatorRow,
    "action_items": ActionItemRow,
    "diagnostics": DiagnosticRow,
}
"""Every table by name, with the model of its rows; a table stands behind those it refers to."""
