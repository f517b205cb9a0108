"""Which of the cover's titles are running heads: printed above a page's text, no cover below them.

Where page ends are not known, or programs set a page's texts in another order, nothing but what
follows tells such a head from a cover.
"""

from collections.abc import Iterator, Sequence

from spur_extract.catalogue import EntryKind
from spur_extract.recognition.matching import Match

FEWEST_FIELDS = 2
"""Different labels that make a cover; one alone may be a label of the areas or a word."""

FEWEST_TIMES = 3
"""How often the title stands in a report that has it as its running head, at least."""


def running_titles(matches: Sequence[Match]) -> frozenset[int]:
    """The numbers of the lines that are running heads; `matches` are resolved, in order."""
    recurs = sum(_is_title(match) for match in matches) >= FEWEST_TIMES
    return frozenset(
        number
        for match in _without_cover(matches, recurs=recurs)
        for number in range(match.first, match.last + 1)
    )


def _without_cover(matches: Sequence[Match], *, recurs: bool) -> Iterator[Match]:
    """The titles below which the lists, the areas or the plan above them go on."""
    above: EntryKind | None = None  # what stands above and is no part of a cover
    for position, match in enumerate(matches):
        if not _on_cover(match):
            above = match.entry.kind
        elif _is_title(match) and above is not None:
            if _cover_follows(matches[position + 1 :], above, recurs=recurs):
                above = None
            else:
                yield match


def _cover_follows(below: Sequence[Match], above: EntryKind, *, recurs: bool) -> bool:
    """Whether a cover stands between the title and the next text of the lists, areas or plan.

    A cover may have no labels: the lists that begin anew, or nothing more, then tell it, where
    the title is not printed again and again.
    """
    fields: set[str] = set()
    for match in below:
        if not _on_cover(match):
            begins_anew = match.entry.kind is EntryKind.LIST_HEADING
            in_list = above is EntryKind.LIST_HEADING
            return begins_anew and not (recurs and in_list)
        if match.entry.cover_field is not None:
            fields.add(match.entry.cover_field)
        if len(fields) >= FEWEST_FIELDS:
            return True
    return not recurs


def _is_title(match: Match) -> bool:
    return match.entry.kind is EntryKind.COVER_TITLE


def _on_cover(match: Match) -> bool:
    return "cover" in match.entry.zones
