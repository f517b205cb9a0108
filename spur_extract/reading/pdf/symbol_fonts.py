"""Characters of fonts that draw symbols at the codes of letters: what is drawn, in Unicode."""

import json
import re
from functools import cache
from importlib.resources import files

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_NO_PART_OF_NAME = re.compile(r"[^a-z0-9]|regular|roman|normal|bold|italic")
_MAKERS = re.compile(r"^(?:itc|microsoft|adobe)|(?:mt|itc|std|ltstd)$")
_PRIVATE_USE = 0xF000


def decode(font_name: str, text: str) -> str:
    """`text` as it looks in the font of that name, as far as it draws marks, boxes, bullets or
    arrows; every other character, and text in any other font, as it is.

    The codes may come as private use (U+F0FE), as Latin letters ("þ"), or in Windows' encoding.
    """
    table = _table(font_name)
    return text.translate(table) if table else text


@cache
def _table(font_name: str) -> dict[int, str]:
    """Code point to what is drawn; empty for a font that is no symbol font known."""
    data = json.loads((files(__package__) / "symbol_fonts.json").read_text("utf-8"))
    name = _MAKERS.sub("", _NO_PART_OF_NAME.sub("", _SUBSET.sub("", font_name).lower()))
    drawn: dict[str, str] = data["drawn"].get(data["same"].get(name, name), {})
    table: dict[int, str] = {}
    for code, character in drawn.items():
        table.update(dict.fromkeys(_code_points(code), character))
    return table


def _code_points(code: str) -> set[int]:
    """A code of two hexadecimal digits is that of the font's own encoding and comes in several
    guises; one of four is a code point."""
    value = int(code, 16)
    if len(code) > 2:
        return {value}
    windows = bytes([value]).decode("cp1252", "ignore")
    return {value, _PRIVATE_USE + value, *map(ord, windows)}
