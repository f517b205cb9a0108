"""Parties: titles and names that are there, and words that only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spur_extract.contract import Party, RoleHolder
from spur_extract.language.parties import find_persons, read_party
from spur_extract.language.parties.persons import load_name_words
from spur_extract.language.parties.roles import RoleTitles, find_roles, load_role_titles

ROLES: list[tuple[str, tuple[str, ...]]] = [
    ("Verksamhetschefen", ("verksamhetschef",)),
    ("verksamhetschefens ansvar", ("verksamhetschef",)),
    ("VC", ("verksamhetschef",)),
    ("VC:n och sr", ("verksamhetschef", "studierektor")),
    ("Studierektorn", ("studierektor",)),
    ("ST-studierektor", ("studierektor",)),
    ("Övergripande studierektorn", ("övergripande studierektor",)),
    ("huvudhandledaren, handledarna", ("huvudhandledare", "handledare")),
    ("huvudansvariga handledaren", ("huvudhandledare",)),
    ("Handledaren och ST-läkare", ("handledare", "st-läkare")),
    ("handledaren/studierektorn", ("handledare", "studierektor")),
    ("ST läkaren", ("st-läkare",)),
    ("ST- läkarna", ("st-läkare",)),
    ("ST‑läkarens", ("st-läkare",)),
    ("STläkare", ("st-läkare",)),
    ("ST-läkararen", ("st-läkare",)),
    ("verksamhetshcef", ("verksamhetschef",)),
    ("handleddare", ("handledare",)),
    ("AT- och ST-läkare", ("at-läkare", "st-läkare")),
    ("Verksamhets- och enhetscheferna", ("verksamhetschef", "enhetschef")),
    ("bitr. verksamhetschef", ("biträdande verksamhetschef",)),
    ("medicinskt ansvariga läkaren", ("medicinskt ansvarig läkare",)),
    ("sektionschefer samt överläkarna", ("sektionschef", "överläkare")),
    ("Ledningsgruppen, schemaläggaren", ("ledningsgrupp", "schemaläggare")),
    ("Läkarsekreteraren", ("läkarsekreterare",)),
    ("Handledare. Handledaren igen.", ("handledare",)),
    ("handledarutbildning", ()),
    ("studierektorsmöte", ()),
    ("studierektor-möte", ()),
    ("studierektorat", ()),
    ("handledande", ()),
    ("specialitet", ()),
    ("på vc", ()),
    ("Granby VC", ()),
    ("ST Forum", ()),
    ("ledningssystemet", ()),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_roles(text: str, roles: tuple[str, ...]) -> None:
    assert read_party(text).roles == roles


PERSONS: list[tuple[str, tuple[str, ...]]] = [
    ("Dr Maria Ek", ("Maria Ek",)),
    ("Dr Ek", ("Ek",)),
    ("Anna Ek/Bo Lind", ("Anna Ek", "Bo Lind")),
    ("Anna Ek (studierektor)", ("Anna Ek",)),
    ("Anna Ek VC", ("Anna Ek",)),
    ("Anna och Bo Ek", ("Anna", "Bo Ek")),
    ("Anna Ek Bo Lind", ("Anna Ek", "Bo Lind")),
    ("Bo Martin Lind", ("Bo Martin Lind",)),
    ("Verksamhetschef Anna", ("Anna",)),
    ("Anna", ("Anna",)),
    ("A. Ek", ("A. Ek",)),
    ("Bo G Lind", ("Bo G Lind",)),
    ("K-G Lind", ("K-G Lind",)),
    ("Sean O'Brien och Ronja McDonald", ("Sean O'Brien", "Ronja McDonald")),
    ("Omar al-Hassan, Lina Al-Hassan", ("Omar al-Hassan", "Lina Al-Hassan")),
    ("Eva de Fine Lund", ("Eva de Fine Lund",)),
    ("Ludwig van der Berg", ("Ludwig van der Berg",)),
    ("Łukasz Żak, İnci Çelik", ("Łukasz Żak", "İnci Çelik")),
    ("ANNA EK", ("ANNA EK",)),
    ("Anna\n Ek-Holm", ("Anna Ek-Holm",)),
    ("Klinik Ek\n\nAnna Lind", ("Anna Lind",)),
    ("Åsa Ek", ("Åsa Ek",)),
    ("Ansvarig Anna Ek", ("Anna Ek",)),
    ("Ansvarig: Anna Ek. Anna Ek följer upp.", ("Anna Ek",)),
    ("Anna Ek Kirurgkliniken", ("Anna Ek",)),
    ("Anna Linds vårdcentral", ()),
    ("Anna planerar", ("Anna",)),
    ("Verksamhetschef Granby", ()),
    ("Studierektor Zetterqvam", ("Zetterqvam",)),
    ("Studierektor Solgläntan", ()),
    ("Läkarchef, Zetterqvam", ()),
    ("Qvirre bokar tider", ("Qvirre",)),
    ("Projekt Viktor", ()),
    ("Villa Karin", ()),
    ("anna ek-qvirre", ("anna ek-qvirre",)),
    ("verksamhetschef anna ek", ("anna ek",)),
    ("anna kallar till möte", ()),
    ("PER MOSSÖ, VERKSAMHETSCHEF", ("PER MOSSÖ",)),
    ("STUDIEREKTOR OCH VERKSAMHETSCHEF", ()),
    ("Ansv. HK, uppf. RLM", ("HK", "RLM")),
    ("Ansv. HR, uppf. IVA", ()),
    ("Vik. överläkare Bo Ek", ("Bo Ek",)),
    ("Studierektor Allmänmedicin", ()),
    ("Verksamhetschef på Norra Granby", ()),
    *(
        (text, ())
        for text in (
            "Take Care",
            "Mini-CEX",
            "ST Forum",
            "IUP",
            "Region Skåne",
            "Gävle sjukhus",
            "Gävle",
            "Närakuten",
            "Akademiskt primärvårdscentrum",
            "Akademiskt Primärvårdscentrum",
            "Karolinska Universitetssjukhuset",
            "Case Based Discussion",
            "Snarast",
            "Måndag",
            "Augusti 2026",
            "I Solna",
            "Klinikens Ledning",
            "Handledaren och ST-läkare",
        )
    ),
]


@pytest.mark.parametrize(("text", "persons"), PERSONS)
def test_persons(text: str, persons: tuple[str, ...]) -> None:
    assert find_persons(text) == persons


def test_whole_field() -> None:
    text = " Verksamhetschef, för närvarande Anna Ek-Holm. Bo Lind, sektionschef. "
    assert read_party(text) == Party(
        text=text.strip(),
        roles=("verksamhetschef", "sektionschef"),
        persons=("Anna Ek-Holm", "Bo Lind"),
        holders=(
            RoleHolder(person="Anna Ek-Holm", role="verksamhetschef"),
            RoleHolder(person="Bo Lind", role="sektionschef"),
        ),
    )
    text = (
        "Om ST-läkaren stannat hade Verksamhetschefen ansvarat via handledaren på akutmottagningen."
    )
    assert read_party(text) == Party(
        text=text, roles=("st-läkare", "verksamhetschef", "handledare"), persons=()
    )


@pytest.mark.parametrize("text", [None, "", " \n", "-", "–", "..."])
def test_missing(text: str | None) -> None:
    assert read_party(text) == Party()


def test_every_form_is_found_as_its_own_title_and_no_slip_of_another() -> None:
    forms = load_role_titles().forms()
    assert set(forms.values()) == set(load_role_titles().titles)
    for form, title in forms.items():
        assert [role.title for role in find_roles(form)] == [title], form


@pytest.mark.parametrize("title", load_role_titles().titles[::10])
def test_case_and_genitive_do_not_matter(title: str) -> None:
    assert [role.title for role in find_roles(title.upper() + "S")] == [title]


def test_faulty_gazetteer_is_refused() -> None:
    data = load_role_titles().model_dump()
    with pytest.raises(ValueError, match="no such title: tomte"):
        RoleTitles.model_validate(data | {"spellings": {"nisse": "tomte"}}).forms()
    with pytest.raises(ValueError, match="no inflection fits tomt"):
        RoleTitles.model_validate(data | {"titles": (*data["titles"], "tomt")}).forms()
    with pytest.raises(ValueError, match="means two titles"):
        RoleTitles.model_validate(data | {"spellings": {"chefen": "mentor"}}).forms()


def test_word_lists_are_lower_case() -> None:
    for words in load_name_words().model_dump().values():
        assert all(word == word.lower() for word in words)


WORDS = (
    "Anna Bo Ek Lind-Holm von de la ST-läkare VC handledaren A. G och / , . ( ) Region Solna Dr"
    " vårdcentral verksamhets- enhetschef al-Hassan O'Brien på"
)


@given(st.text(max_size=40) | st.lists(st.sampled_from(WORDS.split()), max_size=8).map("\n ".join))
def test_persons_stand_in_the_text(text: str) -> None:
    party = read_party(text)
    folded = " ".join(text.split())
    assert all(person in folded for person in party.persons)
    assert len(set(party.persons)) == len(party.persons)
    assert set(party.roles) <= set(load_role_titles().titles)
    assert len(set(party.roles)) == len(party.roles)


FREQUENT = (
    "Anna Maria Margareta Elisabeth Eva Kristina Birgitta Karin Ingrid Christina Sofia Linnéa "
    "Kerstin Lena Helena Marianne Emma Johanna Sara Inger Cecilia Elin Anita Louise Ulla Viktoria "
    "Gunilla Susanne Ida Monica Irene Hanna Malin Jenny Carina Elsa Maja Åsa Julia Matilda Ulrika "
    "Barbro Annika Emelie Siv Agneta Berit Lars Mikael Anders Johan Erik Per Karl Peter Thomas Jan "
    "Daniel Fredrik Hans Andreas Stefan Mats Marcus Mattias Magnus Jonas Bengt Bo Niklas Björn "
    "Leif Sven Patrik Christer Christian Nils Tomas Göran Kjell Henrik Rickard Håkan Robert "
    "Lennart Joakim Jens Kent Ulf Rolf Claes Dan Tommy Sten Roger Åke Kurt Jörgen Olof Gunnar Arne "
    "Lukas Tobias Simon Ove Ali Mohammed Fatima Ahmed Maryam Hussein Zahra Omar Leila"
)
"""Given names that are frequent in Sweden; some are words, or look like genitives of words."""


@pytest.mark.parametrize("given", FREQUENT.split())
def test_frequent_given_names_beside_a_rare_surname(given: str) -> None:
    name = f"{given} Odelquist"
    assert find_persons(name) == (name,)
    assert find_persons(f"Studierektor {name}") == (name,)
    assert find_persons(f"{name}, sektionschef") == (name,)
    assert find_persons(f"Verksamhetschefen i samråd med {name}.") == (name,)
