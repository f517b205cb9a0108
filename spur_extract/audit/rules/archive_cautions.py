"""Why a unit may have been inspected since, though the archive shows no later visit."""

from datetime import date
from functools import cached_property
from typing import Final

from spur_extract.audit.facts import Facts
from spur_extract.audit.model import Words
from spur_extract.audit.rules.archive_findings import NOTHING
from spur_extract.audit.rules.archive_spellings import UnitName, UnitNames
from spur_extract.audit.versions import specialties_agree
from spur_extract.audit.visits import Archive

OTHER_SPECIALTY: Final = Words(
    " En annan specialitet vid enheten är granskad senare.",
    " Another specialty of the unit was inspected later.",
)
SAME_UNIT: Final = Words(
    " Enheten är granskad senare, kanske i samma specialitet.",
    " The unit was inspected later, perhaps in the same specialty.",
)
UNDATED: Final = Words(
    " Enheten har också rapporter utan läsbart datum.",
    " The unit also has reports without a readable date.",
)


class Cautions:
    """Doubts about reports that seem to be the last of their units."""

    def __init__(self, archive: Archive) -> None:
        """Nothing is looked up before it is asked for."""
        self._archive = archive
        self._similar: dict[str, list[UnitName]] = {}

    def about(self, report: Facts, since: date) -> Words:
        """Why its unit may have been inspected on that day or later; else `NOTHING`."""
        if report.unit is None:
            return NOTHING
        unit = self._archive.aliases.key(report.unit)
        own = [it for it in self._archive.of_unit(unit) if it is not report]
        later = [it for it in own if it.inspected and it.inspected >= since]
        if later:
            told_apart = not any(specialties_agree(report, it) for it in later)
            return OTHER_SPECIALTY if told_apart else SAME_UNIT
        if any(it.inspected is None for it in own):
            return UNDATED
        return self._under_other_name(unit, since)

    def _under_other_name(self, unit: str, since: date) -> Words:
        if unit not in self._similar:
            self._similar[unit] = self._names.similar_to(unit)
        for other in self._similar[unit]:
            days = [it.inspected for it in other.reports]
            if any(day is not None and day >= since for day in days):
                return Words(
                    f" ”{other.name}”, som kan vara samma enhet, är granskad senare.",
                    f" “{other.name}”, which may be the same unit, was inspected later.",
                )
            if None in days:
                return Words(
                    f" ”{other.name}”, som kan vara samma enhet, har rapporter utan läsbart datum.",
                    f" “{other.name}”, which may be the same unit, has reports without a readable "
                    "date.",
                )
        return NOTHING

    @cached_property
    def _names(self) -> UnitNames:
        return UnitNames(self._archive.versions.current, self._archive.aliases)
