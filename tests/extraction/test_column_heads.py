"""What stands above a column of marks tells whose it is and what a mark in it means."""

import pytest

from spur_extract.contract import Report
from tests.extraction.drawn_forms import DUAL, NARRATIVE, SINGLE, Look, form

FIRST, SECOND = DUAL.regulations


def grades(report: Report) -> set[tuple[str | None, str | None]]:
    return {(each.regulation, each.grade) for area in report.areas for each in area.gradings}


def fulfilled(report: Report) -> list[object]:
    return [row.fulfilled for area in report.areas for row in area.indicators]


def codes(report: Report) -> set[str]:
    return {each.code for each in report.diagnostics}


def every_other(number: int) -> bool:
    return number % 2 == 0


def of_regulations(*heads: str) -> Report:
    report = form(DUAL.id, heads, lambda number: (True, every_other(number)), ("A", "B"))
    assert report.source.edition == DUAL.id
    return report


def of_answers(*heads: str, beside: tuple[str, ...] = ()) -> Report:
    """Every other row is marked in the first column, the others in the second."""
    report = form(
        SINGLE.id,
        heads,
        lambda number: (every_other(number), not every_other(number)),
        ("A",),
        Look(beside=beside),
    )
    assert report.source.edition == SINGLE.id
    return report


def of_one_column(head: str) -> Report:
    report = form(SINGLE.id, [head], lambda number: (every_other(number),), ("A",))
    assert report.source.edition == SINGLE.id
    return report


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("2015", "2021"),
        ("Enligt 2015", "Enligt 2021"),
        ("2015:8", "2021:8"),
        ("SOSFS\n2015:8", "HSLF-FS\n2021:8"),
        ("SOSFS 2015:8", "HSLF-FS\n2021:8"),
    ],
)
def test_a_column_is_of_the_regulation_that_its_head_names(left: str, right: str) -> None:
    straight, swapped = of_regulations(left, right), of_regulations(right, left)
    assert grades(straight) == {(FIRST, "A"), (SECOND, "B")}
    assert grades(swapped) == {(SECOND, "A"), (FIRST, "B")}
    for report, marked in ((straight, FIRST), (swapped, SECOND)):
        rows = [row for row in fulfilled(report) if isinstance(row, dict)]
        assert all(row[marked] is True for row in rows if marked in row)
        assert {area.narrative for area in report.areas} == {NARRATIVE}


@pytest.mark.parametrize("heads", [(), ("Gamla", "Nya"), ("2015", "Nya"), ("2015", "2015")])
def test_columns_whose_heads_do_not_tell_are_of_no_regulation(heads: tuple[str, ...]) -> None:
    report = of_regulations(*heads)
    assert grades(report) == {(FIRST, None), (SECOND, None)}
    assert set(map(str, fulfilled(report))) == {"None"}
    assert codes(report) >= {"option-marks-unreadable", "row-mark-unreadable"}


@pytest.mark.parametrize("head", ["", "Uppfyllt", "Ja", "Status"])
def test_a_mark_says_that_a_statement_is_fulfilled(head: str) -> None:
    found = fulfilled(of_one_column(head))
    assert found == [every_other(number) for number in range(len(found))]


@pytest.mark.parametrize("head", ["Ej\nuppfyllt", "Ej uppfylld", "Brist", "Nej"])
def test_below_a_head_that_denies_a_mark_says_the_opposite(head: str) -> None:
    report = of_one_column(head)
    found = fulfilled(report)
    assert found == [not every_other(number) for number in range(len(found))]
    assert {grade for _, grade in grades(report)} == {"A"}


@pytest.mark.parametrize("head", ["Delvis", "Ej OK", "Brister\nfunna", "Ja/nej"])
def test_a_mark_below_what_does_not_affirm_says_neither(head: str) -> None:
    report = of_one_column(head)
    assert set(fulfilled(report)) == {None}
    assert "row-mark-unreadable" in codes(report)


@pytest.mark.parametrize("heads", [("Ja", "Nej"), ("Uppfyllt", "Ej uppfyllt")])
def test_one_of_two_columns_is_chosen(heads: tuple[str, str]) -> None:
    report = of_answers(*heads)
    found = fulfilled(report)
    assert found == [every_other(number) for number in range(len(found))]
    assert fulfilled(of_answers(*reversed(heads))) == [not each for each in found]
    assert {area.narrative for area in report.areas} == {NARRATIVE}


@pytest.mark.parametrize(
    "heads",
    [
        (),
        ("Ja", "Kanske"),
        ("Ja", "Ja"),
        ("Egen v\u00e4rdering", "Inspekt\u00f6r"),
        ("Ja", "Delvis"),
    ],
)
def test_columns_that_are_no_choice_say_nothing(heads: tuple[str, ...]) -> None:
    report = of_answers(*heads)
    assert set(fulfilled(report)) == {None}
    assert "row-mark-unreadable" in codes(report)


def test_a_row_with_both_marked_or_none_is_null() -> None:
    report = form(SINGLE.id, ("Ja", "Nej"), lambda number: (number > 1, number in (1, 2)), ("A",))
    assert fulfilled(report)[:4] == [None, False, None, True]


def test_words_beside_each_mark_tell_what_it_means() -> None:
    report = of_answers(beside=("Ja", "Nej"))
    found = fulfilled(report)
    assert found == [every_other(number) for number in range(len(found))]
    assert set(fulfilled(of_answers(beside=("Ett", "Nej")))) == {None}


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (("Status", "Uppfyllt"), {True, False}),
        (("Uppfyllt", "Ej uppfyllt"), {None}),
        (("Brist", ""), {None}),
        (("Uppfyllt", ""), {True, False}),
    ],
)
def test_heads_of_several_tables_hold_together(
    heads: tuple[str, str], expected: set[bool | None]
) -> None:
    first, rest = heads
    report = form(
        SINGLE.id, [rest], lambda number: (every_other(number),), ("A",), Look(first=[first])
    )
    assert set(fulfilled(report)) == expected


def test_words_left_of_the_rows_are_the_narratives() -> None:
    """Short as they are, they stand above no column of marks, and beside no other head."""
    for word in ("Nej", "Gäller 2021"):
        report = form(SINGLE.id, (), lambda number: (every_other(number),), ("A",), Look(note=word))
        assert {area.narrative for area in report.areas} == {f"{NARRATIVE}\n{word}"}
        assert set(fulfilled(report)) == {True, False}
