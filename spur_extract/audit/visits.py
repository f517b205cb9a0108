"""The visits to each unit, in order of time: the view of the archive that most rules need."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from spur_extract.audit.aliases import NO_ALIASES, Aliases
from spur_extract.audit.facts import Facts, squeeze
from spur_extract.audit.versions import Versions, versions_of


class Series(NamedTuple):
    """The visits that follow each other: a unit and what it trains in."""

    unit: str
    specialty: str | None


@dataclass(frozen=True, slots=True)
class Archive:
    """One entry for each report: no copies and no earlier versions, but in `files`.

    `files` are the facts of all that was read; `dated` the visits to a unit within a specialty,
    the earliest first; `by_unit` all reports of a unit, also those that tell no day; `series`
    where each visit belongs, by its identity as an object. Reports without a unit are in
    `versions` only.
    """

    files: tuple[Facts, ...]
    aliases: Aliases
    versions: Versions
    dated: dict[Series, tuple[Facts, ...]]
    by_unit: dict[str, tuple[Facts, ...]]
    series: dict[int, Series]

    def until(self, day: date) -> "Archive":
        """The archive as of that day, without the reports of later visits; `files` are as here."""
        if all(_is_by(day, it) for it in self.versions.current):
            return self
        dated = {key: _visits_by(day, visits) for key, visits in self.dated.items()}
        by_unit = {unit: _visits_by(day, reports) for unit, reports in self.by_unit.items()}
        return replace(
            self,
            versions=replace(self.versions, current=_visits_by(day, self.versions.current)),
            dated={key: visits for key, visits in dated.items() if visits},
            by_unit={unit: reports for unit, reports in by_unit.items() if reports},
        )

    def of_unit(self, unit: str) -> tuple[Facts, ...]:
        """All reports of a unit."""
        return self.by_unit.get(unit, ())

    def visits_after(self, facts: Facts) -> tuple[Facts, ...]:
        """The later visits to the same unit within the same specialty."""
        inspected, series = facts.inspected, self.series.get(id(facts))
        if series is None or inspected is None:
            return ()
        visits = self.dated.get(series, ())
        return tuple(it for it in visits if it.inspected and it.inspected > inspected)


def archive_of(facts: Sequence[Facts], aliases: Aliases = NO_ALIASES) -> Archive:
    """Put the reports in order, once for all rules."""
    versions = versions_of(facts, aliases)
    by_unit: dict[str, list[Facts]] = defaultdict(list)
    for each in versions.current:
        if each.unit:
            by_unit[aliases.key(each.unit)].append(each)
    visits: dict[Series, list[Facts]] = defaultdict(list)
    for unit, reports in by_unit.items():
        for key, visit in _by_specialty(unit, [it for it in reports if it.inspected]):
            visits[key].append(visit)
    return Archive(
        files=tuple(facts),
        aliases=aliases,
        versions=versions,
        dated={key: tuple(sorted(them, key=_day)) for key, them in visits.items()},
        by_unit={unit: tuple(reports) for unit, reports in by_unit.items()},
        series={id(visit): key for key, them in visits.items() for visit in them},
    )


def _by_specialty(unit: str, dated: Sequence[Facts]) -> Iterator[tuple[Series, Facts]]:
    """A report that names no specialty is on the only one that the unit's others name."""
    known = {squeeze(it.specialty) for it in dated if it.specialty}
    only = next(iter(known)) if len(known) == 1 else None
    for each in dated:
        yield Series(unit, squeeze(each.specialty) if each.specialty else only), each


def _is_by(day: date, facts: Facts) -> bool:
    return facts.inspected is None or facts.inspected <= day


def _visits_by(day: date, reports: Iterable[Facts]) -> tuple[Facts, ...]:
    return tuple(it for it in reports if _is_by(day, it))


def _day(facts: Facts) -> tuple[str, str]:
    return str(facts.inspected), facts.path
