"""How an image of a PDF looks, as far as it matters for telling a marked box from an empty one."""

import hashlib
import io
import zlib

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psexceptions import PSException
from pdfminer.psparser import PSLiteral
from PIL import Image, UnidentifiedImageError

MOST_PIXELS = 4_000_000
"""A picture of a box has no more; a larger one is not unpacked."""

_UNREADABLE = (
    PSException,
    UnidentifiedImageError,
    Image.DecompressionBombError,
    LookupError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)
_OWN_FORMATS = frozenset({"DCTDecode", "DCT", "JPXDecode"})
_MODES = {
    "DeviceGray": "L",
    "G": "L",
    "CalGray": "L",
    "DeviceRGB": "RGB",
    "RGB": "RGB",
    "CalRGB": "RGB",
    "DeviceCMYK": "CMYK",
    "CMYK": "CMYK",
}
_MODES_BY_CHANNELS = {1: "L", 3: "RGB", 4: "CMYK"}


def look(stream: PDFStream, *, closely: bool) -> tuple[str | None, float | None]:
    """A digest that tells equal images, and their darkness from 0 (white) to 1 (black).

    The darkness is that on white paper: what is transparent is white. Null when not looked at
    `closely`, and for a format that is not known; both are null when the image cannot be unpacked.
    """
    try:
        data = stream.get_data()
        mask = resolve1(stream.get("SMask")) if closely else None
        alpha = mask.get_data() if isinstance(mask, PDFStream) else b""
        digest = hashlib.sha256(data + alpha).hexdigest()
    except _UNREADABLE:
        return None, None
    if not closely:
        return digest, None
    try:
        picture = _picture(stream, data)
        if picture is not None and isinstance(mask, PDFStream):
            picture = _on_white(picture, _picture(mask, alpha))
    except _UNREADABLE:
        return digest, None
    return digest, None if picture is None else _darkness(picture)


def _picture(stream: PDFStream, data: bytes) -> Image.Image | None:
    """The image in shades of grey; None when its format is not known."""
    filters = [_name(name) for name, _ in stream.get_filters()]
    if filters and filters[-1] in _OWN_FORMATS:
        with Image.open(io.BytesIO(data)) as file:
            return file.convert("L") if _few(file.size) else None
    size = (_number(stream, "W", "Width"), _number(stream, "H", "Height"))
    if not _few(size):
        return None
    stencil = resolve1(stream.get_any(("IM", "ImageMask"))) is True
    bits = 1 if stencil else _number(stream, "BPC", "BitsPerComponent")
    mode = "L" if stencil else _mode(resolve1(stream.get_any(("CS", "ColorSpace"))))
    if bits == 1 and mode == "L":
        picture = Image.frombytes("1", size, data).convert("L")
    elif bits == 8 and mode:
        picture = Image.frombytes(mode, size, data).convert("L")
    else:
        return None
    return picture.point(lambda shade: 255 - shade) if _is_inverted(stream) else picture


def _mode(space: object) -> str | None:
    """Pillow's name of a colour space."""
    if isinstance(space, list) and len(space) > 1 and _name(space[0]) == "ICCBased":
        profile = resolve1(space[1])
        channels = resolve1(profile.get("N")) if isinstance(profile, PDFStream) else None
        return _MODES_BY_CHANNELS.get(channels) if isinstance(channels, int) else None
    name = _name(space[0] if isinstance(space, list) and space else space)
    return _MODES.get(name)


def _is_inverted(stream: PDFStream) -> bool:
    """Whether the image says that its highest number is the dark one. A stencil paints, in black
    mostly, where it is 0 unless it says so: then as in an image in shades of grey."""
    decoding = resolve1(stream.get_any(("D", "Decode")))
    return isinstance(decoding, list) and [resolve1(part) for part in decoding[:2]] == [1, 0]


def _on_white(picture: Image.Image, mask: Image.Image | None) -> Image.Image:
    if mask is None:
        return picture
    paper = Image.new("L", picture.size, 255)
    return Image.composite(picture, paper, mask.resize(picture.size))


def _darkness(picture: Image.Image) -> float:
    counts = picture.histogram()
    total = sum(counts)
    light = sum(shade * count for shade, count in enumerate(counts))
    return 1 - light / (255 * total) if total else 0.0


def _few(size: tuple[int, int]) -> bool:
    return 0 < size[0] * size[1] <= MOST_PIXELS


def _number(stream: PDFStream, *keys: str) -> int:
    value = resolve1(stream.get_any(keys))
    return int(value) if isinstance(value, int | float) else 0


def _name(value: object) -> str:
    name = value.name if isinstance(value, PSLiteral) else value
    return name.decode("latin-1") if isinstance(name, bytes) else str(name)
