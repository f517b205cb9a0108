"""Grade options as some programs give a table's cells: behind their label, around their letter.

A row of the table may come out as one line, "Gradering A. …". A letter in the middle of its cell
may come out between the printed lines of its option, or before one of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spur_extract.catalogue import Entry, EntryKind
from spur_extract.layout.lines import LaidLine
from spur_extract.recognition.matching import Match, Matcher
from spur_extract.recognition.thresholds import MOST_LINES

LETTER = re.compile(r"[A-D][.):]?(?:\s+|$)")
MOST_LINES_ON_A_SIDE = 2
"""Printed lines of an option above the letter of its row, or below it."""


class _Options:
    """The options that begin with the first line of a window; what reads alike is matched once."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher
        self._known: dict[tuple[tuple[str, bool], ...], tuple[Match, ...]] = {}

    def of(self, window: Sequence[LaidLine]) -> tuple[Match, ...]:
        key = tuple((line.words, line.starts_page) for line in window)
        if key not in self._known:
            self._known[key] = tuple(
                match
                for match in self._matcher.matches(window)
                if match.first == 0 and match.entry.kind is EntryKind.GRADE_OPTION
            )
        return self._known[key]


def table_options(
    lines: Sequence[LaidLine], matcher: Matcher, entries: Iterable[Entry]
) -> Iterator[Match]:
    """The options behind labels and around letters; among `lines` without cells, as of a text."""
    label = _label_before_option(entries)
    options = _Options(matcher)
    for number, line in enumerate(lines):
        if line.cell is not None:
            continue
        if found := label.match(line.words):
            behind = replace(line, words=line.words[found.end() :])
            window = [behind, *lines[number + 1 : number + MOST_LINES]]
            yield from (_moved(match, number) for match in options.of(window))
        elif found := LETTER.match(line.words):
            own = replace(line, words=line.words[found.end() :])
            yield from _around(number, own, lines, options)


def _label_before_option(entries: Iterable[Entry]) -> re.Pattern[str]:
    forms = [
        re.escape(form)
        for entry in entries
        if entry.kind is EntryKind.GRADING_LABEL
        for form in entry.forms
    ]
    return re.compile(rf"(?:{'|'.join(forms)})\s*[:.–-]?\s+(?=[A-D](?:[.):]|\s))", re.IGNORECASE)


def _around(
    number: int, own: LaidLine, lines: Sequence[LaidLine], options: _Options
) -> Iterator[Match]:
    """The options whose letter stands in line `number`, about as many lines above as below it;
    `own` is that line without the letter."""
    letter = lines[number].words[0]
    for above in range(1, MOST_LINES_ON_A_SIDE + 1):
        first = number - above
        if first < 0 or any(line.starts_page for line in lines[first + 1 : number + 1]):
            return
        head = replace(lines[first], words=f"{letter} {lines[first].words}")
        for below in range(above + 2):
            rest = (*lines[first + 1 : number], own, *lines[number + 1 : number + 1 + below])
            for match in options.of([head, *rest]):
                if match.last == len(rest) and not match.strangers and not match.excess:
                    yield replace(match, first=first, last=first + match.last)


def _moved(match: Match, lines: int) -> Match:
    strangers = frozenset(number + lines for number in match.strangers)
    first, last = match.first + lines, match.last + lines
    return replace(match, first=first, last=last, strangers=strangers)
