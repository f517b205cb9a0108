"""Boxes that are small pictures: one shared by all, or each a little different from the others."""

import random
from functools import lru_cache
from typing import Final

from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader

from samples.pdf_builder.pen import Pen
from samples.pdf_builder.shapes import Spot
from samples.pdf_builder.styles.style import Style

_PIXELS: Final = 24
_WHITE: Final = 250
_DARK: Final = 40
_NOISE: Final = 2


@lru_cache
def _picture(chosen: bool) -> Image.Image:
    image = Image.new("L", (_PIXELS, _PIXELS), _WHITE)
    draw = ImageDraw.Draw(image)
    end = _PIXELS - 3
    draw.rectangle((2, 2, end, end), outline=_DARK, width=2)
    if chosen:
        draw.line((6, 6, end - 4, end - 4), fill=_DARK, width=3)
        draw.line((6, end - 4, end - 4, 6), fill=_DARK, width=3)
    return image


@lru_cache
def _shared(chosen: bool) -> ImageReader:
    return ImageReader(_picture(chosen))


def _noisy(name: str, chosen: bool) -> ImageReader:
    chance = random.Random(name)  # noqa: S311 — no secret
    pixels = bytes(
        min(255, max(0, pixel + chance.randint(-_NOISE, _NOISE)))
        for pixel in _picture(chosen).tobytes()
    )
    return ImageReader(Image.frombytes("L", (_PIXELS, _PIXELS), pixels))


def _place(pen: Pen, spot: Spot, image: ImageReader) -> None:
    box = spot.box.grown(0.5)
    pen.canvas.drawImage(image, box.left, box.bottom, box.width, box.height)


def _raster(pen: Pen, spot: Spot, chosen: bool) -> None:
    _place(pen, spot, _shared(chosen))


def _raster_noise(pen: Pen, spot: Spot, chosen: bool) -> None:
    _place(pen, spot, _noisy(spot.name, chosen))


STYLES: Final = (Style("raster", cell=_raster), Style("raster-noise", cell=_raster_noise))
