"""Findings as a table for a terminal, grouped by report."""

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from spur_extract.audit.model import Finding, Language, Level, Words

WIDEST: Final = 10_000
"""Columns where nobody's terminal would have to wrap."""
STYLES: Final = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.INFO: "cyan"}
LEVELS: Final = {
    Level.ERROR: Words("fel", "error"),
    Level.WARNING: Words("varning", "warning"),
    Level.INFO: Words("information", "info"),
}
COUNTED: Final = {
    Level.ERROR: Words("fel", "errors"),
    Level.WARNING: Words("varningar", "warnings"),
    Level.INFO: Words("upplysningar", "notes"),
}
ALL_REPORTS: Final = Words("Alla rapporter", "All reports")
PAGE: Final = Words("s.", "p.")
NOTHING: Final = Words("Inga anmärkningar.", "No findings.")
TOTAL: Final = Words("Totalt", "Total")


def table_chunks(
    findings: Iterable[Finding], language: Language, *, terminal: bool
) -> Iterator[str]:
    """A heading for each report and its findings below it, and last how many there are.

    On a `terminal` it is coloured, unless NO_COLOR says otherwise, and as wide as that.
    """
    counts: Counter[Level] = Counter()
    for _, group in groupby(findings, key=lambda finding: finding.report):
        found = list(group)
        counts.update(finding.level for finding in found)
        yield _drawn(_heading(found[0], language), terminal=terminal)
        yield _drawn(_rows(found, language), terminal=terminal) + "\n"
    yield _drawn(_summary(counts, language), terminal=terminal)


def _heading(finding: Finding, language: Language) -> Text:
    heading = Text(finding.report or _in(ALL_REPORTS, language), style="bold")
    told = ", ".join(filter(None, (finding.unit, str(finding.inspected or ""))))
    return heading.append(f"  {told}", style="not bold") if told else heading


def _rows(findings: Iterable[Finding], language: Language) -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0))
    for wraps in (False, False, False, True):
        rows.add_column(no_wrap=not wraps, overflow="fold")
    for finding in findings:
        place = f"{_in(PAGE, language)} {finding.place.page}" if finding.place else ""
        rows.add_row(
            Text("  " + _in(LEVELS[finding.level], language), style=STYLES[finding.level]),
            Text(finding.code),
            Text(place, style="dim"),
            Text(finding.text(language)),
        )
    return rows


def _summary(counts: Counter[Level], language: Language) -> Text:
    if not counts.total():
        return Text(_in(NOTHING, language))
    told = ", ".join(
        f"{counts[level]} {_in(COUNTED[level], language)}" for level in Level if counts[level]
    )
    return Text(f"{_in(TOTAL, language)}: {told}")


def _in(words: Words, language: Language) -> str:
    return words.sv if language is Language.SV else words.en


def _drawn(what: Text | Table, *, terminal: bool) -> str:
    """What is drawn, without blanks at the ends of lines."""
    console = Console(
        file=io.StringIO(),
        force_terminal=terminal,
        width=None if terminal else WIDEST,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as capture:
        console.print(what, soft_wrap=isinstance(what, Text))
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())
