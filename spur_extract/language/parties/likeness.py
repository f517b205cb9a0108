"""Tells by its letters whether an unknown word is rather a name or an ordinary word.

Each letter is weighed by how often it follows the three before it in the surnames of the
gazetteers, and in their ordinary words. Compounds that no list can hold ("Introduktionspärm",
"Uppropslista") are made of what ordinary words are made of.
"""

import math
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from spur_extract.language.gazetteers import load_gazetteer

REACH = 4
"""Letters weighed together."""
TRUST = 3
"""How often a beginning must be seen for what follows it to count half."""
UNSEEN = 1 / 40
LEAST = 1e-6
LONGEST = 30
"""Letters; no name is one longer word."""
SHORTEST_WORD = 4
"""Shorter ordinary words say nothing about compounds."""


class _Spelling:
    """How often each letter follows others in a list of words."""

    def __init__(self, words: Iterable[str]) -> None:
        self.seen: Counter[str] = Counter()
        self.followed: Counter[str] = Counter()
        edged = [f"^{word}$" for word in words]
        for length in range(2, REACH + 1):
            self.seen.update(
                word[start : start + length]
                for word in edged
                for start in range(len(word) - length + 1)
            )
        for letters, times in self.seen.items():
            self.followed[letters[:-1]] += times

    def weight(self, word: str) -> float:
        """The logarithm of how probable the word's letters are."""
        edged, total = f"^{word}$", 0.0
        for end in range(2, len(edged) + 1):
            share = UNSEEN
            for length in range(2, min(REACH, end) + 1):
                times = self.followed[edged[end - length : end - 1]]
                if not times:
                    break
                trust = times / (times + TRUST)
                share = trust * self.seen[edged[end - length : end]] / times + (1 - trust) * share
            total += math.log(max(share, LEAST))
        return total


@cache
def _spellings() -> tuple[_Spelling, _Spelling]:
    """Of surnames and of ordinary words."""
    surnames = load_gazetteer("surnames")
    words = load_gazetteer("vocabulary") | load_gazetteer("words")
    ordinary = words - surnames - load_gazetteer("given_names")
    return (
        _Spelling(word for word in surnames if word.isalpha()),
        _Spelling(word for word in ordinary if word.isalpha() and len(word) >= SHORTEST_WORD),
    )


@lru_cache(maxsize=8192)
def name_likeness(low: str) -> float:
    """How much rather a word in lower case is a name: above 0 it is one, far below 0 a noun."""
    if len(low) > LONGEST:
        return -math.inf
    names, others = _spellings()
    return min(names.weight(part) - others.weight(part) for part in low.split("-") or [low])


def is_name_like(word: str, least: float = 0.0) -> bool:
    """Whether each part of a word is spelled as names are."""
    return name_likeness(word.lower()) >= least
