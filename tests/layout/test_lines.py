"""Printed lines: bullets, marks, gaps, and where the words stand."""

import pytest

from spur_extract.layout.lines import LaidLine, lay_out, squeeze
from spur_extract.reading.text import read_text


def laid(text: str) -> tuple[LaidLine, ...]:
    return lay_out(read_text(text.encode(), "printed.txt"))


@pytest.mark.parametrize(
    ("printed", "body", "bullet"),
    [
        ("• Trivsel", "Trivsel", True),
        ("- Trivsel", "Trivsel", True),
        ("– Trivsel", "Trivsel", True),
        ("\uf0b7 Trivsel", "Trivsel", True),
        ("▪ Trivsel", "Trivsel", True),
        ("-12 grader", "-12 grader", False),
        ("ST-läkare", "ST-läkare", False),
        ("3 - 4 läkare", "3 - 4 läkare", False),
    ],
)
def test_bullets(printed: str, body: str, bullet: bool) -> None:
    (line,) = laid(printed)
    assert (line.body, line.bullet) == (body, bullet)


@pytest.mark.parametrize(
    ("printed", "words", "chosen"),
    [
        ("☒ B. Följs.", "B. Följs.", [True]),
        ("☐ B. Följs.", "B. Följs.", [False]),
        ("[x] B. Följs.", "B. Följs.", [True]),
        ("[ ] B. Följs.", "B. Följs.", [False]),
        ("( ) B. Följs.", "B. Följs.", [False]),
        ("X B. Följs.", "B. Följs.", [True]),
        ("B. Följs. X", "B. Följs.", [True]),
        ("B. Följs.   ☐ ☒", "B. Följs.", [False, True]),
        ("☒ ☐ B. Följs.", "B. Följs.", [True, False]),
        ("● B. Följs.", "B. Följs.", [True]),
        ("✓ B. Följs.", "B. Följs.", [True]),
        ("Xylofon", "Xylofon", []),
        ("Plan X följs", "Plan X följs", []),
    ],
)
def test_marks(printed: str, words: str, chosen: list[bool]) -> None:
    (line,) = laid(printed)
    assert line.words == words
    assert [mark.chosen for mark in line.marks] == chosen


def test_the_words_stand_at_their_offsets() -> None:
    text = "Rubrik\n\n  ☒  A.  Följs   inte   X \n"
    document = read_text(text.encode(), "printed.txt")
    line = lay_out(document)[1]
    page = document.pages[0].text
    assert page[line.start : line.end] == "A.  Följs   inte"
    assert line.words == "A. Följs inte"
    assert [page[mark.start : mark.end] for mark in line.marks] == ["☒", "X"]


def test_gaps_and_page_starts() -> None:
    lines = laid("ett\n\ntvå\ntre\n\n\nfyra\n\ffem")
    assert [line.gap for line in lines] == [0, 1, 0, 2, 0]
    assert [line.starts_page for line in lines] == [True, False, False, False, True]
    assert [line.page for line in lines] == [1, 1, 1, 1, 2]


def test_squeezing_leaves_letters_and_digits() -> None:
    assert squeeze("Å ä-Ö, 2015:8 (ﬁn)\u00ad") == "åäö20158fin"
