"""Tests of the careful reader: words, drawings, images, fields and annotations in their places."""

import tracemalloc
import zlib

import pytest
from pdfplumber.page import Page as PlumberPage
from reportlab.pdfgen.canvas import Canvas

from spur_extract.errors import PdfDamagedError, PdfEncryptedError, PdfPasswordWrongError
from spur_extract.reading.document import Drawing, DrawingKind, Page, Word
from spur_extract.reading.pdf import plumber
from spur_extract.reading.pdf.pdfium import read_pages_pdfium
from spur_extract.reading.pdf.plumber import read_pages_plumber
from spur_extract.reading.pdf.plumber_device import Resources
from tests.reading.pdf import made


def only_page(data: bytes) -> Page:
    (page,) = read_pages_plumber(data)
    return page


def words(page: Page) -> list[Word]:
    return [word for line in page.lines for word in line.words]


def drawing(content: bytes, *more: bytes) -> Drawing:
    (found,) = only_page(made.on_page(content, more=more)).drawings
    return found


def test_words_stand_where_they_are_printed() -> None:
    page = only_page(made.on_page(b"BT /F1 10 Tf 50 500 Td (Hej hopp) Tj ET"))
    first, second = words(page)
    assert (first.text, second.text) == ("Hej", "hopp")
    assert (first.size, first.bold) == (10, False)
    x0, top, x1, bottom = first.box
    # Helvetica's widths: H 722, e 556, j 222.
    assert (x0, x1) == pytest.approx((50, 65))
    assert top < 100 < bottom
    assert (page.width, page.height) == (400, 600)


def test_words_end_at_a_gap_without_space() -> None:
    page = only_page(made.on_page(b"BT /F1 10 Tf 50 500 Td [(Ett) -600 (tv\xe5) -20 (tre)] TJ ET"))
    assert page.text == "Ett tvåtre"


def test_bold_by_name_and_by_outline() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawString(50, 500, "Fet")
        canvas.setFont("Helvetica", 9)
        canvas.drawString(50, 480, "Kontur", mode=2)
        canvas.drawString(50, 460, "Mager", mode=0)

    assert [word.bold for word in words(only_page(made.pdf(draw)))] == [True, True, False]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_is_placed_as_its_text_is_read(rotation: int) -> None:
    # The same line, turned against the page's own turn.
    matrices = {
        0: b"1 0 0 1 50 500",
        90: b"0 1 -1 0 100 50",
        180: b"-1 0 0 -1 350 100",
        270: b"0 -1 1 0 300 550",
    }
    content = b"BT /F1 10 Tf %b Tm (Hej) Tj ET" % matrices[rotation]
    page = only_page(made.on_page(content, b"/Rotate %d" % rotation))
    (word,) = words(page)
    sizes = {0: (400, 600), 180: (400, 600), 90: (600, 400), 270: (600, 400)}
    assert (page.width, page.height) == sizes[rotation]
    assert word.box[0] == pytest.approx(50)
    assert word.box[3] == pytest.approx(102.5)


def test_what_is_cut_off_is_not_on_the_page() -> None:
    content = b"BT /F1 10 Tf 60 500 Td (Syns) Tj 0 -400 Td (Syns inte) Tj ET"
    entries = b"/MediaBox [10 20 410 620] /CropBox [50 300 400 600]"
    page = only_page(made.on_page(content, entries))
    assert page.text == "Syns"
    assert (page.width, page.height) == (350, 300)
    assert words(page)[0].box[0] == pytest.approx(10)


def test_a_rectangle() -> None:
    found = drawing(b"2 w 0.5 g 1 0 0 RG 50 400 20 10 re B")
    assert found.kind is DrawingKind.PATH
    assert found.box == (50, 190, 70, 200)
    assert (found.fill, found.stroke) == ((0.5, 0.5, 0.5), (1, 0, 0))
    assert (found.width, found.curved) == (2, False)
    assert set(found.points) == {(50, 200), (70, 200), (70, 190), (50, 190)}


def test_a_line_is_not_filled_and_its_width_is_scaled() -> None:
    found = drawing(b"2 0 0 2 0 0 cm 1 w 10 10 m 20 20 l S")
    assert (found.fill, found.stroke, found.width) == (None, (0, 0, 0), 2)
    assert found.points == ((20, 580), (40, 560))


def test_a_width_that_is_not_set_is_one() -> None:
    assert drawing(b"2 0 0 2 0 0 cm 10 10 m 20 20 l S").width == 2


def test_the_parts_of_a_path_are_one_drawing() -> None:
    found = drawing(b"10 10 m 20 20 l 10 20 m 20 10 l S")
    assert len(found.points) == 4
    assert drawing(b"10 10 m 10 20 20 20 20 10 c h f").curved


def test_a_path_that_only_clips_is_none() -> None:
    assert only_page(made.on_page(b"50 400 20 10 re W n")).drawings == ()


@pytest.mark.parametrize(
    ("operator", "colour"),
    [
        (b"0 0 0 1 k", (0, 0, 0)),
        (b"0 1 1 0 k", (1, 0, 0)),
        (b"1 1 1 rg", (1, 1, 1)),
        (b"/Pattern cs /P1 scn", (0.5, 0.5, 0.5)),
    ],
)
def test_colours(operator: bytes, colour: tuple[float, ...]) -> None:
    assert drawing(operator + b" 50 400 20 10 re f").fill == pytest.approx(colour)


def test_what_follows_a_form_object_is_not_moved_with_it() -> None:
    form = made.stream(
        b"0 0 10 10 re f",
        b"/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Matrix [1 0 0 1 100 100]",
    )
    page = only_page(made.on_page(b"/X1 Do 0 0 5 5 re f", more=[form]))
    assert [found.box for found in page.drawings] == [(100, 490, 110, 500), (0, 595, 5, 600)]


IMAGE = b"/Type /XObject /Subtype /Image /Width 8 /Height 8"
GREY = b"/BitsPerComponent 8 /ColorSpace /DeviceGray"


@pytest.mark.parametrize(
    ("image", "darkness"),
    [
        (made.stream(bytes([255] * 48 + [0] * 16), IMAGE + GREY), 0.25),
        (
            made.stream(
                zlib.compress(bytes([255] * 48 + [0] * 16)), IMAGE + GREY + b"/Filter /FlateDecode"
            ),
            0.25,
        ),
        (
            made.stream(
                bytes([255, 0, 0] * 64), IMAGE + b"/BitsPerComponent 8/ColorSpace/DeviceRGB"
            ),
            0.702,
        ),
        (made.stream(b"\x00\x00\xff\xff\xff\xff\xff\xff", IMAGE + b"/ImageMask true"), 0.25),
        (made.stream(b"hej", IMAGE + GREY), None),
    ],
)
def test_how_dark_a_small_image_is(image: bytes, darkness: float | None) -> None:
    found = drawing(b"12 0 0 12 50 400 cm /X1 Do", image)
    assert found.kind is DrawingKind.IMAGE
    assert found.box == pytest.approx((50, 188, 62, 200))
    assert found.digest is not None
    if darkness is None:
        assert found.darkness is None
    else:
        assert found.darkness == pytest.approx(darkness, abs=0.01)


def test_what_is_transparent_is_as_light_as_paper() -> None:
    image = made.stream(bytes(64), IMAGE + GREY + b"/SMask 7 0 R")
    mask = made.stream(bytes([0] * 48 + [255] * 16), IMAGE + GREY)
    assert drawing(b"12 0 0 12 50 400 cm /X1 Do", image, mask).darkness == pytest.approx(0.25)


def test_a_large_image_is_not_looked_at() -> None:
    image = made.stream(bytes(64), IMAGE + GREY)
    assert drawing(b"120 0 0 12 50 400 cm /X1 Do", image).darkness is None


def annotated(*annotations: bytes) -> tuple[Drawing, ...]:
    """What is on a page with these annotations; objects 6 and 7 are two appearances' dictionary
    and a field that they may be part of."""
    listed = b"/Annots [%b]" % b" ".join(
        b"<< /Type /Annot /Rect [50 400 60 410] %b >>" % annotation for annotation in annotations
    )
    states = b"<< /N << /On 8 0 R /Off 8 0 R >> >>"
    parent = b"<< /FT /Btn /V /On >>"
    form = made.stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 10 10]")
    return only_page(made.on_page(b"", listed, [states, parent, form])).drawings


@pytest.mark.parametrize(
    ("entries", "checked"),
    [
        (b"/FT /Btn /AS /On /V /On /AP 6 0 R", True),
        (b"/FT /Btn /AS /Off /V /Off /AP 6 0 R", False),
        (b"/FT /Btn /AS /On /AP 6 0 R", True),
        (b"/FT /Btn /V /On /AP 6 0 R", True),
        (b"/FT /Btn /V /Off /AP 6 0 R", False),
        (b"/FT /Btn /AP 6 0 R", False),
        (b"/FT /Btn /AS /On /V /Off /AP 6 0 R", None),
        (b"/FT /Btn /AS /Ja /AP 6 0 R", None),
        (b"/FT /Btn", None),
        (b"/Parent 7 0 R /AS /On /AP 6 0 R", True),
        (b"/Parent 7 0 R /AP 6 0 R", True),
        (b"/Parent 7 0 R /AP << /N << /Other 8 0 R /Off 8 0 R >> >> /AS /Off", False),
    ],
)
def test_whether_a_box_is_checked(entries: bytes, checked: bool | None) -> None:
    (field,) = annotated(b"/Subtype /Widget " + entries)
    assert (field.kind, field.checked) == (DrawingKind.FIELD, checked)
    assert field.box == (50, 190, 60, 200)


def test_annotations_that_can_be_seen() -> None:
    found = annotated(
        b"/Subtype /Ink /InkList [[50 400 60 410]]",
        b"/Subtype /Circle",
        b"/Subtype /StrikeOut /F 4",
        b"/Subtype /Square /F 2",
        b"/Subtype /Stamp /F 32",
        b"/Subtype /Link",
        b"/Subtype /Popup",
        b"/Subtype /Widget /FT /Tx",
        b"/Subtype /Widget /FT /Btn /Ff 65536",
    )
    assert [drawn.subtype for drawn in found] == ["ink", "circle", "strikeout"]
    assert {drawn.kind for drawn in found} == {DrawingKind.ANNOTATION}


def test_symbols_of_a_font_without_unicode() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("ZapfDingbats", 10)
        canvas.drawString(50, 500, "✔✘●")

    assert only_page(made.pdf(draw)).text == "✔✘●"


def test_a_ligature_gives_its_letters() -> None:
    data = made.on_page(b"BT /F1 10 Tf 50 500 Td (\x01nns) Tj ET").replace(
        b"/Encoding /WinAnsiEncoding", b"/Encoding << /Differences [1 /fi] >>"
    )
    assert only_page(data).text == "finns"


def test_unused_codes_of_windows_are_bullets() -> None:
    page = only_page(made.on_page(b"BT /F1 10 Tf 50 500 Td (\x7f Punkt) Tj ET"))
    assert page.text == "• Punkt"


def test_letters_that_a_font_does_not_tell_are_not_guessed() -> None:
    text = only_page(made.unmapped("ä ö")).text
    assert text.startswith("(cid:")
    assert "ä" not in text


def test_only_some_pages() -> None:
    data = made.pdf(made.text("Ett"), made.text("Två"), made.text("Tre"))
    assert [(page.number, page.text) for page in read_pages_plumber(data, None, {2})] == [
        (2, "Två")
    ]


def test_both_readers_give_the_same() -> None:
    data = made.pdf(made.text(made.TEXT, "Två  ord - (inom parentes), 50 %"), made.text("Slut"))
    for careful, fast in zip(read_pages_plumber(data), read_pages_pdfium(data), strict=True):
        assert careful.text == fast.text
        for one, other in zip(words(careful), words(fast), strict=True):
            assert one.box == pytest.approx(other.box, abs=0.5)


def test_what_cannot_be_opened() -> None:
    with pytest.raises(PdfEncryptedError):
        read_pages_plumber(made.encrypted("hemligt", "agare"))
    with pytest.raises(PdfPasswordWrongError):
        read_pages_plumber(made.encrypted("hemligt", "agare"), "fel")
    with pytest.raises(PdfDamagedError, match="cannot be opened"):
        read_pages_plumber(b"%PDF-1.7 hej")


def test_a_page_on_which_pdfminer_fails_is_named() -> None:
    data = made.on_page(b"").replace(made.stream(b""), made.stream(b"", b"/Filter /Unknown"))
    with pytest.raises(PdfDamagedError, match=r"^Page 1 .* is damaged \("):
        read_pages_plumber(data)


def test_memory_stays_flat_over_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    read_one = plumber._read
    nothing = Page(1, "", ())

    def read_and_drop(page: PlumberPage, resources: Resources) -> Page:
        read_one(page, resources)
        return nothing

    monkeypatch.setattr(plumber, "_read", read_and_drop)

    def peak(pages: int) -> int:
        """Most bytes in use while a file of so many pages is read, but for the pages given."""
        data = made.pdf(*[made.text(*[made.TEXT] * 4)] * pages)
        tracemalloc.start()
        try:
            assert len(read_pages_plumber(data)) == pages
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(1)  # what is loaded once
    assert peak(500) - peak(10) < 500 * 12_000
