"""The ledger: every character of the source is in a field, in form text, or unassigned."""

from collections.abc import Iterator
from dataclasses import dataclass

from spur_extract.contract import UnassignedText
from spur_extract.extraction.findings import Findings
from spur_extract.layout.lines import LaidLine
from spur_extract.reading.blank import SPACE, is_blank
from spur_extract.reading.document import Document
from spur_extract.recognition.elements import Element, Recognised


@dataclass(frozen=True, slots=True)
class Balance:
    """What is left over, and the share (0–1) of non-space characters that is accounted for."""

    unassigned: tuple[UnassignedText, ...]
    coverage: float


def balance(
    document: Document,
    recognised: Recognised,
    findings: Findings,
) -> Balance:
    """Strike out what fields, form text and page furniture account for; the rest is unassigned."""
    left = {page.number: _non_space(page.text) for page in document.pages}
    total = sum(len(characters) for characters in left.values())
    for spans in (*findings.provenance.values(), findings.form_words):
        for span in spans:
            left[span.page].difference_update(range(span.start, span.end))
    for line in recognised.furniture:
        left[line.page].difference_update(range(line.source.start, line.source.end))
    for element in recognised.elements:
        for line in element.lines:
            own = left[line.page]
            if element.entry is not None:
                own.difference_update(_form_text(element, line))
            elif line.bullet and line.start not in own:
                own.difference_update(range(line.source.start, line.start))
    remaining = sum(len(characters) for characters in left.values())
    unassigned = tuple(
        piece
        for page in document.pages
        for piece in _pieces(page.number, page.text, left[page.number])
    )
    return Balance(unassigned, 1.0 if total == 0 else (total - remaining) / total)


def _form_text(element: Element, line: LaidLine) -> set[int]:
    """The characters of a line that are the form's; marks are not, they are read or left over."""
    end = _end_of_form_text(element, line)
    marks = {place for mark in line.marks for place in range(mark.start, mark.end)}
    return set(range(line.source.start, end)) - marks


def _end_of_form_text(element: Element, line: LaidLine) -> int:
    """Where the form's own letters end in a line: all of it, but for an excess in the last."""
    end = line.source.end
    if line is not element.lines[-1] or not element.excess:
        return end
    letters = 0
    while letters < element.excess and end > line.source.start:
        end -= 1
        letters += line.source.text[end - line.source.start].isalnum()
    return end


def _non_space(text: str) -> set[int]:
    return {position for position, character in enumerate(text) if character not in SPACE}


def _pieces(page: int, text: str, left: set[int]) -> Iterator[UnassignedText]:
    """Runs of unassigned characters with nothing but space between them."""
    start = end = -1
    for position in sorted(left):
        if start >= 0 and is_blank(text[end:position]):
            end = position + 1
            continue
        if start >= 0:
            yield UnassignedText(page=page, start=start, end=end, text=text[start:end])
        start, end = position, position + 1
    if start >= 0:
        yield UnassignedText(page=page, start=start, end=end, text=text[start:end])
