"""Cells and the order in which they are read."""

from spur_extract.contract import Reader
from spur_extract.layout.lines import LaidLine, lay_out
from spur_extract.reading.document import Document, Page
from tests.placed import page, rule, words


def laid(*pages: Page) -> tuple[LaidLine, ...]:
    return lay_out(Document("a.pdf", "0" * 64, "application/pdf", Reader.PDF, pages, True))


def texts(*pages: Page) -> list[str]:
    return [line.text for line in laid(*pages)]


def test_a_label_of_two_lines_is_read_before_the_row_beside_it() -> None:
    made = page(
        words("Föreskrift", 50, 100),
        words("Raden går på", 200, 100),
        words("(endast 2021)", 50, 112),
        words("två rader", 200, 112),
    )
    assert texts(made) == ["Föreskrift", "(endast 2021)", "Raden går på", "två rader"]


def test_a_letter_in_the_middle_of_its_row_is_read_before_it() -> None:
    made = page(words("Raden går på", 80, 100), words("A", 50, 106), words("två rader", 80, 112))
    assert texts(made) == ["A", "Raden går på", "två rader"]


def test_rules_part_cells_that_stand_close() -> None:
    close = (words("Ett helt", 50, 100), words("Ett annat", 50, 112))
    assert len({line.cell for line in laid(page(*close))}) == 1
    ruled = laid(page(*close, drawings=(rule(90), rule(104), rule(116))))
    assert len({line.cell for line in ruled}) == 2
    assert all(line.ruled for line in ruled)


def test_a_wider_gap_parts_paragraphs() -> None:
    lines = [words("Text som går", 50, y) for y in (100, 112, 124)]
    more = [words("En annan text", 50, y) for y in (146, 158)]
    assert [line.cell for line in laid(page(*lines, *more))] == [0, 0, 0, 1, 1]


def test_marks_in_a_column_of_their_own_are_no_text() -> None:
    made = page(words("En rad", 50, 100), words("☒", 400, 100), words("X", 450, 100))
    assert [line.text for line in laid(made) if not line.sign] == ["En rad"]
    assert [line.text for line in laid(made) if line.sign] == ["☒", "X"]


def test_a_number_above_a_page_number_is_none() -> None:
    feet = [(words("20250630", 50, 700), words(str(n), 290, 800)) for n in range(1, 5)]
    starts = ("Första", "Andra", "Tredje", "Fjärde")
    body = [(words(f"{each} texten", 50, 100), words(f"{each} mer", 50, 140)) for each in starts]
    pages = [
        page(*above, *([foot[0]] if n == 2 else []), foot[1], number=n + 1)
        for n, (above, foot) in enumerate(zip(body, feet, strict=True))
    ]
    set_aside = [line.text for line in laid(*pages) if line.furniture]
    assert set_aside == ["1", "2", "3", "4"]
