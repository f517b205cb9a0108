"""`spur-extract convert`: many reports in, JSON files and tables out."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import click
from pydantic import Field

from spur_extract.archive import ConversionSummary, RunEntry, Status, convert
from spur_extract.archive.conversion import OnFile
from spur_extract.cli.options import Cli, command_from
from spur_extract.cli.pseudonym_options import PseudonymOptions
from spur_extract.cli.session import Session
from spur_extract.cli.table import text_table
from spur_extract.errors import SomeFailedError, SomeRefusedError

LONGEST_TABLE = 40
"""Up to so many files the closing table names each; beyond, only those that were not converted."""


class ConvertOptions(PseudonymOptions):
    """Options of `convert`."""

    paths: Annotated[tuple[Path, ...], Cli(argument=True, metavar="PATH...")]
    output: Annotated[Path, Cli(flags=("--output", "-o"), metavar="DIR")] = Field(
        description="Folder for the results; made when missing."
    )


def run(options: ConvertOptions, session: Session) -> None:
    """Turn many reports into JSON files and tables.

    Each PATH is a file or a folder; of a folder all *.txt, *.text and *.pdf below it are taken. DIR
    then holds json/ (one file per report, mirroring the input folders), tables/ (CSV), run.jsonl
    and run.csv (what became of each input file).
    """
    disguise = options.disguise()
    with _progress(session) as on_file:
        summary = convert(options.paths, options.output, on_file, options.pdf, disguise)
    _tell(summary, None if disguise else options.output, session)
    counts = summary.counts
    total = len(summary.entries)
    if counts[Status.FAILED]:
        raise SomeFailedError(f"{counts[Status.FAILED]} of {total} files failed.")
    if counts[Status.REFUSED]:
        raise SomeRefusedError(f"{counts[Status.REFUSED]} of {total} files are no SPUR report.")


@contextmanager
def _progress(session: Session) -> Iterator[OnFile | None]:
    """A progress bar on the terminal; nothing when nobody watches."""
    if not session.shows_progress:
        yield None
        return
    with click.progressbar(length=1, label="Converting", file=sys.stderr) as bar:

        def on_file(entry: RunEntry, done: int, total: int) -> None:  # noqa: ARG001 - OnFile's shape
            bar.length = total
            bar.update(1)

        yield on_file


def _tell(summary: ConversionSummary, output: Path | None, session: Session) -> None:
    """What was found, where it lies, and last the files that were not converted.

    Without `output` its path is not told.
    """
    converted = [entry for entry in summary.entries if entry.report_id is not None]
    if len(summary.entries) <= LONGEST_TABLE and converted:
        session.say(_table(converted))
    counts = ", ".join(
        f"{count} {status.replace('_', ' ')}" for status, count in summary.counts.items() if count
    )
    files = "1 file" if len(summary.entries) == 1 else f"{len(summary.entries)} files"
    session.say(f"{files}: {counts}")
    folder = output or Path()
    session.say(f"Results: {folder / 'json'}, {folder / 'tables'}, {folder / 'run.csv'}")
    # Named even with --quiet: they are errors.
    for entry in summary.entries:
        if entry.report_id is None:
            click.echo(f"{entry.status}[{entry.code}]: {entry.path}: {entry.message}", err=True)


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


command = command_from(ConvertOptions, run, "convert")
