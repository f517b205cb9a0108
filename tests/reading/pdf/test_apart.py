"""What is stamped across a page, or cannot be seen on it, stands apart from its lines."""

from collections.abc import Sequence

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from spur_extract.reading.document import Page
from spur_extract.reading.pdf.read import PdfOptions, PdfReader, read_pdf
from tests.reading.pdf import made

READERS = pytest.mark.parametrize("reader", list(PdfReader))
LINES = ("Handledningen är bra och sker på avsatt tid.", "Studierektorn följer upp planen.")


def pages(data: bytes, reader: PdfReader) -> Sequence[Page]:
    return read_pdf(data, "rapport.pdf", PdfOptions(reader)).pages


def lines(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def apart(page: Page) -> list[str]:
    return [line.text for line in page.apart]


def stamped(text: str, size: float, *, degrees: float = 0.0, below: float = 110.0) -> made.Draw:
    """A page of text with a stamp across it, whose baseline begins that far below its top."""

    def draw(canvas: Canvas) -> None:
        made.text(*LINES)(canvas)
        canvas.saveState()
        canvas.translate(60, made.SIZE[1] - below)
        canvas.rotate(degrees)
        canvas.setFont("Helvetica", size)
        canvas.drawString(0, 0, text)
        canvas.restoreState()

    return draw


def over(draw: made.Draw, *, ground: float | None = None, mode: int = 0) -> made.Draw:
    """A page of text with what `draw` sets upon a box of that shade of grey, in that mode."""

    def both(canvas: Canvas) -> None:
        made.text(*LINES)(canvas)
        if ground is not None:
            canvas.setFillGray(ground)
            canvas.rect(40, 290, 100, 30, stroke=0, fill=1)
        canvas.setFillGray(1 if mode == 0 else 0)
        text = canvas.beginText(50, 300)
        text.setTextRenderMode(mode)
        canvas.drawText(text)
        draw(canvas)

    return both


def cross(canvas: Canvas) -> None:
    canvas.drawString(50, 300, "X")


def unpainted(canvas: Canvas) -> None:
    text = canvas.beginText(50, 300)
    text.setFont("Helvetica", 10)
    text.setTextRenderMode(3)
    text.textOut("X")
    canvas.drawText(text)


def on_a_picture(canvas: Canvas) -> None:
    made.picture(canvas)
    unpainted(canvas)


@READERS
@pytest.mark.parametrize("degrees", [45.0, 90.0, -30.0])
def test_text_along_a_slope_is_no_part_of_lines(reader: PdfReader, degrees: float) -> None:
    [page] = pages(made.pdf(stamped("UTKAST", 30, degrees=degrees, below=130)), reader)
    assert lines(page) == list(LINES)
    assert apart(page) == ["UTKAST"]
    [line] = page.apart
    assert page.text[line.start : line.end] == "UTKAST"
    assert page.text.startswith("\n".join(LINES))


@READERS
def test_text_that_lies_a_little_askew_is_read(reader: PdfReader) -> None:
    [page] = pages(made.pdf(stamped("Ett tillägg", 10, degrees=2, below=160)), reader)
    assert lines(page) == [*LINES, "Ett tillägg"]
    assert page.apart == ()


@READERS
def test_a_large_stamp_across_lines_is_no_part_of_them(reader: PdfReader) -> None:
    first, second = pages(made.pdf(stamped("KOPIA", 40), stamped("KOPIA", 40)), reader)
    assert lines(first) == lines(second) == list(LINES)
    assert apart(first) == apart(second) == ["KOPIA"]


@READERS
def test_a_stamp_is_one_where_nothing_is_below_it_too(reader: PdfReader) -> None:
    def alone(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50, 100, LINES[0])
        canvas.setFont("Helvetica", 40)
        canvas.drawString(60, made.SIZE[1] - 110, "KOPIA")

    _, second = pages(made.pdf(stamped("KOPIA", 40), alone), reader)
    assert (lines(second), apart(second)) == ([LINES[0]], ["KOPIA"])


@READERS
def test_a_large_heading_over_no_text_is_a_line(reader: PdfReader) -> None:
    [page] = pages(made.pdf(stamped("STRUKTUR", 26, below=80)), reader)
    assert lines(page) == ["STRUKTUR", *LINES]


@READERS
@pytest.mark.parametrize(
    "unseen",
    [
        pytest.param(over(cross), id="white on white"),
        pytest.param(over(cross, ground=0.97), id="white on nearly white"),
        pytest.param(over(unpainted, mode=3), id="in no colour"),
    ],
)
def test_what_cannot_be_seen_stands_apart(reader: PdfReader, unseen: made.Draw) -> None:
    [page] = pages(made.pdf(unseen), reader)
    assert lines(page) == list(LINES)
    assert apart(page) == ["X"]


@READERS
@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(over(cross, ground=0.2), id="white on dark"),
        pytest.param(over(cross, ground=0.8), id="white on grey"),
        pytest.param(on_a_picture, id="over the picture that shows it"),
    ],
)
def test_what_can_be_seen_is_a_line(reader: PdfReader, seen: made.Draw) -> None:
    [page] = pages(made.pdf(seen), reader)
    assert lines(page)[-1] == "X"
    assert page.apart == ()


def on_layer(state: bytes) -> bytes:
    """A page with a cross and a stroke on a layer that is shown ("ON") or not ("OFF")."""
    content = (
        b"BT /F1 10 Tf 50 500 Td (Handledningen sker ) Tj ET"
        b" /OC /L1 BDC BT /F1 10 Tf 50 300 Td (X) Tj ET 100 300 m 110 310 l S EMC"
    )
    return made.raw_pdf(
        [
            (
                b"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << /%b [6 0 R]"
                b" /Order [6 0 R] >> >> >>" % state
            ),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            (
                b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 400 600] /Resources"
                b" << /Font << /F1 5 0 R >> /Properties << /L1 6 0 R >> >> >>"
            ),
            made.stream(content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"<< /Type /OCG /Name (Utkast) >>",
        ]
    )


@READERS
@pytest.mark.parametrize(
    ("state", "shown", "hidden", "drawn"), [(b"ON", ["X"], [], 1), (b"OFF", [], ["X"], 0)]
)
def test_a_layer_that_is_switched_off_is_not_there(
    reader: PdfReader, state: bytes, shown: list[str], hidden: list[str], drawn: int
) -> None:
    [page] = pages(on_layer(state), reader)
    assert lines(page) == ["Handledningen sker", *shown]
    assert apart(page) == hidden
    assert len(page.drawings) == drawn


def test_a_picture_is_only_drawn_where_something_is_in_doubt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("spur_extract.reading.pdf.sight.Sights.of", None)
    read_pdf(made.pdf(over(cross, ground=0.2), made.text(*LINES)), "rapport.pdf")


def test_the_picture_of_a_page_is_the_ground_of_its_text() -> None:
    def shown(canvas: Canvas) -> None:
        shades = ImageReader(Image.new("L", (4, 4), 40))
        canvas.drawImage(shades, 0, 0, *made.SIZE)
        over(cross)(canvas)

    [page] = pages(made.pdf(shown), PdfReader.AUTO)
    assert (lines(page)[-1], page.apart) == ("X", ())
