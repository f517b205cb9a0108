"""Places in the source, packed: ten thousand reports' worth of them have to stay in memory."""

from struct import Struct

from spur_extract.contract import Report, Span

_WITHOUT_BOX = Struct("<3I")
_WITH_BOX = Struct("<3I4d")

PackedPlace = bytes
"""A `Span`: page, start and end, and the box where there is one."""


def place_of(report: Report, pointer: str) -> PackedPlace | None:
    """Where the value at the JSON Pointer begins in the source, or the value that holds it."""
    while pointer:
        if spans := report.provenance.get(pointer):
            return _pack(spans[0])
        pointer = pointer.rpartition("/")[0]
    return None


def unpack(place: PackedPlace | None) -> Span | None:
    """The place that was packed."""
    if place is None:
        return None
    if len(place) == _WITHOUT_BOX.size:
        page, start, end = _WITHOUT_BOX.unpack(place)
        return Span(page=page, start=start, end=end)
    page, start, end, *box = _WITH_BOX.unpack(place)
    return Span(page=page, start=start, end=end, bbox=(box[0], box[1], box[2], box[3]))


def _pack(span: Span) -> PackedPlace:
    if span.bbox is None:
        return _WITHOUT_BOX.pack(span.page, span.start, span.end)
    return _WITH_BOX.pack(span.page, span.start, span.end, *span.bbox)
