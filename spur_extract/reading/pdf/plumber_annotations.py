"""Form fields and annotations, by pdfminer: what a person ticked or drew on top of a page."""

from collections.abc import Iterator, Mapping

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral

from spur_extract.reading.document import Drawing, DrawingKind
from spur_extract.reading.pdf.placing import Placing

SUBTYPES = frozenset(
    {
        "ink",
        "circle",
        "square",
        "highlight",
        "stamp",
        "line",
        "strikeout",
        "underline",
        "squiggly",
        "polygon",
        "polyline",
        "freetext",
    }
)
"""Annotations that draw something; links, notes and pop-ups do not."""

HIDDEN, NO_VIEW = 1 << 1, 1 << 5
PUSH_BUTTON = 1 << 16
DEEPEST = 12
"""Fields within fields that are looked through."""

OFF = "Off"

Entries = Mapping[str, object]


def annotations_of(page: PDFPage, placing: Placing) -> Iterator[Drawing]:
    """Check boxes and radio buttons, and the visible annotations that draw something."""
    for annotation in visible_annotations(page):
        placed = placing.box(*numbers_of(annotation.get("Rect")))
        subtype = name_of(annotation.get("Subtype")).lower()
        if subtype in SUBTYPES:
            yield Drawing(DrawingKind.ANNOTATION, placed, subtype=subtype)
        elif subtype == "widget" and _is_button(annotation):
            yield Drawing(DrawingKind.FIELD, placed, checked=_checked(annotation))


def visible_annotations(page: PDFPage) -> Iterator[Entries]:
    """The annotations that have a place and are not hidden."""
    listed = resolve1(page.annots)
    for item in listed if isinstance(listed, list) else []:
        annotation = _entries(item)
        placed = len(numbers_of(annotation.get("Rect"))) == 4
        if placed and not _whole(annotation.get("F")) & (HIDDEN | NO_VIEW):
            yield annotation


def _is_button(widget: Entries) -> bool:
    """Whether it is a check box or a radio button."""
    flags = _whole(inherited(widget, "Ff"))
    return name_of(inherited(widget, "FT")) == "Btn" and not flags & PUSH_BUTTON


def _checked(widget: Entries) -> bool | None:
    """Whether a box or button is on: by its appearance (/AS) and by its field's value (/V).

    Null when these disagree, since one viewer would show it on and another off, and when nothing
    tells.
    """
    states = {state for state in _states(widget) if state != OFF}
    by_look = _by_look(name_of(widget.get("AS")), states)
    value = name_of(inherited(widget, "V"))
    by_value = None
    # With /Opt the value may be a text, which no appearance is named after.
    if value == OFF or (value and states and resolve1(inherited(widget, "Opt")) is None):
        by_value = value in states
    if by_look is None and by_value is None:
        return False if states and "AS" not in widget and not value else None
    if by_look is None or by_value is None:
        return by_value if by_look is None else by_look
    return by_look if by_look == by_value else None


def _by_look(state: str, states: set[str]) -> bool | None:
    if state == OFF:
        return False
    return True if state and (state in states or not states) else None


def _states(widget: Entries) -> list[str]:
    """The names of the appearances that a widget has."""
    normal = resolve1(_entries(widget.get("AP")).get("N"))
    return [name_of(key) for key in normal] if isinstance(normal, dict) else []


def inherited(widget: Entries, key: str) -> object:
    """An entry of a field, or of the field that it is part of."""
    field = widget
    for _ in range(DEEPEST):
        if key in field:
            return resolve1(field[key])
        field = _entries(field.get("Parent"))
    return None


def _entries(value: object) -> Entries:
    resolved = resolve1(value)
    if isinstance(resolved, PDFStream):
        return resolved.attrs
    return resolved if isinstance(resolved, dict) else {}


def numbers_of(value: object) -> list[float]:
    """The numbers that an array holds."""
    resolved = resolve1(value)
    parts = [resolve1(part) for part in resolved] if isinstance(resolved, list) else []
    return [float(part) for part in parts if isinstance(part, int | float)]


def _whole(value: object) -> int:
    resolved = resolve1(value)
    return resolved if isinstance(resolved, int) else 0


def name_of(value: object) -> str:
    """A name or a text as characters; empty when it is neither."""
    resolved = resolve1(value)
    name = resolved.name if isinstance(resolved, PSLiteral) else resolved
    if isinstance(name, bytes):
        return name.decode("latin-1")
    return name if isinstance(name, str) else ""
