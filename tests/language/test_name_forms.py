"""Names in short fields by their form and by what stands beside them, each with a near miss."""

import pytest

from spur_extract.language.parties import find_persons, read_party

SURNAME_FIRST: list[tuple[str, tuple[str, ...]]] = [
    ("Rosvall, Maria", ("Rosvall, Maria",)),
    ("Rosvall, M.", ("Rosvall, M.",)),
    ("von Rosvall, Karl-Johan (överläkare)", ("von Rosvall, Karl-Johan",)),
    ("Rosvall, Maria; Öhrstig, K.", ("Rosvall, Maria", "Öhrstig, K.")),
    ("Rosvall, Maria, studierektor", ("Rosvall, Maria",)),
    ("Rosvall, Maria Öhrstig", ("Rosvall", "Maria Öhrstig")),
    ("Rosvall, Maria och Karl", ("Rosvall", "Maria", "Karl")),
    ("Maria, Karl", ("Maria", "Karl")),
    ("Kardiologkliniken, Maria", ("Maria",)),
    ("Hudiksvall, Maria", ("Maria",)),
]

ODD_SPELLINGS: list[tuple[str, tuple[str, ...]]] = [
    ("Maria o Qvirre", ("Maria", "Qvirre")),
    ("Maria Rosvall o Karl Öhrstig", ("Maria Rosvall", "Karl Öhrstig")),
    ("Maria Rosvall o. Karl", ("Maria Rosvall", "Karl")),
    ("råd o stöd", ()),
    ("överl karl rosvall", ("karl rosvall",)),
    ("karl rosvall verksamhtschef", ("karl rosvall",)),
    ("karl rosvall verkar", ()),
    ("k. rosvall", ("k. rosvall",)),
    ("k. läkare", ()),
    ("Alla utom Karl", ("Karl",)),
    ("Rosvall el. Dahlin", ("Rosvall", "Dahlin")),
    ("sofia ekdahl, vc", ("sofia ekdahl",)),
    ("sofia mottagningen, vc", ()),
    ("HÅKANSSON Karl, ÖL", ("HÅKANSSON Karl",)),
    ("IVA Karl, ÖL", ()),
    ("verksamhetschefKarl Rosvall", ("Karl Rosvall",)),
    ("SchefferKarl", ()),
    ("R. Hedenstierna", ("R. Hedenstierna",)),
    ("R. Rotationerna", ()),
    ("Lind, Karl (Kalmar)", ("Lind, Karl",)),
    ("karl rosvall tillsvidare", ("karl rosvall",)),
    ("Vch Maria Rosvall", ("Maria Rosvall",)),
    ("v Rosvall-Ek", ("v Rosvall-Ek",)),
    ("v 12", ()),
    ("N.N.", ()),
    ("M.N.", ("M.N.",)),
    ("Maria Rosvall, St Göran", ("Maria Rosvall",)),
    ("Överläkare Maria Jovanović Ström och överläkare Karl Rosvall",
     ("Maria Jovanović Ström", "Karl Rosvall")),
]  # fmt: skip

AMBIGUOUS_SURNAMES: list[tuple[str, tuple[str, ...]]] = [
    ("Kristina Norr", ("Kristina Norr",)),
    ("Annika ny från maj", ("Annika",)),
    ("Annika Röntgen", ()),
    ("Maria Klar, överläkare", ("Maria Klar",)),
    ("Annika klar 1/9", ("Annika",)),
    ("P. Ström", ("P. Ström",)),
    ("Karlsson, P", ("Karlsson, P",)),
    ("C. Lokaler", ()),
    ("E. Handledning", ()),
    ("Kristina Motala, Maria Kiruna", ("Kristina", "Maria")),
    ("M. och P. Rosvall", ("M.", "P. Rosvall")),
    ("Maria v. Rosvall", ("Maria v. Rosvall",)),
    ("Annika v 12", ("Annika",)),
    ("P Rosvall – jourer", ("P Rosvall",)),
    ("Öl Ystad", ("Ystad",)),
    ("ÖL Ystad", ()),
    ("Vårdcentralen Doktor Rosvall", ()),
]

LONE_SURNAMES: list[tuple[str, tuple[str, ...]]] = [
    ("Karlsson på ögon", ("Karlsson",)),
    ("Ystad på ögon", ()),
    ("Karlsson (BUP), Qvirre (vuxen)", ("Karlsson", "Qvirre")),
    ("Ystad (BUP), Qvirre (vuxen)", ()),
    ("Region Halland/Karlsson", ("Karlsson",)),
    ("Region Halland/Hylte", ()),
    ("Kir: Karlsson; Med: Rosvall", ("Karlsson", "Rosvall")),
    ("Kir: Jouren; Med: Dagvården", ()),
    ("Dietist Qvirre", ("Qvirre",)),
    ("Anmäls till Qvirre", ()),
    ("Berg, Ytterviken", ()),
]

GENITIVES: list[tuple[str, tuple[str, ...]]] = [
    ("Under Kristinas tjänstledighet", ("Kristina",)),
    ("Kristinas chef", ("Kristina",)),
    ("Under kliniks ledning", ()),
    ("Kristinas vårdcentral", ()),
    ("enhetschef Karlssons uppdrag", ("Karlsson",)),
    ("Karlssons ersättare", ("Karlsson",)),
    ("Karlssons metod", ()),
    ("Karin Rosvall-salen", ()),
    ("Crohns sjukdom", ()),
    ("Crohns efterträdare", ()),
]

BROKEN_LINES: list[tuple[str, tuple[str, ...]]] = [
    ("Britt- Marie Rosvall", ("Britt- Marie Rosvall",)),
    ("Maria Ros- wall", ("Maria Ros- wall",)),
    ("Maria Öhr- Rosvall", ("Maria Öhr- Rosvall",)),
    ("Maria Ek- Karl Rosvall", ("Maria Ek", "Karl Rosvall")),
    ("Studierektor- Rosvall", ("Rosvall",)),
    ("Maria Ros- och Karl", ("Maria Ros", "Karl")),
]

OTHER_NAMES: list[tuple[str, tuple[str, ...]]] = [
    ("Maria Qvirre slutar, Qvirres rum städas", ("Maria Qvirre", "Qvirre")),
    ("Maria Kalmar, Kalmar", ("Maria Kalmar",)),
    ("MQ (rektor Maria Qvirre)", ("MQ", "Maria Qvirre")),
    ("MR (rektor Maria Qvirre)", ("Maria Qvirre",)),
    ("Samir N.", ("Samir N.",)),
    ("Samir N. Han bokar.", ("Samir N",)),
    ("Ö.Q. bokar", ("Ö.Q.",)),
    ("B.U.P. bokar", ()),
    ("ÖQ, HÅ", ("ÖQ", "HÅ")),
    ("BUP, HÅ", ()),
    ("QXV, ÖXQ", ()),
    ("VGR/SU", ()),
    ("Ansv Karlsson, uppf Rosvall", ("Karlsson", "Rosvall")),
    ("ST-repr Annika", ("Annika",)),
    ("Annika Barn", ()),
    ("Rektor MARIA QVIRRE SAMT CHEF", ("MARIA QVIRRE",)),
    ("Kurs ATLS SAMT HLR", ()),
    ("Jan. – mars", ()),
    ("Jan – mars bokar han", ()),
    ("Jan bokar", ("Jan",)),
    ("Karlsson Vårdpartner", ()),
    ("Stiftelsen Karl Rosvalls fond", ()),
    ("Qvirre AB:s chef", ()),
    ("Fast läkare", ()),
    ("JourOpVården", ()),
    ("Vik: Maria", ("Maria",)),
    ("Dr MD PhD Maria Qvirre", ("Maria Qvirre",)),
    ("Ph.D. Maria Qvirre", ("Maria Qvirre",)),
    ("Maria N:son Qvirre", ("Maria N:son Qvirre",)),
]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        *SURNAME_FIRST,
        *ODD_SPELLINGS,
        *AMBIGUOUS_SURNAMES,
        *LONE_SURNAMES,
        *GENITIVES,
        *BROKEN_LINES,
        *OTHER_NAMES,
    ],
)
def test_persons(text: str, persons: tuple[str, ...]) -> None:
    assert find_persons(text) == persons


@pytest.mark.parametrize(
    ("text", "roles", "persons"),
    [
        ("HC-chef Maria Qvirre", ("chef",), ("Maria Qvirre",)),
        ("SPUR-inspektörer Maria Qvirre", ("inspektör",), ("Maria Qvirre",)),
        ("Jour-SR Maria Qvirre", ("studierektor",), ("Maria Qvirre",)),
        ("BT-SR Maria Qvirre", ("studierektor",), ("Maria Qvirre",)),
        ("AT-läk. Kristina", (), ("Kristina",)),
        ("HC-möte", (), ()),
        ("Anna-chef", (), ()),
    ],
)
def test_compounds_of_capitals_and_a_role(
    text: str, roles: tuple[str, ...], persons: tuple[str, ...]
) -> None:
    party = read_party(text)
    assert (party.roles, party.persons) == (roles, persons)
