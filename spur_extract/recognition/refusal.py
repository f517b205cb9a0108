"""Whether a document is a SPUR report at all."""

from spur_extract.catalogue import EntryKind
from spur_extract.recognition.elements import Recognised

LEAST_DIFFERENT_TEXTS = 3
"""Pieces of form text that differ: fewer, and it is some other text that uses the same words."""

TELLING = frozenset(
    {
        EntryKind.AREA_HEADING,
        EntryKind.STATEMENT,
        EntryKind.GRADE_OPTION,
        EntryKind.FIXED_TEXT,
        EntryKind.COVER_TITLE,
        EntryKind.PLAN_FIELD,
        EntryKind.LIST_HEADING,
    }
)
"""Form text that other documents do not have; single letters and short labels are in many."""


def is_report(recognised: Recognised) -> bool:
    """Whether enough of the form is there; a report that is cut off early still is one."""
    telling = {
        element.entry.id
        for element in recognised.elements
        if element.entry is not None and element.kind in TELLING
    }
    return len(telling) >= LEAST_DIFFERENT_TEXTS
