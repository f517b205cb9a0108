"""What an audit was about: the day, the rules, the reports read, and those that were not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from spur_extract.audit.conversions import conversion_in
from spur_extract.audit.model import Audited
from spur_extract.audit.registry import all_rules
from spur_extract.audit.settings import AuditSettings
from spur_extract.audit.units import unit_key


@dataclass(frozen=True, slots=True)
class Scope:
    """Told with the findings; `codes` are the rules applied, of `rules` there are.

    `copies` of the reports are byte for byte like another one. Of the folders that `convert` wrote
    `refused` and `failed` input files, and `left_over` JSON files of earlier runs, were not read.
    """

    as_of: date
    codes: frozenset[str]
    rules: int
    reports: int
    copies: int = 0
    refused: int = 0
    failed: int = 0
    left_over: int = 0

    @property
    def everything(self) -> bool:
        """Whether all rules were applied."""
        return len(self.codes) == self.rules


@dataclass(slots=True)
class ReportsRead:
    """Which reports have passed: by path, by id, and by unit and day."""

    count: int = 0
    contents: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    visits: set[tuple[str, date]] = field(default_factory=set)

    def noting(self, reports: Iterable[Audited]) -> Iterator[Audited]:
        """The reports, each noted as it passes."""
        for audited in reports:
            cover = audited.report.cover
            self.count += 1
            self.contents.add(audited.report.source.sha256)
            self.ids.add(audited.report_id)
            self.paths.add(audited.path)
            if cover.clinic:
                self.units.add(unit_key(cover.clinic))
                if cover.inspection_date:
                    self.visits.add((unit_key(cover.clinic), cover.inspection_date))
            yield audited

    def has_unit(self, name: str) -> bool:
        """Whether a report has that name, but for capitals and punctuation."""
        return unit_key(name) in self.units

    @property
    def copies(self) -> int:
        """How many were like an earlier one, byte for byte."""
        return self.count - len(self.contents)


def scope_of(
    paths: Sequence[Path], settings: AuditSettings, as_of: date, read: ReportsRead
) -> Scope:
    """What the audit of `paths` was about; raises as `conversion_in`."""
    folders = [conversion_in(path) for path in paths if path.is_dir()]
    conversions = [it for it in folders if it is not None]
    return Scope(
        as_of=as_of,
        codes=settings.chosen(),
        rules=len(all_rules()),
        reports=read.count,
        copies=read.copies,
        refused=sum(it.refused for it in conversions),
        failed=sum(it.failed for it in conversions),
        left_over=sum(it.left_over() for it in conversions),
    )
