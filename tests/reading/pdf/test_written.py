"""What somebody wrote into fields and notes is text of the page, or stands apart from it."""

import pytest

from spur_extract.reading.document import Page
from spur_extract.reading.pdf.read import PdfOptions, PdfReader, read_pdf
from tests.reading.pdf import made

READERS = pytest.mark.parametrize("reader", list(PdfReader))
PRINTED = b"BT /F1 10 Tf 50 500 Td (Verksamheten) Tj ET"
LOOK = made.stream(
    b"/Tx BMC q BT /F1 10 Tf 2 26 Td (Kliniken har tio) Tj 0 -12 Td (platser.) Tj ET Q EMC",
    b"/Type /XObject /Subtype /Form /BBox [0 0 200 40] /Resources << /Font << /F1 5 0 R >> >>",
)
RECT = b"/Rect [50 400 250 440]"
TEXT = b"(Kliniken har tio platser.)"


def read(annotation: bytes, reader: PdfReader) -> Page:
    """A page with that annotation, whose look may be object 6, and a form that it may be in."""
    form = b"/AcroForm << /Fields [7 0 R] >>"
    data = made.on_page(PRINTED, b"/Annots [7 0 R]", [LOOK, annotation], catalogue=form)
    [page] = read_pdf(data, "rapport.pdf", PdfOptions(reader)).pages
    return page


def lines(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def apart(page: Page) -> list[str]:
    return [line.text for line in page.apart]


@READERS
@pytest.mark.parametrize(
    "entries",
    [
        pytest.param(b"/Subtype /Widget /FT /Tx /T (a) /V %b /AP << /N 6 0 R >>", id="field"),
        pytest.param(b"/Subtype /Widget /FT /Ch /T (a) /V %b /AP << /N 6 0 R >>", id="choice"),
        pytest.param(b"/Subtype /FreeText /Contents %b /AP << /N 6 0 R >>", id="text"),
    ],
)
def test_what_shows_stands_in_the_lines(reader: PdfReader, entries: bytes) -> None:
    page = read(b"<< /Type /Annot %b %b >>" % (entries % TEXT, RECT), reader)
    assert lines(page) == ["Verksamheten", "Kliniken har tio", "platser."]
    assert page.apart == ()
    assert [line.box[0] for line in page.lines if line.box] == pytest.approx([50, 52, 52])


@READERS
@pytest.mark.parametrize(
    "entries",
    [
        pytest.param(b"/Subtype /Text /Contents %b", id="note that pops up"),
        pytest.param(b"/Subtype /Circle /Contents %b", id="note on a circle"),
    ],
)
def test_what_does_not_show_stands_apart(reader: PdfReader, entries: bytes) -> None:
    page = read(b"<< /Type /Annot %b %b >>" % (entries % TEXT, RECT), reader)
    assert lines(page) == ["Verksamheten"]
    assert apart(page) == ["Kliniken har tio platser."]


@READERS
def test_a_field_without_a_look_is_not_lost(reader: PdfReader) -> None:
    """pdfium draws it as a viewer does; pdfminer cannot."""
    entries = b"/Subtype /Widget /FT /Tx /T (a) /V %b" % TEXT
    page = read(b"<< /Type /Annot %b %b >>" % (entries, RECT), reader)
    assert lines(page)[:1] == ["Verksamheten"]
    assert [*lines(page)[1:], *apart(page)] == ["Kliniken har tio platser."]


@READERS
def test_what_is_written_over_print_stands_apart(reader: PdfReader) -> None:
    over = b"/Subtype /FreeText /Contents %b /AP << /N 6 0 R >> /Rect [30 480 230 520]" % TEXT
    page = read(b"<< /Type /Annot %b >>" % over, reader)
    assert lines(page) == ["Verksamheten"]
    assert apart(page) == ["Kliniken har tio platser."]


@READERS
@pytest.mark.parametrize(
    "entries",
    [
        pytest.param(b"/Subtype /FreeText /Contents (X)", id="a mark"),
        pytest.param(b"/Subtype /Text /F 2 /Contents %b" % TEXT, id="a hidden note"),
        pytest.param(b"/Subtype /Highlight /Contents %b" % TEXT, id="a highlight of print"),
        pytest.param(b"/Subtype /Widget /FT /Btn /T (a) /V /Yes", id="a box"),
        pytest.param(b"/Subtype /Widget /FT /Tx /T (a) /V ( )", id="an empty field"),
    ],
)
def test_what_is_no_text_is_left_to_others(reader: PdfReader, entries: bytes) -> None:
    page = read(b"<< /Type /Annot %b %b >>" % (entries, RECT), reader)
    assert (page.text, page.apart) == ("Verksamheten", ())


@READERS
@pytest.mark.parametrize(
    ("entries", "checked"),
    [
        pytest.param(b"/V /Yes /AS /Yes /AP << /N << /Yes 6 0 R >> >>", True, id="on"),
        pytest.param(b"/V /Off /AS /Off /AP << /N << /Yes 6 0 R >> >>", False, id="off"),
        pytest.param(b"/V /Yes", None, id="without a look"),
    ],
)
def test_a_box_without_a_look_does_not_tell_whether_it_is_on(
    reader: PdfReader, entries: bytes, checked: bool | None
) -> None:
    box = b"<< /Type /Annot /Subtype /Widget /FT /Btn /T (a) /Rect [50 400 60 410] %b >>"
    page = read(box % entries, reader)
    assert [drawing.checked for drawing in page.drawings] == [checked]
