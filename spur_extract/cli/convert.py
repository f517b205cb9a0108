"""`spur-extract convert`: many reports in, JSON files and tables out."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from spur_extract.archive import RunEntry, Status, convert
from spur_extract.archive.cluster.engine import dask_engine
from spur_extract.archive.conversion import Engine, OnFile
from spur_extract.archive.engines import local_engine
from spur_extract.archive.settings import ConvertSettings
from spur_extract.cli.conversion_told import name, tell
from spur_extract.cli.options import Cli, command_from
from spur_extract.cli.progress import progress
from spur_extract.cli.pseudonym_options import PseudonymOptions
from spur_extract.cli.session import Session
from spur_extract.errors import SomeFailedError, SomeRefusedError, SpurError
from spur_extract.export.table_options import CsvKind, TableFormat, TableOptions


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
    memory: Annotated[int, Cli(metavar="SIZE")] = _setting("memory")
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
    run that was stopped goes on where it was. Name every PATH, with the same options, each time:
    tables are about the last run.
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
    tell(summary, None if disguise else options.output, options.settings.tables, session)
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
        name(failing)
        raise


command = command_from(ConvertOptions, run, "convert")
