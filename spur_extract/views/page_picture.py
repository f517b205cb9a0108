"""A page of a PDF file as a picture, each block and mark boxed in the colour of its role.

pypdfium2 and Pillow are imported when a picture is drawn: together they take as long to import as
the rest of the program.
"""

import io
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

from spur_extract.errors import NoPageToDrawError
from spur_extract.extraction.extract import extract
from spur_extract.pipeline import recognise_document
from spur_extract.reading.document import Document, Page
from spur_extract.recognition.refusal import is_report
from spur_extract.views.page_roles import PlacedRole, Rgb, Role, placed_roles

if TYPE_CHECKING:
    from PIL.Image import Image

SCALE: Final = 2.0
"""Pixels to a point: 144 dpi."""

MOST_PIXELS: Final = 40_000_000
"""A page of more, at that scale, is drawn smaller."""

MARGIN: Final = 12
ENTRY_WIDTH: Final = 290
ENTRY_HEIGHT: Final = 30
SWATCH: Final = 18
LETTER_SIZE: Final = 18
BLACK: Final[Rgb] = (0, 0, 0)
WHITE: Final[Rgb] = (255, 255, 255)


def check_page(document: Document, number: int) -> Page:
    """The page of that number; raises `NoPageToDrawError` when there is none, or no geometry."""
    if not document.placed:
        raise NoPageToDrawError(f"{document.file_name} is text: it has no page to draw.")
    for page in document.pages:
        if page.number == number:
            return page
    count = len(document.pages)
    pages = "1 page" if count == 1 else f"{count} pages"
    raise NoPageToDrawError(f"{document.file_name} has {pages}, and no page {number}.")


def draw_page(document: Document, data: bytes, password: str | None, number: int) -> bytes:
    """Draw page `number` of the PDF file `data`, read as `document`, with what was recognised.

    Gives a PNG file; works on any PDF file, also one that is refused as a report. Raises
    `NoPageToDrawError` when there is no such page, or none at all because the document is text.
    """
    page = check_page(document, number)
    recognised = recognise_document(document)
    report = extract(document, recognised) if is_report(recognised) else None
    edition = recognised.edition.id if recognised.edition else "none fits"
    verdict = "" if report else "; refused: too little of the form was recognised"
    title = f"page {number} of {len(document.pages)}; edition {edition}{verdict}"
    return page_picture(data, password, page, placed_roles(recognised, report, number), title)


def page_picture(
    data: bytes, password: str | None, page: Page, placed: Sequence[PlacedRole], title: str
) -> bytes:
    """Draw the page of the PDF file `data` with its boxes, and below it `title` and a legend.

    Gives a PNG file. Raises `NoPageToDrawError` when pdfium cannot draw the page.
    """
    picture = _rendered(data, password, page.number)
    _draw_boxes(picture, placed, picture.width / page.width if page.width else SCALE)
    sheet = _with_legend(picture, title, Counter(item.role for item in placed))
    out = io.BytesIO()
    sheet.save(out, format="PNG")
    return out.getvalue()


def _rendered(data: bytes, password: str | None, number: int) -> "Image":
    """The page as it is read: turned as the reader turned it."""
    import pypdfium2  # noqa: PLC0415

    from spur_extract.reading.pdf.pdfium import turn_of_text  # noqa: PLC0415

    try:
        with ExitStack() as closing:
            document = pypdfium2.PdfDocument(data, password=password)
            closing.callback(document.close)
            if document.get_formtype():
                document.init_forms()  # without this no check box is drawn
            page = document[number - 1]
            closing.callback(page.close)
            text = page.get_textpage()
            closing.callback(text.close)
            width, height = page.get_size()
            scale = min(SCALE, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
            turn = (turn_of_text(text.raw) - page.get_rotation()) % 360
            bitmap = page.render(scale=scale, rotation=turn)
            closing.callback(bitmap.close)
            picture: Image = bitmap.to_pil().convert("RGB")
            return picture
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise NoPageToDrawError(f"pdfium cannot draw page {number} of the file.") from error


def _draw_boxes(picture: "Image", placed: Sequence[PlacedRole], scale: float) -> None:
    """Box each place on the picture: text framed and tinted, marks framed twice as thick."""
    from PIL import ImageDraw  # noqa: PLC0415

    pen = ImageDraw.Draw(picture, "RGBA")
    for item in placed:
        pad = 2 if item.role.is_mark else 1
        left, top, right, bottom = (round(edge * scale) for edge in item.box)
        frame = (left - pad, top - pad, max(right, left) + pad, max(bottom, top) + pad)
        pen.rectangle(
            frame, fill=(*item.role.colour, 36), outline=(*item.role.colour, 255), width=2 * pad
        )


def _with_legend(picture: "Image", title: str, counts: Mapping[Role, int]) -> "Image":
    """The picture with a white band below it that names the roles it has."""
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415

    roles = [role for role in Role if counts[role]]
    columns = max((picture.width - MARGIN) // ENTRY_WIDTH, 1)
    rows = 1 + math.ceil(len(roles) / columns)
    size = (max(picture.width, MARGIN + ENTRY_WIDTH), picture.height + rows * ENTRY_HEIGHT + MARGIN)
    sheet = Image.new("RGB", size, WHITE)
    sheet.paste(picture, (0, 0))
    pen = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(LETTER_SIZE)
    top = picture.height + MARGIN
    pen.line((0, picture.height, sheet.width, picture.height), fill=BLACK)
    pen.text((MARGIN, top), title, fill=BLACK, font=font)
    for place, role in enumerate(roles):
        row, column = divmod(place, columns)
        x, y = MARGIN + column * ENTRY_WIDTH, top + (row + 1) * ENTRY_HEIGHT
        swatch = (x, y, x + SWATCH, y + SWATCH)
        pen.rectangle(swatch, fill=_pale(role), outline=role.colour, width=3)
        name = f"{role.label} ({counts[role]})"
        pen.text((x + SWATCH + 8, y - 2), name, fill=BLACK, font=font)
    return sheet


def _pale(role: Role) -> Rgb:
    red, green, blue = (255 - (255 - part) // 6 for part in role.colour)
    return red, green, blue
