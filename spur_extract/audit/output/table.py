"""Findings as a table for a terminal, grouped by report."""

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from spur_extract.audit.model import Finding, Language, Level, Words, in_language
from spur_extract.audit.output.words import LEVELS, Counted

WIDEST: Final = 10_000
"""Columns where nobody's terminal would have to wrap."""
STYLES: Final = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.INFO: "cyan"}
COUNTED: Final = {
    Level.ERROR: Counted(Words("fel", "error"), Words("fel", "errors")),
    Level.WARNING: Counted(Words("varning", "warning"), Words("varningar", "warnings")),
    Level.INFO: Counted(Words("upplysning", "note"), Words("upplysningar", "notes")),
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
    heading = Text(finding.report or in_language(ALL_REPORTS, language), style="bold")
    told = ", ".join(filter(None, (finding.unit, str(finding.inspected or ""))))
    return heading.append(f"  {told}", style="not bold") if told else heading


def _rows(findings: Iterable[Finding], language: Language) -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0))
    for wraps in (False, False, False, True):
        rows.add_column(no_wrap=not wraps, overflow="fold")
    for finding in findings:
        place = f"{in_language(PAGE, language)} {finding.place.page}" if finding.place else ""
        rows.add_row(
            Text("  " + in_language(LEVELS[finding.level], language), style=STYLES[finding.level]),
            Text(finding.code),
            Text(place, style="dim"),
            Text(finding.text(language)),
        )
    return rows


def _summary(counts: Counter[Level], language: Language) -> Text:
    if not counts.total():
        return Text(in_language(NOTHING, language))
    told = ", ".join(
        COUNTED[level].told(counts[level], language) for level in Level if counts[level]
    )
    return Text(f"{in_language(TOTAL, language)}: {told}")


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
