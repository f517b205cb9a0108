"""Whether something can be seen on a page: told by a picture of it, which pdfium draws.

A picture costs as much as reading the page does, so it is asked about few things only.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium

from spur_extract.reading.document import Box
from spur_extract.reading.pdf.pdfium import turn_of_text

SCALE = 2.0
"""Pixels for a point."""

WHITE = 255
LEAST_CONTRAST = 24
"""Steps of 256 between the lightest and the darkest pixel of a place where something is seen."""


class Sight:
    """The picture of one page, as it is read, without annotations."""

    def __init__(self, bitmap: pdfium.PdfBitmap) -> None:
        """Keep the shades of grey of `bitmap`."""
        self._pixels = bytes(bitmap.buffer)
        self._stride, self._size = bitmap.stride, (bitmap.width, bitmap.height)

    def shows(self, box: Box) -> bool:
        """Whether there is anything but one even shade in that box."""
        rows = self._rows(box)
        return max(map(max, rows)) - min(map(min, rows)) >= LEAST_CONTRAST

    def shows_white(self, box: Box) -> bool:
        """Whether most of that box is darker than white."""
        shades = sorted(b"".join(self._rows(box)))
        return shades[len(shades) // 2] <= WHITE - LEAST_CONTRAST

    def _rows(self, box: Box) -> list[bytes]:
        width, height = self._size
        x0, x1 = _within(box[0], box[2], width)
        top, bottom = _within(box[1], box[3], height)
        starts = range(top * self._stride, bottom * self._stride, self._stride)
        return [self._pixels[start + x0 : start + x1] for start in starts]


@contextmanager
def sights(data: bytes, password: str | None) -> Iterator["Sights"]:
    """The pictures of a file's pages."""
    document = pdfium.PdfDocument(data, password=password)
    try:
        yield Sights(document)
    finally:
        document.close()


class Sights:
    """Draws the pages of a file."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        """Of an open file."""
        self._document = document

    def of(self, number: int) -> Sight:
        """The page of that number, from 1.

        Raises:
            pypdfium2.PdfiumError: pdfium cannot draw it.
        """
        page = self._document[number - 1]
        text = page.get_textpage()
        try:
            turn = (turn_of_text(text.raw) - page.get_rotation()) % 360
            return Sight(
                page.render(
                    scale=SCALE,
                    rotation=turn,
                    grayscale=True,
                    draw_annots=False,
                    may_draw_forms=False,
                )
            )
        finally:
            text.close()
            page.close()


def _within(start: float, end: float, most: int) -> tuple[int, int]:
    """The pixels from `start` to `end` points, one at least, that are in a picture of `most`."""
    first = min(max(int(start * SCALE), 0), most - 1)
    return first, min(max(int(end * SCALE) + 1, first + 1), most)
