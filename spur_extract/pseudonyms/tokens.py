"""Words of a text as the search for names sees them: runs of letters, and the key of each."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Final

from spur_extract.pseudonyms.words import load_words

LETTER: Final = r"[^\W\d_][\u0300-\u036f]*"
WORD: Final = re.compile(rf"(?:{LETTER})+")


@dataclass(frozen=True)
class Token:
    """Letters from `start` to `end` of a text. Hyphens, digits and underscores end a word."""

    text: str
    start: int
    end: int

    @cached_property
    def key(self) -> str:
        """The word for look-up."""
        return search_key(self.text)

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def is_letter(self) -> bool:
        """Whether it is a single capital letter, as initials are."""
        return len(unicodedata.normalize("NFC", self.text)) == 1 and self.text.isupper()


def tokens_of(text: str) -> list[Token]:
    """All words of the text in order."""
    return [Token(match[0], match.start(), match.end()) for match in WORD.finditer(text)]


@lru_cache(maxsize=8192)
def search_key(word: str) -> str:
    """Lower case without accents: "René", "RENE" and "rene" are one; å, ä and ö stay."""
    bare = (
        character
        for letter in _composed(word)
        for character in (letter if letter in "åäö" else unicodedata.normalize("NFD", letter))
        if not unicodedata.combining(character)
    )
    return "".join(bare)


@lru_cache(maxsize=8192)
def spellings(word: str) -> frozenset[str]:
    """The keys of other ways to write the word: "akerstrom" and "aakerstroem" for "Åkerström"."""
    composed = _composed(word)
    if composed.isascii():
        return frozenset()
    ways = {search_key(composed.translate(table)) for table in _plain_letters()}
    return frozenset(ways - {search_key(word)})


def _composed(word: str) -> str:
    return unicodedata.normalize("NFC", word.casefold()).translate(_same_letters())


@cache
def _same_letters() -> dict[int, str]:
    return str.maketrans(load_words().same_letters)


@cache
def _plain_letters() -> tuple[dict[int, str], ...]:
    return tuple(str.maketrans(letters) for letters in load_words().plain_letters)
