"""Words placed by their first and last character are those read character by character."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from spur_extract.reading.document import Word
from spur_extract.reading.pdf import pdfium_text
from spur_extract.reading.pdf.pdfium import read_pages_pdfium
from tests.reading.pdf import made

SAMPLES = sorted((Path(__file__).parents[3] / "samples" / "pdf").glob("*.pdf"))
assert SAMPLES


def words(data: bytes) -> list[Word]:
    pages = read_pages_pdfium(data)
    return [word for page in pages for line in page.lines for word in line.words]


def slowly(data: bytes, monkeypatch: pytest.MonkeyPatch) -> list[Word]:
    with monkeypatch.context() as patch:
        patch.setattr(pdfium_text._WordReader, "whole", lambda *_: None)
        return words(data)


def tricky(canvas: Canvas) -> None:
    """Lines of the same letters, the later ones set unlike the first."""
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 500, "handledning abcdefghijklmnopqrstuvwxyz 2 x")
    canvas.drawString(50, 480, "handledning")
    canvas.drawString(50, 460, "hand")  # a gap without any space in it
    canvas.drawString(50 + canvas.stringWidth("hand") + 2.4, 460, "ledning")
    canvas.drawString(50, 440, "hand")
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawString(50 + canvas.stringWidth("hand", "Helvetica", 10), 440, "ledning")
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 420, "handledning", charSpace=3)
    canvas.drawString(50, 400, "x")
    canvas.drawString(50 + canvas.stringWidth("x"), 405, "2")
    canvas.drawString(50, 380, "handledning", charSpace=-0.4)


COLUMNS = (
    (20, ("F. Teoretisk", "utbildning")),
    (80, ("Det individuella", "programmet")),
    (200, ("Fyra timmar i veckan", "från och med")),
    (320, ("Januari 2025",)),
)


def letter_by_letter(canvas: Canvas) -> None:
    """A few short columns, each letter placed by itself as browsers do: pdfium takes most letters
    for lines of their own."""
    canvas.setFont("Helvetica", 8.5)
    for left, column in COLUMNS:
        for row, line in enumerate(column):
            for place, letter in enumerate(line):
                if letter != " ":
                    x = left + canvas.stringWidth(line[:place], "Helvetica", 8.5)
                    canvas.drawString(x, 520 - 11.25 * row, letter)


def test_letters_that_touch_are_words_whatever_pdfium_puts_between() -> None:
    [page] = read_pages_pdfium(made.pdf(letter_by_letter))
    assert sorted(line.text for line in page.lines) == sorted(
        line for _, column in COLUMNS for line in column
    )


def placed(found: list[Word]) -> Iterator[tuple[str, bool, list[float]]]:
    for word in found:
        yield word.text, word.bold, [round(edge, 3) for edge in (*word.box, word.size)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_on_the_samples(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = path.read_bytes()
    assert list(placed(words(data))) == list(placed(slowly(data, monkeypatch)))


def test_where_a_word_is_set_unlike_it_was_before(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made.pdf(tricky, tricky)
    assert list(placed(words(data))) == list(placed(slowly(data, monkeypatch)))
    shown = [word.text for word in words(data)]
    assert shown.count("handledning") == 6
    assert shown.count("hand") == shown.count("ledning") == 4


def test_most_words_need_no_more_than_two_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the speed comes from: the limit in benchmarks/pdf.py fails without it."""
    read_one_by_one: list[str] = []
    glyphs = pdfium_text._WordReader.glyphs

    def counted(reader: pdfium_text._WordReader, shown: str, start: int) -> object:
        read_one_by_one.append(shown)
        return glyphs(reader, shown, start)

    monkeypatch.setattr(pdfium_text._WordReader, "glyphs", counted)
    found = words(SAMPLES[0].read_bytes())
    assert len(read_one_by_one) < len(found) / 8
