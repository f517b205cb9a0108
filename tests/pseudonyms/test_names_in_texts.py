"""Known names are found however they are written, and words that only look like them stay."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spur_extract.pseudonyms.contacts import find_emails
from spur_extract.pseudonyms.findings import Reason, replaced
from spur_extract.pseudonyms.people import known_people
from spur_extract.pseudonyms.runs import NameSearch
from tests.pseudonyms.fiction import KEY, names_left
from tests.pseudonyms.searching import people_of, search

ANNA, BO = "Anna Ek-Holm", "Bo von Lind"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Ek-Holm leder.", "‹1› leder."),
        ("Anna Ek Holm, Anna  Ek-\nHolm, Anna\nEk‑Holm", "‹1›, ‹1›, ‹1›"),
        ("ANNA EK-HOLM och anna ek-holm", "‹1› och ‹1›"),
        ("Ek-Holm, Anna; von Lind, Bo", "‹1›; ‹2›"),
        ("EK HOLM ANNA", "‹1›"),
        ("Anna Ek-Holms, Anna Ek-Holm's, Annas, BOS", "‹1›:s, ‹1›:s, ‹1›:s, ‹2›:s"),
        ("A. Ek-Holm, A Ek-Holm, A. Holm, Ek-Holm A.", "‹1›, ‹1›, ‹1›, ‹1›"),
        ("Anna E. och A.E.H. samt A. H.", "‹1› och ‹1› samt ‹1›"),
        ("AEH, AH och BvL", "‹1›, ‹1› och BvL"),
        ("BL:s förslag", "‹2›:s förslag"),
        ("Bo Lind, B. von Lind, von Lind, Lind", "‹2›, ‹2›, ‹2›, ‹2›"),
        ("Bo håller med Anna.", "‹2› håller med ‹1›."),
        ("Verksamhetschef Anna Ek-Holm/Bo", "Verksamhetschef ‹1›/‹2›"),
        ("Anna, Bo", "‹1›, ‹2›"),
        ("An\u00adna, Hol-\nms", "‹1›, ‹1›:s"),
        ("Anna-modellen", "‹1›-modellen"),
        ("annaekholm, ekholmanna", "‹1›, ‹1›"),
        ("spur_anna_holm_2021", "spur_‹1›_2021"),
        ("De bor i en lind vid en holme, bo kvar", "De bor i en lind vid en holme, bo kvar"),
        ("Annan, Holmen, Linden, Boende, Ekg", "Annan, Holmen, Linden, Boende, Ekg"),
        ("A. Struktur, grad A, B. Process", "A. Struktur, grad A, B. Process"),
        ("von och af", "von och af"),
    ],
)
def test_ways_of_writing(text: str, expected: str) -> None:
    assert search(text, people_of(ANNA, BO)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maj 2026, i maj, 15 Maj", "Maj 2026, i maj, 15 Maj"),
        ("april–Maj, under Maj", "april–Maj, under Maj"),
        ("Maj sade det. Enligt Maj är det så.", "‹1› sade det. Enligt ‹1› är det så."),
        ("Träff 2. Maj leder.", "Träff 2. ‹1› leder."),
        ("Maj och Maj Sten", "‹1› och ‹1›"),
        ("fyra per år. Per år är det tre.", "fyra per år. Per år är det tre."),
        ("Per ST-läkare", "Per ST-läkare"),
        ("Per har ansvar, liksom Per.", "‹2› har ansvar, liksom ‹2›."),
        ("En sten. Sten kommer.", "En sten. ‹1› kommer."),
        ("Om det behövs. Fråga Om.", "Om det behövs. Fråga ‹3›."),
        ("per dag", "per dag"),
    ],
)  # fmt: skip
def test_names_that_are_words(text: str, expected: str) -> None:
    assert search(text, people_of("Maj Sten", "Per Dag", "Om Prakash")) == expected


def test_a_month_is_a_month_in_a_deadline_that_holds_a_date() -> None:
    people = people_of("Maj Sten")
    assert search("Maj", people, dated=True) == "Maj"
    assert search("Maj", people) == "‹1›"


def test_a_part_that_fits_several_has_a_code_of_its_own() -> None:
    people = people_of("Anna Ek", "Anna Lind")
    text = "Anna, Annas, Ek och Lind, Anna Lind"
    found = list(NameSearch(text, people).findings())
    codes = [finding.code for finding in found]
    assert codes[1] == f"{codes[0]}:s"
    assert codes[0] not in {person.code for person in people.persons}
    assert [finding.reason for finding in found] == [Reason.SEVERAL_PERSONS] * 2 + [None] * 3
    assert codes[2:] == [people.persons[0].code, people.persons[1].code, people.persons[1].code]


def test_the_code_of_a_lone_part_is_good_for_one_report_only() -> None:
    codes = {
        known_people(KEY, report, ["Annelie"], []).persons[0].code for report in ("one", "two")
    }
    assert len(codes) == 2


def test_roles_and_abbreviations_are_no_names() -> None:
    people = people_of("Verksamhetschef Siv Torn", "Vera Carlsson")
    text = "Verksamhetschef, VC, ST-läkare, ST, studierektor"
    assert search(text, people) == text
    assert {part for person in people.persons for part in person.name.parts} == {
        *("siv", "torn", "vera", "carlsson")
    }


def test_towns_that_are_surnames_go() -> None:
    assert search("Universitetssjukhuset i Lund", people_of("Eva Lund")) == (
        "Universitetssjukhuset i ‹1›"
    )


GIVEN = st.sampled_from(["Anna", "Bo", "Per-Arne", "Åsa", "René", "Maj", "Jean Luc", "Xi", "Lars"])
SMALL = st.sampled_from(["", "", "von ", "de la ", "af ", "al-", "O'"])
SURNAME = st.sampled_from(["Ek", "Lind-Holm", "Ögren", "Hans", "Yu", "Krook Berg", "Brännström"])
SHAPES = st.sampled_from(
    [
        "{given} {family}",
        "{given}\n{family}",
        "{family}, {given}",
        "{family} {given}",
        "Dr {given} {family}s",
        "{given}s",
        "{family}s",
        "{initial}. {family}",
        "{initial} {family}",
        "{initial}.{family}",
        "{family}, {initial}.",
        "{given} och {given} {family}",
        "({given}/{family})",
        "{given}-{family}",
        "{given}, {family}",
    ]
)


@given(GIVEN, SMALL, SURNAME, SHAPES, st.sampled_from([str, str.upper]))
def test_no_part_of_a_name_is_left(
    given_name: str, small: str, surname: str, shape: str, case: object
) -> None:
    family = small + surname
    people = people_of(f"{given_name} {family}", "Kim Persson")
    name = shape.format(given=given_name, family=family, initial=given_name[0])
    written = name.upper() if case is str.upper else name
    text = f"Enligt {written} är klimatet gott, och {written}."
    done = replaced(text, NameSearch(text, people).findings())
    parts = set(people.by_part) | {part.casefold() for part in (given_name, surname)}
    assert names_left(done, parts) == set(), done
    assert done.startswith("Enligt ")
    assert " är klimatet gott, och " in done


@given(st.text(alphabet="AaEeNnk. ,-\n:'sS_@1\u00ad", max_size=40))
def test_any_text_keeps_what_is_no_name(text: str) -> None:
    people = people_of("Anna Ek", "A. Nansen")
    found = list(NameSearch(text, people).findings())
    ends = [0, *(place for finding in found for place in (finding.start, finding.end))]
    assert ends == sorted(ends)
    done = replaced(text, found)
    assert names_left(done, {"anna", "nansen"}, glued=False) == set()


def test_in_lower_case_only_what_a_field_names_is_sought() -> None:
    people = known_people(KEY, "report", ["Eva Rosenqvist"], ["Kronisk Bukvärk"])
    text = "enligt rosenqvist är bukvärk vanligt, men Bukvärk är någon"
    found = list(NameSearch(text, people).findings())
    assert [text[one.start : one.end] for one in found] == ["rosenqvist", "Bukvärk"]
    assert [one.reason for one in found] == [Reason.LOWER_CASE, None]


def test_what_a_model_calls_a_name_without_its_titles() -> None:
    people = known_people(KEY, "report", [], ["ST-läkare Anna", "ST-handledare", "Dr", "Igår"])
    assert [person.name.parts for person in people.persons] == [("anna",), ("igår",)]


PIECES = ("von ", "A.", "An-\n", "Ek, ", "anna ", "A\u00ad", "Anna Ek ", " ", ":", "a.b@")


@pytest.mark.parametrize("piece", PIECES)
def test_texts_made_to_be_slow(piece: str) -> None:
    people = people_of("Anna Ek", BO, "A. Ek")
    text = "Anna" + piece * (60_000 // len(piece)) + "Ek"
    started = time.perf_counter()
    list(NameSearch(text, people).findings())
    list(find_emails(text, people))
    assert time.perf_counter() - started < 10
