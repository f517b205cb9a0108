"""Which regulation each mark column is of, by the years printed above the columns."""

import re
from collections.abc import Sequence

from spur_extract.catalogue import Edition, EntryKind
from spur_extract.recognition.elements import Element

YEAR = re.compile(r"\b\d{4}\b")


def columns_of_form(elements: Sequence[Element], edition: Edition | None) -> tuple[str, ...] | None:
    """The regulations of the mark columns from left to right; empty when the form has one column.

    Without a printed header the columns are in the edition's order. Null when headers of the same
    report contradict each other.
    """
    if edition is None or not edition.graded_by_regulation:
        return ()
    by_year = {year_of(regulation): regulation for regulation in edition.regulations}
    headers = {
        tuple(YEAR.findall(" ".join(line.text for line in element.lines)))
        for element in elements
        if element.kind is EntryKind.COLUMN_HEADER
    }
    orders = {tuple(by_year[year] for year in years if year in by_year) for years in headers}
    whole = {order for order in orders if len(order) == len(edition.regulations)}
    if len(whole) > 1:
        return None
    return whole.pop() if whole else edition.regulations


def year_of(regulation: str) -> str:
    """The year in a regulation's number: "2015" of "SOSFS 2015:8"."""
    return regulation.rsplit(maxsplit=1)[-1].split(":", maxsplit=1)[0]
