"""Page numbers and running heads are told apart, and what they interrupt reads as one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from spur_extract.pipeline import parse_bytes
from tests.test_foreign_text import values

TEXTS = Path(__file__).parents[2] / "samples" / "text"
PAGE_GAP = "\n\n\n\n"


def number_at_foot(page: str, number: int, count: int) -> str:
    return f"{page.rstrip()}\n\n{number}\n" if count else page


def number_of_count(page: str, number: int, count: int) -> str:
    return f"{page.rstrip()}\n\nSida {number} ({count})\n"


def head_and_number(page: str, number: int, count: int) -> str:
    return f"SPUR-granskning 2024, Norrhamns sjukhus\n\n{number}/{count}\n\n{page.lstrip()}"


def head_alone(page: str, number: int, count: int) -> str:
    return f"Granskningsrapport\n\n{page.lstrip()}" if number and count else page


DRESSES = [number_at_foot, number_of_count, head_and_number, head_alone]


@pytest.mark.parametrize("name", ["single-long-plan", "dual-cover", "single-marked"])
@pytest.mark.parametrize("dress", DRESSES, ids=lambda dress: dress.__name__)
def test_furniture_changes_nothing(name: str, dress: Callable[[str, int, int], str]) -> None:
    dump = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    pages = dump.split(PAGE_GAP)
    dressed = [dress(page, number, len(pages)) for number, page in enumerate(pages, 1)]
    report = parse_bytes(PAGE_GAP.join(dressed).encode(), "dressed.txt")
    assert values(report) == values(parse_bytes(dump.encode(), "plain.txt"))
    assert report.coverage == 1.0


def test_page_numbers_are_known_where_page_ends_are_not() -> None:
    dump = (TEXTS / "single-cover.txt").read_text(encoding="utf-8")
    pages = dump.split(PAGE_GAP)
    numbered = [f"{page.rstrip()}\n\n- {number} -" for number, page in enumerate(pages, 1)]
    report = parse_bytes("\n\n".join(numbered).encode(), "numbered.txt")
    assert report.source.page_count == 1
    assert report.coverage == 1.0


def test_a_figure_in_a_list_is_no_page_number() -> None:
    text = "Styrkor\n\n3\n\n7\n\nSvagheter\n\n2\n\nSTRUKTUR\n\nVerksamheten\n\nBra.\n\nFöreskrift"
    report = parse_bytes(text.encode(), "figures.txt")
    assert [statement.text for statement in report.strengths] == ["3", "7"]
