"""Which regulation each mark column is of, by the years printed above the columns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

from spur_extract.catalogue import Edition, EntryKind, load_catalogue
from spur_extract.extraction.head_cells import HeadCell
from spur_extract.recognition.elements import Element

YEAR = re.compile(r"(?<![\d:])\d{4}(?!\d)")
TOKEN = re.compile(r"[^\s/|,()]+")


def columns_of_form(
    elements: Sequence[Element], edition: Edition | None, heads: Sequence[HeadCell] = ()
) -> tuple[str, ...] | None:
    """The regulations of the mark columns from left to right; empty when the form has one column.

    Null when no header names one regulation after the other, or headers contradict each other.
    """
    if edition is None or not edition.graded_by_regulation:
        return ()
    by_year = {year_of(regulation): regulation for regulation in edition.regulations}
    orders = {
        tuple(by_year[year] for year, _ in groupby(years) if year in by_year)
        for years in (*_printed(elements), *_placed(heads))
    }
    whole = {order for order in orders if sorted(order) == sorted(edition.regulations)}
    return whole.pop() if len(whole) == 1 else None


def year_of(regulation: str) -> str:
    """The year in a regulation's number: "2015" of "SOSFS 2015:8"."""
    return regulation.rsplit(maxsplit=1)[-1].split(":", maxsplit=1)[0]


def heads_of_regulations(heads: Sequence[HeadCell]) -> list[HeadCell]:
    """The cells that name regulations: several at once, or one with another beside it."""
    named = [(head, _known_years() & set(YEAR.findall(head.text))) for head in heads]
    return [
        head
        for head, years in named
        if len(years) > 1
        or any(years and own and own != years and head.is_level_with(cell) for cell, own in named)
    ]


def is_head_of_text(element: Element) -> bool:
    """Whether a line of a text names all regulations by year or number, and says nothing else."""
    line = element.lines[0]
    if not element.free or line.cell is not None:
        return False
    tokens = TOKEN.findall(line.text)
    words = {token.casefold() for token in tokens if not YEAR.match(token)}
    known = {each.casefold() for each in load_catalogue().wording.column_heads.regulation_words}
    return words <= known and _known_years() <= set(YEAR.findall(line.text))


@cache
def _known_years() -> frozenset[str]:
    editions = load_catalogue().editions
    return frozenset(year_of(each) for edition in editions for each in edition.regulations)


def _printed(elements: Iterable[Element]) -> Iterator[Sequence[str]]:
    """The years of each header that is the form's, or that is a line of a text with nothing
    else."""
    for element in elements:
        text = " ".join(line.text for line in element.lines)
        if element.kind is EntryKind.COLUMN_HEADER or is_head_of_text(element):
            yield YEAR.findall(text)


def _placed(heads: Sequence[HeadCell]) -> Iterator[Sequence[str]]:
    """The years above the columns of each table, from left to right."""
    tables: dict[tuple[int, float], list[tuple[float, str]]] = {}
    for head in heads_of_regulations(heads):
        years = tables.setdefault(head.table, [])
        for word in (word for line in head.lines for word in line.source.words):
            years.extend((word.box[0], year) for year in YEAR.findall(word.text))
    for years in tables.values():
        yield [year for _, year in sorted(years)]
