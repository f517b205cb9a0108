"""Marks beside grade options in a text: what is certain is read, what stands apart is not guessed.

The samples' options and labels are laid out anew as programs give them; all else stays.
"""

import re
from itertools import zip_longest

import pytest

from samples import render
from samples.build import sources
from spur_extract.catalogue import load_catalogue
from spur_extract.contract import Area, GradingBasis, Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults

CATALOGUE = load_catalogue()
UNMARKED = render(sources()["single-cover"], CATALOGUE).text
OPTIONS = {
    option.grade: f"{option.grade}. {option.text}"
    for option in CATALOGUE.edition("single-regulation").option
}
GROUP = re.compile(r"^A\. Socialstyrelsens.*?Åtgärder\s+krävs\.", re.DOTALL | re.MULTILINE)
READABLE = [
    ("Gradering {A} ☒", "{B} ☐", "{C} ☐", "{D} ☐"),
    ("Gradering: {A} X", "{B}", "{C}", "{D}"),
    ("Gradering", "{A} ☒", "{B} ☐", "{C} ☐", "{D} ☐"),
]
UNREADABLE = [
    ("Gradering", "{A}", "X", "X {B}", "{C}", "{D}"),
    ("Gradering", "{A}", "{B}", "X {C}", "{D}", "X"),
    ("Gradering", "X", "{A}", "X {B}", "{C}", "{D}"),
    ("Gradering", "{A}", "þ", "X {B}", "{C}", "{D}"),
    ("Gradering", "{A}", "{B} X", "C. Socialstxxx fxxx mxxx.", "{D}"),
    ("Gradering", "{A}", "{B} X", "{C}", "{A}", "{D}"),
]


def read(*printed: str) -> Report:
    """The sample with the first group of options printed in these lines."""
    group = "\n".join(line.format(**OPTIONS) for line in printed)
    data = GROUP.sub(group, UNMARKED, count=1).encode()
    assert data != UNMARKED.encode()
    report = parse_bytes(data, "options.txt")
    assert faults(data, report) == []
    return report


def first_area(report: Report) -> Area:
    return next(area for area in report.areas if area.code == "A")


def codes(report: Report) -> set[str]:
    return {diagnostic.code for diagnostic in report.diagnostics}


@pytest.mark.parametrize("printed", READABLE)
def test_an_option_behind_its_label_is_one_of_the_group(printed: tuple[str, ...]) -> None:
    (grading,) = first_area(read(*printed)).gradings
    assert (grading.grade, grading.basis) == ("A", GradingBasis.MARKED)


def test_two_marked_options_are_several_although_one_stands_behind_its_label() -> None:
    report = read("Gradering {A} ☒", "{B} ☐", "{C} ☒", "{D} ☐")
    (grading,) = first_area(report).gradings
    assert (grading.grade, grading.basis) == (None, GradingBasis.SEVERAL)


def test_an_unmarked_option_behind_its_label_states_no_grade() -> None:
    report = read("Gradering {A}", "{B}", "{C}", "{D}")
    (grading,) = first_area(report).gradings
    assert (grading.grade, grading.basis) == (None, GradingBasis.UNREADABLE)
    assert "Gradering" not in (first_area(report).narrative or "")


@pytest.mark.parametrize("printed", UNREADABLE)
def test_a_mark_or_an_option_that_stands_apart_makes_the_group_unreadable(
    printed: tuple[str, ...],
) -> None:
    report = read(*printed)
    (grading,) = first_area(report).gradings
    assert (grading.grade, grading.basis) == (None, GradingBasis.UNREADABLE)
    assert codes(report) & {"option-marks-unreadable", "grade-unreadable"}


def test_an_option_that_the_form_did_not_print_leaves_the_others_readable() -> None:
    (grading,) = first_area(read("Gradering", "{A}", "X {B}", "{D}")).gradings
    assert (grading.grade, grading.basis) == ("B", GradingBasis.MARKED)


def test_a_mark_of_the_row_above_the_label_is_none_of_the_options() -> None:
    (grading,) = first_area(read("X", "Gradering", "{A}", "X {B}", "{C}", "{D}")).gradings
    assert (grading.grade, grading.basis) == ("B", GradingBasis.MARKED)


def test_options_of_which_no_row_tells_the_area_grade_none() -> None:
    group = ("Gradering", "{A}", "X {B}", "{C}", "{D}")
    report = read(*group, *group)
    grades = {area.code: area.gradings[0].grade for area in report.areas}
    assert grades == {"A": "B"} | dict.fromkeys("BCDEFGH")


LETTER_TABLE = render(sources()["letter-table"], CATALOGUE).text
OLDER = {option.grade: option.text for option in CATALOGUE.edition("letter-table").option}


def around_letters(*, marked: str) -> str:
    """The older form's options, each letter between the two lines of its text, or before it."""
    lines: list[str] = []
    for grade, text in OLDER.items():
        first, _, second = text.partition(" men ") if " men " in text else (text, "", "")
        mark = " X" if grade == marked else ""
        if second:
            lines += [f"{first} men", f"{grade}{mark}", second]
        else:
            lines.append(f"{grade} {first}{mark}")
    return "\n".join(lines)


@pytest.mark.parametrize("marked", ["A", "B", "C"])
def test_a_letter_between_the_lines_of_its_option(marked: str) -> None:
    group = re.compile(r"(?m)^A\.? Socialstyrelsens.*?Åtgärder\s+krävs\.", re.DOTALL)
    data = group.sub(around_letters(marked=marked), LETTER_TABLE).encode()
    assert data != LETTER_TABLE.encode()
    before = parse_bytes(LETTER_TABLE.encode(), "before.txt")
    report = parse_bytes(data, "letters.txt")
    for area, same in zip_longest(report.areas, before.areas):
        assert [(grading.grade, grading.basis) for grading in area.gradings] == [
            (marked, GradingBasis.MARKED)
        ]
        assert area.narrative == same.narrative
