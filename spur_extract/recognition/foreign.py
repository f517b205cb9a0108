"""Letters, e-mails and signatures that were saved together with a report.

They are told by what only correspondence has: a greeting with a closing phrase, mail headers, a
closing phrase with the short lines of a signature below it, lines of contact details.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from re import Pattern

from spur_extract.catalogue.schema import Correspondence
from spur_extract.recognition.elements import Element

LONGEST_SIGNATURE_LINE = 60
"""Characters: names, titles and addresses are shorter, lines of prose longer."""

FEWEST_HEADERS = 2
"""Header lines that make a mail; one alone may be the inspectors' own."""


def mark_foreign(elements: Sequence[Element], wording: Correspondence) -> list[Element]:
    """The elements, those that belong to correspondence marked as foreign."""
    marked: list[Element] = []
    for free, group in groupby(elements, key=lambda element: element.free):
        run = list(group)
        foreign = set(_foreign(run, wording)) if free else set()
        marked.extend(
            replace(element, foreign=position in foreign) for position, element in enumerate(run)
        )
    return marked


def _foreign(run: Sequence[Element], wording: Correspondence) -> Iterator[int]:
    """Positions of the foreign elements in a run of free ones."""
    texts = [element.lines[0].text for element in run]
    closing = _first(texts, wording.closing, 0)
    headers = [position for position, text in enumerate(texts) if _any(text, wording.header)]
    contact = _first(texts, wording.contact, 0)
    if closing is not None:
        begin = closing
        opening = _first(texts, wording.opening, 0)
        if opening is not None and opening < closing:
            begin = opening
        if len(headers) >= FEWEST_HEADERS and headers[0] < begin:
            begin = headers[0]
        yield from range(begin, _end_of_signature(texts, closing + 1))
    elif len(headers) >= FEWEST_HEADERS:
        yield from range(headers[0], len(run))
    elif contact is not None:
        begin = _begin_of_signature(run, texts, contact)
        yield from range(begin, _end_of_signature(texts, contact + 1))


def _any(text: str, patterns: Sequence[Pattern[str]]) -> bool:
    return any(pattern.match(text) for pattern in patterns)


def _first(texts: Sequence[str], patterns: Sequence[Pattern[str]], start: int) -> int | None:
    positions = range(start, len(texts))
    return next((position for position in positions if _any(texts[position], patterns)), None)


def _in_signature(text: str) -> bool:
    return len(text) < LONGEST_SIGNATURE_LINE and not text.endswith((".", ":"))


def _end_of_signature(texts: Sequence[str], start: int) -> int:
    end = start
    while end < len(texts) and _in_signature(texts[end]):
        end += 1
    return end


def _begin_of_signature(run: Sequence[Element], texts: Sequence[str], contact: int) -> int:
    """The first of the short lines above a contact line; what a field begins with stays."""
    begin = contact
    while begin > 1 and _begins_signature_line(run[begin - 1], texts[begin]):
        begin -= 1
    return begin


def _begins_signature_line(above: Element, text: str) -> bool:
    """Whether the line above `text` may be of the same signature: no item, no wrapped prose."""
    line = above.lines[0]
    return (
        _in_signature(line.text)
        and line.text[:1].isupper()
        and not line.bullet
        and any(letter.isalnum() for letter in text)
    )
