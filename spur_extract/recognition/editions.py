"""Which edition of the form a document is, told by what was recognised in it."""

from collections.abc import Iterable

from spur_extract.catalogue import Catalogue, Edition, Entry, EntryKind

TELLING = frozenset(
    {
        EntryKind.AREA_HEADING,
        EntryKind.ROW_LABEL,
        EntryKind.COLUMN_HEADER,
        EntryKind.STATEMENT,
        EntryKind.GRADE_OPTION,
        EntryKind.FIXED_TEXT,
    }
)
"""Kinds of form text that differ between editions."""

LEAST_TELLING_TEXTS = 2
LEAST_SHARE_OF_ROWS = 0.4
"""Of the rows that an edition prints for the areas found: fewer, and it is another form."""


def edition_of(recognised: Iterable[Entry], catalogue: Catalogue) -> Edition | None:
    """The edition that prints most of what was recognised; of equals the one that prints least.

    Null when nothing telling was recognised, or when the best edition's rows are mostly missing.
    """
    telling = {entry for entry in recognised if entry.kind in TELLING}
    if len(telling) < LEAST_TELLING_TEXTS:
        return None
    wordings = {edition.id: _wordings(edition, catalogue) for edition in catalogue.editions}
    best = max(
        catalogue.editions,
        key=lambda edition: (_fit(wordings[edition.id], telling), -len(wordings[edition.id])),
    )
    return best if _has_its_rows(best, telling) else None


def _wordings(edition: Edition, catalogue: Catalogue) -> set[tuple[EntryKind, str]]:
    """All that an edition prints; the same words under two labels count once."""
    return {(entry.kind, entry.text) for entry in catalogue.entries if edition.id in entry.editions}


def _fit(wordings: set[tuple[EntryKind, str]], telling: Iterable[Entry]) -> int:
    return sum(1 if (entry.kind, entry.text) in wordings else -1 for entry in telling)


def _has_its_rows(edition: Edition, telling: Iterable[Entry]) -> bool:
    areas = {entry.area for entry in telling if entry.kind is EntryKind.STATEMENT}
    expected = sum(len(area.rows) for area in edition.area if area.code in areas)
    found = sum(
        entry.kind is EntryKind.STATEMENT and edition.id in entry.editions for entry in telling
    )
    return expected == 0 or found >= LEAST_SHARE_OF_ROWS * expected
