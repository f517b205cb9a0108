"""A code stands for one person: the same in a field as in any text, and never for another."""

import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spur_extract.contract import Report
from spur_extract.language.names import FoundName
from spur_extract.pseudonyms import pseudonymise
from spur_extract.pseudonyms.findings import Reason
from spur_extract.pseudonyms.runs import NameSearch
from tests.export.reports import report as small_report
from tests.pseudonyms.fiction import KEY, nobody
from tests.pseudonyms.searching import people_of, reviewed, search


def _report(narrative: str, *inspectors: str) -> Report:
    report = small_report()
    cover = report.cover.model_copy(
        update={"inspectors": inspectors, "inspectors_text": " och ".join(inspectors)}
    )
    area = report.areas[0].model_copy(update={"narrative": narrative})
    return report.model_copy(update={"cover": cover, "areas": (area,)})


@pytest.mark.parametrize(
    ("named", "text", "expected"),
    [
        (("Anna Ek", "Anna Ek Holm"), "Anna Ek, Anna Ek Holm", "‹1›, ‹2›"),
        (("Karin Dahl", "Karin B. Dahl"), "Karin Dahl, Karin B. Dahl", "‹1›, ‹2›"),
        (("Anna Ek-Holm", "Anna M. Ek-Holm"), "Anna Ek Holm, Anna M Ek-Holm", "‹1›, ‹2›"),
        (("Bo Lind", "Bo von Lind"), "Bo Lind, Bo von Lind", "‹1›, ‹2›"),
        (("Krook Anna",), "Anna Krook; Krook Anna; Krook", "‹1›; ‹1›; ‹1›"),
        (("René Krook",), "Rene Krook, RENÉ KROOK, Krook", "‹1›, ‹1›, ‹1›"),
        (("Søren Kjær",), "Sören Kjär, Søren", "‹1›, ‹1›"),
        (("Karin Berg Dahl", "Karin Dahl-Berg"), "Karin Dahl Berg, Karin Berg-Dahl", "‹2›, ‹1›"),
    ],
)
def test_a_whole_name_is_that_persons(named: tuple[str, ...], text: str, expected: str) -> None:
    people = people_of(*named)
    assert search(text, people) == expected
    assert reviewed(text, people) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Anna Ek", "Ek Anna", True),
        ("Anna Ek", "Ek, Anna", True),
        ("René Krook", "Rene Krook", True),
        ("Anna Maria Ek-Holm", "Ek Holm Anna-Maria", True),
        ("Åsa Ögren", unicodedata.normalize("NFD", "Åsa Ögren"), True),
        ("Lars Ander", "Lars Anders", False),
        ("Siv Alm", "Siv Alms", False),
        ("Karin Dahl", "Karin B. Dahl", False),
        ("Karin Berg Dahl", "Karin Dahl Berg", False),
        ("Siv Hall", "Siv Häll", False),
    ],
)
def test_codes_of_two_reports(one: str, other: str, same: bool) -> None:
    codes = [
        pseudonymise(_report("Liten.", name), KEY, nobody).report.cover.inspectors[0]
        for name in (one, other)
    ]
    assert (codes[0] == codes[1]) is same


@pytest.mark.parametrize(
    ("named", "text", "expected"),
    [
        (("Andrea Ek", "Andreas Lind"), "Andreas bedömning", "‹?› bedömning"),
        (("Andrea Ek", "Andreas Lind"), "Andreas är nöjd", "‹2› är nöjd"),
        (("Andrea Ek", "Andreas Lind"), "Vi frågade Andreas.", "Vi frågade ‹2›."),
        (("Andrea Ek", "Andreas Lind"), "Andreas Linds bok", "‹2›:s bok"),
        (("Andrea Ek", "Andreas Lind"), "Andrea tvekar", "‹1› tvekar"),
        (("Andrea Ek",), "Andreas bedömning", "‹?› bedömning"),
        (("Siv Alm", "Kjell Alms"), "Alms förslag", "‹?› förslag"),
        (("Siv Alm", "Kjell Alms"), "Kjell Alms, Siv Alms bok", "‹2›, ‹1›:s bok"),
        (("Siv Alm",), "Alms förslag", "‹1›:s förslag"),
        (("Lars Ander", "Lars Anders"), "Lars Anders bedömning", "‹?› bedömning"),
        (("Lars Ander", "Lars Anders"), "Lars Anders och Bo", "‹2› och Bo"),
        (("Lars Ander", "Lars Anders"), "Lars Anders.", "‹2›."),
        (("Siv Hål", "Bo Häl"), "Fråga Hal.", "Fråga ‹?›."),
    ],
)
def test_two_readings(named: tuple[str, ...], text: str, expected: str) -> None:
    people = people_of(*named)
    assert search(text, people) == expected
    several = "‹?›" in expected
    assert [reason for _, reason in reviewed(text, people)] == ["several-persons"] * several


def test_one_who_is_also_written_with_an_initial() -> None:
    """What a model finds in a text does not make a field's person doubtful."""
    text = "Karin B. Dahl deltog. Karin Dahl höll i mötet."
    report = _report(text, "Karin Dahl", "Bo Lind")

    def find(texts: Sequence[str]) -> list[tuple[FoundName, ...]]:
        found = (FoundName("Karin B. Dahl", 0, 13), FoundName("Karin Dahl", 22, 32))
        return [found if one == text else () for one in texts]

    done = pseudonymise(report, KEY, find).report
    karin, bo = done.cover.inspectors
    assert done.cover.inspectors_text == f"{karin} och {bo}"
    narrative = done.areas[0].narrative or ""
    assert narrative.endswith(f" deltog. {karin} höll i mötet.")
    assert not narrative.startswith(karin)


def test_initials_for_a_known_person_are_no_other_person() -> None:
    people = people_of("Anna Maria Ek", "A M Ek", suspected=("A. Ek",))
    assert {person.name.parts for person in people.persons} == {("anna", "maria", "ek")}
    report = _report("Liten.", "Anna Krook", "A. Krook", "Krook", "Anna")
    assert len(set(pseudonymise(report, KEY, nobody).report.cover.inspectors)) == 1


def test_a_lone_name_in_a_field_that_fits_several_is_nobodys() -> None:
    report = _report("Anna kom.", "Anna Ek", "Anna Lind", "Anna")
    done = pseudonymise(report, KEY, nobody).report
    assert len(set(done.cover.inspectors)) == 3
    assert done.areas[0].narrative == f"{done.cover.inspectors[2]} kom."


class TestSuspected:
    """A suspected name in -s: its own, or a genitive's."""

    def test_a_field_settles_that_it_is_its_own(self) -> None:
        people = people_of("Lars Anders", suspected=("Lars Anders",))
        assert search("Lars Ander, Ander", people) == "‹1› Ander, Ander"

    def test_the_report_settles_that_it_is_a_genitives(self) -> None:
        people = people_of(suspected=("Nadifa Warsames", "Nadifa Warsame"))
        assert search("Nadifa Warsames och Warsame", people) == "‹1›:s och ‹1›"
        known = people_of("Anna Ek", suspected=("Anna Eks", "Annas"))
        assert search("Anna Eks rum, Annas rum", known) == "‹1›:s rum, ‹1›:s rum"

    def test_else_both_are_the_same(self) -> None:
        people = people_of(suspected=("Nadifa Warsames",))
        assert search("Nadifa Warsame, Warsames, Warsame", people) == "‹1›, ‹1›, ‹1›"

    def test_another_spelling_is_no_other_person(self) -> None:
        people = people_of("Åsa Åkerström", suspected=("Asa Akerstrom", "Akerstrom"))
        assert search("Asa Akerstrom, Akerstrom", people) == "‹1›, ‹1›"


@pytest.mark.parametrize(
    "text", ["Åke Ögren", "ÅKE ÖGREN", "Ögren, Åke", "Åke", "Ögrens", "Å. Ögren"]
)
def test_letters_with_marks_of_their_own(text: str) -> None:
    """Text from a PDF file may have å as a and a ring."""
    apart = unicodedata.normalize("NFD", text)
    assert apart != text
    assert search(apart, people_of("Åke Ögren")).removesuffix(":s") == "‹1›"
    assert search(text, people_of(unicodedata.normalize("NFD", "Åke Ögren"))).startswith("‹1›")


GIVEN = st.sampled_from(
    ["Anna", "Andrea", "Andreas", "Per-Arne", "Åsa", "René", "Lars", "Se-Young", "A.", "Anna M."]
)
SURNAME = st.sampled_from(["Ek", "Alm", "Alms", "Ander", "Anders", "von Lind", "Ek-Holm", "Ögren"])
NAME = st.one_of(
    st.builds("{} {}".format, GIVEN, SURNAME),
    st.builds("{} {}".format, SURNAME, GIVEN),
    st.builds("{1}, {0}".format, GIVEN, SURNAME),
    GIVEN,
    SURNAME,
)
AROUND = st.sampled_from(
    ["{}", "Enligt {}.", "({})", "{} och", "Vi mötte {} igår", "Chefen {}, som"]
)


@given(st.lists(NAME, min_size=1, max_size=4, unique=True), AROUND)
def test_a_field_and_a_text_agree(names: list[str], around: str) -> None:
    """Unless the text may mean others, too: then it has a code of its own, and that is reviewed."""
    people = people_of(*names)
    for name in names:
        text = around.format(name)
        found = list(NameSearch(text, people).findings())
        if name in {"A.", "von Lind"} or not people.by_part:
            continue
        codes = {finding.code for finding in found}
        several = any(finding.reason is Reason.SEVERAL_PERSONS for finding in found)
        assert several or codes == {people.field_code(name)}, (name, text, found)
