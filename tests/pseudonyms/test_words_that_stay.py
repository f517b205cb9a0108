"""Words that are also names: which are left, which are replaced, and what is reviewed."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from spur_extract import parse
from spur_extract.language.names import FoundName, find_suspects
from spur_extract.pseudonyms import pseudonymise
from tests.export.reports import report as small_report
from tests.pseudonyms.fiction import KEY, nobody
from tests.pseudonyms.searching import people_of, reviewed, search

SAMPLES = Path(__file__).parents[2] / "samples" / "text"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan 2026", "Jan 2026"),
        ("Jan. 2026, senast 1 Jan, 15:e Jan", "Jan. 2026, senast 1 Jan, 15:e Jan"),
        ("Jan–mars, feb/Jan, Jan -26", "Jan–mars, feb/Jan, Jan -26"),
        ("Jan 26", "‹1› 26"),
        ("Jan leder. Träff 2. Jan kom.", "‹1› leder. Träff 2. ‹1› kom."),
        ("Jan Ek 2026", "‹1› 2026"),
        ("Max 20 min, max 20", "Max 20 min, max 20"),
        ("Max har 20 min", "‹2› har 20 min"),
    ],
)
def test_short_months_and_numbers(text: str, expected: str) -> None:
    assert search(text, people_of("Jan Ek", "Max Holm")) == expected


def test_a_short_year_in_a_deadline_that_holds_a_date() -> None:
    people = people_of("Jan Ek")
    assert search("Jan 26", people, dated=True) == "Jan 26"
    assert search("2026-01-31, Jan påminner", people, dated=True) == "2026-01-31, ‹1› påminner"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KI ansvarar, liksom MA och ST-läkarens handledare.", None),
        ("Enligt Ki och Ma är det så.", "Enligt ‹1› och ‹2› är det så."),
        ("Wei MA", "‹2›"),
        ("ENLIGT MA ÄR DET SÅ.", "ENLIGT ‹2› ÄR DET SÅ."),
        ("Fråga St eller John.", "Fråga ‹3› eller ‹3›."),
    ],
)
def test_abbreviations(text: str, expected: str | None) -> None:
    people = people_of("Ki Min", "Wei Ma", "Mikael St John")
    assert search(text, people) == (expected or text)


def test_a_field_that_writes_the_name_in_capitals() -> None:
    assert search("Enligt MA är det så.", people_of("WEI MA")) == "Enligt ‹1› är det så."


@pytest.mark.parametrize(
    "text", ["Se över rutinerna", "Ha regelbundna möten", "Zonen är stor", "Vård ges. Min bok."]
)
def test_a_known_name_that_is_also_a_word_goes_and_is_reviewed(text: str) -> None:
    """Persons come before fullness: it could be the name."""
    people = people_of("Linh Ha", "Se-Young Kim", "Ki Min", "Bo Zonen", words={"zonen"})
    assert "‹" in search(text, people)
    assert [reason for _, reason in reviewed(text, people)] == ["also-a-word"]


def test_words_that_the_report_has_in_lower_case() -> None:
    report = small_report()
    area = report.areas[0].model_copy(update={"narrative": "Krook är rund. En krook i hörnet."})
    cover = report.cover.model_copy(update={"inspectors": ("Bo Krook",)})
    done = pseudonymise(report.model_copy(update={"areas": (area,), "cover": cover}), KEY, nobody)
    assert [entry.reason.value for entry in done.review][:1] == ["also-a-word"]


@pytest.mark.parametrize("word", ["Trygg", "Glad", "Fin", "Stark", "Öppen"])
def test_an_everyday_word_that_is_only_suspected(word: str) -> None:
    text = f"{word} och prestigelös arbetsmiljö. Enligt {word} också."
    report = small_report()
    area = report.areas[0].model_copy(update={"narrative": text})

    def find(texts: Sequence[str]) -> list[tuple[FoundName, ...]]:
        second = text.rindex(word)
        places = (0, second)
        found = tuple(FoundName(word, at, at + len(word)) for at in places)
        return [found if one == text else () for one in texts]

    done = pseudonymise(report.model_copy(update={"areas": (area,)}), KEY, find)
    first, second = [entry for entry in done.review if entry.pointer == "/areas/0/narrative"]
    assert (first.text, first.code, first.reason.value) == (word, "", "left-as-a-word")
    assert second.reason.value == "suspected"
    expected = f"{word} och prestigelös arbetsmiljö. Enligt {second.code} också."
    assert done.report.areas[0].narrative == expected


def test_the_samples_keep_their_everyday_words() -> None:
    report = parse(SAMPLES / "letter-table.txt")
    done = pseudonymise(report, KEY, find_suspects).report
    assert done.strengths == report.strengths


def test_the_forms_own_wording_stays() -> None:
    """Somebody called Finns or Det is no reason to change what the form prints."""
    report = parse(SAMPLES / "single-marked.txt")
    cover = report.cover.model_copy(update={"inspectors": ("Mikael St John", "Det Finns")})
    changed = report.model_copy(update={"cover": cover})
    done = pseudonymise(changed, KEY, nobody).report
    assert [area.indicators for area in done.areas] == [area.indicators for area in report.areas]
    assert [area.title for area in done.areas] == [area.title for area in report.areas]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna E och Anna L delar rum", "‹1› och ‹2› delar rum"),
        ("Anna E. Sedan gick vi.", "‹1›. Sedan gick vi."),
        ("Anna E. håller med", "‹1› håller med"),
        ("Fråga Anna E.", "Fråga ‹1›"),
        ("Ek A. Sedan", "‹1›. Sedan"),
        ("AE, A.E. Sedan", "‹1›, ‹1›. Sedan"),
        ("Anna\nE Läkarstab", "‹?›\nE Läkarstab"),
        ("Anna E-vitamin", "‹?› E-vitamin"),
        ("Anna S delar rum", "‹?› S delar rum"),
        ("Enligt Ek A är bra", "Enligt ‹1› A är bra"),
        ("A. Struktur", "A. Struktur"),
    ],
)
def test_initials_behind_a_given_name(text: str, expected: str) -> None:
    assert search(text, people_of("Anna Ek", "Anna Lind")) == expected
