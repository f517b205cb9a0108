"""Statements that one edition prints twice, letter for letter, under two labels."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spur_extract.catalogue import Edition, Entry, EntryKind
from spur_extract.recognition.matching import Match


def tell_twins_apart(
    matches: Sequence[Match], catalogue_entries: Sequence[Entry], edition: Edition | None
) -> list[Match]:
    """Give each twin the entry whose number comes next after the row above it, or, at the head of
    an area, before the row below it.

    Of several entries with the same words a match holds only one. Without an edition, or where
    the edition prints the words once, that is all there is to tell.
    """
    numbers = edition.row_numbers if edition is not None else {}
    by_text: dict[str, list[Entry]] = {}
    for entry in catalogue_entries:
        if entry.kind is EntryKind.STATEMENT and entry.id in numbers:
            by_text.setdefault(entry.text, []).append(entry)
    told: list[Match] = []
    above = 0
    for position, match in enumerate(matches):
        chosen = match.entry
        if match.entry.kind is EntryKind.STATEMENT:
            twins = by_text.get(match.entry.text, [match.entry])
            if above or len(twins) == 1:
                chosen = min(twins, key=lambda twin: _below(numbers.get(twin.id, 0), above))
            else:
                below = _number_below(matches[position + 1 :], numbers, twins)
                chosen = min(twins, key=lambda twin: abs(below - 1 - numbers.get(twin.id, 0)))
            above = numbers.get(chosen.id, 0)
        elif match.entry.kind in (EntryKind.AREA_LETTER, EntryKind.PLAN_FIELD):
            above = 0
        told.append(replace(match, entry=chosen))
    return told


def _number_below(
    matches: Sequence[Match], numbers: Mapping[str, int], twins: Sequence[Entry]
) -> int:
    """The number of the next row that is none of the twins; 0 when there is none."""
    ids = {twin.id for twin in twins}
    rows = (match.entry.id for match in matches if match.entry.kind is EntryKind.STATEMENT)
    return next((numbers.get(row, 0) for row in rows if row not in ids), 0)


def _below(number: int, above: int) -> tuple[int, int]:
    """Rows below come before rows above, near ones before far ones."""
    return (0, number - above) if number > above else (1, above - number)
