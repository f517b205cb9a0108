"""A page drawn with its boxes and its legend."""

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from spur_extract.contract import Reader
from spur_extract.errors import NoPageToDrawError
from spur_extract.reading.document import Document, Page
from spur_extract.views.page_picture import MOST_PIXELS, check_page, draw_page, page_picture
from spur_extract.views.page_roles import PlacedRole, Role
from tests.views.pdf_files import HEIGHT, WIDTH, pdf_of, turned

PAGE = Page(number=1, text="", lines=(), width=WIDTH, height=HEIGHT)
SECRET = "hemligt"  # noqa: S105
BOX = (100.0, 300.0, 200.0, 320.0)


def _document(*pages: Page) -> Document:
    return Document("x.pdf", "0" * 64, "application/pdf", Reader.PDF, pages, pages_known=True)


def _picture(data: bytes, *placed: PlacedRole, page: Page = PAGE) -> Image.Image:
    picture = Image.open(io.BytesIO(page_picture(data, None, page, placed, "page 1")))
    assert picture.format == "PNG"
    return picture.convert("RGB")


def _extremes(picture: Image.Image) -> tuple[int, int]:
    """The darkest and the lightest grey in it."""
    greys = picture.convert("L").tobytes()
    return min(greys), max(greys)


def _colours(picture: Image.Image) -> set[tuple[int, ...]]:
    colours = picture.getcolors(maxcolors=1 << 24)
    assert colours is not None
    return {colour for _, colour in colours if isinstance(colour, tuple)}


@pytest.mark.parametrize("role", Role)
def test_a_box_stands_at_its_place_in_the_colour_of_its_role(role: Role) -> None:
    picture = _picture(pdf_of([""]), PlacedRole(BOX, role))
    left, top, right, bottom = (round(2 * edge) for edge in BOX)
    for edge in ((left, 620), (right, 620), (300, top), (300, bottom)):
        assert picture.getpixel(edge) == role.colour
    inside, outside = picture.getpixel((300, 620)), picture.getpixel((300, top - 10))
    assert outside == (255, 255, 255)
    assert inside not in {outside, role.colour}


def test_the_legend_names_the_roles_there_are_and_no_other() -> None:
    data = pdf_of([""])
    picture = _picture(data, PlacedRole(BOX, Role.LABEL), PlacedRole(BOX, Role.FOREIGN))
    legend = picture.crop((0, 2 * HEIGHT + 5, picture.width, picture.height))
    assert Role.LABEL.colour in _colours(legend)
    assert Role.FOREIGN.colour in _colours(legend)
    assert Role.HEADING.colour not in _colours(legend)


def test_the_page_itself_can_still_be_read() -> None:
    """What is printed shows through the tint."""
    data = pdf_of(["Styrkor"])
    line = (58.0, HEIGHT - 800.0, 110.0, 70.0)
    plain = _picture(data).crop((100, 90, 240, 150))
    boxed = _picture(data, PlacedRole(line, Role.HEADING)).crop((100, 90, 240, 150))
    assert _extremes(plain)[0] < 60
    assert _extremes(boxed)[0] < 60
    assert ImageChops.difference(plain, boxed).getbbox() is not None


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_the_picture_is_turned_as_the_text_is_read(degrees: int) -> None:
    """The reader turns a page so that its text stands upright, whatever the file says."""
    upright = _picture(pdf_of(["Styrkor"]))
    picture = _picture(turned(pdf_of(["Styrkor"]), degrees))
    assert picture.size == upright.size
    assert _extremes(ImageChops.difference(picture, upright))[1] < 40


def test_a_huge_page_is_drawn_smaller_and_its_boxes_with_it() -> None:
    data = pdf_of([""], size=(9000, 9000))
    page = replace(PAGE, width=9000.0, height=9000.0)
    picture = _picture(data, PlacedRole((4500, 4500, 5000, 5000), Role.FOREIGN), page=page)
    assert MOST_PIXELS * 0.9 < picture.width**2 < MOST_PIXELS * 1.01
    at = round(4500 * picture.width / 9000)
    assert picture.getpixel((at + 20, at)) == Role.FOREIGN.colour


def test_a_page_that_is_not_there() -> None:
    document = _document(PAGE)
    assert check_page(document, 1) is PAGE
    for number in (0, 2, 10**9):
        with pytest.raises(NoPageToDrawError, match="1 page"):
            check_page(document, number)


def test_a_text_has_no_page_to_draw() -> None:
    document = _document(replace(PAGE, width=None, height=None))
    with pytest.raises(NoPageToDrawError, match="is text"):
        check_page(document, 1)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nbroken", pdf_of(["x"], password=SECRET)])
def test_what_pdfium_cannot_draw(data: bytes) -> None:
    with pytest.raises(NoPageToDrawError, match="pdfium"):
        draw_page(_document(PAGE), data, None, 1)


def test_a_page_that_pdfium_does_not_have() -> None:
    with pytest.raises(NoPageToDrawError, match="page 2"):
        draw_page(_document(PAGE, replace(PAGE, number=2)), pdf_of(["x"]), None, 2)
