"""Names of units: which may mean the same one, and which never do."""

import pytest

from spur_extract.audit.units import may_be_one, parts_of, unit_key
from tests.audit.archives import UNIT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (UNIT, "Kirurgen, Norrtuna lasarett"),
        (UNIT, "Kirurgiska kliniken, Lasarettet i Norrtuna"),
        (UNIT, "Kirurgkliniken, Nortuna lasarett"),
        (UNIT, "Kirurgklinken Norrtuna sjukhus"),
        (UNIT, "VO Kirurgi, Norrtuna las"),
        ("Ortopedkliniken, Sankt Olofs sjukhus", "Ortopedkliniken, S:t Olofs sjukhus i Malmvik"),
        ("Ögonkliniken, Åmynne universitetssjukhus", "Ögonkliniken, US Åmynne"),
        ("Vårdcentralen Eken", "Ekens vårdcentral"),
        ("Psykiatriska kliniken, Nordsjukhuset", "Psykiatrin, Nordsjukhuset"),
    ],
)
def test_may_be_one(one: str, other: str) -> None:
    assert may_be_one(one, other, same_specialty=False)
    assert may_be_one(other, one, same_specialty=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Medicinkliniken, Norrtuna lasarett", "Medicinkliniken, Södertuna lasarett"),
        ("Medicinkliniken, Linköping", "Medicinkliniken, Lidköping"),
        ("Medicinkliniken, Falun lasarett", "Medicinkliniken, Falköping lasarett"),
        ("Medicinkliniken 1, Norrtuna lasarett", "Medicinkliniken 2, Norrtuna lasarett"),
        ("Medicinkliniken I, Norrtuna lasarett", "Medicinkliniken II, Norrtuna lasarett"),
        ("Kirurgkliniken, Norrtuna lasarett", "Medicinkliniken, Norrtuna lasarett"),
        ("Barnkliniken, Norrtuna lasarett", "Barnpsykiatriska kliniken, Norrtuna lasarett"),
        ("Psykiatriska kliniken, Norra Malmvik", "Psykiatriska kliniken, Södra Malmvik"),
        ("Kirurgkliniken, Malmviks sjukhus", "Kirurgkliniken, Norra sjukhuset i Malmvik"),
        ("Kirurgkliniken, Hedebro sjukhus", "Kirurgkliniken, Hedeby sjukhus"),
        ("Norrtuna vårdcentral", "Norrtuna sjukhus"),
        ("Kirurgkliniken", "Kirurgen"),
        ("Kirurgkliniken, Norra sjukhuset", "Kirurgen, Norra sjukhuset"),
        ("Norrtuna sjukhus", "Kirurgkliniken, Norrtuna sjukhus"),
        ("Vårdcentralen Eken", "Vårdcentralen Elen"),
        ("Infektionskliniken, Norrtuna lasarett", "Reumatologkliniken, Norrtuna lasarett"),
    ],
)
@pytest.mark.parametrize("same_specialty", [True, False])
def test_are_two(one: str, other: str, same_specialty: bool) -> None:
    assert not may_be_one(one, other, same_specialty=same_specialty)


def test_wider_field_is_the_same_unit_within_one_specialty_only() -> None:
    one, other = "Barnkliniken, Norrtuna lasarett", "Barn- och ungdomskliniken, Norrtuna lasarett"
    assert may_be_one(one, other, same_specialty=True)
    assert not may_be_one(one, other, same_specialty=False)


def test_parts_of_a_unit() -> None:
    parts = parts_of("Verksamhetsområde Öron-, näs- och halssjukvård 2, Åmynnes sjukhus")
    assert parts.decisive == {"2"}
    assert parts.houses == {"hospital"}
    assert "åmynne" in parts.names


def test_unit_key_sees_no_capitals_and_no_punctuation() -> None:
    assert unit_key("KIRURGKLINIKEN – Norrtuna  Lasarett.") == unit_key(UNIT)
