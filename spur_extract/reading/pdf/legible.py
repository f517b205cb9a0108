"""Whether text can be read, and how a message names pages."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from spur_extract.reading.document import Page

UNREADABLE = re.compile(r"\(cid:\d+\)|[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff]")
"""Stands for a character of which a font does not tell what it is: private use, control and
replacement characters, and what pdfminer writes."""


GUESSED = re.compile(r"[\x00-\x08\x0e-\x1f]")
"""Control characters in text: a font does not tell its letters, and pdfium took the numbers of
their shapes for them. Spaces then come as such, letters as other letters."""


VOWELS = "aeiouyåäöæøáàâéèêëíîïóôúü"
CONSONANTS = "bcdfghjklmnpqrstvwxzçñšž"
FEWEST_LETTERS = 400
LEAST_VOWELS = 0.28
"""Share of vowels among the letters of a text that every language in Latin letters has: about 0.35
in Swedish. A font whose letters stand for others, each some places further on, shows about 0.22."""


def is_language(pages: Iterable[Page]) -> bool:
    """Whether the letters of a document can be those of a language; few letters always can."""
    text = UNREADABLE.sub("", "\n".join(page.text for page in pages)).casefold()
    vowels = sum(map(text.count, VOWELS))
    letters = vowels + sum(map(text.count, CONSONANTS))
    return letters < FEWEST_LETTERS or vowels >= LEAST_VOWELS * letters


def guessed(page: Page) -> int:
    """How many of the characters of a page show that letters of it are guessed, and wrong."""
    return len(GUESSED.findall(page.text))


def unreadable(page: Page) -> int:
    """How many characters of a page are none that can be read."""
    return len(UNREADABLE.findall(page.text))


def readable(page: Page) -> int:
    """How many characters of a page can be read."""
    return count_characters([UNREADABLE.sub("", page.text)])


def named(numbers: Sequence[int]) -> str:
    """Page numbers for a message, in order: "page 3", "pages 1–4, 7"."""
    runs: list[list[int]] = []
    for before, number in pairwise([-1, *sorted(numbers)]):
        if number != before + 1 or not runs:
            runs.append([])
        runs[-1].append(number)
    shown = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(shown)}"


def count_characters(texts: Iterable[str]) -> int:
    """Characters but spaces, an accented letter as one."""
    return len("".join(unicodedata.normalize("NFC", " ".join(texts)).split()))
