"""Grades that the inspectors' own sentences state.

Only a sentence that as a whole says what the area's grade is, or was changed to, is believed:
sentences also tell what others hoped, what was once, and what other areas or clinics have.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from spur_extract.catalogue import load_catalogue
from spur_extract.extraction.form_lines import begins_option
from spur_extract.extraction.wording import sentences, words

YEAR = re.compile(r"\b(20\d\d)\b")
GRADE_LETTER = re.compile(r"(?<![\w:.-])[A-D](?![\w:-])")
REGULATION = re.compile(r"\b(?:19|20)\d\d:\d+\b")
LETTERS_OF_A_SENTENCE = ("grade", "before", "second", "area")
REASONS = ("reason_before", "reason")


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


@dataclass(frozen=True, slots=True)
class SaidOfGrades:
    """What a narrative says of grades: what is stated, and sentences that are not understood."""

    stated: tuple[GradeSentence, ...]
    unclear: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Pattern:
    expression: re.Pattern[str]
    changes: bool


def said_of_grades(narrative: str, area: str) -> SaidOfGrades:
    """What `narrative` says of the grade of `area`; what is conditional or denied is left out, and
    what is the form's: a grade with the wording of a grade option behind it."""
    wording = load_catalogue().wording.stated_grade
    stated: list[GradeSentence] = []
    unclear: list[str] = []
    before: frozenset[str] = frozenset()
    spoken = list(sentences(narrative))
    for sentence, after in zip_longest(spoken, spoken[1:], fillvalue=""):
        above, said = before, words(sentence)
        before = said
        if not said & wording.words.grading and not GRADE_LETTER.search(sentence):
            continue
        another = not _regulations().issuperset(REGULATION.findall(sentence))
        denied = another or begins_option(after)
        found = () if denied else _read(sentence, area)
        if found:
            stated.extend(_with_grade_before(each, above | said) for each in found)
        elif said & wording.words.grading and GRADE_LETTER.search(sentence):
            unclear.append(sentence)
    return SaidOfGrades(tuple(stated), tuple(unclear))


def agreed(said: Sequence[GradeSentence]) -> GradeSentence | None:
    """The sentence that holds: one about a change before one about a state, the last of equals.

    Null when there is none, or when they tell different grades.
    """
    telling = [sentence for sentence in said if sentence.changed] or list(said)
    if len({sentence.grade for sentence in telling}) != 1:
        return None
    return telling[-1]


def _read(sentence: str, area: str) -> tuple[GradeSentence, ...]:
    """The grade that the sentence as a whole states of this area, or the two of two regulations."""
    text = sentence.rstrip(" .!")
    for pattern in _patterns():
        found = pattern.expression.fullmatch(text)
        if found is None:
            continue
        if _is_hypothetical(found, pattern):
            return ()
        groups = {name: value.upper() for name, value in found.groupdict().items() if value}
        named = [groups[name] for name in LETTERS_OF_A_SENTENCE if name in groups]
        if groups.get("area", area) != area or _other_grades(text, named):
            return ()
        before = groups.get("before")
        stated = GradeSentence(
            groups["grade"], before, frozenset(YEAR.findall(sentence)), sentence, pattern.changes
        )
        return _by_year(stated, groups) if "second" in groups else (stated,)
    return ()


def _is_hypothetical(found: re.Match[str], pattern: _Pattern) -> bool:
    """Whether the sentence tells what might be, was once, or is not; why a grade was changed may
    be told in words that elsewhere would mean so."""
    wording = load_catalogue().wording.stated_grade
    rest = found.string
    for name in REASONS if pattern.changes else ():
        reason = found.groupdict().get(name)
        if not reason or not wording.plan_as_reason.fullmatch(reason):
            continue
        if words(reason) & (wording.words.hypothetical - wording.words.harmless_in_reason):
            return True
        rest = rest.replace(reason, " ", 1)
    return bool(words(rest) & wording.words.hypothetical)


def _by_year(stated: GradeSentence, groups: Mapping[str, str]) -> tuple[GradeSentence, ...]:
    """The two grades of a sentence that tells one for each of two regulations."""
    first, second = groups["year"], groups["second_year"]
    if first == second:
        return ()
    return (
        replace(stated, years=frozenset({first})),
        replace(stated, grade=groups["second"], years=frozenset({second})),
    )


def _other_grades(text: str, named: Sequence[str]) -> bool:
    """Whether the sentence has grade letters beside those that were understood."""
    return len(GRADE_LETTER.findall(text)) > len(named)


def _with_grade_before(found: GradeSentence, said: frozenset[str]) -> GradeSentence:
    """Only D demands a plan: what a plan changed was D, and so was what was raised to C; `said`
    are the words of the sentence and of the one before it."""
    wording = load_catalogue().wording.stated_grade
    before = found.before
    by_plan = bool(said & wording.words.plan) or found.grade == wording.rule.follows_plan
    if before is None and found.changed and by_plan and not said & wording.words.lowering:
        before = wording.rule.demands_plan
    return replace(found, before=None if before == found.grade else before)


@cache
def _regulations() -> frozenset[str]:
    """The numbers of the regulations that the forms are about: "2015:8"."""
    editions = load_catalogue().editions
    return frozenset(each.split()[-1] for edition in editions for each in edition.regulations)


@cache
def _patterns() -> tuple[_Pattern, ...]:
    wording = load_catalogue().wording.stated_grade
    return tuple(
        _Pattern(wording.compiled(pattern), changes)
        for patterns, changes in ((wording.patterns, True), (wording.state_patterns, False))
        for pattern in patterns
    )
