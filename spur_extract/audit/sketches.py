"""Sketches of texts: small, and good enough to tell how much two texts share."""

import re
from array import array
from collections.abc import Iterator
from hashlib import blake2b
from heapq import nsmallest
from typing import Final
from zlib import crc32

from spur_extract.contract import Report

SHINGLE: Final = 4
"""Words in a row that count as one piece of text."""
ONE_IN: Final = 3
"""Only pieces whose first word ends in every third letter are taken: enough, and faster."""
SIZE: Final = 96
"""Hashes kept: the estimate of what two texts share is off by some 5 points in 100."""
FEWEST_WORDS: Final = 40
"""Below this a text is too short to be told from another one."""

_WORD = re.compile(r"\w+")


def words_of(report: Report) -> list[str]:
    """The report's own words, lower case, without what the form prints."""
    return _WORD.findall("\n".join(_own_texts(report)).lower())


def sketch(words: list[str]) -> "array[int]":
    """The smallest hashes of the text's pieces, in order; empty for a text too short."""
    if len(words) < FEWEST_WORDS:
        return array("I")
    pieces = (
        " ".join(words[first : first + SHINGLE])
        for first, word in enumerate(words)
        if ord(word[-1]) % ONE_IN == 0
    )
    return array("I", nsmallest(SIZE, {crc32(piece.encode()) for piece in pieces}))


def fingerprint(words: list[str]) -> bytes:
    """The same for the same words in the same order; empty for a text too short."""
    if len(words) < FEWEST_WORDS:
        return b""
    return blake2b(" ".join(words).encode(), digest_size=12).digest()


def likeness(one: "array[int]", other: "array[int]") -> float:
    """The share of their pieces that two texts have in common, 0 to 1, estimated."""
    if not one or not other:
        return 0.0
    joined = nsmallest(SIZE, {*one, *other})
    return len({*joined} & {*one} & {*other}) / len(joined)


def _own_texts(report: Report) -> Iterator[str]:
    for statement in (*report.strengths, *report.weaknesses, *report.improvements):
        yield statement.text
    for area in report.areas:
        yield area.narrative or ""
    for item in report.action_plan.items:
        yield item.planned_action or ""
        yield item.due.text or ""
        yield item.responsible.text or ""
