"""Names in running text: who is found, what only looks like a name, and where exactly it stands."""

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spur_extract.language.names import find_names, find_suspects, unwrap

FOUND: list[tuple[str, list[str]]] = [
    ("Verksamhetschef Anna Ek-Holm och dr Lind deltog.", ["Anna Ek-Holm", "Lind"]),
    ("Karins schema är klart och Karin ansvarar för det.", ["Karin", "Karin"]),
    ("Kursen leds av M. Ekwall och Eva K Sundin.", ["M. Ekwall", "Eva K Sundin"]),
    ("Anna Ek är borta. Ek ersätts. Annas rum är ledigt.", ["Anna Ek", "Ek", "Anna"]),
    ("Anna Beck (AB) och Nils Holm (NH). NH är klar.", ["Anna Beck", "Nils Holm", "NH", "NH"]),
    (
        "Vi mötte Ahmed al-Hassan och Ludwig van der Berg.",
        ["Ahmed al-Hassan", "Ludwig van der Berg"],
    ),
    ("Handledare är ZSÓFIA NAGY.", ["ZSÓFIA NAGY"]),
    ("Lars ansvarar. Lars rum är ledigt.", ["Lars", "Lars"]),
    ("ST-läkaren Svetlana Kuznetsova har slutat.", ["Svetlana Kuznetsova"]),
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_found(text: str, names: list[str]) -> None:
    assert [name.text for name in find_names([text])[0]] == names


NOBODY = [
    "Mini-CEX, DOPS och Balint används vid Södertälje sjukhus.",
    "Take Care, Cosmic och Heroma. Sankt Görans sjukhus och S:t Eriks ögonsjukhus.",
    "Crohns sjukdom, Parkinson, Sjögrens syndrom, Kolbs lärcirkel och Gibbs reflektionscykel.",
    "Inga ST-läkare saknar handledare. Min bedömning. Per år. Den 3 maj. Maj månad. Vår plan.",
    "Astrid Lindgrens barnsjukhus, Karolinska Universitetssjukhuset i Solna och Region Skåne.",
    "Verksamhetschefen, studierektorn och handledarna. VC och SR. ST-läkarna.",
    "A. Socialstyrelsens föreskrifter följs. B. Åtgärder krävs. D. Brister har påvisats.",
    "Kurser ges av Karolinska Institutet, Svensk förening för allmänmedicin och LIPUS.",
    "Journal Club, Case Based Discussion, Grand Rounds och Open Space.",
    "Styrkor\nSvagheter\nFörbättringspotential\nVerksamheten\nLokaler och utrustning",
    "Trygg Förlossning och Rätt Vård är projekt. Gröna Villan renoveras.",
    "",
    "   \n\n ",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    assert find_names([text]) == [()]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Eks rum.",
        "\tAnna\u00a0Ek, studierektor",
        (
            "Introduktionen av nya medarbetare hålls regelbundet av överläkare Anna\nEk och ges "
            "vid varje anställning."
        ),
    ],
)
def test_offsets_are_those_of_the_text_given(text: str) -> None:
    (name,) = find_names([text])[0]
    assert text[name.start : name.end] == name.text
    assert name.text.split() == ["Anna", "Ek"]


def test_each_text_has_its_own_names() -> None:
    texts = ["Anna Ek leder.", "Ingen.", "dr Holm"]
    found = [[name.text for name in names] for names in find_names(texts)]
    assert found == [["Anna Ek"], [], ["Holm"]]
    assert find_names([]) == []


@given(st.text(alphabet="Anna Ek\n\t.,-'’ÅÖåsS:()/0", max_size=120))
@settings(deadline=None, max_examples=150)
def test_any_text(text: str) -> None:
    (names,) = find_names([text])
    assert [text[name.start : name.end] for name in names] == [name.text for name in names]
    ends = [0, *(name.end for name in names)]
    assert all(end <= name.start for end, name in zip(ends, names, strict=False))


@given(st.text(alphabet="ab \n", max_size=300))
def test_unwrap_moves_nothing(text: str) -> None:
    unwrapped = unwrap(text)
    assert len(unwrapped) == len(text)
    assert unwrapped.replace("\n", " ") == text.replace("\n", " ")


def test_spacy_is_imported_when_a_name_is_sought() -> None:
    code = (
        "import sys, spur_extract.language.names as names\n"
        "assert 'spacy' not in sys.modules\n"
        "names.find_names(['Anna Ek'])\n"
        "assert 'spacy' in sys.modules\n"
    )
    subprocess.run((sys.executable, "-c", code), check=True)


@pytest.mark.parametrize(
    ("text", "told", "suspected"),
    [
        # A given name with nothing beside it that speaks for a person.
        ("Bo på annan ort? Ersättning utgår enligt avtal.", [], ["Bo"]),
        ("Lasse Bo? Ersättning utgår enligt avtal.", ["Lasse Bo"], ["Lasse Bo"]),
        # What the rule for fields takes for a surname, in a sentence and in a field.
        ("Kursen ges av Hartmann varje vår för alla.", [], ["Hartmann"]),
        ("Kursen ges av studierektor Hartmann varje vår.", ["Hartmann"], ["Hartmann"]),
        ("Av Hartmann", ["Hartmann"], ["Hartmann"]),
        # A known surname in a sentence, and the same in a list of names.
        ("Ebstein, Eisenmenger och Noonan hör till det ovanliga.", [], ["Ebstein", "Noonan"]),
        ("Ebstein, Noonan", ["Ebstein", "Noonan"], ["Ebstein", "Noonan"]),
    ],
)
def test_what_little_speaks_for_is_suspected(
    text: str, told: list[str], suspected: list[str]
) -> None:
    assert [name.text for name in find_names([text])[0]] == told
    assert [name.text for name in find_suspects([text])[0]] == suspected


@pytest.mark.parametrize("line", ["a" * 100_000, "ab" + " " * 60_000, "Anna " * 20_000])
def test_long_lines_are_unwrapped_in_time(line: str) -> None:
    unwrap("Anna\nEk")  # the word lists are loaded once
    started = time.process_time()
    unwrap(f"{line}\nEk")
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("row", ["Anna, ", "Lisa och ", "Elvira används. "])
def test_long_rows_of_names_are_read_in_time(row: str) -> None:
    find_names(["Anna Ek"])  # the pipeline is loaded once
    started = time.process_time()
    find_names([row * 1000])
    assert time.process_time() - started < 3
