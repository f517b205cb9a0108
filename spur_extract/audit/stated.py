"""The grades that an area's narrative states, as the extraction reads them."""

from collections.abc import Sequence
from functools import lru_cache

from spur_extract.audit.wording import LATEST
from spur_extract.contract import Area, Grading
from spur_extract.extraction.column_headers import year_of
from spur_extract.extraction.stated_grades import GradeSentence, agreed, said_of_grades


def stated_grades(area: Area) -> tuple[GradeSentence, ...]:
    """The sentences that state the area's grade."""
    return _stated(area.narrative or "", area.code)


@lru_cache(LATEST)
def _stated(narrative: str, code: str) -> tuple[GradeSentence, ...]:
    return said_of_grades(narrative, code).stated


def sentence_about(area: Area, grading: Grading) -> GradeSentence | None:
    """The sentence that holds for the grading; null when none does, or they disagree.

    A sentence that names no year holds for a form with one grade, and for none of several: which
    one it means stands nowhere.
    """
    said = stated_grades(area)
    if grading.regulation is not None:
        year = year_of(grading.regulation)
        said = tuple(sentence for sentence in said if year in sentence.years)
    return agreed(said)


def disagreeing(area: Area) -> list[Sequence[GradeSentence]]:
    """The sentences that state different grades, for each set of years that they name."""
    said = stated_grades(area)
    by_years = [
        [sentence for sentence in said if sentence.years == years]
        for years in dict.fromkeys(sentence.years for sentence in said)
    ]
    return [group for group in by_years if agreed(group) is None]
