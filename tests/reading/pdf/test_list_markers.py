"""Bullets, numbers and letters that hang before the items of a list are parts of their lines."""

import pytest

from spur_extract.reading.document import Drawing, DrawingKind
from tests.placed import page, words

ITEMS = ("Bred verksamhet", "Engagerad studierektor", "Tydlig introduktion")
BULLETS = ["\uf0b7", "\uf0a7", "\uf0d8", "•", "▪", "◦", "‣", "–", "-", "*", "➢", "o"]
NUMBERS = (["1.", "2.", "3."], ["1)", "2)", "3)"], ["(9)", "10.", "11."], ["a)", "b)", "c)"])
UPRIGHT = Drawing(DrawingKind.PATH, (60.0, 80.0, 60.5, 200.0), stroke=(0.0, 0.0, 0.0))


def listed(markers: list[str], left: float, drawings: tuple[Drawing, ...] = ()) -> list[str]:
    """A list whose markers begin at 50 points, and its items at `left`."""
    runs = []
    for row, (marker, item) in enumerate(zip(markers, ITEMS, strict=True)):
        runs += [words(marker, 50, 100 + 14 * row), words(item, left, 100 + 14 * row)]
    return [line.text for line in page(*runs, drawings=drawings).lines]


@pytest.mark.parametrize("bullet", BULLETS)
def test_a_bullet_hangs_before_its_item(bullet: str) -> None:
    assert listed([bullet] * 3, 68) == [f"{bullet} {item}" for item in ITEMS]


@pytest.mark.parametrize("numbers", NUMBERS)
def test_a_number_hangs_before_its_item(numbers: list[str]) -> None:
    assert listed(numbers, 78) == [
        f"{number} {item}" for number, item in zip(numbers, ITEMS, strict=True)
    ]


@pytest.mark.parametrize("markers", [["1.", "2.", "3."], ["–", "–", "–"]])
def test_what_a_rule_parts_is_a_column(markers: list[str]) -> None:
    assert listed(markers, 78, (UPRIGHT,))[:2] == [markers[0], ITEMS[0]]


@pytest.mark.parametrize("markers", [["A", "B", "C"], ["X", "X", "X"], ["☒", "☐", "☒"]])
def test_letters_and_marks_are_columns(markers: list[str]) -> None:
    assert listed(markers, 78)[:2] == [markers[0], ITEMS[0]]


def test_a_column_of_numbers_stands_further_off() -> None:
    assert listed(["1.", "2.", "3."], 100)[:2] == ["1.", ITEMS[0]]


def test_numbers_in_a_line_do_not_join_columns() -> None:
    made = page(words("Kurs 1.", 50, 100), words("Etikett", 104, 100))
    assert [line.text for line in made.lines] == ["Kurs 1.", "Etikett"]


ROWS = ("Handledningen sker på avsatt tid", "Planen följs upp", "Lokaler finns")
LEFT_OF_ROWS = 64.0


def beside_rows(*signs: str, step: float = 24) -> list[str]:
    """Rows of two printed lines, with signs before them as a form of marks has them."""
    runs = []
    for number, sign in enumerate(signs):
        top = 100 + (step + 14) * number
        for place, each in enumerate(sign.split(",")):
            runs.append(words(each, 64 - 34 * (sign.count(",") - place) - 14, top))
        runs += [words(ROWS[number % len(ROWS)], LEFT_OF_ROWS, top)]
        runs += [words("och är dokumenterad", LEFT_OF_ROWS, top + 14)]
    return [line.text for line in page(*runs).lines]


@pytest.mark.parametrize(
    "signs",
    [
        ("o", "x", "o"),
        ("*", "-", "*"),
        ("x,o", "o,o", "o,o"),
        ("o,o", "o,o", "o,o"),
        ("*", "", "*"),
        ("o", "", "o"),
    ],
)
def test_signs_of_a_form_are_a_column_of_marks(signs: tuple[str, ...]) -> None:
    printed = beside_rows(*signs)
    assert [row for row in printed if row in ROWS] == list(ROWS)


@pytest.mark.parametrize("signs", [("o", "o", "o"), ("*", "*", "*"), ("–", "•", "•")])
def test_alike_signs_before_every_item_are_a_list(signs: tuple[str, ...]) -> None:
    printed = beside_rows(*signs)
    assert printed[::2] == [f"{sign} {row}" for sign, row in zip(signs, ROWS, strict=True)]


def test_a_far_letter_is_no_bullet() -> None:
    assert listed(["o", "o", "o"], 74)[:2] == ["o", ITEMS[0]]


def test_letters_of_a_second_level_hang_below_bullets() -> None:
    made = page(
        words("•", 50, 100),
        words("Handledning", 68, 100),
        words("o", 86, 114),
        words("Avsatt tid", 104, 114),
        words("o", 86, 128),
        words("Lokaler", 104, 128),
        words("•", 50, 142),
        words("Introduktion", 68, 142),
    )
    texts = [line.text for line in made.lines]
    assert texts == ["• Handledning", "o Avsatt tid", "o Lokaler", "• Introduktion"]
