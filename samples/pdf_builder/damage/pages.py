"""Pages that are missing, out of order, turned, or only pictures."""

from dataclasses import replace
from typing import Final

from samples.pdf_builder.compose import Printing
from samples.pdf_builder.draft import Damage, Draft

_QUARTER: Final = 90


def _middle(draft: Draft) -> tuple[int, int]:
    """The index of the middle one of the pages with rows of areas, and the number of all pages."""
    pages = draft.pages()
    kinds = ("statement", "option")
    with_rows = [
        index
        for index, page in enumerate(pages)
        if any(placed.block.tag and placed.block.tag.kind in kinds for placed in page)
    ]
    return with_rows[len(with_rows) // 2], len(pages)


def _missing(draft: Draft) -> Draft:
    gone, count = _middle(draft)
    order = tuple(index for index in range(count) if index != gone)
    return replace(draft, printing=Printing(order=order), notes={"page": gone + 1})


def _swapped(draft: Draft) -> Draft:
    first, count = _middle(draft)
    second = first + 1 if first + 1 < count else first - 1
    order = list(range(count))
    order[first], order[second] = second, first
    notes = {"pages": sorted((first + 1, second + 1))}
    return replace(draft, printing=Printing(order=tuple(order)), notes=notes)


def _scanned(draft: Draft) -> Draft:
    page, _ = _middle(draft)
    return replace(draft, printing=Printing(scans=frozenset({page})), notes={"page": page + 1})


def _all_scanned(draft: Draft) -> Draft:
    _, count = _middle(draft)
    printing = Printing(scans=frozenset(range(count)))
    return replace(draft, printing=printing, readable=False, notes={"reason": "no text"})


def _turned(draft: Draft) -> Draft:
    """Set sideways and turned back by the viewer."""
    return replace(draft, printing=Printing(turned=True, rotation=_QUARTER))


def _rotated(draft: Draft) -> Draft:
    """Set upright, but shown sideways."""
    return replace(draft, printing=Printing(rotation=_QUARTER))


DAMAGES: Final[dict[str, Damage]] = {
    "page-missing": _missing,
    "pages-swapped": _swapped,
    "page-scanned": _scanned,
    "all-scanned": _all_scanned,
    "turned-upright": _turned,
    "rotated": _rotated,
}
