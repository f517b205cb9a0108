"""`spur-extract convert`: many reports in, JSON files and tables out."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Self

import click
from pydantic import Field, model_validator

from spur_extract.archive import ConversionSummary, RunEntry, Status, convert
from spur_extract.archive.cluster.engine import dask_engine
from spur_extract.archive.conversion import Engine, OnFile
from spur_extract.archive.engines import local_engine
from spur_extract.archive.settings import ConvertSettings
from spur_extract.cli.options import Cli, command_from
from spur_extract.cli.progress import progress
from spur_extract.cli.pseudonym_options import PseudonymOptions
from spur_extract.cli.session import Session
from spur_extract.cli.table import text_table
from spur_extract.errors import SomeFailedError, SomeRefusedError, SpurError
from spur_extract.export.names import JSON_FOLDER, RUN_TABLE, TABLES_FOLDER, printable
from spur_extract.export.table_options import CsvKind, TableFormat, TableOptions

LONGEST_TABLE = 40
"""Up to so many files the closing table names each; beyond, only those that were not converted."""


class EngineName(StrEnum):
    """Where files are converted."""

    LOCAL = "local"
    DASK = "dask"


def _setting(name: str) -> Any:  # noqa: ANN401 - as `Field` is typed
    """The field of that name of `ConvertSettings`, so that both have one default and one limit."""
    return copy(ConvertSettings.model_fields[name])


class ConvertOptions(PseudonymOptions):
    """Options of `convert`."""

    paths: Annotated[tuple[Path, ...], Cli(argument=True, metavar="PATH...")]
    output: Annotated[Path, Cli(flags=("--output", "-o"), metavar="DIR")] = Field(
        description="Folder for the results; made when missing."
    )
    processes: Annotated[int, Cli(flags=("--processes", "-p"), metavar="N")] = _setting("processes")
    timeout: Annotated[float, Cli(metavar="SECONDS")] = _setting("timeout")
    memory: Annotated[int, Cli(metavar="MIB")] = _setting("memory")
    retry_failed: bool = _setting("retry_failed")
    engine: EngineName = Field(
        default=EngineName.LOCAL,
        description="Convert on this machine, or on a dask cluster; files and results must then "
        "lie where all its machines find them under the same paths.",
    )
    scheduler: Annotated[str | None, Cli(metavar="ADDRESS")] = Field(
        default=None,
        min_length=1,
        description="With --engine dask: the cluster's scheduler, such as tcp://10.0.0.5:8786.",
    )

    @model_validator(mode="after")
    def _cluster_as_a_whole(self) -> Self:
        if self.engine is EngineName.DASK:
            if self.scheduler is None:
                raise ValueError("--engine dask needs --scheduler")
            if "processes" in self.model_fields_set:
                raise ValueError("--processes goes with --engine local: a cluster has its threads")
        elif self.scheduler is not None:
            raise ValueError("--scheduler goes with --engine dask")
        return self

    def where(self) -> Engine:
        """What does the work; raises `ClusterExtraMissingError`."""
        return local_engine if self.scheduler is None else dask_engine(self.scheduler)

    csv: CsvKind = Field(
        default=CsvKind.DEFAULT,
        description="CSV of the tables: by RFC 4180, or as a Swedish Excel opens it (semicolons, "
        "decimal commas, nothing that it would run as a formula).",
    )
    also: tuple[TableFormat, ...] = Field(
        default=(), description="Write the tables in this form, too; may be given several times."
    )

    @property
    def settings(self) -> ConvertSettings:
        """How to convert."""
        shared = {name: value for name, value in self if name in ConvertSettings.model_fields}
        tables = TableOptions(csv=self.csv, formats=frozenset(self.also))
        return ConvertSettings.model_validate(shared | {"pdf": self.pdf, "tables": tables})


def run(options: ConvertOptions, session: Session) -> None:
    """Turn many reports into JSON files and tables.

    Each PATH is a file or a folder; of a folder all *.txt, *.text and *.pdf below it are taken. DIR
    then holds json/ (one file per report, mirroring the input folders), tables/ (CSV), run.jsonl
    and run.csv (what became of each input file). Unchanged files are skipped the next time, and a
    run that was stopped goes on where it was.
    """
    disguise, engine = options.disguise(), options.where()
    with progress(session) as on_file, _failures_told(on_file) as noting:
        summary = convert(
            options.paths,
            options.output,
            noting,
            options.settings,
            disguise=disguise,
            engine=engine,
        )
    _tell(summary, None if disguise else options.output, session)
    counts = summary.counts  # of known failures, too: they are not mended yet
    total = len(summary.entries)
    if counts[Status.FAILED]:
        raise SomeFailedError(f"{counts[Status.FAILED]} of {total} files failed.")
    if counts[Status.REFUSED]:
        raise SomeRefusedError(f"{counts[Status.REFUSED]} of {total} files are no SPUR report.")


@contextmanager
def _failures_told(on_file: OnFile | None) -> Iterator[OnFile]:
    """Note the files that were not converted, and name them if the run ends before it is done."""
    failing: list[RunEntry] = []

    def noting(entry: RunEntry, done: int, total: int) -> None:
        if entry.report_id is None:
            failing.append(entry)
        if on_file is not None:
            on_file(entry, done, total)

    try:
        yield noting
    except SpurError:
        _name(failing)
        raise


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
    places = ", ".join(str(folder / name) for name in (JSON_FOLDER, TABLES_FOLDER, RUN_TABLE))
    session.say(printable(f"Results: {places}"))
    if summary.removed:
        told = f"{summary.removed} of files that are gone, or have another place now"
        session.say(f"Removed from {JSON_FOLDER}: {told}")
    if summary.kept:
        told = f"{summary.kept} of files that this run was not given; the tables are without them"
        session.say(f"Left in {JSON_FOLDER}: {told}")
    _name(summary.not_converted)


def _name(entries: Iterable[RunEntry]) -> None:
    """Name files that were not converted, even with --quiet: they are errors."""
    for entry in entries:
        known = " (known from an earlier run)" if entry.known else ""
        click.echo(f"{entry.status}[{entry.code}]: {entry.path}: {entry.message}{known}", err=True)


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
