"""Words and phrases that hint at a list (`lexicon.txt`), and which kinds of them a text has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spur_extract.catalogue.schema import ListName

SIGNS: dict[str, ListName] = {"+": "strengths", "-": "weaknesses", ">": "improvements"}
WORD = re.compile(r"\w+(?:-\w+)*")
LONGEST_PHRASE = 3
"""Words."""

LONGEST_ENTRY = 60
"""Characters: no entry has as many, and a text may be one long word."""

SHORTEST_STEM, SHORTEST_HEAD = 4, 3
"""Characters that have to be there before a `*`, or after one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found: its list, the number of the word it begins with, and whether only the last
    part of a compound was recognised."""

    list_name: ListName
    word: int
    compound: bool = False


@dataclass(frozen=True, slots=True)
class _Lexicon:
    whole: dict[str, ListName]
    stems: dict[str, ListName]
    heads: dict[str, ListName]


@cache
def _lexicon() -> _Lexicon:
    found = _Lexicon({}, {}, {})
    text = files(__package__).joinpath("lexicon.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        sign, _, entry = line.partition(" ")
        if sign not in SIGNS:
            continue
        if entry.startswith("*"):
            found.heads[entry.strip("*")] = SIGNS[sign]
        elif entry.endswith("*"):
            found.stems[entry[:-1]] = SIGNS[sign]
        else:
            found.whole[entry] = SIGNS[sign]
    return found


def entries() -> Iterator[tuple[str, ListName]]:
    """Every entry without its asterisk, and its list."""
    lexicon = _lexicon()
    for part in (lexicon.whole, lexicon.stems, lexicon.heads):
        yield from part.items()


def hits(text: str) -> Iterator[Hit]:
    """The entries that a text has, from left to right, the longest at each place."""
    words = WORD.findall(text.lower())
    place = 0
    while place < len(words):
        length, name = _longest(words[place : place + LONGEST_PHRASE])
        if name is not None:
            yield Hit(name, place)
        elif head := _head(words[place]):
            yield Hit(head, place, compound=True)
        place += length


def _longest(words: list[str]) -> tuple[int, ListName | None]:
    """How many of the words the longest entry takes that begins with the first, and its list."""
    for length in range(len(words), 0, -1):
        phrase = " ".join(words[:length])
        name = _lexicon().whole.get(phrase) or _stem(phrase)
        if name is not None:
            return length, name
    return 1, None


def _stem(phrase: str) -> ListName | None:
    stems = _lexicon().stems
    ends = range(min(len(phrase), LONGEST_ENTRY), SHORTEST_STEM - 1, -1)
    return next((stems[phrase[:end]] for end in ends if phrase[:end] in stems), None)


def _head(word: str) -> ListName | None:
    heads = _lexicon().heads
    begins = range(max(1, len(word) - LONGEST_ENTRY), len(word) - SHORTEST_HEAD + 1)
    return next((heads[word[begin:]] for begin in begins if word[begin:] in heads), None)
