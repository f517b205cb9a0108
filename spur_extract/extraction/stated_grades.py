"""Grades that the inspectors' own sentences state."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spur_extract.catalogue.schema import StatedGrade
from spur_extract.extraction.wording import sentences, words

YEAR = re.compile(r"\b(20\d\d)\b")


@dataclass(frozen=True, slots=True)
class GradeSentence:
    """A sentence that states a grade.

    `before` is the grade it was changed from, null when nothing tells; `years` are the years it
    names, by which a regulation is meant where the form grades by regulation. `changed` tells
    that the sentence is about a change.
    """

    grade: str
    before: str | None
    years: frozenset[str]
    sentence: str
    changed: bool


def stated_grades(narrative: str, wording: StatedGrade) -> Iterator[GradeSentence]:
    """The grades that `narrative` states as facts; what is conditional or denied is left out."""
    by_plan = bool(words(narrative) & wording.plan_words)
    for sentence in sentences(narrative):
        if words(sentence) & wording.hypothetical:
            continue
        found = _first_match(sentence, wording)
        if found is None:
            continue
        grade, before, changed = found
        if before is None and changed and (by_plan or grade == wording.follows_plan):
            before = wording.demands_plan
        if before == grade:
            before = None
        yield GradeSentence(grade, before, frozenset(YEAR.findall(sentence)), sentence, changed)


def agreed(sentences: Sequence[GradeSentence]) -> GradeSentence | None:
    """The sentence that holds: one about a change before one about a state, the last of equals.

    Null when there is none, or when they tell different grades.
    """
    telling = [sentence for sentence in sentences if sentence.changed] or list(sentences)
    if len({sentence.grade for sentence in telling}) != 1:
        return None
    return telling[-1]


def _first_match(sentence: str, wording: StatedGrade) -> tuple[str, str | None, bool] | None:
    """The grade now, the one before, and whether the sentence tells of a change."""
    for pattern in wording.patterns:
        for found in pattern.finditer(sentence):
            groups = found.groupdict()
            if found["grade"].isupper():
                before = groups.get("before")
                changes = "before" in pattern.groupindex
                return found["grade"], before if before and before.isupper() else None, changes
    return None
