"""Rule on the archive: units that have not been inspected for too long."""

from collections.abc import Iterator
from datetime import date

from spur_extract.audit.model import ArchiveRule, Context, Finding, Level, Value
from spur_extract.audit.rules.archive_cautions import Cautions
from spur_extract.audit.rules.archive_findings import NOTHING, day_spot, finding_on
from spur_extract.audit.visits import Archive


class InspectionOverdue(ArchiveRule):
    """SPUR801."""

    code = "SPUR801"
    name = "inspection-overdue"
    title = "A unit was last inspected too long ago"
    title_sv = "Enheten granskades för länge sedan"
    explanation = (
        "The quality of specialist training is to be reviewed from outside at least every fifth "
        "year. Counted for each unit and specialty from the last inspection in the archive to the "
        "day of the audit (--as-of), without visits after it. A warning instead of an error where "
        "a later report may be on the same training: another specialty, a similar name of the "
        "unit, or no readable date."
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
        archive = archive.until(context.as_of)
        cautions = Cautions(archive)
        for visits in archive.dated.values():
            last = visits[-1]
            if last.inspected is None or last.inspected >= latest_allowed:
                continue
            caution = cautions.about(last, latest_allowed)
            values: dict[str, Value] = {
                "date": last.inspected,
                "years": context.years_between_inspections,
                "caution": caution,
            }
            level = Level.WARNING if caution != NOTHING else None
            yield finding_on(self, last, day_spot(last), values, level)


def years_before(day: date, years: int) -> date:
    """The same day so many years before; of 29 February the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
