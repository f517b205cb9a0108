"""How two printed lines of one paragraph join: with a space, as one word, or keeping a hyphen."""

import re

HYPHENS = "-\u2010\u2011\u00ad"
SOFT_HYPHEN = "\u00ad"
HYPHENATION = re.compile(f"[{HYPHENS}]")
CONJUNCTION = re.compile(r"(?:och|eller|samt|resp|respektive|och/eller|till)\b", re.IGNORECASE)
LONGEST_WORD = 80
"""Characters at a line's end that are looked at for its last word."""

FIRST_WORD = re.compile(r"^(\S+)")


def join_lines(upper: str, lower: str, seen: frozenset[str] = frozenset()) -> str:
    """Join a line and the one that continues it.

    A hyphen at the end of `upper` is kept where the word before it ends in a capital or a digit, or
    its last part has a capital inside ("ST-läkaren", "Mini-CEX"), kept with a space before "och",
    "eller" … ("jour- och"), and removed otherwise ("läkar-/möte"), unless the document writes the
    compound with a hyphen elsewhere: `seen` holds the words of the document, case folded.
    A slash at the line's end joins without a space ("jour-/beredskap").
    """
    if upper.endswith(SOFT_HYPHEN):
        return upper.rstrip(SOFT_HYPHEN) + lower
    if upper.endswith("/"):
        return upper + lower
    if not upper or upper[-1] not in HYPHENS or upper[-2:-1].isspace() or len(upper) == 1:
        return f"{upper} {lower}"
    if CONJUNCTION.match(lower):
        return f"{upper} {lower}"
    return upper + lower if _keeps_hyphen(upper, lower, seen) else upper[:-1] + lower


def _keeps_hyphen(upper: str, lower: str, seen: frozenset[str]) -> bool:
    stem = upper[-LONGEST_WORD:].rsplit(maxsplit=1)[-1][:-1]
    if not stem or not lower:
        return True
    if not lower[0].islower():
        return True
    part = HYPHENATION.split(stem)[-1]  # "läkar" of "ST-läkar-/na"
    if stem[-1].isupper() or stem[-1].isdigit() or any(letter.isupper() for letter in part[1:]):
        return True
    return _seen_with_hyphen(stem, lower, seen)


def _seen_with_hyphen(stem: str, lower: str, seen: frozenset[str]) -> bool:
    found = FIRST_WORD.match(lower)
    tail = found.group(1).rstrip(".,;:!?)\"”'") if found else ""
    return f"{stem}-{tail}".casefold() in seen and f"{stem}{tail}".casefold() not in seen
