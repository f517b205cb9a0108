"""Rules on the archive: what the visit before had found already."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from rapidfuzz import fuzz

from spur_extract.audit.facts import Deficiency, Facts, GradeFacts
from spur_extract.audit.model import ArchiveRule, Context, Finding, Level, Value
from spur_extract.audit.rules.archive_findings import Spot, finding_on, shortened
from spur_extract.audit.visits import Archive

SAME_DEFICIENCY: Final = 90
"""Least likeness (0 to 100) of two deficiencies in the units' own words."""
SHORTEST_TEXT: Final = 20
"""Letters and digits; below it words like "se ovan" would be alike."""


class DeficiencyAgain(ArchiveRule):
    """SPUR821."""

    code = "SPUR821"
    name = "deficiency-again"
    title = "The same deficiency was found at the visit before"
    title_sv = "Samma brist fanns vid förra granskningen"
    explanation = (
        "Deficiencies are to be remedied. The same statement of the form is lacking, or in the "
        "action plan, at two visits in a row to the unit. Where only the wording tells that it is "
        "the same, it is a warning."
    )
    level = Level.ERROR
    template = "Bristen i område {area} fanns redan vid granskningen {date} ({earlier}): {text}."
    template_en = (
        "The deficiency in area {area} was there at the inspection of {date} ({earlier}): {text}."
    )
    tags = frozenset({"archive", "indicators", "action-plan"})

    def check(self, archive: Archive, context: Context) -> Iterator[Finding]:
        """One finding for each deficiency, on the later report."""
        for earlier, later in _successive(archive.until(context.as_of)):
            for found in later.deficiencies:
                level = _same_as_one_of(found, earlier.deficiencies)
                if level is not None:
                    spot = Spot(found.pointer, found.place, found.quote)
                    text = shortened(found.quote).rstrip(".")
                    values: dict[str, Value] = {
                        "area": found.area,
                        "date": str(earlier.inspected),
                        "earlier": earlier.path,
                        "text": text,
                    }
                    yield finding_on(self, later, spot, values, level)


class AreaFailedAgain(ArchiveRule):
    """SPUR822."""

    code = "SPUR822"
    name = "area-failed-again"
    title = "An area was graded D at two visits in a row"
    title_sv = "Ett område fick D vid två granskningar i rad"
    explanation = (
        "A D means that regulations are not met and demands an action plan. The area had a D at "
        "the visit before, too (also where a plan changed it to C)."
    )
    level = Level.ERROR
    template = "Område {area} fick D även vid granskningen {date} ({earlier})."
    template_en = "Area {area} was graded D at the inspection of {date}, too ({earlier})."
    tags = frozenset({"archive", "grades"})

    def check(self, archive: Archive, context: Context) -> Iterator[Finding]:
        """One finding for each area, on the later report."""
        for earlier, later in _successive(archive.until(context.as_of)):
            failed_before = set(_failed(earlier))
            for area, grade in _failed(later).items():
                if area in failed_before:
                    spot = Spot(grade.pointer, grade.place, grade.grade)
                    values: dict[str, Value] = {
                        "area": area,
                        "date": str(earlier.inspected),
                        "earlier": earlier.path,
                    }
                    yield finding_on(self, later, spot, values)


def _successive(archive: Archive) -> Iterator[tuple[Facts, Facts]]:
    """Each visit with the one before, to the same unit within the same specialty."""
    for visits in archive.dated.values():
        for earlier, later in pairwise(visits):
            if earlier.inspected != later.inspected:
                yield earlier, later


def _failed(facts: Facts) -> dict[str, GradeFacts]:
    """The areas found to be D, each with the first grading that says it."""
    found: dict[str, GradeFacts] = {}
    for grade in facts.grades:
        if grade.grade == "D":
            found.setdefault(grade.area, grade)
    return found


def _same_as_one_of(found: Deficiency, others: Sequence[Deficiency]) -> Level | None:
    """How sure it is that one of the others is the same; None when none is."""
    near = [it for it in others if it.area == found.area]
    if found.indicator_id:
        return Level.ERROR if any(it.indicator_id == found.indicator_id for it in near) else None
    own_words = (it.squeezed for it in near if len(it.squeezed) >= SHORTEST_TEXT)
    if len(found.squeezed) < SHORTEST_TEXT:
        return None
    alike = any(fuzz.ratio(found.squeezed, it) >= SAME_DEFICIENCY for it in own_words)
    return Level.WARNING if alike else None
