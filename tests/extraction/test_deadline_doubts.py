"""Deadlines whose words, or what is left over beside the dates, decide whether there is a date."""

import pytest

from spur_extract.contract import DeadlineStatus
from spur_extract.extraction.deadlines import read_deadline, unclear_date

READ = [
    # text, first and last day; "" is an open end
    ("Ej före 2031-04-01", "2031-04-01", ""),
    ("inte innan maj 2031", "2031-05-01", ""),
    ("Blir inte klart före 1/9 2031", "2031-09-01", ""),
    ("Ej aktuellt före 2031", "2031-01-01", ""),
    ("ej efter 2031-04-01", "", "2031-04-01"),
    ("före 2031-04-01", "", "2031-03-31"),
    ("Resurser saknas inte. Före 2031-04-01", "", "2031-03-31"),
    ("inte senare än 1 maj 2031", "", "2031-05-01"),
    ("innan 2031 är slut", "", "2031-12-31"),
    ("före 2031 års utgång", "", "2031-12-31"),
    ("innan våren 2031 är över", "", "2031-05-31"),
    ("innan årets slut 2031", "", "2031-12-31"),
    ("innan 2031", "", "2030-12-31"),
    ("4 mars 2031 (v. 10)", "2031-03-04", "2031-03-04"),
    ("v. 10 (4 mars 2031)", "2031-03-04", "2031-03-04"),
    ("4 mars 2031, vecka 10", "2031-03-04", "2031-03-04"),
    ("mars 2031 (Q1)", "2031-03-01", "2031-03-31"),
    ("maj 2031 och september", "2031-05-01", ""),
    ("1 mars alt. 1 maj 2031", "2031-03-01", "2031-05-01"),
    ("1/3 alternativt 1/5 2031", "2031-03-01", "2031-05-01"),
    ("mars el. maj 2031", "2031-03-01", "2031-05-31"),
    ("2031 alternativt 2032", "2031-01-01", "2032-12-31"),
    ("Tidigast 1 maj, senast 1 juni 2031", "2031-05-01", "2031-06-01"),
    ("tidigast i maj och senast i juni 2031", "2031-05-01", "2031-06-30"),
    ("från 1 maj fram till 1 juni 2031", "2031-05-01", "2031-06-01"),
    ("2031- 05-01", "2031-05-01", "2031-05-01"),
    ("1 / 5 2031", "2031-05-01", "2031-05-01"),
    ("1.5. 2031", "2031-05-01", "2031-05-01"),
    ("2031-O5-01", "2031-05-01", "2031-05-01"),
    ("Klart i mars 2031", "2031-03-01", "2031-03-31"),
    ("2O31-05-O1", "2031-05-01", "2031-05-01"),
    ("2031-05-0l", "2031-05-01", "2031-05-01"),
    ("3l/12 2031", "2031-12-31", "2031-12-31"),
    ("september 2O31", "2031-09-01", "2031-09-30"),
    ("20 31-05-01", "2031-05-01", "2031-05-01"),
    ("h.t. 31", "2031-08-01", "2032-01-31"),
    ("V.T. 2031", "2031-01-01", "2031-06-30"),
    ("19 och 20 mars 2031", "2031-03-19", "2031-03-20"),
    ("den 19:e och 20:e mars 2031", "2031-03-19", "2031-03-20"),
    ("19/20 mars 2031", "2031-03-19", "2031-03-20"),
    ("19, 20 och 21 mars 2031", "2031-03-19", "2031-03-21"),
    ("onsdag 19 & torsdag 20/3 2031", "2031-03-19", "2031-03-20"),
    ("19-20/3-31", "2031-03-19", "2031-03-20"),
    ("31 mars och 1 april 2031", "2031-03-31", "2031-04-01"),
    ("19.-20.3.2031", "2031-03-19", "2031-03-20"),
    ("2031-03-19/20", "2031-03-19", "2031-03-20"),
    ("2031-03-31 – 04-01", "2031-03-31", "2031-04-01"),
    ("1. 2031-03-01, 2. 2031-09-01", "2031-03-01", "2031-09-01"),
    ("1 maj 2031 el. tidigare", "", "2031-05-01"),
    ("Dnr 2030/1234, klart maj 2031", "2031-05-01", "2031-05-31"),
    ("uppskjutet till maj 2031", "2031-05-01", "2031-05-31"),
    ("Nytt datum 2031-09-01", "2031-09-01", "2031-09-01"),
    ("ändrad rutin våren 2031", "2031-03-01", "2031-05-31"),
    ("en gång per termin från hösten 2031", "2031-09-01", ""),
    ("2031 om han inte slutat", "2031-01-01", "2031-12-31"),
    ("Underlag från regionen, senast 2031-04-01", "", "2031-04-01"),
    ("Enligt plan senast 2031-04-01", "", "2031-04-01"),
    ("under våren, klart 2031-05-01", "2031-05-01", "2031-05-01"),
    ("efter sommaren, 2031-09-01", "2031-09-01", ""),
    ("Utvärdering efter 6 månader, 2031-12-01", "2031-12-01", "2031-12-01"),
    ("senast kl 12.00 den 1 maj 2031", "", "2031-05-01"),
    ("3 juni 2031, 14.00", "2031-06-03", "2031-06-03"),
    ("Klart 2031-05-01 (ej rutin för jour)", "2031-05-01", "2031-05-01"),
    ("start 2031-01, slut 2031-12", "2031-01-01", "2031-12-31"),
    ("påbörjat ht 2031, klart vt 2032", "2031-08-01", "2032-06-30"),
    ("Under 2031, dock senast 2031-10-01", "2031-01-01", "2031-10-01"),
    ("hösten 2031, senast 15 november 2031", "2031-09-01", "2031-11-15"),
    ("oktober 2031 - tills vidare", "2031-10-01", ""),
    ("v. 1-2 2031", "2030-12-30", "2031-01-12"),
    ("slutet av 2031/början av 2032", "2031-01-01", "2032-12-31"),
    ("maj och/eller juni 2031", "2031-05-01", "2031-06-30"),
    ("vecka 36 -31", "2031-09-01", "2031-09-07"),
    ("Handledare A 2031-02-01, handledare B 2031-05-01", "2031-02-01", "2031-05-01"),
    ("Påbörjas våren 2031 och är klart hösten 2031", "2031-03-01", "2031-11-30"),
    ("Ej påbörjat - klart 2031-05-01", "2031-05-01", "2031-05-01"),
    ("Start vt 2031, sedan 2032", "2031-01-01", "2032-12-31"),
    ("2031-05-01*", "2031-05-01", "2031-05-01"),
    ("2031-05-01 OK /AB", "2031-05-01", "2031-05-01"),
    ("Anställer 2 handledare senast 2031-05-01", "", "2031-05-01"),
    ("2 handledare utbildas 2031", "2031-01-01", "2031-12-31"),
    ("Klart2031-05-01", "2031-05-01", "2031-05-01"),
    ("Senast 31 maj varje år från 2031", "2031-01-01", ""),
    ("Årligen i december, från och med 2031", "2031-01-01", ""),
    ("Varje år 1 mars, från och med 2031", "2031-01-01", ""),
    ("Varje år i maj, från 2031", "2031-01-01", ""),
    ("maj, från 2031", "2031-01-01", ""),
    ("Årligen i maj och 2031", "2031-01-01", "2031-12-31"),
    ("Årligen december, januari 2031", "", "2031-01-31"),
    ("Årligen december - januari 2031", "", "2031-01-31"),
    ("maj, senast 2031", "", "2031-12-31"),
    ("Inom 3 månader efter granskningen, senast 2031-06-30", "", "2031-06-30"),
    ("3 månader efter granskningen (senast 2031-06-30)", "", "2031-06-30"),
    ("Fas 1: maj 2031", "2031-05-01", "2031-05-31"),
    ("Åtgärd 1: maj 2031, åtgärd 2: hösten 2031", "2031-05-01", "2031-11-30"),
    ("Fas 1: maj 2031 fas 2: hösten 2031", "2031-05-01", "2031-11-30"),
    ("Fas 1: maj 2031 och fas 2: hösten 2031", "2031-05-01", "2031-11-30"),
    ("Fas 2: 3 maj 2031", "2031-05-03", "2031-05-03"),
    ("Enligt plan 2031-05-31", "2031-05-31", "2031-05-31"),
    ("enl. tidsplan maj 2031", "2031-05-01", "2031-05-31"),
    ("Utbildningsdag 2031-03-01 och handledarkurs 2031-09-15", "2031-03-01", "2031-09-15"),
]
UNCLEAR = [
    "2031-05-01 → 2031-09-01",
    "2031-05-01 blir 2031-09-01",
    "2031-05-01; förlängt till 2031-09-01",
    "Förlängt från 2031-05-01 till 2031-09-01",
    "Inställt 2031-05-01",
    "Ingen åtgärd 2031",
    "<2031-05-01",
    "2031+",
    "Har funnits sedan hösten 2031",
    "2031-05-01 ändras ev. till 2031-09-01",
    "2031-05-01 –",
    "1 maj 2031 ± 1 vecka",
    "Kv 1-2 2031",
    "ST 1-3 2031",
    "ej t.o.m. 2031",
    "Ej klart 2031-04-01",
    "inte 2031 utan 2032",
    "HT 2031 inte möjligt",
    "2031-05-01, ej juni",
    "Hinns aldrig med 2031",
    "1 mars 2031 (ändrat från 1 februari 2031)",
    "1 februari 2031, ändrat till 1 mars 2031",
    "Flyttat från maj 2031 till maj 2032",
    "flyttat från maj 2031",
    "Skulle varit klart 2031-05-01, nu 2032-05-01",
    "Nytt datum 2031-09-01 (tidigare 2031-03-01)",
    "Var planerat till hösten 2031 men blir våren 2032",
    "tidigare 2031-03-01",
    "~~1/2~~ 1/3 2031",
    "3 månader efter granskningen 2031-05-14",
    "en månad efter 2031-05-01",
    "två veckor före 1 maj 2031",
    "inom 6 månader från 2031-01-01",
    "dagen före midsommar 2031",
    "efter granskningen 2031-05-14",
    "Före mötet i maj 2031",
    "senast vid APT 2031-05-01",
    "Senast uppdaterad 2031-05-01",
    "Enligt protokoll 2031-12-12",
    "Enligt beslut 2031-01-15: våren 2032",
    "vid granskningen 2031-05-14",
    "innan 2031 blir nytt",
    "4 mars 2031 (v. 12)",
    "1 mars klart 1 maj 2031",
    "sista datum 1 mars 2031, sedan 12-31",
    "2031-05 -01",
    "01 05 2031",
    "maj 24 2031",
    "1 rnars 2031",
    "sepember 2031",
    "l mars 2031",
    "l2/5 2031",
    "Modul 2, 3 mars 2031",
    "Fas 1, 3 mars 2031",
    "före fas 1: maj 2031",
    "efter etapp 1: maj 2031",
    "den 1: maj 2031",
    "maj 1: 2031",
    "Senast 3 månader efter granskningen 2031-05-01",
    "3 månader efter senast 2031-05-01",
    "3 månader efter granskningen, från 2031-05-01",
    "Inom 3 mån. efter insp. senast 2031-05-01",
    "Enligt planen 2031-05-31",
    "Utbildningsdag 2031-03-01, idag 2031-09-15",
    "Enligt plan och beslut 2031-05-31",
    "Utbildningsdag 2031-03-01 blir handledarkurs 2031-09-15",
    "Utbildningsdag 2031-03-01 och framskjuten 2031-09-15",
    "Utbildningsdag 2031-03-01 och inställd handledarkurs 2031-09-15",
]
MALFORMED = ["2031-0l-32", "31-1 april 2031", "2031-O2-30", "2031-03-19/32"]


@pytest.mark.parametrize(("text", "earliest", "latest"), READ)
def test_read(text: str, earliest: str | None, latest: str | None) -> None:
    found = read_deadline(text)
    if earliest is None:
        assert found.status is not DeadlineStatus.DATED
        return
    assert (str(found.earliest or ""), str(found.latest or "")) == (earliest, latest)
    assert found.status is DeadlineStatus.DATED
    assert not unclear_date(text)


@pytest.mark.parametrize("text", UNCLEAR)
def test_unclear(text: str) -> None:
    found = read_deadline(text)
    assert found.status is DeadlineStatus.UNDATED
    assert (found.text, found.edtf, found.earliest, found.latest) == (text, None, None, None)
    assert unclear_date(text)


@pytest.mark.parametrize("text", MALFORMED)
def test_malformed(text: str) -> None:
    assert read_deadline(text).status is DeadlineStatus.MALFORMED
    assert not unclear_date(text)


@pytest.mark.parametrize(
    "text", [None, "", "-", "snarast", "30 juni", "v. 12", "Ej aktuellt", "Rum 2031", "kl. 2031"]
)
def test_what_names_no_date_is_not_unclear(text: str | None) -> None:
    assert read_deadline(text).status is not DeadlineStatus.DATED
    assert not unclear_date(text)
