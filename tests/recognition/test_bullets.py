"""A bullet is layout: never a statement, never part of one, however the dump gives it."""

import pytest

from spur_extract.contract import Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults

REST = "Svagheter\n\nKort sidotjänstgöring\n\nSTRUKTUR\n\nA. Verksamheten\n\nBra.\n\nFöreskrift"
ITEMS = ["God bemanning", "Tydlig ledning", "Bra lokaler"]


def read(strengths: str) -> Report:
    return parse_bytes(f"Styrkor\n\n{strengths}\n\n{REST}".encode(), "bullets.txt")


def texts(report: Report) -> list[str]:
    return [statement.text for statement in report.strengths]


BULLETS = ["•", "·", "▪", "*", "-", "–", "o", "§", ">", "→", "►", "\uf0b7", "\uf0fc"]


@pytest.mark.parametrize("bullet", [*BULLETS, "(cid:127)", "(cid:3)"])
def test_before_the_words(bullet: str) -> None:
    report = read("\n".join(f"{bullet} {item}" for item in ITEMS))
    assert texts(report) == ITEMS
    assert report.coverage == 1.0


@pytest.mark.parametrize("bullet", ["•", "▪", "\uf0b7", "(cid:127)"])
def test_on_a_line_of_its_own(bullet: str) -> None:
    report = read("\n".join(f"{bullet}\n{item}" for item in ITEMS))
    assert texts(report) == ITEMS
    assert report.coverage == 1.0


@pytest.mark.parametrize("bullet", ["•", "(cid:127)"])
def test_all_in_a_block(bullet: str) -> None:
    report = read("\n".join([bullet] * 3 + ITEMS))
    assert texts(report) == ITEMS
    assert report.coverage == 1.0


def test_behind_the_words() -> None:
    strengths = "\n".join(f"{item} •" for item in ITEMS)
    report = read(strengths)
    assert texts(report) == ITEMS
    assert faults(f"Styrkor\n\n{strengths}\n\n{REST}".encode(), report) == []
    assert report.coverage == 1.0


def test_on_a_line_of_its_own_an_item_may_run_over_lines() -> None:
    long = "God bemanning hela året om, även under de långa sommarveckor då andra\nkliniker stänger"
    report = read(f"•\n{long}\n•\nTydlig ledning")
    assert texts(report) == [long.replace("\n", " "), "Tydlig ledning"]


@pytest.mark.parametrize(
    "item", ["o", "Vitamin C •", "> 20 handledare finns", "o Tydlig ledning", "? Oklart"]
)
def test_a_sign_that_stands_once_is_content(item: str) -> None:
    assert item in texts(read(f"God bemanning\n\n{item}\n\nBra lokaler"))


def test_a_bullet_outside_the_lists_is_the_narratives() -> None:
    text = "Styrkor\n\nGott\n\nSTRUKTUR\n\nA. Verksamheten\n\n• Ett.\n• Två.\n\nFöreskrift"
    (area,) = parse_bytes(text.encode(), "narrative.txt").areas
    assert area.narrative == "• Ett.\n• Två."


def test_below_the_first_line_of_its_item() -> None:
    long = "Skriftliga omdömen saknas för samtliga ST-läkare som granskats, detta trots att"
    report = read(f"Tydlig ledning\n•\n{long}\n•\nblanketten finns\nBra lokaler\n•")
    assert texts(report) == ["Tydlig ledning", f"{long} blanketten finns", "Bra lokaler"]
    assert report.coverage == 1.0


QUANTITIES = [
    ["< 5 patienter per dag", "< 2 jourer i månaden", "Bra lokaler"],
    ["> 5 handledare", "> 2 studierektorer", "Bra lokaler"],
    ["≥ 5 handledare", "≥ två studierektorer", "Bra lokaler"],
    ["~ fem handledare", "~ två kurser", "Bra lokaler"],
    ["€ till kurser", "€ till böcker", "Bra lokaler"],
    ["§ 5 följs", "§ 7 följs", "Bra lokaler"],
    ["# 1 i landet", "# 2 i landet", "Bra lokaler"],
    ["& bra lokaler", "& bra kök", "Bra lokaler"],
    ["> hälften är disputerade", "> hälften har ST-forum", "Bra lokaler"],
]


@pytest.mark.parametrize("items", QUANTITIES)
def test_a_sign_that_means_something_is_no_bullet(items: list[str]) -> None:
    report = read("\n\n".join(items))
    assert texts(report) == items
    assert report.unassigned == ()


def test_bullets_of_symbol_fonts_stand_before_figures_too() -> None:
    report = read("\uf0fc 5 handledare\n\uf0fc 2 studierektorer")
    assert texts(report) == ["5 handledare", "2 studierektorer"]
