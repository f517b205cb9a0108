"""Words of a field with their offsets, and the form in which they are looked up."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

NEAR = 80
"""Characters on each side of a name that can decide."""
EMPTY_CHARACTERS = " \t\r\n-_.…‐‑–—"
# Letters with combining marks, joined by hyphens or apostrophes, and an ending after a colon
# ("VC:n"). A letter is any Unicode letter: names do not stop at Å, Ä and Ö.
_LETTERS = r"[^\W_][\w\u0300-\u036f]*"
_WORD = re.compile(rf"{_LETTERS}(?:[-‐‑'’´]{_LETTERS})*(?::(?:n|s|en|ns|ens|na|son|dotter)(?!\w))?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, from `start` to `end` of the field."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The word for look-up."""
        return look_up_key(self.text)


@lru_cache(maxsize=65536)
def look_up_key(text: str) -> str:
    """Lower case and composed, letters and digits only: "ST-läkare" and "St läkare" are one."""
    composed = unicodedata.normalize("NFC", text).lower()
    return "".join(character for character in composed if character.isalnum())


def split_words(text: str) -> list[Word]:
    """All words of the text in order."""
    return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def search_before(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """What of the few words before an offset matches; not the whole text, however long it is."""
    return pattern.search(text, max(0, end - NEAR), end)
