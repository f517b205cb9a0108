"""Names in running text that are no persons, each beside a near one that is."""

import pytest

from spur_extract.language.names import find_names


def names(text: str) -> list[str]:
    """The names found."""
    (found,) = find_names([text])
    return [name.text for name in found]


@pytest.mark.parametrize(
    "text",
    [
        "Grupprummen heter Oskar, Sofia och Malin och är bokade hela veckan.",
        "Handledarrummet har döpts till Lotta.",
        "Verksamheten bedrivs i tre team, Astrid och Gunnar samt ett mobilt.",
        "Studiebesök gjordes i ett projekt med namnet Elsa.",
        "Läroböckerna är Cooper och Allen.",
        "ST-läkarna läser Cooper's bok om sömn.",
        "Forskningen stöds av Nils och Berta Sjömarks stiftelse.",
        "Fem ST-läkare har fått Berta Sjömarks resestipendium.",
        "Sidotjänstgöring görs vid Astrid Lindgren i Solna.",
        "Resultaten lagras i ALMA och visas på skärm.",
        "Två ST-läkare hyrs ut till Doktor Lisa under sommaren. Doktor Lisa har egen jour.",
        "Mottagningen ligger i hus K. Linden är fälld.",
        "Den planerade kursen hålls på Carl von Rosen-gården.",
        "Kliniken ligger på Birgittas sjukhusområde.",
        "Barn triageras enligt RETTS-p och smärta skattas med ALPS-Neo.",
        "Kvalitetsregister: SNQ, Barnepilepsi, BORIS.",
        "Sjöberg och Nylanders lärobok används.",
        "Mottagningen har B. Låg bemanning är vanligt.",
        "Kapitel ur Kumar & Clark läses gemensamt.",
        "Hörsalen i Gustav III:s paviljong är stor.",
        "Föräldrar bor på Magnus Huss.",
        "Höfter undersöks enligt von Rosen.",
        "Utbyte finns med kollegor på Lilla Amundön.",
        "Möten hålls i mötesrummet Hjalmar Branting.",
    ],
)
def test_no_person(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ST-läkarna Oskar, Sofia och Malin är nöjda.", ["Oskar", "Sofia", "Malin"]),
        ("Forskningen leds av Nils och Berta Sjömark.", ["Nils", "Berta Sjömark"]),
        ("Berta Sjömarks handledning uppskattas.", ["Berta Sjömark"]),
        ("Handledningen sköts av doktor Lisa.", ["Lisa"]),
        ("Schemat görs av Henrik Hedemora, som slutar.", ["Henrik Hedemora"]),
        ("Perfusionisten Ronny Åbom deltog.", ["Ronny Åbom"]),
        ("Vi träffade Gittan och Robban på mottagningen.", ["Gittan", "Robban"]),
        ("Introduktionen hålls av Henning Sten.", ["Henning Sten"]),
        ("Birgittas handledning uppskattas.", ["Birgitta"]),
        ("ST-läkaren Jiyan Demircis handbok används.", ["Jiyan Demirci"]),
        ("Rekrytering, L. Brogrund är kvar.", ["L. Brogrund"]),
        ("Anna & Karin planerar kursen.", ["Anna", "Karin"]),
        ("Synpunkter gavs av VC Maria Wiklund Baas.", ["Maria Wiklund Baas"]),
        ("Hon är gift med psykologen Gerda, på mottagningen för barn.", ["Gerda"]),
        ("Kursen hölls av von Rosen.", ["von Rosen"]),
        ("Dit kom chefen. Chefskirurgen Sixten Eidelund, norrman, deltog.", ["Sixten Eidelund"]),
        ("Kursen leds av Sven Hjortsäter.", ["Sven Hjortsäter"]),
    ],
)
def test_person(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mottagningen Doktor Lisa ägs privat. Läkarna på Doktor Lisa trivs, och Lisa växer.",
        "Mottagningsrummen har namn efter fåglar: Svan, Stina och Lisa. Sal Stina är störst.",
        'Roboten, av alla kallad "Sixten", används. Sixten står i källaren.',
        "Referenslitteraturen är Miles and Victor samt vårdprogram.",
        "Ny C-båge och nytt mikroskop från Leica är beställda.",
        "Lex Maria och Lex Sarah behandlas på introduktionen.",
        "Elvira används för bokning. Deltagandet brister när Elvira ligger nere.",
        "Linda, det gamla bokningssystemet, avvecklas. Utbildning i Linda ges.",
        "Signe, Svea och Saga är de tre samtalsrummen.",
        "Felicia heter barnens journalmodul.",
        "Linus är ett utskrivningsverktyg. Alla kan Linus.",
    ],
)
def test_no_person_anywhere_in_the_text(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kontakt: Johanna\nKling.", ["Johanna\nKling"]),
        (
            "Handledare: Lena Ask och Anna Maria\nBuczek i Borås.",
            ["Lena Ask", "Anna Maria\nBuczek"],
        ),
        ("Kontakta Johanna\nKliniken svarar.", ["Johanna"]),
        ("Gudrun Brolund leder. Stroke, GB, migrän behandlas.", ["Gudrun Brolund"]),
        ("Gudrun Brolund leder. Ansvarig: GB", ["Gudrun Brolund", "GB"]),
        ("Resultat: IgA. AKI på IVA.", []),
        ("Kollegium - E Paulin - maj", ["E Paulin"]),
        ("Granskare: Elisabeth Tjäder Sundsvall", ["Elisabeth Tjäder"]),
        ("Stipendier ur en fond och ett från Erik, Karin och Gösta Selanders stiftelse.", []),
        ("En upplaga av Harriman finns.", []),
        ("Granskare\nHJELMSJÖ, TORSTEN     Överläkare, Ystad", ["HJELMSJÖ, TORSTEN"]),
        ("SR: Tove-Li Åsberg och Kim Brolund", ["Tove-Li Åsberg", "Kim Brolund"]),
        ("För granskningsgruppen\nS. BRONDAHL    E. HAVELIN\n", ["S. BRONDAHL", "E. HAVELIN"]),
        ("Justeras: C. Åhdal", ["C. Åhdal"]),
        ("Linda, den nya studierektorn, har tillträtt.", ["Linda"]),
        ("Linda är en uppskattad handledare.", ["Linda"]),
        ("Linda, som sköter systemet, slutar.", ["Linda"]),
        ("Anna Ek används som bollplank. Ek leder mötet.", ["Anna Ek", "Ek"]),
        ("Anna Ek är borta. Ek ersätts av Linda.", ["Anna Ek", "Ek", "Linda"]),
        ("Arbeten har skrivits av två ST-läkare: om osteoporos och om vaccination.", []),
        (
            "Ordförande: Lisen Sten. Under mötet gick Lisen Sten igenom planen, som antogs.",
            ["Lisen Sten", "Lisen Sten"],
        ),
        ("Ge Kia Brolund eller hennes ersättare tid till uppdraget.", ["Kia Brolund"]),
    ],
)
def test_labels_openers_and_repeats(text: str, expected: list[str]) -> None:
    assert names(text) == expected
