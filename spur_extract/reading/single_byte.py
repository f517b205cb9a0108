"""Tells the one-byte encodings of Swedish text apart by where å, ä and ö stand.

Any byte sequence is valid Latin-1, so validity proves nothing here; an encoding is believed only
when the text it gives looks written. Where two encodings could be meant, neither is taken.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_SWEDISH = frozenset("åäöÅÄÖéÉ")
_OTHER_LETTERS = frozenset("üÜèÈêëàÀáÁâçÇíîïñÑóôøØæÆúûßýšŠžŽ")
_LETTERS = _SWEDISH | _OTHER_LETTERS
_SIGNS = frozenset("–—‘’‚“”„•…·§°´½¼¾±×²³µ«»€£™©®\u00a0\u00ad")
_SIGNS_IN_WORDS = frozenset("–—’´·\u00a0\u00ad")

_C1 = frozenset(range(0x80, 0xA0))
_LETTERS_ELSEWHERE = frozenset("åäöÅÄÖ".encode("cp850") + "åäöÅÄÖ".encode("mac-roman"))
_ASCII = bytes(range(0x80))
_NO_LETTERS = bytes(byte for byte in _ASCII if not chr(byte).isalpha())
_SPACES = b"\t\n\v\f\r "
_INSIDE_WORD = re.compile(rb"(?<=[A-Za-z])[\x80-\xff](?=[A-Za-z])")

# Swedish prose holds one å, ä or ö in 20 characters: 12 of them are two or three printed lines.
_CLEAR_EVIDENCE = 12


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the bytes above 7F would be in one encoding, counted."""

    total: int
    swedish: int
    letters: int
    expected: int
    undefined: int
    inside_words: int
    misplaced: int
    kinds: int


def guess(data: bytes) -> str | None:
    """Name the one-byte encoding of `data`, or None when the evidence is not clear.

    The names are Python's: "latin-1" (no byte 80–9F), "cp1252", "mac-roman", "cp850".
    `data` must not be valid UTF-8; without bytes above 7F there is nothing to judge (None).
    """
    high = Counter(data.translate(None, _ASCII))
    if not high or not _mostly_letters(data):
        return None
    inside = Counter(_INSIDE_WORD.findall(data))
    inner = Counter({byte[0]: count for byte, count in inside.items()})
    western = "latin-1" if _C1.isdisjoint(high) else "cp1252"
    seen = _weigh(high, inner, western)
    if _fits_western(seen):
        if western == "latin-1" or (_uses_windows_signs(high, data) and _is_certain(seen, high)):
            return western
        return None
    clear = [name for name in ("mac-roman", "cp850") if _fits_clearly(_weigh(high, inner, name))]
    return clear[0] if len(clear) == 1 else None


def _mostly_letters(data: bytes) -> bool:
    """Tell whether at least half of what is not space are letters or bytes that may be."""
    letters = len(data.translate(None, _NO_LETTERS))
    return letters * 2 >= len(data.translate(None, _SPACES))


def _weigh(high: Counter[int], inner: Counter[int], encoding: str) -> _Evidence:
    """Count what the bytes stand for; `inner` are those between two ASCII letters."""
    table = {byte: bytes([byte]).decode(encoding, "ignore") for byte in high}

    def count(bytes_counted: Counter[int], wanted: Iterable[str]) -> int:
        kept = frozenset(wanted)
        return sum(number for byte, number in bytes_counted.items() if table[byte] in kept)

    return _Evidence(
        total=high.total(),
        swedish=count(high, _SWEDISH),
        letters=sum(number for byte, number in high.items() if table[byte].isalpha()),
        expected=count(high, _LETTERS | _SIGNS),
        undefined=count(high, [""]),
        inside_words=count(inner, _SWEDISH),
        misplaced=inner.total() - count(inner, _LETTERS | _SIGNS_IN_WORDS),
        kinds=len({table[byte].lower() for byte in high} & set("åäö")),
    )


def _fits_western(seen: _Evidence) -> bool:
    """Judge Latin-1 and Windows-1252.

    Nine in ten characters are such as Swedish text uses, half of the letters are Swedish (MacRoman
    gives Š and Œ instead), and signs that never stand inside words do not (DOS text gives „ and ”).
    """
    return (
        seen.undefined == 0
        and seen.expected * 10 >= seen.total * 9
        and seen.swedish * 2 >= seen.letters
        and seen.misplaced * 50 <= seen.total
    )


def _fits_clearly(seen: _Evidence) -> bool:
    """Judge MacRoman and DOS code page 850, both rare: take them on overwhelming evidence only."""
    return (
        seen.total >= _CLEAR_EVIDENCE
        and seen.expected == seen.total
        and seen.swedish * 10 >= seen.total * 9
        and seen.inside_words * 3 >= seen.total
        and seen.misplaced == 0
        and seen.kinds >= 2
    )


def _is_certain(seen: _Evidence, high: Counter[int]) -> bool:
    """Tell whether the signs of Windows-1252 cannot be Swedish letters in a rarer encoding.

    A Swedish letter read as such settles it. In a scrap without one, ” alone may be the DOS ö.
    """
    elsewhere = sum(number for byte, number in high.items() if byte in _LETTERS_ELSEWHERE)
    return seen.swedish > 0 or elsewhere * 2 <= seen.total


def _uses_windows_signs(high: Counter[int], data: bytes) -> bool:
    """Tell whether bytes 80–9F are used as printed signs and not as C1 control characters."""
    if high[0x85] > 1 and not {0x0A, 0x0D} & set(data):
        return False  # NEL (85) as the only line end: an ellipsis there would be invented
    controls = {byte: number for byte, number in high.items() if byte in _C1}
    printed = sum(
        number
        for byte, number in controls.items()
        if bytes([byte]).decode("cp1252", "ignore") in _LETTERS | _SIGNS
    )
    return printed * 2 >= sum(controls.values())
