"""Converts many files: JSON per report, tables of all, and a run report with every file once."""

import hashlib
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spur_extract.archive.inputs import collect
from spur_extract.archive.naming import NamedFile, check_earlier_results, name_files
from spur_extract.archive.run_report import (
    ConversionSummary,
    RunEntry,
    Status,
    figures,
    warnings_of,
)
from spur_extract.bugs import InternalError
from spur_extract.contract import Report
from spur_extract.errors import NothingToDoError, OutputError, RefusedError, SpurError
from spur_extract.export.atomic import atomic_text, output_errors, write_text
from spur_extract.export.csv_tables import CsvTables, write_csv
from spur_extract.export.names import printable
from spur_extract.export.report_json import report_json
from spur_extract.export.tables import report_id, table_rows
from spur_extract.pipeline import parse_bytes
from spur_extract.pseudonyms import Disguise
from spur_extract.pseudonyms.disguise import plain
from spur_extract.reading.pdf.options import PdfOptions
from spur_extract.reading.source import read_bytes

JSON_FOLDER: Final = "json"
TABLES_FOLDER: Final = "tables"
RUN_LOG: Final = "run.jsonl"
RUN_TABLE: Final = "run.csv"

OnFile = Callable[[RunEntry, int, int], None]
"""Called after each file with its entry, the number of files done, and of all files."""


@dataclass(frozen=True, slots=True)
class _Run:
    """What holds for all files. `first_paths`, the first path of each content, is added to."""

    output: Path
    pdf: PdfOptions | None
    disguise: Disguise | None
    first_paths: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Outcome:
    entry: RunEntry
    report: Report | None = None


def convert(
    paths: Sequence[Path],
    output: Path,
    on_file: OnFile | None = None,
    pdf: PdfOptions | None = None,
    disguise: Disguise | None = None,
) -> ConversionSummary:
    """Convert all files below `paths` into the folder `output`; `pdf` is how PDF files are read.

    With a `disguise` all that is written and told, names of files and messages of errors included,
    has codes in the places of names.

    Writes `json/<place>.json` for each report (see `collect` for the place), `tables/*.csv`,
    `run.jsonl` (a line as each file is done) and `run.csv`. Results come as files are done; tables
    and `run.csv` replace those of an earlier run at the end. A file that is refused or fails, for
    whatever reason, costs only itself. A content that lies under several paths has its JSON for
    each, and its rows in the tables once, under the first path.

    Raises:
        InputNotFoundError: one of `paths` does not exist.
        NothingToDoError: there is no file to convert.
        OutputError: `output` is a file, cannot be written, or holds one of `paths`; or results
            without pseudonyms lie there, or the review file would (see `Disguise.check_places`).
        KeyMisplacedError: the disguise's key lies in `output` or among the files.
    """
    run = _Run(output, pdf, disguise, {})
    if disguise is None:
        return _convert(paths, run, on_file)
    with disguise.hiding():
        return _convert(paths, run, on_file)


def _convert(paths: Sequence[Path], run: _Run, on_file: OnFile | None) -> ConversionSummary:
    output = run.output
    inputs = collect(paths, output)
    if not inputs:
        raise NothingToDoError("There is no text or PDF file to convert.")
    files = name_files(inputs, run.disguise)
    if run.disguise is not None:
        run.disguise.check_places(output, [file.path for file in inputs])
        check_earlier_results(output / JSON_FOLDER, (output / RUN_LOG, output / RUN_TABLE))
    _check_writable(output)
    entries: list[RunEntry] = []
    log_path = output / RUN_LOG
    with (
        CsvTables(output / TABLES_FOLDER) as tables,
        output_errors(log_path),
        log_path.open("w", encoding="utf-8", newline="\n") as log,
    ):
        for file in files:
            outcome = _convert_file(file, run)
            if outcome.report is not None and outcome.entry.duplicate_of is None:
                tables.add(table_rows(outcome.report, outcome.entry.path))
            log.write(outcome.entry.model_dump_json() + "\n")
            log.flush()
            entries.append(outcome.entry)
            if on_file is not None:
                on_file(outcome.entry, len(entries), len(files))
    write_csv(output / RUN_TABLE, RunEntry, entries)
    if run.disguise is not None:
        run.disguise.write_review()
    return ConversionSummary(entries=tuple(entries))


def _check_writable(output: Path) -> None:
    """Raise `OutputError` now rather than after the work."""
    if output.exists() and not output.is_dir():
        raise OutputError(f"{printable(str(output))} is a file, not a folder.")
    with output_errors(output):
        output.mkdir(parents=True, exist_ok=True)
    probe = output / ".probe"
    with atomic_text(probe):
        pass
    with output_errors(probe):
        probe.unlink()


def _convert_file(file: NamedFile, run: _Run) -> _Outcome:
    """Convert one file and write its JSON; whatever goes wrong becomes its entry."""
    started = time.perf_counter()
    target = run.output / JSON_FOLDER / file.place.parent / f"{file.place.name}.json"
    sha256: str | None = None
    try:
        if file.input.problem is not None:
            raise file.input.problem
        data = read_bytes(file.input.path)
        sha256 = hashlib.sha256(data).hexdigest()
        report = parse_bytes(data, file.name, run.pdf)
        if run.disguise is not None:
            report = run.disguise.report(report, file.shown)
        write_text(target, report_json(report))
    except SpurError as error:
        _discard(target)
        told = error if run.disguise is None else plain(error)
        return _Outcome(_unconverted(file.shown, told, sha256, started))
    except Exception as error:  # noqa: BLE001 - a bug costs one file, and its entry says so
        _discard(target)
        return _Outcome(_unconverted(file.shown, InternalError.of(error), sha256, started))
    first = run.first_paths.setdefault(sha256, file.shown)
    codes = warnings_of(report)
    entry = RunEntry.model_validate(
        {
            "path": file.shown,
            "status": Status.CONVERTED_WITH_WARNINGS if codes else Status.CONVERTED,
            "message": ", ".join(codes) or None,
            "sha256": sha256,
            "seconds": _since(started),
            "output": printable(target.relative_to(run.output).as_posix()),
            "duplicate_of": None if first == file.shown else first,
            "report_id": report_id(sha256),
            **figures(report),
        }
    )
    return _Outcome(entry, report)


def _unconverted(path: str, error: SpurError, sha256: str | None, started: float) -> RunEntry:
    return RunEntry(
        path=path,
        status=Status.REFUSED if isinstance(error, RefusedError) else Status.FAILED,
        code=error.code,
        message=error.message,
        sha256=sha256,
        seconds=_since(started),
    )


def _since(started: float) -> float:
    return round(time.perf_counter() - started, 4)


def _discard(target: Path) -> None:
    """Remove what an earlier run wrote for a file that cannot be converted any more."""
    # Where even that fails (a name too long for the system) nothing was written, either.
    with suppress(OSError):
        target.unlink(missing_ok=True)
