"""A finding as a flat record: what the formats for programs give."""

from pydantic import BaseModel, ConfigDict, Field

from spur_extract.audit.model import Finding, Language, Level
from spur_extract.audit.registry import rule_of


class FindingRow(BaseModel):
    """One finding, in one language."""

    model_config = ConfigDict(frozen=True)

    code: str = Field(description="code of the rule")
    rule: str = Field(description="name of the rule")
    level: Level
    message: str
    report: str = Field(description="path of the report; empty for all reports together")
    report_id: str = Field(description="its id in the tables")
    unit: str | None = Field(default=None, description="the clinic as printed")
    inspected: str | None = Field(default=None, description="day of the inspection")
    pointer: str = Field(description="JSON Pointer of the value")
    page: int | None = Field(default=None, description="page of the source")
    start: int | None = Field(default=None, description="offset of the first character")
    end: int | None = Field(default=None, description="offset after the last character")
    bbox: tuple[float, float, float, float] | None = Field(
        default=None, description="x0, top, x1, bottom in PDF points from the page's top left"
    )
    quote: str | None = Field(default=None, description="the text there")


def row_of(finding: Finding, language: Language) -> FindingRow:
    """The record of a finding."""
    place = finding.place
    return FindingRow(
        code=finding.code,
        rule=rule_of(finding.code).name,
        level=finding.level,
        message=finding.text(language),
        report=finding.report,
        report_id=finding.report_id,
        unit=finding.unit,
        inspected=finding.inspected.isoformat() if finding.inspected else None,
        pointer=finding.pointer,
        page=place.page if place else None,
        start=place.start if place else None,
        end=place.end if place else None,
        bbox=place.bbox if place else None,
        quote=finding.quote,
    )
