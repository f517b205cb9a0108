"""The report as a whole: the type that `spur_extract.parse` returns."""

from datetime import date
from enum import StrEnum
from typing import Final, Literal

from pydantic import Field

from spur_extract.contract.action_plan import ActionPlan
from spur_extract.contract.areas import Area
from spur_extract.contract.base import ContractModel, Span, UnassignedText

SCHEMA_NAME: Final = "spur_report"
SCHEMA_VERSION: Final = "1.1.0"


class Reader(StrEnum):
    """The reader that turned the file into pages."""

    TEXT = "text"
    PDF = "pdf"
    OCR = "ocr"


class Severity(StrEnum):
    """How much a diagnostic matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class StatementBasis(StrEnum):
    """How it is known which of the three lists a statement belongs to."""

    LAYOUT = "layout"  # position, or a printed heading, decides
    CLASSIFIED = "classified"  # the headings were printed apart, and the wording decides


class Source(ContractModel):
    """The file that was read."""

    file_name: str
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    media_type: str
    page_count: int = Field(ge=1)
    reader: Reader
    edition: str | None = Field(
        default=None, description="catalogue id of the form's edition; null when none fits"
    )


class Cover(ContractModel):
    """What the cover page tells (försättsblad)."""

    clinic: str | None = Field(default=None, description="Klinik")
    specialty: str | None = Field(default=None, description="Specialitet")
    inspection_date: date | None = Field(
        default=None, description="Datum, of several days the first; null unless a full day"
    )
    inspection_date_text: str | None = Field(default=None, description="Datum, as written")
    inspectors: tuple[str, ...] = Field(default=(), description="Inspektörer: their names")
    inspectors_text: str | None = Field(default=None, description="Inspektörer, as written")
    regulations: tuple[str, ...] = Field(default=(), description="Föreskrift")


class Statement(ContractModel):
    """One item of the lists Styrkor, Svagheter and Förbättringspotential."""

    text: str
    basis: StatementBasis
    confidence: float | None = Field(
        default=None, ge=0, le=1, description="null when the basis is layout"
    )


class Diagnostic(ContractModel):
    """Something a reader of the data should know about it."""

    code: str
    severity: Severity
    message: str
    pointer: str = Field(description="JSON Pointer (RFC 6901) to the value concerned")


class Report(ContractModel):
    """A SPUR inspection report (granskningsrapport) as data."""

    schema_name: Literal["spur_report"] = SCHEMA_NAME
    schema_version: str = SCHEMA_VERSION
    source: Source
    cover: Cover
    strengths: tuple[Statement, ...] = Field(default=(), description="Styrkor")
    weaknesses: tuple[Statement, ...] = Field(default=(), description="Svagheter")
    improvements: tuple[Statement, ...] = Field(default=(), description="Förbättringspotential")
    areas: tuple[Area, ...] = Field(default=(), description="Områden A–H, in order")
    action_plan: ActionPlan = Field(description="Handlingsplan")
    unassigned: tuple[UnassignedText, ...] = Field(
        default=(), description="source text that nothing else accounts for"
    )
    coverage: float = Field(ge=0, le=1, description="accounted for / all non-space characters")
    diagnostics: tuple[Diagnostic, ...] = ()
    provenance: dict[str, tuple[Span, ...]] = Field(
        default_factory=dict, description="JSON Pointer of a value → where it stands in the source"
    )
