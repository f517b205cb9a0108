"""Sentences of free text, and the patterns that give them meaning to the form."""

import re
from collections.abc import Iterator

SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?](?=\s|$)|$)", re.MULTILINE)
ABBREVIATION = re.compile(r"(?:\b(?:t\.ex|bl\.a|d\.v\.s|m\.m|resp|ca|ev|leg|dr|nr|f\.n))\.$", re.I)
LONGEST_ABBREVIATION = 12
"""Characters, with the space before it, of the longest abbreviation that is no sentence's end."""


def sentences(text: str) -> Iterator[str]:
    """The sentences of `text`, which may hold paragraphs separated by line feeds."""
    held: list[str] = []
    for found in SENTENCE.finditer(text):
        held.append(found.group())
        if not ABBREVIATION.search(found.group()[-LONGEST_ABBREVIATION:]):
            yield " ".join(held).strip()
            held = []
    if held:
        yield " ".join(held).strip()


def words(text: str) -> frozenset[str]:
    """The words of `text`, case folded."""
    return frozenset(re.findall(r"\w+", text.casefold()))
