"""Texts made to be slow: none may take more than seconds, whatever becomes of it."""

import contextlib
import time
from pathlib import Path

import pytest

from spur_extract.errors import SpurError
from spur_extract.pipeline import parse_bytes

DUMP = (Path(__file__).parents[1] / "samples" / "text" / "single-cover.txt").read_text("utf-8")
NARRATIVE = DUMP.index("\n\nFöreskrift\nDen vårdgivare")
LIMIT = 8.0
"""Seconds; on an idle machine each takes a few at most."""

HOSTILE = {
    "one long word": "x" * 300_000,
    "one long row of spaces": "1" + " " * 100_000 + "x",
    "many short words": "a " * 100_000,
    "marks in a row": "y " + "x " * 20_000 + "z",
    "boxes in a row": "y " + "☐ " * 20_000 + "z",
    "abbreviations": "t.ex. " * 20_000,
    "hyphens at line ends": "\n\n".join(["a-"] * 10_000),
    "one title again and again": "\n\n".join(["Verksamheten"] * 10_000),
    "references": "ref. " * 20_000,
    "addresses": "a" * 100_000 + "@",
    "sentences": "Det är bra. " * 5_000,
    "short lines": "\n\n".join(["ord"] * 10_000),
    "letters": "\n\n".join("ABCDEFGH" * 1_000),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("place", ["lists", "narrative"])
def test_no_text_takes_long(name: str, place: str) -> None:
    at = NARRATIVE if place == "narrative" else DUMP.index("\n\nSvagheter") - 1
    text = f"{DUMP[:at]}\n\n{HOSTILE[name]}{DUMP[at:]}"
    begun = time.perf_counter()
    with contextlib.suppress(SpurError):
        parse_bytes(text.encode(), "hostile.txt")
    assert time.perf_counter() - begun < LIMIT


def test_a_list_of_thousands_of_items() -> None:
    items = "\n\n".join(["Goda lokaler", "Trångt", "Inför fler möten"] * 1_000)
    text = DUMP.replace("Styrkor", f"Styrkor\n\nSvagheter\n\nFörbättringspotential\n\n{items}", 1)
    begun = time.perf_counter()
    parse_bytes(text.encode(), "long.txt")
    assert time.perf_counter() - begun < LIMIT
