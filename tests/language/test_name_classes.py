"""Names in short fields by classes of writing, several examples of each and near misses."""

import time

import pytest

from spur_extract.language.parties import find_persons
from spur_extract.language.parties.likeness import is_name_like, name_likeness
from spur_extract.language.parties.persons import locate_persons

REVERSED: list[tuple[str, tuple[str, ...]]] = [
    ("Docent Rosvall, Maria", ("Rosvall, Maria",)),
    ("Professor Qvarnefalk, Sven.", ("Qvarnefalk, Sven",)),
    ("Överläkare von Qvarn, Sven, Falun", ("von Qvarn, Sven",)),
    ("Rosvall, Maria, Kir klin, Motala; Öhrstig, Sven, Hud", ("Rosvall, Maria", "Öhrstig, Sven")),
    ("Karlsson, Maria, Visby (mq@q.example)", ("Karlsson, Maria",)),
    ("Karlsson Öhrstig, Maria, BarnIVA", ("Karlsson Öhrstig, Maria",)),
    ("Karlsson Öhrstig, Maria Ystad", ("Karlsson Öhrstig, Maria",)),
    ("Karlsson- Öhrstig, Maria", ("Karlsson- Öhrstig, Maria",)),
    ("Rosvall, Maria / sektionschef", ("Rosvall, Maria",)),
    ("Rosvall, M samt handledaren", ("Rosvall, M",)),
    ("Karlsson, Maria, Öhrstig, Sven", ("Karlsson, Maria", "Öhrstig, Sven")),
    ("KARLSSON, BRITT-MARIE", ("KARLSSON, BRITT-MARIE",)),
    ("Karlsson, Maria, Sven", ("Karlsson", "Maria", "Sven")),
    ("Kvalitetsregister, Maria", ("Maria",)),
    ("Stickprov, Maria, Visby", ("Maria",)),
]

SINGLE_NOUNS = (
    "Kvittens.",
    "Avstämning, SR",
    "Loggbok, VC",
    "Granskningskommittén",
    "Handledarenkät",
    "Placeringsöversikt",
    "Kollegial granskning",
    "Checklista/SR",
    "Introduktionspärm, handledare",
    "Årshjul och ST-läkare",
    "Uppropslista",
    "Vårdplatsutredning",
    "Frågeformulär, studierektor",
    "Övningsledarna",
)

BEHIND_TITLES: list[tuple[str, tuple[str, ...]]] = [
    ("Öl Rosvall Flod, öl Karlsson Sten", ("Rosvall Flod", "Karlsson Sten")),
    ("Öl Karlsson Ystad", ("Karlsson",)),
    ("Överläkare KARLSSON", ("KARLSSON",)),
    ("Studierektor QVARNSTRÖM", ("QVARNSTRÖM",)),
    ("Överläkare AKUTEN", ()),
    ("Studierektor STRAMA", ()),
    ("Rektor för AT/BT Fruzsika Karlsson", ("Fruzsika Karlsson",)),
    ("Chef IVA Wendelke Öhrström", ("Wendelke Öhrström",)),
    ("Chef IVA Solna Karlsson", ()),
    ("Dåvarande VC Maria Qvirre", ("Maria Qvirre",)),
    ("Avgående VC Sven Qvirre", ("Sven Qvirre",)),
    ("Norra VC Maria Qvirre", ()),
    ("Rapport av ST-rep Maria Öhrstig", ("Maria Öhrstig",)),
    ("AT-ombud Maria Öhrstig", ("Maria Öhrstig",)),
    ("Stödläkare Saga Stark", ("Saga Stark",)),
    ("Kontaktsköterska Saga Stark (f.d. Rosvall)", ("Saga Stark", "Rosvall")),
    ("Maria Karlsson, född Öhrstig", ("Maria Karlsson", "Öhrstig")),
    ("Maria Karlsson (tidigare Ystad)", ("Maria Karlsson",)),
    ("Maria Karlsson (nu pension)", ("Maria Karlsson",)),
]

TWO_SURNAMES: list[tuple[str, tuple[str, ...]]] = [
    ("Kir: Maria Rosvall Mikkelsen", ("Maria Rosvall Mikkelsen",)),
    ("Maria Öhrstig Andersen, sektionschef", ("Maria Öhrstig Andersen",)),
    ("AT: Sven Holm Nilsen", ("Sven Holm Nilsen",)),
    ("Maria Öhrstig Jessen", ("Maria Öhrstig Jessen",)),
]

WORDS_THAT_ARE_GIVEN_NAMES: list[tuple[str, tuple[str, ...]]] = [
    ("Alla Petrova, studierektor", ("Alla Petrova",)),
    ("Alla handledare", ()),
    ("Uppdraget går från Annika till Hans den 3 maj", ("Annika", "Hans")),
    ("Hans/Maria", ("Hans", "Maria")),
    ("Hans chef", ()),
    ("Per per mejl", ("Per",)),
    ("Per telefon", ()),
]

PARTICLES: list[tuple[str, tuple[str, ...]]] = [
    ("de Rosa, studierektor", ("de Rosa",)),
    ("di Karlo, ST-läkare", ("di Karlo",)),
    ("Verksamhetschef de Groot", ("de Groot",)),
    ("de Nya rutinerna", ()),
    ("de ST-läkare som kan", ()),
]

ODD_SPELLINGS: list[tuple[str, tuple[str, ...]]] = [
    ("K.-G. Rosvall", ("K.-G. Rosvall",)),
    ("Chef B.-M. Öhrstig", ("B.-M. Öhrstig",)),
    ("I M Rosvall", ("I M Rosvall",)),
    ("A K Öhrstig, sektionschef", ("A K Öhrstig",)),
    ("B C Lokaler", ()),
    ("Rosvall-Karls- son", ("Rosvall-Karls- son",)),
    ('Ombud SVEN "SVENNE" KARLSSON-QVARN', ('SVEN "SVENNE" KARLSSON-QVARN',)),
    ('Maria "Mia" Karlsson', ('Maria "Mia" Karlsson',)),
    ("Sven ”Svenne” Öhrstig", ("Sven ”Svenne” Öhrstig",)),
    ('Kurs "Maria" Karlsson', ()),
]

WORKPLACES: list[tuple[str, tuple[str, ...]]] = [
    ("Maria Öhrstig, Qvirrska, och Sven Karlsson, Ystad", ("Maria Öhrstig", "Sven Karlsson")),
    ("Maria Öhrstig, Qvirranska", ("Maria Öhrstig",)),
    ("Maria Öhrstig, Solgläntan", ("Maria Öhrstig",)),
    ("VC Hudkliniken, Maria Hagfors", ("Maria Hagfors",)),
    ("Öhrman, Kalmar / Qvirrelius, Falun", ("Öhrman", "Qvirrelius")),
    ("Ortopeden, Kalmar / Medicin, Falun", ()),
    ("Maria Öhrman Urologi Kalmar, Sven Öhrstig Hud Falun", ("Maria Öhrman", "Sven Öhrstig")),
]


UNLISTED: list[tuple[str, tuple[str, ...]]] = [
    ("VC/Zetterqvam", ("Zetterqvam",)),
    ("VC/Stickprov", ()),
    ("Zetterqvam (Motala), Kvittens (Motala)", ("Zetterqvam",)),
    ("Motala: Zetterqvam", ("Zetterqvam",)),
    ("Senast i maj - Zetterqvam", ("Zetterqvam",)),
    ("Zetterqvam beslutar", ("Zetterqvam",)),
    ("Provtagning beslutar", ()),
    ("SR Zetterqvamberg + VC", ("Zetterqvamberg",)),
    ("VC Zetterqvamberg", ()),
    ("(A. Sten)", ("A. Sten",)),
    ("VC (A. Sten)", ("A. Sten",)),
    ("C. Pappersmall", ()),
    ("B. Årshjul", ()),
    ("Perfusionär Annika Öhrstig", ("Annika Öhrstig",)),
]

OTHERS: list[tuple[str, tuple[str, ...]]] = [
    ("A. Öhrstig    S. Karlsson", ("A. Öhrstig", "S. Karlsson")),
    ("Annika Öhrstig     N-H Qvirre", ("Annika Öhrstig", "N-H Qvirre")),
    ("Capio S:t Erik", ()),
    ("Sankta Annika sjukhem", ()),
    ("Annika Karlssons väg 3", ()),
    ("Hr Karlsson", ("Karlsson",)),
    ("Karlsson resp. Öhrstig", ("Karlsson", "Öhrstig")),
    ("Sköts av Sten före jul", ("Sten",)),
    ("Sker med hjälp av Sten", ("Sten",)),
    ("därefter Karlsson", ("Karlsson",)),
    ("MT, ÖQ", ("MT", "ÖQ")),
    ("HR, ÖQ", ()),
    ("Ö.Q., T.K.", ("Ö.Q.", "T.K.")),
    ("M.D. Annika Öhrstig", ("Annika Öhrstig",)),
    ("Karlsson, M., Öhrstig, S.", ("Karlsson, M.", "Öhrstig, S.")),
    ("Studierektor: Annika Motala", ("Annika Motala",)),
]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        *UNLISTED,
        *OTHERS,
        *REVERSED,
        *BEHIND_TITLES,
        *TWO_SURNAMES,
        *WORDS_THAT_ARE_GIVEN_NAMES,
        *PARTICLES,
        *ODD_SPELLINGS,
        *WORKPLACES,
    ],
)
def test_persons(text: str, persons: tuple[str, ...]) -> None:
    assert find_persons(text) == persons


@pytest.mark.parametrize("text", SINGLE_NOUNS)
def test_a_noun_is_no_name(text: str) -> None:
    assert find_persons(text) == ()


@pytest.mark.parametrize("word", ["Zetterqvam", "Immervall", "Osterhagen", "Kowalczewski", "Nguyo"])
def test_looks_like_a_name(word: str) -> None:
    assert is_name_like(word)


@pytest.mark.parametrize(
    "word", ["Stickprov", "Kvittens", "Uppropslista", "Loggbokens", "q" * 8000]
)
def test_looks_like_a_noun(word: str) -> None:
    assert not is_name_like(word)
    assert name_likeness(word.lower()) < 0


HOSTILE = [
    "q" * 8000,
    "Q" + "q" * 7999,
    "Q" * 8000,
    "Ek, " * 1500,
    "Ek och " * 1200,
    "Ek (Ek) " * 1000,
    '"Ek" ' * 1500,
    "Qvirre, " * 1000,
    "A. " * 2500,
    "A.B. " * 1600,
    "von " * 2000,
    "öl " * 2500,
    "Anna o " * 1500,
    "KQ och " * 1400,
    "ab " * 3300 + "(KQ)",
    "öl anna qvirre " * 600,
    "AB, " * 2000,
    "Anna- " * 1500,
    "anna ek " * 1000,
    "Anna " * 1500,
    "Anna Ek (f.d. " * 500,
    "ANNA, EK " * 900,
    "Ek\n" * 2500,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:9])
def test_hostile_texts_are_read_in_time(text: str) -> None:
    find_persons("Anna Ek, Qvirre")  # the word lists are loaded once
    started = time.process_time()
    locate_persons(text)
    assert time.process_time() - started < 0.5
