"""Rejoins words that a line end has broken at a hyphen: "Ann- Marie Ek", "Bo Wester- gren".

An "o" or "el." between names is written out: "Bo Ek o Ann Lind"; a title and a name without a blank
between them are parted: "studierektorBo Ek".

A hyphen hangs as often before a shared second half ("verksamhets- och enhetschef") or stands for a
dash ("Bo Ek- Ann Lind"); what is no name when joined stays as it is.
"""

import re

from spur_extract.language.gazetteers import load_gazetteer
from spur_extract.language.parties.name_words import (
    is_given_name,
    is_vocabulary,
    load_name_words,
)

BROKEN = re.compile(
    r"(?:(?<![^\W\d_])(?P<before>[^\W\d_]+)\.?\s+)?(?P<left>(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*)(?P<hyphen>[-‐‑])"
    r"(?P<blank>\s+)(?P<right>[^\W\d_]{2,})(?P<more>\s+[^\W\d_a-zà-ÿ])?"
)
SHORT_FORMS = re.compile(
    r"(?<=[^\W\d_] )(?:(?P<och>o)|(?P<eller>el))\.?(?= [^\W\d_a-zà-ÿ][a-zà-ÿ])"
)
GLUED_TITLE = re.compile(
    r"(?<![^\W\d_])[^\W\d_]{0,30}(?:chef|läkare|rektor|sköterska|handledare|samordnare)"
    r"(?=[^\W\d_a-zà-ÿ][a-zà-ÿ])"
)
COMMA_NAME = re.compile(r",\s*([^\W\d_][\w-]+)")
CONJUNCTIONS = frozenset({"och", "eller", "samt", "resp", "respektive"})


def mend(text: str) -> tuple[str, list[int]]:
    """The text with such words rejoined, and where each of its characters stood before."""
    dropped: set[int] = set()
    for match in BROKEN.finditer(text):
        if _is_double_name(match):
            dropped.update(range(*match.span("blank")))
        elif _is_split_name(match):
            dropped.update(range(match.start("hyphen"), match.end("blank")))
    kept = [offset for offset in range(len(text)) if offset not in dropped]
    mended = "".join(text[offset] for offset in kept)
    for conjunction in reversed([*SHORT_FORMS.finditer(mended)]):
        start, end = conjunction.span()
        written_out = conjunction.lastgroup or ""
        mended = f"{mended[:start]}{written_out}{mended[end:]}"
        kept[start:end] = [kept[start]] * len(written_out)
    for glued in reversed([*GLUED_TITLE.finditer(mended)]):
        mended = f"{mended[: glued.end()]} {mended[glued.end() :]}"
        kept.insert(glued.end(), kept[glued.end()])
    return mended, kept


def _is_double_name(match: re.Match[str]) -> bool:
    """Two given names before a surname, or two surnames behind a given name."""
    left, right = match["left"], match["right"]
    if not (_is_title_case(left) and _is_title_case(right)):
        return False
    if _may_be_given(left):
        known = f"{left}-{right}".lower() in load_name_words().first_names
        double = known or (_may_be_given(right) and match["more"] is not None)
        return double and not _follows_given(match)
    if _is_given(right) or is_vocabulary(right.lower()):
        return False
    return _follows_given(match) or _is_surname_before_given(match)


def _is_surname_before_given(match: re.Match[str]) -> bool:
    """Whether a double surname stands before a comma and a given name: "Ek- Lind, Anna"."""
    following = COMMA_NAME.match(match.string, match.end("right"))
    return _is_surname(match["left"]) and following is not None and _may_be_given(following[1])


def _is_split_name(match: re.Match[str]) -> bool:
    """One name in two parts, the second without capital."""
    left, right = match["left"], match["right"]
    if not _is_title_case(left) or not right.islower() or right in CONJUNCTIONS:
        return False
    whole = (left + right).lower()
    last = whole.rpartition("-")[2]  # "Ek-Wester- gren"
    known = is_given_name(whole) or last in load_gazetteer("surnames")
    return known or (_follows_given(match) and not is_vocabulary(whole))


def _follows_given(match: re.Match[str]) -> bool:
    before = match["before"]
    return before is not None and (_may_be_given(before) or (len(before) == 1 and before.isupper()))


def _is_surname(word: str) -> bool:
    return word.lower() in load_gazetteer("surnames")


def _is_given(word: str) -> bool:
    return all(map(is_given_name, word.lower().split("-")))


def _may_be_given(word: str) -> bool:
    known = load_name_words().first_names | load_gazetteer("doubtful_given_names")
    return all(part in known or is_given_name(part) for part in word.lower().split("-"))


def _is_title_case(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and not word.isupper()
