"""How much two statements speak of the same thing: improvements answer weaknesses."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from spur_extract.language.statements.polarity import common_words

WORD = re.compile(r"\w+")
STEM = 6
"""Characters at a word's beginning that stand for the word."""

SHORTEST = 3
MOST_SHARED = 5.0
"""Rarity in log units from which on two statements are taken to speak of the same thing."""


def echoes(texts: Sequence[str]) -> list[dict[int, float]]:
    """For each statement the later ones that share words with it, and how much (0–1).

    A shared word counts by its rarity among these statements.
    """
    stems = [_stems(text) for text in texts]
    frequency = Counter(stem for each in stems for stem in each)
    rarity = {stem: math.log((len(texts) + 1) / count) for stem, count in frequency.items()}
    shared: list[dict[int, float]] = []
    for number, each in enumerate(stems):
        mine: dict[int, float] = {}
        for later in range(number + 1, len(stems)):
            common = each & stems[later]
            if common:
                amount = sum(rarity[stem] for stem in common)
                mine[later] = min(amount, MOST_SHARED) / MOST_SHARED
        shared.append(mine)
    return shared


def _stems(text: str) -> frozenset[str]:
    words = (word for word in WORD.findall(text.lower()) if len(word) >= SHORTEST)
    everywhere = common_words()
    return frozenset(word[:STEM] for word in words if word not in everywhere)
