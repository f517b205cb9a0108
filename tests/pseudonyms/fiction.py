"""Fictional reports full of names, the truth about the names, and a search for them."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from samples.build import render
from samples.content import (
    AreaContent,
    CoverContent,
    DeadlineContent,
    PartyContent,
    PlanItemContent,
    ReportContent,
)
from samples.form import area_forms
from spur_extract.catalogue import load_catalogue
from spur_extract.language.names import FoundName
from spur_extract.pseudonyms import PseudonymKey

KEY = PseudonymKey(b"a key for tests, 32 bytes long!!!")
OTHER_KEY = PseudonymKey(b"another key for tests, as long!!")
EDITION = "single-regulation"

INSPECTORS = ("Gunvor Ahlforss", "Per-Arne Stjernfelt")
STAFF = (
    "Torun Ek",
    "Lovisa af Ugglehult",
    "Siw-Marie Ceder-Hag",
    "Maj Odelgren",
    "Bo Ek",
    "René Krook",
)
SUSPECTED = ("Nadifa Warsame", "Annelie", "KZ")
"""What no field gives and a model may suspect."""

CHIEF = (
    "Chefen Torun Ek har lett kliniken sedan 2019. Torun är uppskattad. Ek, T. har skrivit rutinen "
    "och T. Ek har godkänt den. I maj infördes en ny mall."
)
STAFF_AND_SUSPECTS = (
    "Per-Arne Stjernfelts bedömning är att Nadifa Warsame behöver stöd. Warsame har 40 procent. "
    "Annelie och Annelies kollega KZ instämmer."
)
CONTACTS = (
    "Enligt Rene Krook och KROOK:S schema, som skickas till torun.ek@norrtuna.example och "
    "lovisa@norrtuna.example, är jouren tung per år. Torun når man på 070-123 45 67. "
    "Anställningsnummer saknas, men 19611105-1234 står i bilagan. Rutinen fastställs av TE. "
    "Filen LOVISA_AF_UGGLEHULT.docx ligger under www.norrtuna.example/odelgren, hos TorunEks chef."
)

PARTS = frozenset(
    {
        *("gunvor", "ahlforss", "per", "arne", "stjernfelt", "torun", "ek", "lovisa", "ugglehult"),
        *("siw", "marie", "ceder", "hag", "odelgren", "bo", "rené", "rene", "krook"),
        *("nadifa", "warsame", "annelie", "kz", "te"),
    }
)
"""All names and parts of names, but "Maj" and particles: see `names_left`."""


def suspect(texts: Sequence[str]) -> list[tuple[FoundName, ...]]:
    """A stand-in for the model: finds `SUSPECTED` at the first place in each text."""
    return [
        tuple(
            FoundName(name, text.index(name), text.index(name) + len(name))
            for name in SUSPECTED
            if name in text
        )
        for text in texts
    ]


def nobody(texts: Sequence[str]) -> list[tuple[FoundName, ...]]:
    """A model that suspects nothing."""
    return [() for _ in texts]


SHORTEST_GLUED = 5
"""Letters of a name that is looked for inside of words, too."""


def names_left(text: str, parts: Iterable[str] = PARTS, *, glued: bool = True) -> set[str]:
    """The names that stand in a text as whole words, in any case, with or without accents.

    With `glued` long ones also as a piece of a word ("torun_ek", "TorunEk"). "Per år" names nobody.
    """
    composed = unicodedata.normalize("NFC", text).replace("Per år", "")
    everyday = {"per", "bo", "ek", "te", "hag"}
    forms = {form for part in parts for form in (part, *_plain(part))}
    found = {
        word
        for word in re.findall(r"[^\W\d_]+", composed)
        if word.casefold() in forms and not (word.islower() and word in everyday)
    }
    low = composed.casefold()
    return found | {form for form in forms if glued and len(form) >= SHORTEST_GLUED and form in low}


def _plain(part: str) -> tuple[str, str]:
    """A name as it is written with the letters a to z alone."""
    other = part.replace("ä", "ae").replace("ö", "oe").replace("å", "aa")
    bare = "".join(one for one in unicodedata.normalize("NFD", part) if one.isascii())
    return bare, other


def _statement(code: str) -> str:
    forms = area_forms(load_catalogue().edition(EDITION), load_catalogue())
    return next(form.statements[0].id for form in forms if form.code == code)


def full_of_names() -> ReportContent:
    """A report with names in every kind of place."""
    return ReportContent(
        edition=EDITION,
        cover=CoverContent(
            clinic="Gunvor Ahlforss läkarmottagning, Norrtuna sjukhus",
            specialty="Psykiatri",
            date=date(2025, 3, 19),
            inspectors=INSPECTORS,
            regulations=("HSLF-FS 2021:8",),
        ),
        strengths=(
            "Torun Eks undervisning uppskattas av alla, liksom Lovisas",
            "STUDIEREKTOR LOVISA AF UGGLEHULT är mycket tillgänglig",
        ),
        weaknesses=("Handledning ges en gång per månad, men inte hos L. af Ugglehult",),
        improvements=("Låt Ceder-Hag, Siw-Marie få avlastning", "Avlasta även Siw Marie Ceder Hag"),
        areas={
            "A": AreaContent(narrative=(CHIEF, STAFF_AND_SUSPECTS)),
            "B": AreaContent(
                narrative=(CONTACTS,), remarks=("Dr Odelgren arbetar kvar till Maj 2026.",)
            ),
        },
        plan=(
            PlanItemContent(
                area="A",
                statement=_statement("A"),
                planned_action=("Torun Ek och Bo Ek skriver en rutin, som Ek följer upp.",),
                due=DeadlineContent(text="Maj 2026"),
                responsible=PartyContent(text="Verksamhetschef Torun Ek och studierektor Bo Ek"),
                follow_up_due=DeadlineContent(text="2027-01-31, Maj Odelgren påminner"),
                follow_up_responsible=PartyContent(text="Lovisa af Ugglehult, Maj Odelgren"),
            ),
            PlanItemContent(
                area="B",
                statement=_statement("B"),
                planned_action=("Siw-Marie Ceder-Hag tar över.",),
                due=DeadlineContent(text="Våren 2026"),
                responsible=PartyContent(text="Överläkare René Krook"),
                follow_up_due=DeadlineContent(text="varje år"),
                follow_up_responsible=PartyContent(text="Sektionschef Siw-Marie Ceder-Hag"),
            ),
        ),
    )


def without_names() -> ReportContent:
    """A report that names nobody."""
    return ReportContent(
        edition=EDITION,
        strengths=("Gott klimat", "Bra stämning en gång per vecka"),
        weaknesses=("Få handledare i maj",),
        improvements=("Fler handledare",),
        areas={"A": AreaContent(narrative=("Kliniken är liten. Per år görs två besök.",))},
        plan=(
            PlanItemContent(
                area="A",
                statement=_statement("A"),
                planned_action=("Verksamhetschefen skriver en rutin.",),
                due=DeadlineContent(text="Maj 2026"),
                responsible=PartyContent(text="Verksamhetschefen"),
                follow_up_due=DeadlineContent(text="Maj 2027"),
                follow_up_responsible=PartyContent(text="Studierektorn"),
            ),
        ),
    )


def text_of(content: ReportContent) -> str:
    """The report as a text dump."""
    return render(content, load_catalogue()).text


def write_archive(folder: Path) -> Path:
    """Reports in folders and files with names, and files that fail or are refused."""
    year = folder / "Torun Ek" / "2024"
    year.mkdir(parents=True)
    (folder / "tom").mkdir()
    (year / "spur_torun_ek_2024.txt").write_text(text_of(full_of_names()), encoding="utf-8")
    (folder / "Krook.TXT").write_text(text_of(full_of_names()), encoding="utf-8")
    (folder / "utan.txt").write_text(text_of(without_names()), encoding="utf-8")
    (folder / "tom" / "Gunvor Ahlforss.txt").touch()
    (folder / "tom" / "brus lovisa.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00")
    (folder / "mejl Odelgren.txt").write_text("Hej Torun Ek!\n\nVi ses.\n", encoding="utf-8")
    return folder


def break_with_a_name(path: Path) -> None:
    """A plugin of the reader: a bug whose message quotes what it should not."""
    raise ZeroDivisionError(f"Torun Ek {path}")
