"""What a statement's wording consists of: the numbers of the features that the classifier weighs.

Features come in groups: pieces of words, words and pairs of words, how the statement begins and
ends, the cues of `polarity.toml`, and the kinds of words of `lexicon.txt`. The number of a
feature is a hash of its name, so that no table of names has to be kept or loaded; two features
that share a number share a weight.
"""

import re
import zlib
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from spur_extract.language.statements.lexicon import hits
from spur_extract.language.statements.polarity import cues_in

BITS = 17
"""Numbers of features are below 2 to the power of this."""

PIECES = range(2, 7)
"""Lengths of the pieces of words, in characters; a word's ends count as characters."""

WORD = re.compile(r"\w+(?:[-:.]\w+)*|[^\w\s]")
MOST_COUNTED = 3
ENDINGS, BEGINNINGS = range(1, 5), range(3, 7)


def feature_groups(text: str) -> list[frozenset[int]]:
    """The numbers of the statement's features by group; an empty group is left out."""
    words = WORD.findall(text.lower())
    pieces = frozenset(number for word in words for number in _pieces(word))
    groups = (
        pieces,
        _numbers(_words(words)),
        _numbers(_frame(words, text)),
        _numbers(f"k{number}" for number in cues_in(text)),
        _numbers(_hints(text)),
    )
    return [group for group in groups if group]


@lru_cache(maxsize=20_000)
def _pieces(word: str) -> tuple[int, ...]:
    shown = f"<{word}>"
    return tuple(
        _number("c" + shown[start : start + length])
        for length in PIECES
        for start in range(len(shown) - length + 1)
    )


def _words(words: list[str]) -> Iterator[str]:
    yield from ("w" + word for word in words)
    yield from (f"b{left} {right}" for left, right in pairwise(words))
    yield from (f"t{left} {right}" for left, right in zip(words, words[2:], strict=False))


def _frame(words: list[str], text: str) -> Iterator[str]:
    """How the statement begins and ends, and how long it is."""
    if not words:
        return
    first = words[0]
    yield "f" + first
    yield from ("g" + first[-length:] for length in ENDINGS)
    yield from ("h" + first[:length] for length in BEGINNINGS)
    if len(words) > 1:
        yield f"F{first} {words[1]}"
        yield f"G{first[-3:]} {words[1][-3:]}"
        yield "j" + words[1]
    yield "e" + words[-1]
    yield f"n{min(len(words) // 3, 6)}"
    yield "p" + ("." if text.rstrip().endswith(".") else "-")


def _hints(text: str) -> Iterator[str]:
    """For each list how many entries of the lexicon speak for it, and which come first."""
    found = list(hits(text))
    kinds = [f"{hit.list_name}{'*' if hit.compound else ''}" for hit in found]
    for kind in sorted(set(kinds)):
        yield "L" + kind
        yield f"L{kind}{min(kinds.count(kind), MOST_COUNTED)}"
    if found and found[0].word == 0:
        yield "Lf" + kinds[0]
    yield "Lo" + " ".join(kinds[:2])


def _numbers(names: Iterator[str]) -> frozenset[int]:
    return frozenset(map(_number, names))


def _number(name: str) -> int:
    return zlib.crc32(name.encode()) & ((1 << BITS) - 1)
