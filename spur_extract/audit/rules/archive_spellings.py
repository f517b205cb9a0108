"""Rule on the archive: one unit under several names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spur_extract.audit.aliases import Aliases, Suggestion
from spur_extract.audit.facts import Facts, squeeze
from spur_extract.audit.model import ArchiveRule, Context, Finding, Level, Value
from spur_extract.audit.rules.archive_findings import finding_on, unit_spot
from spur_extract.audit.units import may_be_one, parts_of
from spur_extract.audit.visits import Archive


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit, its name as most reports print it, and the reports, by path."""

    key: str
    name: str
    reports: tuple[Facts, ...]
    specialties: frozenset[str]

    @property
    def rank(self) -> tuple[int, int, str]:
        """The smallest is the name that a unit probably goes by."""
        return (-len(self.reports), -len(self.name), self.name)


class UnitNames:
    """All units of an archive, and which of them may be one."""

    def __init__(self, facts: Iterable[Facts], aliases: Aliases) -> None:
        """Collect the names."""
        found: dict[str, list[Facts]] = defaultdict(list)
        for each in sorted(facts, key=lambda it: it.path):
            if each.unit:
                found[aliases.key(each.unit)].append(each)
        self._aliases = aliases
        self.names = {key: _unit_name(key, reports) for key, reports in found.items()}
        self._by_begin: dict[str, list[UnitName]] = defaultdict(list)
        for name in self.names.values():
            for begin in _begins(name):
                self._by_begin[begin].append(name)

    def similar_to(self, key: str) -> list[UnitName]:
        """The other units that may be this one, unless the alias file says they are not."""
        own = self.names[key]
        near = {it.key: it for begin in _begins(own) for it in self._by_begin[begin]}
        found = [it for it in near.values() if it.key != key and self._may_be(own, it)]
        return sorted(found, key=lambda it: it.rank)

    def _may_be(self, one: UnitName, other: UnitName) -> bool:
        same_specialty = not one.specialties.isdisjoint(other.specialties)
        return may_be_one(
            one.name, other.name, same_specialty=same_specialty
        ) and not self._aliases.are_different(one.name, other.name)


class SpeltInSeveralWays(ArchiveRule):
    """SPUR841."""

    code = "SPUR841"
    name = "unit-spelt-in-several-ways"
    title = "A unit's name is spelt in several ways"
    title_sv = "En enhets namn skrivs på flera sätt"
    explanation = (
        "Reports are put together by the unit's name. Two names that agree in place, house and "
        "field may mean one unit; then its visits are not compared, and it may seem not to have "
        "been inspected for long. Decide in the alias file (--aliases) whether the two are the "
        "same; what stands there always wins. Names that differ only in capitals and punctuation "
        "are taken for one, and told as information."
    )
    level = Level.WARNING
    template = "”{name}” kan vara samma enhet som ”{other}” ({count} rapporter)."
    template_en = "“{name}” may be the same unit as “{other}” ({count} reports)."
    tags = frozenset({"archive", "units"})

    def check(self, archive: Archive, context: Context) -> Iterator[Finding]:
        """One finding for each rarer name."""
        units = UnitNames(archive.files, archive.aliases)
        for unit in units.names.values():
            for variant in _variants(unit, archive.aliases):
                yield self._found(variant, variant.unit or "", unit, Level.INFO)
        for rarer, other in _pairs(units):
            yield self._found(rarer.reports[0], rarer.name, other, Level.WARNING)

    def _found(self, report: Facts, name: str, other: UnitName, level: Level) -> Finding:
        values: dict[str, Value] = {
            "name": name,
            "other": other.name,
            "count": len(other.reports),
        }
        return finding_on(self, report, unit_spot(report), values, level)


def suggested_aliases(facts: Sequence[Facts], aliases: Aliases) -> list[Suggestion]:
    """What a reviewer should decide: pairs of names that the alias file does not know yet."""
    pairs = _pairs(UnitNames(facts, aliases))
    return sorted(Suggestion(other.name, rarer.name) for rarer, other in pairs)


def _pairs(units: UnitNames) -> Iterator[tuple[UnitName, UnitName]]:
    """Each name with the more frequent one that it may stand for."""
    for unit in units.names.values():
        better = next((it for it in units.similar_to(unit.key) if it.rank < unit.rank), None)
        if better:
            yield unit, better


def _variants(unit: UnitName, aliases: Aliases) -> Iterator[Facts]:
    """The first report of each other print of the name that the alias file does not know."""
    seen = {unit.name}
    for report in unit.reports:
        if report.unit and report.unit not in seen:
            seen.add(report.unit)
            if not aliases.knows(report.unit):
                yield report


def _unit_name(key: str, reports: Sequence[Facts]) -> UnitName:
    printed = Counter(it.unit for it in reports if it.unit)
    name = min(printed, key=lambda it: (-printed[it], it.isupper(), it))
    specialties = frozenset(squeeze(it.specialty) for it in reports if it.specialty)
    return UnitName(key, name, tuple(reports), specialties)


def _begins(name: UnitName) -> set[str]:
    """How the names of places in it begin: one slip seldom falls on the first two letters."""
    return {word[:2] for word in parts_of(name.name).names}
