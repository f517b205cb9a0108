"""What became of each input file of a conversion: the run report."""

from collections import Counter
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from spur_extract.contract import Report, Severity


class Status(StrEnum):
    """What became of a file."""

    CONVERTED = "converted"
    CONVERTED_WITH_WARNINGS = "converted_with_warnings"
    REFUSED = "refused"  # read, but no SPUR report
    FAILED = "failed"
    SKIPPED = "skipped"  # unchanged since it was converted


class RunEntry(BaseModel):
    """One input file. The fields from `edition` on are empty unless it was converted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str = Field(description="path of the file, as the run reached it")
    status: Status
    code: str | None = Field(default=None, description="why not, as a stable code; see errors.md")
    message: str | None = Field(
        default=None, description="why not, or the codes of the warnings; never report text"
    )
    sha256: str | None = Field(default=None, description="of the file's bytes; empty: not read")
    seconds: float = Field(description="time it took in this run, in seconds")
    pages: int | None = Field(default=None, description="pages of the file")
    peak_memory: int | None = Field(
        default=None, description="most memory that its process held, in bytes"
    )
    known: bool = Field(
        default=False, description="the result is an earlier run's; the file is unchanged"
    )
    output: str | None = Field(default=None, description="its JSON, below the output folder")
    duplicate_of: str | None = Field(
        default=None,
        description="path of the first file with the same content, whose rows are in the tables",
    )
    report_id: str | None = Field(default=None, description="its id in the tables")
    edition: str | None = None
    areas: int | None = None
    statements: int | None = None
    grades: int | None = Field(default=None, description="gradings that have a grade")
    action_items: int | None = None
    coverage: float | None = None


class ConversionSummary(BaseModel):
    """All entries of a run, in the order of the files' places."""

    model_config = ConfigDict(frozen=True)

    entries: tuple[RunEntry, ...]

    @property
    def not_converted(self) -> tuple[RunEntry, ...]:
        """The entries of files that failed or were refused, in this run or known from before."""
        return tuple(entry for entry in self.entries if entry.report_id is None)

    @property
    def counts(self) -> dict[Status, int]:
        """How many files have each status; every status is there."""
        counted = Counter(entry.status for entry in self.entries)
        return {status: counted[status] for status in Status}


def figures(report: Report) -> dict[str, str | int | float | None]:
    """The entry's fields that tell how much was found in a report."""
    lists = (report.strengths, report.weaknesses, report.improvements)
    grades = [grading.grade for area in report.areas for grading in area.gradings]
    return {
        "edition": report.source.edition,
        "areas": len(report.areas),
        "statements": sum(map(len, lists)),
        "grades": sum(grade is not None for grade in grades),
        "action_items": len(report.action_plan.items),
        "coverage": report.coverage,
    }


def warnings_of(report: Report) -> list[str]:
    """The codes of the diagnostics that make a conversion one "with warnings", each once."""
    codes = (note.code for note in report.diagnostics if note.severity is not Severity.INFO)
    return list(dict.fromkeys(codes))
