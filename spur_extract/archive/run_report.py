"""What became of each input file of a conversion: the run report."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Final

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass

from spur_extract.contract import Report, Severity
from spur_extract.errors import SpurError
from spur_extract.export.table_changes import TableChanges


class Status(StrEnum):
    """What became of a file."""

    CONVERTED = "converted"
    CONVERTED_WITH_WARNINGS = "converted_with_warnings"
    REFUSED = "refused"  # read, but no SPUR report
    FAILED = "failed"
    SKIPPED = "skipped"  # unchanged since it was converted


# A dataclass with slots: a run holds one for every file of the archive, and it takes a third of the
# memory of a model.
@dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid"))
class RunEntry:
    """One input file. The fields from `edition` on are empty unless it was converted."""

    path: str = Field(description="path of the file, as the run reached it")
    status: Status
    code: str | None = Field(default=None, description="why not, as a stable code; see errors.md")
    message: str | None = Field(
        default=None, description="why not, or the codes of the warnings; never report text"
    )
    next_step: str | None = Field(default=None, description="what to do about it")
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

    def __post_init__(self) -> None:
        """Tell the next step wherever there is a code."""
        if self.code is not None:
            object.__setattr__(self, "next_step", self.next_step or _next_steps().get(self.code))

    @property
    def has_warnings(self) -> bool:
        """Whether it was converted with warnings, in this run or in an earlier one."""
        return self.report_id is not None and self.message is not None

    @staticmethod
    def of(fields: Mapping[str, object]) -> "RunEntry":
        """The entry with these fields; raises `ValidationError`."""
        return _ENTRIES.validate_python(fields)

    @staticmethod
    def from_json(line: str | bytes) -> "RunEntry":
        """The entry of a line of `run.jsonl`; raises `ValidationError`."""
        return _ENTRIES.validate_json(line)

    def to_json(self) -> str:
        """The entry as a line of `run.jsonl`, without its end."""
        return _ENTRIES.dump_json(self).decode()


@dataclass(frozen=True)
class ConversionSummary:
    """All entries of a run, in the order of the files' places.

    Of the results of earlier runs, `removed` counts those that were taken away because their input
    is gone, `moved` those that have another place now, since other paths were named, and `kept`
    those that were left because this run was not asked for the folder of theirs. `tables` tells in
    what the tables are other than before because other options were given.
    """

    entries: tuple[RunEntry, ...]
    removed: int = 0
    moved: int = 0
    kept: int = 0
    tables: TableChanges = TableChanges()

    @property
    def not_converted(self) -> tuple[RunEntry, ...]:
        """The entries of files that failed or were refused, in this run or known from before."""
        return tuple(entry for entry in self.entries if entry.report_id is None)

    @property
    def duplicates(self) -> tuple[RunEntry, ...]:
        """The entries of files whose content another file has; its rows are in the tables once."""
        return tuple(entry for entry in self.entries if entry.duplicate_of is not None)

    @property
    def counts(self) -> dict[Status, int]:
        """How many files have each status; every status is there."""
        counted = Counter(entry.status for entry in self.entries)
        return {status: counted[status] for status in Status}


_ENTRIES: Final = TypeAdapter(RunEntry)


@cache
def _next_steps() -> dict[str, str]:
    """What to do next by the code of an error."""
    kinds = [SpurError]
    for kind in kinds:  # grows while it is walked
        kinds.extend(kind.__subclasses__())
    return {kind.code: kind.next_step for kind in kinds}


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
