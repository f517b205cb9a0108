"""Where in its source a value of a report stands, and what stands there."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from pydantic import BaseModel

from spur_extract.contract import Report, Span, UnassignedText

TELLING: Final = (
    "",
    "/text",
    "/printed_text",
    "/indicator_text",
    "/evidence",
    "/grade",
    "/title",
    "/narrative",
    "/planned_action",
)
"""Parts of a value that tell where it stands, the best first: provenance has parts, not wholes."""

LONGEST_QUOTE: Final = 300
"""Characters of a quote; a longer one is cut."""


class Passage(NamedTuple):
    """A place in the source and the text there; both null where nothing is known."""

    place: Span | None = None
    quote: str | None = None


def passage_of(report: Report, pointer: str) -> Passage:
    """The value at `pointer`, or the nearest one above it that has a place in the source."""
    if pointer.startswith("/unassigned/"):
        piece = value_at(report, pointer)
        return _passage_of_piece(piece) if isinstance(piece, UnassignedText) else Passage()
    for above in _upwards(pointer):
        for part in TELLING:
            spans = report.provenance.get(above + part)
            if spans:
                return Passage(spans[0], quote_of(value_at(report, above + part)))
    return Passage()


def value_at(report: Report, pointer: str) -> object:
    """The value at a JSON Pointer (RFC 6901), null when there is none."""
    value: object = report
    for step in pointer.split("/")[1:]:
        if isinstance(value, tuple):
            value = value[int(step)] if step.isdigit() and int(step) < len(value) else None
        elif isinstance(value, BaseModel):
            value = getattr(value, step, None)
        elif isinstance(value, dict):
            value = value.get(step.replace("~1", "/").replace("~0", "~"))
    return value


def quote_of(value: object) -> str | None:
    """The value as a quote, cut where it is long; null when it is no text."""
    if isinstance(value, tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, date):
        value = value.isoformat()
    if not isinstance(value, str) or not value:
        return None
    return value if len(value) <= LONGEST_QUOTE else value[: LONGEST_QUOTE - 1].rstrip() + "…"


def _passage_of_piece(piece: UnassignedText) -> Passage:
    span = Span(page=piece.page, start=piece.start, end=piece.end, bbox=piece.bbox)
    return Passage(span, quote_of(piece.text))


def _upwards(pointer: str) -> Iterator[str]:
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]
