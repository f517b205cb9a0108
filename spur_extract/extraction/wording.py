"""Sentences of free text, and the patterns that give them meaning to the form."""

import re
from collections.abc import Iterator

SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?](?=\s|$)|$)", re.MULTILINE)
ABBREVIATION = re.compile(r"(?:\b(?:t\.ex|bl\.a|d\.v\.s|m\.m|resp|ca|ev|leg|dr|nr|f\.n))\.$", re.I)


def sentences(text: str) -> Iterator[str]:
    """The sentences of `text`, which may hold paragraphs separated by line feeds."""
    held = ""
    for found in SENTENCE.finditer(text):
        piece = f"{held} {found.group()}" if held else found.group()
        if ABBREVIATION.search(piece):
            held = piece
            continue
        held = ""
        yield piece.strip()
    if held:
        yield held.strip()


def words(text: str) -> frozenset[str]:
    """The words of `text`, case folded."""
    return frozenset(re.findall(r"\w+", text.casefold()))
