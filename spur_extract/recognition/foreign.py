"""Letters, e-mails and signatures that were saved together with a report.

They are told by what only correspondence has: a greeting with a closing phrase, mail headers, a
closing phrase with the short lines of a signature below it, lines of contact details.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from re import Pattern

from spur_extract.catalogue.schema import Correspondence
from spur_extract.recognition.elements import Element
from spur_extract.recognition.endings import endings
from spur_extract.recognition.replies import replies

LONGEST_SIGNATURE_LINE = 60
"""Characters: names, titles and addresses are shorter, lines of prose longer."""

LONGEST_SIGNATURE = 6
"""Lines that a signature may hold above its first line of contact details."""

LONGEST_PHRASE = 120
"""Characters: greetings, mail headers and contact details are shorter."""

NAME = re.compile(r"[^\W\d_a-zåäöé][\w.'-]*(?:\s+(?:[^\W\d_a-zåäöé][\w.'-]*|von|af|de|van)){1,3}")
"""Two to four words with capitals, as a person signs."""


def mark_foreign(elements: Sequence[Element], wording: Correspondence) -> list[Element]:
    """The elements, those that belong to correspondence, or to no field, marked as foreign."""
    marked: list[Element] = []
    for free, group in groupby(elements, key=lambda element: element.free):
        run = list(group)
        foreign = set(_foreign(run, wording)) if free else set()
        marked.extend(
            replace(element, foreign=position in foreign) for position, element in enumerate(run)
        )
    others = {*endings(marked, wording), *replies(marked, wording)}
    return [
        replace(element, foreign=True) if position in others else element
        for position, element in enumerate(marked)
    ]


def _foreign(run: Sequence[Element], wording: Correspondence) -> Iterator[int]:
    """Positions of the foreign elements in a run of free ones."""
    texts = [element.lines[0].text for element in run]
    short = [position for position, text in enumerate(texts) if len(text) < LONGEST_PHRASE]
    closing = _first(texts, wording.closing, short)
    headers = _mail_headers(texts, wording, short)
    signed = [position for position in short if _in_signature(texts[position])]
    contact = _first(texts, wording.contact, signed)
    if closing is not None:
        begin = closing
        opening = _first(texts, wording.opening, short)
        if opening is not None and opening < closing:
            begin = opening
        if headers and headers[0] < begin:
            begin = headers[0]
        yield from range(begin, _end_of_signature(texts, closing + 1))
    elif headers:
        yield from range(headers[0], len(run))
    elif contact is not None:
        begin = _begin_of_signature(run, contact)
        yield from range(begin, _end_of_signature(texts, contact + 1))


def _mail_headers(texts: Sequence[str], wording: Correspondence, short: Sequence[int]) -> list[int]:
    """Lines that make the head of a mail: two or more, one right below the other."""
    found = [position for position in short if _any(texts[position], wording.header)]
    return found if any(below == above + 1 for above, below in pairwise(found)) else []


def _any(text: str, patterns: Sequence[Pattern[str]]) -> bool:
    return any(pattern.match(text) for pattern in patterns)


def _first(
    texts: Sequence[str], patterns: Sequence[Pattern[str]], positions: Sequence[int]
) -> int | None:
    return next((position for position in positions if _any(texts[position], patterns)), None)


def _in_signature(text: str) -> bool:
    return len(text) < LONGEST_SIGNATURE_LINE and not text.endswith((".", ":"))


def _end_of_signature(texts: Sequence[str], start: int) -> int:
    end = start
    while end < len(texts) and _in_signature(texts[end]):
        end += 1
    return end


def _begin_of_signature(run: Sequence[Element], contact: int) -> int:
    """The line with the signer's name, if it stands a few short lines above the contact line;
    what a field begins with stays."""
    begin = contact
    for position in range(contact - 1, max(0, contact - LONGEST_SIGNATURE), -1):
        line = run[position].lines[0]
        if line.bullet or not _in_signature(line.text) or not line.text[:1].isupper():
            break
        if NAME.fullmatch(line.text):
            begin = position
    return begin
