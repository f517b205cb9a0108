"""Whether a place and a day in the last field of a plan stand above its signature.

A person or a role with a day looks the same: it is told by what stands above and below.
"""

import re
from collections.abc import Sequence

from spur_extract.catalogue.schema import Correspondence

SURELY_NAMED = 2
"""Lines of a field above a place and a day that surely say who is responsible."""

NAME = re.compile(r"[A-ZÅÄÖ][\w.'-]*(?:\s+(?:[A-ZÅÄÖ][\w.'-]*|von|af|de|van)){1,3}")
"""Two to four words with capitals, as a person signs."""


def place_and_day_end(lines: Sequence[str], number: int, wording: Correspondence) -> bool:
    """Whether line `number` (from 0) of a last field's `lines` is a place and a day that end it.

    It does if a name and a title, as of a signature, stand below. Else somebody must be named
    above: in two lines, or in one if what looks like the place is no person's full name.
    """
    found = next(filter(None, (each.match(lines[number]) for each in wording.place_and_day)), None)
    if found is None or _has_title(found["place"], wording):
        return False
    if _signed(lines[number + 1 : number + 3], wording) or number >= SURELY_NAMED:
        return True
    one_word = " " not in found["place"]
    return _names_somebody(lines[0], wording) and (one_word or found["comma"] is not None)


def _signed(below: Sequence[str], wording: Correspondence) -> bool:
    """Whether a name comes first, and a title behind it or on the next line."""
    name, _, title = below[0].partition(",") if below else ("", "", "")
    if _has_title(name, wording) or not NAME.fullmatch(name.strip()):
        return False
    return _has_title(title or "".join(below[1:2]), wording)


def _names_somebody(line: str, wording: Correspondence) -> bool:
    """Whether a line has a word with a capital, as a name, besides titles and its first word."""
    words = [word for word in line.split()[1:] if not _has_title(word, wording)]
    return any(word[0].isupper() for word in words)


def _has_title(text: str, wording: Correspondence) -> bool:
    return any(pattern.match(text) for pattern in wording.title)
