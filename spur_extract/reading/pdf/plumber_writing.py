"""Text in form fields and annotations, by pdfminer."""

from collections.abc import Sequence

from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import Matrix, decode_text, mult_matrix

from spur_extract.reading.boxes import around
from spur_extract.reading.document import Word
from spur_extract.reading.pdf.placing import Placing
from spur_extract.reading.pdf.plumber_annotations import (
    SUBTYPES,
    Entries,
    inherited,
    name_of,
    numbers_of,
    visible_annotations,
)
from spur_extract.reading.pdf.plumber_device import Canvas, Resources
from spur_extract.reading.pdf.plumber_states import Interpreter
from spur_extract.reading.pdf.words import words_of
from spur_extract.reading.pdf.written import NOTHING, Writing, Written, is_sign, placed

TYPED_FIELDS = frozenset({"Tx", "Ch"})
NOTES = (SUBTYPES | {"text"}) - {"highlight", "underline", "strikeout", "squiggly"}
"""Annotations but those of which some programs say what is printed below them."""

UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def written_on(
    page: PDFPage, placing: Placing, printed: Sequence[Word], resources: Resources
) -> Written:
    """What is written on a page whose own words are `printed`."""
    writings: list[Writing] = []
    canvas = Canvas(resources)
    for annotation in visible_annotations(page):
        text, shown = _text(annotation)
        if not text.strip():
            continue
        rect = numbers_of(annotation.get("Rect"))
        writings.append(Writing(placing.box(*rect), text, shown))
        if shown:
            _draw(annotation, rect, canvas, resources)
    if not writings:
        return NOTHING
    words = list(words_of(letter.placed(placing) for letter in canvas.letters))
    return placed(writings, printed, words)


def _text(annotation: Entries) -> tuple[str, bool]:
    """What is written there, and whether it shows on the page."""
    subtype = name_of(annotation.get("Subtype")).lower()
    if subtype == "widget":
        typed = name_of(inherited(annotation, "FT")) in TYPED_FIELDS
        return (_decoded(inherited(annotation, "V")) if typed else "", True)
    if subtype not in NOTES:
        return "", False
    text = _decoded(annotation.get("Contents"))
    return ("" if is_sign(text) else text), subtype == "freetext"


def _decoded(value: object) -> str:
    text = resolve1(value)
    if isinstance(text, list):
        return " ".join(map(_decoded, text))
    return decode_text(text) if isinstance(text, bytes) else ""


def _draw(
    annotation: Entries, rect: Sequence[float], canvas: Canvas, resources: PDFResourceManager
) -> None:
    """Paint an annotation's look on the canvas, where the annotation stands."""
    looks = resolve1(annotation.get("AP"))
    look = resolve1(looks.get("N")) if isinstance(looks, dict) else None
    if not isinstance(look, PDFStream):
        return
    matrix = _matrix(look.get("Matrix"))
    interpreter = Interpreter(resources, canvas)
    own = resolve1(look.get("Resources"))
    ctm = mult_matrix(matrix, _fitted(numbers_of(look.get("BBox")), matrix, rect))
    interpreter.render_contents(own if isinstance(own, dict) else {}, [look], ctm=ctm)


def _matrix(value: object) -> Matrix:
    numbers = numbers_of(value)
    if len(numbers) != len(UNIT):
        return UNIT
    a, b, c, d, e, f = numbers
    return (a, b, c, d, e, f)


def _fitted(bounds: Sequence[float], matrix: Matrix, rect: Sequence[float]) -> Matrix:
    """What moves a look from its own bounds to the annotation's, as PDF prescribes."""
    if len(bounds) != len(rect):
        return UNIT
    left, bottom, right, top = bounds
    a, b, c, d, e, f = matrix
    corners = [(left, bottom), (left, top), (right, bottom), (right, top)]
    x0, y0, x1, y1 = around((a * x + c * y + e, b * x + d * y + f) for x, y in corners)
    to_x0, to_x1 = sorted((rect[0], rect[2]))
    to_y0, to_y1 = sorted((rect[1], rect[3]))
    across = (to_x1 - to_x0) / (x1 - x0) if x1 > x0 else 1.0
    up = (to_y1 - to_y0) / (y1 - y0) if y1 > y0 else 1.0
    return (across, 0.0, 0.0, up, to_x0 - x0 * across, to_y0 - y0 * up)
