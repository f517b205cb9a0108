"""Who holds which role: paired where the field pairs them, and nowhere else."""

import pytest

from spur_extract.language.parties import read_party

PAIRED: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "Verksamhetschef, för närvarande Anna Ek-Holm. Bo Lind, sektionschef.",
        [("Anna Ek-Holm", "verksamhetschef"), ("Bo Lind", "sektionschef")],
    ),
    ("Verksamhetschef Anna Ek", [("Anna Ek", "verksamhetschef")]),
    ("Studierektor: Bo Lind", [("Bo Lind", "studierektor")]),
    ("Studierektor dr Bo Lind", [("Bo Lind", "studierektor")]),
    ("Anna Ek (studierektor)", [("Anna Ek", "studierektor")]),
    ("verksamhetschefen (Anna Ek)", [("Anna Ek", "verksamhetschef")]),
    (
        "Anna Ek, verksamhetschef, Bo Lind, studierektor",
        [("Anna Ek", "verksamhetschef"), ("Bo Lind", "studierektor")],
    ),
    (
        "Verksamhetschef Anna Ek och studierektor Bo Lind",
        [("Anna Ek", "verksamhetschef"), ("Bo Lind", "studierektor")],
    ),
    (
        "Anna Ek, studierektor Bo Lind",
        [("Bo Lind", "studierektor")],
    ),
    ("Verksamhetschef och studierektor Bo Lind", [("Bo Lind", "studierektor")]),
    ("Verksamhetschef f.n. Anna Ek", [("Anna Ek", "verksamhetschef")]),
    ("Anna Ek och studierektorn", []),
    ("Anna Ek. Studierektor", []),
    ("Anna Ek / studierektor", []),
    ("Handledaren och ST-läkare", []),
    ("Bo Lind", []),
    ("Studierektor\nBo Lind", []),
]


@pytest.mark.parametrize(("text", "holders"), PAIRED)
def test_holders(text: str, holders: list[tuple[str, str]]) -> None:
    party = read_party(text)
    assert [(holder.person, holder.role) for holder in party.holders] == holders
    for holder in party.holders:
        assert holder.person in party.persons
        assert holder.role in party.roles


def test_a_sentence_of_conditions_gives_what_it_names() -> None:
    party = read_party(
        "Den som är studierektor när placeringen börjar, i samråd med Anna Ek om det rör jourerna"
    )
    assert party.roles == ("studierektor",)
    assert party.persons == ("Anna Ek",)
    assert party.holders == ()
