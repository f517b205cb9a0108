"""What is drawn on a page, by pdfium: paths and images, those inside form objects as well."""

import ctypes
import hashlib
import math
from collections.abc import Iterator
from dataclasses import replace

from pypdfium2 import raw

from spur_extract.reading.boxes import around
from spur_extract.reading.document import Box, Colour, Drawing, DrawingKind, Point
from spur_extract.reading.pdf.pdfium_layers import is_layered
from spur_extract.reading.pdf.placing import Placing

DEEPEST = 4
"""Form objects inside form objects that are looked into."""

MOST_SEGMENTS = 120
"""Parts of a path from which on it is a picture, not a mark: its points are not taken."""

LARGEST_MARK_IMAGE = 60.0
"""Points to which a picture can be that of a box: only these are looked at closely."""

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def drawings_of(page: raw.FPDF_PAGE, placing: Placing, *, layers: bool) -> Iterator[Drawing]:
    """Paths and images in the order in which they are painted; `layers` is whether the file can
    have layers at all."""
    for index in range(raw.FPDFPage_CountObjects(page)):
        holder = raw.FPDFPage_GetObject(page, index)
        for drawing in _drawing(holder, IDENTITY, placing, 0):
            yield replace(drawing, layered=True) if layers and is_layered(holder) else drawing


def _drawing(
    holder: raw.FPDF_PAGEOBJECT, outer: Matrix, placing: Placing, depth: int
) -> Iterator[Drawing]:
    kind = raw.FPDFPageObj_GetType(holder)
    if kind == raw.FPDF_PAGEOBJ_PATH:
        yield from _path(holder, outer, placing)
    elif kind == raw.FPDF_PAGEOBJ_IMAGE:
        yield _image(holder, outer, placing)
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
        inner = _multiplied(_matrix(holder), outer)
        for index in range(raw.FPDFFormObj_CountObjects(holder)):
            part = raw.FPDFFormObj_GetObject(holder, index)
            yield from _drawing(part, inner, placing, depth + 1)


def _path(holder: raw.FPDF_PAGEOBJECT, outer: Matrix, placing: Placing) -> Iterator[Drawing]:
    fill_mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(holder, ctypes.byref(fill_mode), ctypes.byref(stroked))
    if not fill_mode.value and not stroked.value:
        return  # a path that only clips
    width = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(holder, ctypes.byref(width))
    matrix = _multiplied(_matrix(holder), outer)
    points, curved = _points(holder, matrix, placing)
    scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
    yield Drawing(
        kind=DrawingKind.PATH,
        box=around(points) if points else _bounds(holder, outer, placing),
        fill=_colour(raw.FPDFPageObj_GetFillColor, holder) if fill_mode.value else None,
        stroke=_colour(raw.FPDFPageObj_GetStrokeColor, holder) if stroked.value else None,
        width=width.value * scale if stroked.value else 0.0,
        points=points,
        curved=curved,
    )


def _points(
    holder: raw.FPDF_PAGEOBJECT, matrix: Matrix, placing: Placing
) -> tuple[tuple[Point, ...], bool]:
    """The points of a path's parts, those that steer its curves too, and whether it has any."""
    count = raw.FPDFPath_CountSegments(holder)
    if count > MOST_SEGMENTS:
        return (), True
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    x_at, y_at = ctypes.byref(x), ctypes.byref(y)
    points: list[Point] = []
    curved = False
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(holder, index)
        curved = curved or raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_BEZIERTO
        raw.FPDFPathSegment_GetPoint(segment, x_at, y_at)
        points.append(placing.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f))
    return tuple(points), curved


def _image(holder: raw.FPDF_PAGEOBJECT, outer: Matrix, placing: Placing) -> Drawing:
    box = _bounds(holder, outer, placing)
    small = max(box[2] - box[0], box[3] - box[1]) <= LARGEST_MARK_IMAGE
    digest, darkness = _look(holder) if small else (None, None)
    return Drawing(DrawingKind.IMAGE, box, digest=digest, darkness=darkness)


def _look(holder: raw.FPDF_PAGEOBJECT) -> tuple[str | None, float | None]:
    """A digest of an image's pixels, and how dark they are on average from 0 to 1."""
    bitmap = raw.FPDFImageObj_GetBitmap(holder)
    if not bitmap:
        return None, None
    try:
        rows, stride = raw.FPDFBitmap_GetHeight(bitmap), raw.FPDFBitmap_GetStride(bitmap)
        columns = raw.FPDFBitmap_GetWidth(bitmap)
        channels = {raw.FPDFBitmap_Gray: 1, raw.FPDFBitmap_BGR: 3}.get(
            raw.FPDFBitmap_GetFormat(bitmap), 4
        )
        buffer = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), rows * stride)
        pixels = b"".join(
            buffer[row * stride : row * stride + columns * channels] for row in range(rows)
        )
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    shades = [pixels[part::channels] for part in range(min(channels, 3))]
    total = sum(len(shade) for shade in shades)
    darkness = 1 - sum(sum(shade) for shade in shades) / (255 * total) if total else None
    return hashlib.sha256(pixels).hexdigest(), darkness


def _colour(getter: object, holder: raw.FPDF_PAGEOBJECT) -> Colour | None:
    """The colour, null when it is fully transparent."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not callable(getter) or not getter(holder, *(ctypes.byref(part) for part in parts)):
        return None
    red, green, blue, alpha = (part.value / 255 for part in parts)
    return (red, green, blue) if alpha else None


def _bounds(holder: raw.FPDF_PAGEOBJECT, outer: Matrix, placing: Placing) -> Box:
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(holder, *(ctypes.byref(edge) for edge in edges))
    left, bottom, right, top = (edge.value for edge in edges)
    a, b, c, d, e, f = outer
    corners = [(left, bottom), (left, top), (right, bottom), (right, top)]
    return around([placing.point(a * x + c * y + e, b * x + d * y + f) for x, y in corners])


def _matrix(holder: raw.FPDF_PAGEOBJECT) -> Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(holder, ctypes.byref(matrix)):
        return IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _multiplied(inner: Matrix, outer: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    if outer == IDENTITY:
        return inner
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )
