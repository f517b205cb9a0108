"""Deadlines: one table for each kind of wording, and what must hold for any text."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spur_extract.contract import Deadline, DeadlineStatus, Precision
from spur_extract.extraction.deadlines import read_deadline

DAY, MONTH, SEASON, YEAR = Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR

# text, EDTF, earliest, latest, precision
DATED = [
    ("20250630", "2025-06-30", "2025-06-30", "2025-06-30", DAY),
    ("250630", "2025-06-30", "2025-06-30", "2025-06-30", DAY),
    ("2025-06-30", "2025-06-30", "2025-06-30", "2025-06-30", DAY),
    ("2025.06.30", "2025-06-30", "2025-06-30", "2025-06-30", DAY),
    ("2025/06/30", "2025-06-30", "2025-06-30", "2025-06-30", DAY),
    ("2025 06 30", "2025-06-30", "2025-06-30", "2025-06-30", DAY),
    ("25-06-30", "2025-06-30", "2025-06-30", "2025-06-30", DAY),
    ("30/6 2025", "2025-06-30", "2025-06-30", "2025-06-30", DAY),
    ("30/6-2025", "2025-06-30", "2025-06-30", "2025-06-30", DAY),
    ("30/6 -25", "2025-06-30", "2025-06-30", "2025-06-30", DAY),
    ("31/12-2026", "2026-12-31", "2026-12-31", "2026-12-31", DAY),
    ("30.6.2025", "2025-06-30", "2025-06-30", "2025-06-30", DAY),
    ("30 juni 2025", "2025-06-30", "2025-06-30", "2025-06-30", DAY),
    ("fredagen den 30:e juni, 2025", "2025-06-30", "2025-06-30", "2025-06-30", DAY),
    ("30 JUN -25", "2025-06-30", "2025-06-30", "2025-06-30", DAY),
    ("15 jul 2026", "2026-07-15", "2026-07-15", "2026-07-15", DAY),
    ("29 februari 2028", "2028-02-29", "2028-02-29", "2028-02-29", DAY),
    ("Klart 2025-06-30, kl 08-17", "2025-06-30", "2025-06-30", "2025-06-30", DAY),
    ("Maj 2026", "2026-05", "2026-05-01", "2026-05-31", MONTH),
    ("maj månad 2026", "2026-05", "2026-05-01", "2026-05-31", MONTH),
    ("december -25", "2025-12", "2025-12-01", "2025-12-31", MONTH),
    ("dec-25", "2025-12", "2025-12-01", "2025-12-31", MONTH),
    ("2026-05", "2026-05", "2026-05-01", "2026-05-31", MONTH),
    ("05/2026", "2026-05", "2026-05-01", "2026-05-31", MONTH),
    ("202605", "2026-05", "2026-05-01", "2026-05-31", MONTH),
    ("2026 maj", "2026-05", "2026-05-01", "2026-05-31", MONTH),
    ("slutet av maj 2026", "2026-05", "2026-05-01", "2026-05-31", MONTH),
    ("2027", "2027", "2027-01-01", "2027-12-31", YEAR),
    ("under 2026", "2026", "2026-01-01", "2026-12-31", YEAR),
    ("början av 2026", "2026", "2026-01-01", "2026-12-31", YEAR),
    ("jul 2026", "2026", "2026-01-01", "2026-12-31", YEAR),
    ("våren 2026", "2026-21", "2026-03-01", "2026-05-31", SEASON),
    ("sommaren 2026", "2026-22", "2026-06-01", "2026-08-31", SEASON),
    ("hösten -25", "2025-23", "2025-09-01", "2025-11-30", SEASON),
    ("vintern 2027", "2027-24", "2027-12-01", "2028-02-29", SEASON),
    ("vintern 2025/2026", "2025-24", "2025-12-01", "2026-02-28", SEASON),
    ("HT 2026", "2026-08/2027-01", "2026-08-01", "2027-01-31", SEASON),
    ("vt-26", "2026-01/2026-06", "2026-01-01", "2026-06-30", SEASON),
    ("vårterminen 2026", "2026-01/2026-06", "2026-01-01", "2026-06-30", SEASON),
    ("Q1 2026", "2026-33", "2026-01-01", "2026-03-31", SEASON),
    ("kvartal 2 2026", "2026-34", "2026-04-01", "2026-06-30", SEASON),
    ("fjärde kvartalet 2026", "2026-36", "2026-10-01", "2026-12-31", SEASON),
    ("första halvåret 2026", "2026-40", "2026-01-01", "2026-06-30", SEASON),
    ("v. 35 2026", "2026-08-24/2026-08-30", "2026-08-24", "2026-08-30", None),
    ("vecka 35, 2026", "2026-08-24/2026-08-30", "2026-08-24", "2026-08-30", None),
    ("2026-W35", "2026-08-24/2026-08-30", "2026-08-24", "2026-08-30", None),
    ("2024-2025", "2024/2025", "2024-01-01", "2025-12-31", YEAR),
    ("2025/26", "2025/2026", "2025-01-01", "2026-12-31", YEAR),
    ("läsåret 2025/26", "2025-08/2026-06", "2025-08-01", "2026-06-30", YEAR),
    ("årsskiftet 2025/2026", "2025-12-31/2026-01-01", "2025-12-31", "2026-01-01", DAY),
    ("mars–maj 2026", "2026-03/2026-05", "2026-03-01", "2026-05-31", MONTH),
    ("mellan mars och maj 2026", "2026-03/2026-05", "2026-03-01", "2026-05-31", MONTH),
    ("1 mars - 30 april 2026", "2026-03-01/2026-04-30", "2026-03-01", "2026-04-30", DAY),
    ("1-15 mars 2026", "2026-03-01/2026-03-15", "2026-03-01", "2026-03-15", DAY),
    ("1/3-30/4 2026", "2026-03-01/2026-04-30", "2026-03-01", "2026-04-30", DAY),
    ("2025-09-01 – 2025-12-31", "2025-09-01/2025-12-31", "2025-09-01", "2025-12-31", DAY),
    ("från 2026-01-01 till 2026-06-30", "2026-01-01/2026-06-30", "2026-01-01", "2026-06-30", DAY),
    ("våren 2026 - hösten 2026", "2026-21/2026-23", "2026-03-01", "2026-11-30", SEASON),
    ("december – januari 2027", "../2027-01", None, "2027-01-31", MONTH),
    ("maj 2026 – september", "2026-05/..", "2026-05-01", None, MONTH),
    ("senast 2026-06-30", "../2026-06-30", None, "2026-06-30", DAY),
    ("Senast under våren 2026", "../2026-21", None, "2026-05-31", SEASON),
    ("före utgången av 2026", "../2026", None, "2026-12-31", YEAR),
    ("före sommaren 2026", "../2026-05-31", None, "2026-05-31", SEASON),
    ("innan 1 juni 2026", "../2026-05-31", None, "2026-05-31", DAY),
    ("från och med 2026-01-01", "2026-01-01/..", "2026-01-01", None, DAY),
    ("fr.o.m. januari 2026", "2026-01/..", "2026-01-01", None, MONTH),
    ("2026-01-01 och framåt", "2026-01-01/..", "2026-01-01", None, DAY),
    ("Ej aktuellt förrän 2027", "2027/..", "2027-01-01", None, YEAR),
    ("efter sommaren 2026", "2026-09-01/..", "2026-09-01", None, SEASON),
    ("ca maj 2026", "2026-05~", "2026-05-01", "2026-05-31", MONTH),
    ("preliminärt 2026-06-30", "2026-06-30~", "2026-06-30", "2026-06-30", DAY),
    ("april -26 (prel.)", "2026-04~", "2026-04-01", "2026-04-30", MONTH),
    ("cirka våren 2026", "2026-03~/2026-05~", "2026-03-01", "2026-05-31", SEASON),
    ("20250630 samt 20260630", "{2025-06-30,2026-06-30}", "2025-06-30", "2026-06-30", DAY),
    ("mars och september 2026", "{2026-03,2026-09}", "2026-03-01", "2026-09-30", MONTH),
    (
        "senast 2025-06-30 resp. 2026-06-30",
        "{..2025-06-30,2026-06-30}",
        None,
        "2026-06-30",
        DAY,
    ),
    ("Q1 och Q3 2026", "{2026-01..2026-03,2026-07..2026-09}", "2026-01-01", "2026-09-30", SEASON),
    ("senast 2026 och framåt", "2026", "2026-01-01", "2026-12-31", YEAR),
    ("2026-06-30 (30 juni 2026)", "2026-06-30", "2026-06-30", "2026-06-30", DAY),
]


@pytest.mark.parametrize(("text", "edtf", "earliest", "latest", "precision"), DATED)
def test_dated(
    text: str, edtf: str, earliest: str | None, latest: str | None, precision: Precision | None
) -> None:
    found = read_deadline(text)
    assert found.status is DeadlineStatus.DATED
    assert found.edtf == edtf
    assert found.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert found.latest == (date.fromisoformat(latest) if latest else None)
    assert found.precision is precision


WITHOUT_DATE: list[tuple[DeadlineStatus, list[str | None]]] = [
    (DeadlineStatus.MISSING, [None, "", "  \n", "-", " – ", "—", "____", "..."]),
    (
        DeadlineStatus.NOT_APPLICABLE,
        [
            "Ej aktuellt då ST-läkaren slutat",
            "Inte aktuellt",
            "ej längre aktuellt 2026",
            "Ej tillämpligt",
            "N/A",
            "NA",
            "Utgår",
            "utgår 2026-01-01",
        ],
    ),
    (
        DeadlineStatus.MALFORMED,
        [
            "202500709",
            "20251345",
            "2025-02-30",
            "31/11 2026",
            "29 februari 2026",
            "990101",
            "2026-13",
            "v. 54 2026",
            "0630",
            "20250630 samt 202500709",
        ],
    ),
    (
        DeadlineStatus.UNDATED,
        [
            "snarast",
            "pågår",
            "klart",
            "omgående",
            "30 juni",
            "30/6",
            "senast i maj",
            "hösten",
            "v. 35",
            "om ett år",
            "Inom 3 månader",
            "om 6 månader",
            "kl 08-17",
            "10 veckor",
            "SOSFS 2015:8",
            "enligt HSLF-FS 2021:8",
            "ST 2015",
            "ring 08-123 45 67",
            "070-1234567",
            "punkt 8",
            "vårdcentralen",
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "status"), [(text, status) for status, texts in WITHOUT_DATE for text in texts]
)
def test_without_date(text: str | None, status: DeadlineStatus) -> None:
    found = read_deadline(text)
    written = text.strip() if text and status is not DeadlineStatus.MISSING else None
    assert found.model_copy(update={"recurring": False, "conditional": False}) == Deadline(
        text=written, status=status
    )


@pytest.mark.parametrize(
    ("text", "recurring"),
    [
        ("varje år", True),
        ("Årligen", True),
        ("en gång per termin", True),
        ("2 ggr/år", True),
        ("två gånger om året", True),
        ("löpande", True),
        ("kontinuerligt", True),
        ("varje månad", True),
        ("vartannat år", True),
        ("vid varje handledningstillfälle", True),
        ("2026, därefter årligen", True),
        ("varje ST-läkare 2026", False),
        ("ett år", False),
        ("snarast", False),
    ],
)
def test_recurring(text: str, recurring: bool) -> None:
    assert read_deadline(text).recurring is recurring


@pytest.mark.parametrize(
    ("text", "conditional"),
    [
        ("2027 ifall hon återupptar tjänsten", True),
        ("2026 om åter i tjänst", True),
        ("Om läkaren fortsätter: maj 2026", True),
        ("Genomförs om resurser finns", True),
        ("om möjligt hösten 2026", True),
        ("under förutsättning att medel beviljas", True),
        ("såvida inget ändras", True),
        ("när doktorn återkommer från ledighet", True),
        ("2026, vid återgång i tjänst", True),
        ("om 3 månader", False),
        ("Om ett år", False),
        ("om ett par veckor", False),
        ("två gånger om året", False),
        ("genomgång om journalföring 2026", False),
        ("information om schemat maj 2026", False),
        ("Information om hur vi gör 2026", False),
        ("beslut om det tas 2026", False),
        ("när schemat är lagt", True),
        ("När ny lokal är klar", True),
        ("Klart när ny lokal finns", True),
        ("Då rekrytering är gjord", True),
        ("Vid nyanställning", True),
        ("vid nästa rekrytering", True),
        ("När ny lokal är klar, 2026-05-01", False),
        ("Vid nyanställning 2026", False),
        ("när det är möjligt", False),
        ("när vi kan", False),
        ("Oklart när beslut kommer", False),
        ("Då bristen är stor snarast", False),
        ("vid nästa möte", False),
        ("Vid årsskiftet", False),
        ("omgående", False),
    ],
)
def test_conditional(text: str, conditional: bool) -> None:
    assert read_deadline(text).conditional is conditional


def test_text_is_kept_as_written() -> None:
    assert read_deadline(" Maj\n2026 ").text == "Maj\n2026"


WORDS = (
    "2026 2025-06-30 20250709 30/6 maj -26 hösten HT v. 35 senast före från till - – och samt , /"
    " ca om årligen vintern Q1 31/11 2 202605 250630 mellan prel. början av ( ) 30 juni 201131"
)
TEXTS = st.text(max_size=40) | st.lists(st.sampled_from(WORDS.split()), max_size=7).map(" ".join)
EDTF_DATE = r"\d{4}(?:-\d\d(?:-\d\d)?)?~?"
EDTF = re.compile(
    rf"{EDTF_DATE}|(?:{EDTF_DATE}|\.\.)/(?:{EDTF_DATE}|\.\.)"
    rf"|\{{(?:(?:{EDTF_DATE})?(?:\.\.)?(?:{EDTF_DATE})?,?)+\}}"
)


@given(TEXTS)
def test_bounds_and_status_agree(text: str) -> None:
    found = read_deadline(text)
    dated = found.status is DeadlineStatus.DATED
    assert dated == (found.earliest is not None or found.latest is not None)
    assert dated == (found.edtf is not None)
    assert dated or found.precision is None
    assert (found.text is None) == (found.status is DeadlineStatus.MISSING)
    if found.earliest and found.latest:
        assert found.earliest <= found.latest
    if found.edtf:
        assert EDTF.fullmatch(found.edtf)
        assert found.edtf not in ("../..", "{..}")


@given(TEXTS)
def test_every_year_stands_in_the_text(text: str) -> None:
    """Only a day next to a written date may fall into the year beside the one written.

    That is the end of a winter, autumn term, school year or week, or the eve of a New Year's Day.
    """
    found = read_deadline(text)
    written = {int(year) for year in re.findall(r"(?=((?:19|20)[0-9]{2}))", text)}
    written |= {2000 + int(year) for year in re.findall(r"(?=([0-9]{2}))", text)}
    for bound in (found.earliest, found.latest):
        if bound is not None:
            assert {bound.year - 1, bound.year, bound.year + 1} & written
            crosses = re.search(
                r"vint|ht|höst|v\.|före|innan|inför|efter|läsår|skift|w|v", text, re.IGNORECASE
            )
            assert bound.year in written or crosses


@pytest.mark.parametrize(
    "text", ["Enligt 2021 års föreskrift", "se 2015 års målbeskrivning", "SOSFS 2015:8", "ref. 12"]
)
def test_the_year_of_a_regulation_is_no_deadline(text: str) -> None:
    assert read_deadline(text).status is DeadlineStatus.UNDATED
