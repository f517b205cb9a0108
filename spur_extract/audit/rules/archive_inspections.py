"""Rule on the archive: units that have not been inspected for too long."""

from collections.abc import Iterator
from datetime import date

from spur_extract.audit.model import ArchiveRule, Context, Finding, Level, Value, Words
from spur_extract.audit.rules.archive_findings import NOTHING, Spot, finding_on
from spur_extract.audit.rules.archive_spellings import UnitNames
from spur_extract.audit.visits import Archive, Series

OTHER_SPECIALTY = Words(
    " En annan specialitet vid enheten är granskad senare.",
    " Another specialty of the unit was inspected later.",
)
UNDATED = Words(
    " Enheten har också rapporter utan läsbart datum.",
    " The unit also has reports without a readable date.",
)


class InspectionOverdue(ArchiveRule):
    """SPUR801."""

    code = "SPUR801"
    name = "inspection-overdue"
    title = "A unit was last inspected too long ago"
    title_sv = "Enheten granskades för länge sedan"
    explanation = (
        "The quality of specialist training is to be reviewed from outside at least every fifth "
        "year. Counted for each unit and specialty from the last inspection in the archive to the "
        "day of the audit (--as-of). A warning instead of an error where a later report may be on "
        "the same training: another specialty, a similar name of the unit, or no readable date."
    )
    level = Level.ERROR
    template = (
        "Senaste granskningen i arkivet är från {date}, för mer än {years} år sedan.{caution}"
    )
    template_en = (
        "The last inspection in the archive is of {date}, more than {years} years ago.{caution}"
    )
    tags = frozenset({"archive", "inspections"})

    def check(self, archive: Archive, context: Context) -> Iterator[Finding]:
        """One finding for each unit and specialty, on its last report."""
        latest_allowed = years_before(context.as_of, context.years_between_inspections)
        names: UnitNames | None = None
        for series, visits in archive.dated.items():
            last = visits[-1]
            if last.inspected is None or last.inspected >= latest_allowed:
                continue
            names = names or UnitNames(archive.versions.current, archive.aliases)
            caution = _caution(series, latest_allowed, archive, names)
            day = last.inspected
            spot = Spot("/cover/inspection_date", last.inspected_place, day.isoformat())
            years = context.years_between_inspections
            values: dict[str, Value] = {"date": day, "years": years, "caution": caution}
            level = Level.WARNING if caution != NOTHING else None
            yield finding_on(self, last, spot, values, level)


def years_before(day: date, years: int) -> date:
    """The same day so many years before; of 29 February the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _caution(series: Series, since: date, archive: Archive, names: UnitNames) -> Words:
    """Why the unit may have been inspected after all."""
    if _inspected_since(series.unit, since, archive):
        return OTHER_SPECIALTY
    if _has_undated(series.unit, archive):
        return UNDATED
    for other in names.similar_to(series.unit):
        if _inspected_since(other.key, since, archive) or _has_undated(other.key, archive):
            return Words(
                f" ”{other.name}”, som kan vara samma enhet, är granskad senare.",
                f" “{other.name}”, which may be the same unit, was inspected later.",
            )
    return NOTHING


def _inspected_since(unit: str, since: date, archive: Archive) -> bool:
    days = (report.inspected for report in archive.of_unit(unit))
    return any(day is not None and day >= since for day in days)


def _has_undated(unit: str, archive: Archive) -> bool:
    return any(report.inspected is None for report in archive.of_unit(unit))
