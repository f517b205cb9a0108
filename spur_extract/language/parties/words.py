"""Words of a field with their offsets, and the form in which they are looked up."""

import re
import unicodedata
from dataclasses import dataclass

EMPTY_CHARACTERS = " \t\r\n-_.…‐‑–—"
# Letters with combining marks, joined by hyphens or apostrophes, and an ending after a colon
# ("VC:n"). A letter is any Unicode letter: names do not stop at Å, Ä and Ö.
_LETTERS = r"[^\W_][\w\u0300-\u036f]*"
_WORD = re.compile(rf"{_LETTERS}(?:[-‐‑'’´]{_LETTERS})*(?::(?:n|s|en|ns|ens|na)(?!\w))?")


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


def look_up_key(text: str) -> str:
    """Lower case and composed, letters and digits only: "ST-läkare" and "St läkare" are one."""
    composed = unicodedata.normalize("NFC", text).lower()
    return "".join(character for character in composed if character.isalnum())


def split_words(text: str) -> list[Word]:
    """All words of the text in order."""
    return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
