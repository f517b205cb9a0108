"""Whether a document is a SPUR report at all."""

from spur_extract.catalogue import EntryKind
from spur_extract.recognition.elements import Recognised

LEAST_DIFFERENT_TEXTS = 4
LEAST_KINDS = 2
"""Pieces of form text that differ, and kinds of it: fewer, and it is some other text that uses
the same words, or the bare form's key or checklist."""

TELLING = frozenset(
    {
        EntryKind.AREA_HEADING,
        EntryKind.STATEMENT,
        EntryKind.GRADE_OPTION,
        EntryKind.FIXED_TEXT,
        EntryKind.COVER_TITLE,
        EntryKind.COVER_LABEL,
        EntryKind.PLAN_FIELD,
        EntryKind.ROW_LABEL,
        EntryKind.PART_HEADING,
    }
)
"""Form text that other documents do not have together; the three list headings stand in any
analysis of strengths and weaknesses, and count as one."""


def is_report(recognised: Recognised) -> bool:
    """Whether enough of the form is there; a report that is cut off early still is one."""
    elements = [element for element in recognised.elements if element.entry is not None]
    telling = {element.entry for element in elements if element.kind in TELLING}
    kinds = {element.kind for element in elements if element.kind in TELLING}
    lists = any(element.kind is EntryKind.LIST_HEADING for element in elements)
    return len(telling) + lists >= LEAST_DIFFERENT_TEXTS and len(kinds) + lists >= LEAST_KINDS
