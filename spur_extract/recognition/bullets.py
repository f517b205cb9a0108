"""Bullets of the lists that stand apart from their items, or that only their recurrence tells.

Extractors give a bullet on a line of its own, all bullets of a page before all items, or behind the
words; a sign that word processors use as a bullet is one if several lines begin with it. Signs
that mean something, as of quantity, are none.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from spur_extract.layout.lines import LONE_BULLET, LaidLine
from spur_extract.reading.document import Line
from spur_extract.recognition.elements import Element

FEWEST_LINES = 2
"""Lines that begin or end with the same sign before it is taken for a bullet."""

LETTER_LIKE_A_BULLET = "o"
"""What word processors print for the hollow bullet of their second level."""

BULLET_SIGNS = frozenset("•·▪▫■□▬◦‣⁃∙●○◯►▶▷▸▹➢➤➔➜→⇒◆◇❖★☆✦✓✔✗✘*-–—−+»›\x7f\ufffd")
"""Signs that mean nothing but a new item, where words begin behind them."""

SIGNS_WITH_A_MEANING = frozenset(">§")
"""Bullets of some who type them, too; only if no item of the list goes without."""

PRIVATE_USE = "Co"
"""What symbol fonts have their signs in (Unicode category): no text has them."""


def set_bullets_apart(elements: Sequence[Element]) -> tuple[list[Element], list[LaidLine]]:
    """The elements with the bullets of the lists told from the words, and the bullets that stand
    apart as lines of their own."""
    listed = [element.lines[0] for element in elements if _listed(element)]
    leading = _recurring(_leading(line) for line in listed) - _meant(elements)
    trailing = _recurring(_trailing(line) for line in listed)
    behind = _stand_behind(elements)
    kept: list[Element] = []
    apart: list[LaidLine] = []
    above: list[Element] = []  # lone bullets right above
    for element in elements:
        line = element.lines[0]
        if not _listed(element):
            kept.append(element)
        elif LONE_BULLET.fullmatch(line.text):
            apart.append(line)
            if not behind:
                above.append(element)
            elif kept and _listed(kept[-1]):
                kept[-1] = replace(kept[-1], lines=(replace(kept[-1].lines[0], bullet=True),))
            continue
        else:
            if _trailing(line) in trailing:
                line, bullet = _without_trailing(line)
                apart.append(bullet)
            if _leading(line) in leading:
                line = _without_leading(line)
            has_bullet = line.bullet or len(above) == 1
            kept.append(replace(element, lines=(replace(line, bullet=has_bullet),)))
        above = []
    return kept, apart


def _stand_behind(elements: Sequence[Element]) -> bool:
    """Whether lone bullets follow the first lines of their items, told by how the lists end."""
    signs: Counter[str] = Counter()
    for listed, run in groupby(elements, key=_listed):
        alone = [LONE_BULLET.fullmatch(element.lines[0].text) is not None for element in run]
        if listed and alone[0] != alone[-1]:
            signs["behind" if alone[-1] else "before"] += 1
    return signs["behind"] > signs["before"]


def _listed(element: Element) -> bool:
    return element.zone == "lists" and element.free


def _recurring(signs: Iterable[str]) -> frozenset[str]:
    return frozenset(
        sign for sign, times in Counter(signs).items() if sign and times >= FEWEST_LINES
    )


def _leading(line: LaidLine) -> str:
    """The sign before a line's words that may be a bullet; empty when there is none."""
    sign, _, words = line.text.partition(" ")
    if len(sign) != 1 or not words or line.bullet:
        return ""
    if sign == LETTER_LIKE_A_BULLET:
        may_be = words[0].isupper()
    elif unicodedata.category(sign) == PRIVATE_USE:
        may_be = True
    else:
        may_be = sign in BULLET_SIGNS | SIGNS_WITH_A_MEANING and not words[0].isdigit()
    return sign if may_be else ""


def _meant(elements: Sequence[Element]) -> frozenset[str]:
    """The signs that mean something: in their list a line that may be an item has none."""
    meant: set[str] = set()
    for listed, run in groupby(elements, key=_listed):
        lines = [element.lines[0] for element in run] if listed else []
        signs = {_leading(line) for line in lines} & SIGNS_WITH_A_MEANING
        if any(not _leading(line) and not line.text[:1].islower() for line in lines):
            meant |= signs
    return frozenset(meant)


def _trailing(line: LaidLine) -> str:
    """The bullet behind a line's words; empty when there is none."""
    words, _, sign = line.text.rpartition(" ")
    return sign if words and LONE_BULLET.fullmatch(sign) else ""


def _without_leading(line: LaidLine) -> LaidLine:
    words = line.text[1:].lstrip()
    start = line.source.start + line.source.text.index(words[0], 1)
    return replace(line, body=words, words=words, start=start, bullet=True)


def _without_trailing(line: LaidLine) -> tuple[LaidLine, LaidLine]:
    """The line less the bullet behind its words, and the bullet."""
    source, sign = line.source, _trailing(line)
    words = source.text.removesuffix(sign).rstrip()
    text = line.text.removesuffix(sign).rstrip()
    own = replace(source, end=source.start + len(words), text=words)
    place = source.start + source.text.rindex(sign)
    bullet = Line(source.page, place, source.end, sign, source.box)
    body = line.body.removesuffix(sign).rstrip()
    line = replace(line, source=own, text=text, body=body, words=body, end=own.end, bullet=True)
    return line, replace(line, source=bullet, text=sign, body=sign, start=place, end=source.end)
