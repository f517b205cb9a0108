"""The ways of marking what is chosen, by name."""

from typing import Final

from samples.pdf_builder.styles import annotations, boxes, emphasis, fields, glyphs, pictures
from samples.pdf_builder.styles.style import Bold, Style

STYLES: Final[dict[str, Style]] = {
    style.name: style
    for module in (boxes, glyphs, pictures, fields, annotations, emphasis)
    for style in module.STYLES
}

__all__ = ["STYLES", "Bold", "Style"]
