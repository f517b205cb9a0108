"""What `convert` says at its end: what was found, where it lies, what to do about the rest."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import click

from spur_extract.archive import ConversionSummary, RunEntry, Status
from spur_extract.cli.session import Session
from spur_extract.cli.table import text_table
from spur_extract.export.names import JSON_FOLDER, RUN_TABLE, TABLES_FOLDER, printable
from spur_extract.export.table_changes import FILES, TableChanges
from spur_extract.export.table_options import CsvKind, TableOptions
from spur_extract.export.text_tables import CSV_SUFFIX

LONGEST_TABLE: Final = 40
"""Up to so many files the closing table names each; beyond, only those that were not converted."""


def tell(
    summary: ConversionSummary, output: Path | None, tables: TableOptions, session: Session
) -> None:
    """What was found, where it lies, and last the files that were not converted.

    Without `output` its path is not told.
    """
    converted = [entry for entry in summary.entries if entry.report_id is not None]
    if len(summary.entries) <= LONGEST_TABLE and converted:
        session.say(_table(converted))
    for line in _lines(summary, output or Path(), tables):
        session.say(printable(line))
    name(summary.not_converted)


def name(entries: Iterable[RunEntry]) -> None:
    """Name files that were not converted, even with --quiet: they are errors."""
    for entry in entries:
        known = " (known from an earlier run)" if entry.known else ""
        step = f" {entry.next_step}" if entry.next_step else ""
        told = f"{entry.path}: {entry.message}{step}{known}"
        click.echo(f"{entry.status}[{entry.code}]: {told}", err=True)


def _lines(summary: ConversionSummary, folder: Path, tables: TableOptions) -> Iterator[str]:
    yield f"{_files(len(summary.entries))}: {_counts(summary)}"
    run_table = folder / RUN_TABLE
    if duplicates := len(summary.duplicates):
        told = "duplicate (its rows stand" if duplicates == 1 else "duplicates (their rows stand"
        yield f"{duplicates} {told} once in the tables): column duplicate_of of {run_table}"
    places = (folder / JSON_FOLDER, folder / TABLES_FOLDER, run_table)
    yield f"Results: {', '.join(map(str, places))}"
    if any(entry.has_warnings for entry in summary.entries):
        diagnostics = folder / TABLES_FOLDER / f"diagnostics{CSV_SUFFIX}"
        yield (
            f"Warnings: column message of {run_table}, and {diagnostics}; what they mean: "
            "docs/reference/diagnostics.md"
        )
    if summary.tables:
        yield f"Tables: {_changes(summary.tables, tables)}"
    yield from _other_results(summary)


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"


def _counts(summary: ConversionSummary) -> str:
    skipped = [entry for entry in summary.entries if entry.status is Status.SKIPPED]
    warned = sum(entry.has_warnings for entry in skipped)
    notes = {Status.SKIPPED: f" ({warned} with warnings)"} if warned else {}
    return ", ".join(
        f"{count} {status.replace('_', ' ')}{notes.get(status, '')}"
        for status, count in summary.counts.items()
        if count
    )


def _changes(changes: TableChanges, tables: TableOptions) -> str:
    told: list[str] = []
    options: list[str] = []
    if changes.removed:
        files = ", ".join(FILES[form] for form in changes.removed)
        told.append(f"{files} removed (not asked for this time)")
    if changes.csv_before is not None:
        told.append(f"CSV is now {tables.csv} (was {changes.csv_before})")
        if tables.csv is CsvKind.DEFAULT:
            options.append(f"--csv {changes.csv_before}")
    options += [f"--also {form}" for form in changes.removed]
    advice = f". To keep them as they were, give every time: {' '.join(options)}"
    return "; ".join(told) + (advice if options else "")


def _other_results(summary: ConversionSummary) -> Iterator[str]:
    if summary.removed:
        yield (
            f"Removed from {JSON_FOLDER}: {_files(summary.removed)} whose report is gone from the "
            "paths named, or was renamed. To have one again, put the report back and run the same "
            "command."
        )
    if summary.moved:
        yield (
            f"Moved in {JSON_FOLDER}: {_files(summary.moved)}, since other paths were named than "
            "before. To keep places as they are, name all folders in one run, the same every time."
        )
    if summary.kept:
        yield (
            f"Left in {JSON_FOLDER}: {_files(summary.kept)} of reports that this run was not "
            "given; the tables are without them. To have them in the tables, too, name all folders "
            "in one run: spur-extract convert PATH PATH -o DIR"
        )


def _table(entries: list[RunEntry]) -> str:
    header = ("report", "edition", "areas", "statements", "grades", "action items", "coverage")
    rows = [
        (
            entry.path,
            entry.edition,
            entry.areas,
            entry.statements,
            entry.grades,
            entry.action_items,
            None if entry.coverage is None else f"{entry.coverage:.4f}",
        )
        for entry in entries
    ]
    return text_table(header, rows)
