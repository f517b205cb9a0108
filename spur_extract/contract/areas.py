"""The eight areas (områden A–H) of the report: narrative, indicators and gradings."""

from enum import StrEnum

from pydantic import Field

from spur_extract.contract.base import ContractModel


class AreaPart(StrEnum):
    """The half of the form that an area belongs to."""

    STRUCTURE = "structure"  # STRUKTUR, areas A–C
    PROCESS = "process"  # PROCESS, areas D–H


class Category(StrEnum):
    """What kind of demand a form statement is."""

    REGULATION = "regulation"  # föreskrift
    GENERAL_ADVICE = "general_advice"  # allmänna råd
    QUALITY_INDICATOR = "quality_indicator"  # kvalitetsindikator


class MatchQuality(StrEnum):
    """How a form statement was recognised."""

    EXACT = "exact"
    FUZZY = "fuzzy"


class GradingBasis(StrEnum):
    """What a grade rests on, or why there is none."""

    MARKED = "marked"  # a readable mark stands at the option
    STATED = "stated"  # the inspectors' text says it
    NONE = "none"  # marks are readable and no option carries one
    SEVERAL = "several"  # more than one option carries a mark
    UNREADABLE = "unreadable"  # the options are printed, but the source shows no marks at all


class Indicator(ContractModel):
    """A form statement (föreskrift, allmänt råd or kvalitetsindikator) found in the report."""

    id: str = Field(description="stable id of the statement in the catalogue")
    number: int | None = Field(
        default=None, description="its number in the area, as inspectors cite it"
    )
    category: Category | None = Field(
        default=None, description="null where neither catalogue nor layout settles it"
    )
    applies_to: tuple[str, ...] = Field(
        default=(), description='regulations it applies to, e.g. "SOSFS 2015:8"'
    )
    text: str = Field(description="the catalogue's wording")
    printed_text: str = Field(description="the wording found, printed lines rejoined")
    match: MatchQuality
    similarity: float = Field(ge=0, le=100, description="similarity to the catalogue's wording")
    fulfilled: bool | dict[str, bool | None] | None = Field(
        default=None,
        description="true or false by a readable mark, by regulation where the form has a column "
        "for each; null when no mark is readable",
    )


class Grading(ContractModel):
    """The grade of an area under one regulation."""

    regulation: str | None = Field(
        default=None, description="null where the report, or the sentence quoted, names none"
    )
    grade: str | None = Field(default=None, pattern="^[A-D]$")
    original_grade: str | None = Field(
        default=None, pattern="^[A-D]$", description="the grade before an action plan changed it"
    )
    basis: GradingBasis
    evidence: str | None = Field(
        default=None, description="the sentence quoted, or a description of the mark"
    )


class Area(ContractModel):
    """One of the areas A–H."""

    code: str = Field(pattern="^[A-H]$")
    part: AreaPart
    title: str | None = Field(
        default=None,
        description="as printed, printed lines rejoined; null when its heading is not there",
    )
    narrative: str | None = Field(
        default=None,
        description="the inspectors' own text, paragraphs separated by a line feed; null when the "
        "report has none",
    )
    indicators: tuple[Indicator, ...] = ()
    gradings: tuple[Grading, ...] = ()
