"""Statements that an edition prints twice: what cannot be told apart has no category."""

from samples import render
from samples.build import sources
from spur_extract.catalogue import load_catalogue
from spur_extract.contract import Category, Indicator
from spur_extract.pipeline import parse_bytes

CATALOGUE = load_catalogue()
TEXT = render(sources()["dual-cover"], CATALOGUE).text
TWINS = ("E.assessment-methods-required", "E.assessment-methods")
WORDS = next(each.text for each in CATALOGUE.statements if each.id == TWINS[1])


def twins(text: str) -> list[Indicator]:
    report = parse_bytes(text.encode(), "twins.txt")
    (area,) = [area for area in report.areas if area.code == "E"]
    return [indicator for indicator in area.indicators if indicator.text == WORDS]


def test_twins_in_their_places_are_told_apart() -> None:
    assert [each.id for each in twins(TEXT)] == list(TWINS)
    assert [each.category for each in twins(TEXT)] == [
        Category.REGULATION,
        Category.GENERAL_ADVICE,
    ]


def test_a_label_that_contradicts_leaves_no_category_and_no_regulation() -> None:
    """Both stand at the end of the area, in the order of the labels above them."""
    lines = f"{WORDS}\n\n"
    assert TEXT.count(WORDS) >= 2
    head, _, tail = TEXT.partition(WORDS)
    moved = f"{head}{tail}".replace(WORDS, "", 1)
    last = next(each.text for each in CATALOGUE.statements if each.id == last_row_of_area())
    place = moved.index(last.split()[0] + " " + last.split()[1], moved.index("Handledning och"))
    labelled = f"Föreskrift (endast 2021)\n\n{lines}Allmänna råd (endast 2015)\n\n{lines}"
    found = twins(f"{moved[:place]}{labelled}{moved[place:]}")
    assert found
    for indicator in found:
        told = (indicator.category, indicator.applies_to)
        assert told in (
            (None, ()),
            (Category.GENERAL_ADVICE, ("SOSFS 2015:8",)),
        )
    assert (None, ()) in [(each.category, each.applies_to) for each in found]


def last_row_of_area() -> str:
    edition = CATALOGUE.edition("dual-regulation")
    (table,) = [table for table in edition.area if table.code == "E"]
    return table.rows[-1].id


def test_a_twin_alone_below_no_label_of_its_own_has_no_category() -> None:
    """Of the two one is lost: nothing tells which, but a label right above."""
    head, _, tail = TEXT.partition(WORDS)
    (only,) = twins(f"{head}{tail}")
    assert (only.category, only.applies_to) == (None, ())
    label = "Föreskrift (endast 2021)\n\n"
    (labelled,) = twins(f"{head}{label}{WORDS}{tail.replace(WORDS, '', 1)}")
    assert labelled.category is Category.REGULATION
