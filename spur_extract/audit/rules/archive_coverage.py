"""Rules on the archive: what it covers, as information, one finding each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from spur_extract.audit.facts import Facts, squeeze
from spur_extract.audit.model import ArchiveRule, Context, Finding, Level, Words
from spur_extract.audit.rules.archive_findings import finding_on_archive
from spur_extract.audit.visits import Archive

FEWEST_REPORTS = 2
"""A single report is no archive."""


class CoverageRule(ArchiveRule):
    """What the rules on coverage share."""

    level = Level.INFO
    tags = frozenset({"archive", "coverage"})

    def counts(self, reports: Sequence[Facts]) -> dict[str, int]:
        """How many reports there are of each kind; "" are those that do not tell."""
        raise NotImplementedError

    def check(self, archive: Archive, context: Context) -> Iterator[Finding]:
        """One finding, on the archive as a whole, where any report tells."""
        reports = archive.until(context.as_of).versions.current
        counts = self.counts(reports)
        if len(reports) >= FEWEST_REPORTS and set(counts) - {""}:
            yield finding_on_archive(self, {"total": len(reports), "counts": _told(counts)})


class CoverageByYear(CoverageRule):
    """SPUR851."""

    code = "SPUR851"
    name = "coverage-by-year"
    title = "Reports by year"
    title_sv = "Rapporter per år"
    explanation = (
        "How many reports the archive holds of each year of inspection, without copies and earlier "
        "versions. A year with none, or few, may be a gap in the archive."
    )
    template = "{total} rapporter per år: {counts}."
    template_en = "{total} reports by year: {counts}."

    def counts(self, reports: Sequence[Facts]) -> dict[str, int]:
        """By year, years between without any among them."""
        found = Counter(it.inspected.year for it in reports if it.inspected)
        years = range(min(found), max(found) + 1) if found else range(0)
        return {**{str(year): found[year] for year in years}, **_silent(reports, found.total())}


class CoverageBySpecialty(CoverageRule):
    """SPUR852."""

    code = "SPUR852"
    name = "coverage-by-specialty"
    title = "Reports by specialty"
    title_sv = "Rapporter per specialitet"
    explanation = (
        "How many reports the archive holds on each specialty, without copies and earlier versions."
    )
    template = "{total} rapporter per specialitet: {counts}."
    template_en = "{total} reports by specialty: {counts}."

    def counts(self, reports: Sequence[Facts]) -> dict[str, int]:
        """By specialty."""
        return _by_name(reports, [it.specialty for it in reports])


class CoverageByRegion(CoverageRule):
    """SPUR853."""

    code = "SPUR853"
    name = "coverage-by-region"
    title = "Reports by region"
    title_sv = "Rapporter per region"
    explanation = (
        "How many reports the archive holds from each region, without copies and earlier versions. "
        "Only where the covers name one; the form has no field for it."
    )
    template = "{total} rapporter per region: {counts}."
    template_en = "{total} reports by region: {counts}."

    def counts(self, reports: Sequence[Facts]) -> dict[str, int]:
        """By region."""
        return _by_name(reports, [it.region for it in reports])


def _by_name(reports: Sequence[Facts], names: Iterable[str | None]) -> dict[str, int]:
    """Counts by name, capitals and punctuation aside, in alphabetical order."""
    printed = Counter(name for name in names if name)
    shown: dict[str, str] = {}
    for name, _ in printed.most_common():
        shown.setdefault(squeeze(name), name)
    found: Counter[str] = Counter()
    for name, count in printed.items():
        found[shown[squeeze(name)]] += count
    ordered = sorted(found.items(), key=lambda it: it[0].casefold())
    return {**dict(ordered), **_silent(reports, found.total())}


def _silent(reports: Sequence[Facts], told: int) -> dict[str, int]:
    return {"": len(reports) - told} if told < len(reports) else {}


def _told(counts: dict[str, int]) -> Words:
    """The counts in one line of both languages."""
    return Words(_line(counts, "utan uppgift"), _line(counts, "not told"))


def _line(counts: dict[str, int], silent: str) -> str:
    return ", ".join(f"{name or silent} {count}" for name, count in counts.items())
