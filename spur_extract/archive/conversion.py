"""Converts many files: JSON per report, tables of all, and a run report with every file once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from spur_extract.archive.engines import local_engine
from spur_extract.archive.file_task import FileJob, FileResult, to_wire
from spur_extract.archive.inputs import collect
from spur_extract.archive.naming import NamedFile, check_earlier_results, name_files
from spur_extract.archive.outcomes import entry_of, problem_entry
from spur_extract.archive.planning import JSON_FOLDER, Plan, Planner, unchanged
from spur_extract.archive.pool import Job, Outcome
from spur_extract.archive.run_report import ConversionSummary, RunEntry
from spur_extract.archive.settings import ConvertSettings
from spur_extract.archive.state import JOURNAL, STATE_FOLDER, Done, check_own, open_journal
from spur_extract.archive.tables import write_archive_tables
from spur_extract.errors import NothingToDoError, OutputError
from spur_extract.export.atomic import output_errors, sweep, write_text
from spur_extract.export.csv_tables import write_csv
from spur_extract.export.names import printable
from spur_extract.pseudonyms import Disguise
from spur_extract.pseudonyms.disguise import plain

RUN_LOG: Final = "run.jsonl"
RUN_TABLE: Final = "run.csv"
PROBE: Final = "probe" * 2000
"""Written and removed again before any work: what does not fit now will not fit later."""

OnFile = Callable[[RunEntry, int, int], None]
"""Called after each file with its entry, the number of files done, and of all files."""

Engine = Callable[[Iterable[Job], ConvertSettings, Disguise | None], Iterator[Outcome]]
"""Does the jobs, each a `FileJob`, and gives every one's outcome, in any order."""


@dataclass(slots=True)
class _Run:
    """One conversion while it goes on: what was planned and what became of it, by number."""

    output: Path
    settings: ConvertSettings
    disguise: Disguise | None
    planner: Planner
    reviews: Path
    total: int
    on_file: OnFile | None
    keep: Callable[[Done], None]
    plans: dict[int, Plan] = field(default_factory=dict)
    done: dict[int, Done] = field(default_factory=dict)

    def finish(self, number: int, done: Done, *, fresh: bool) -> None:
        """Take down what became of a file."""
        if fresh:
            if done.json_sha256 is None:  # before it is written down: a kill may come between
                _discard(self.plans[number].target)
            self.keep(done)
        self.done[number] = done
        if self.on_file is not None:
            self.on_file(done.entry, len(self.done), self.total)


def convert(
    paths: Sequence[Path],
    output: Path,
    on_file: OnFile | None = None,
    settings: ConvertSettings | None = None,
    *,
    disguise: Disguise | None = None,
    engine: Engine = local_engine,
) -> ConversionSummary:
    """Convert all files below `paths` into the folder `output`.

    Writes `json/<place>.json` for each report (see `collect` for the place), the tables of all
    reports, `run.jsonl` and `run.csv`, which have every file once. Each file is converted in a
    process of its own; whatever goes wrong costs only that file. What was converted before and is
    unchanged is skipped, and a known failure is told again, but not tried again. With a `disguise`
    all that is written and told, names of files and messages of errors included, has codes in the
    places of names. `on_file` is called as files are done, in any order.

    A content that lies under several paths has its JSON for each, and its rows in the tables
    once, under the first path. JSON of files that are no longer among the inputs stays, but has no
    rows. A run that is killed goes on where it was when it is started again.

    Raises:
        InputNotFoundError: one of `paths` does not exist.
        NothingToDoError: there is no file to convert.
        OutputError: `output` is a file, cannot be written, holds other files or one of `paths`, or
            is being written to by another run; or results without pseudonyms lie there, or the
            review file would (see `Disguise.check_places`).
        KeyMisplacedError: the disguise's key lies in `output` or among the files.
        WorkersNotStartedError: no process can be started.
    """
    settings = settings or ConvertSettings()
    if disguise is None:
        return _convert(paths, output, on_file, settings, None, engine)
    with disguise.hiding():
        return _convert(paths, output, on_file, settings, disguise, engine)


def _convert(
    paths: Sequence[Path],
    output: Path,
    on_file: OnFile | None,
    settings: ConvertSettings,
    disguise: Disguise | None,
    engine: Engine,
) -> ConversionSummary:
    inputs = collect(paths, output)
    if not inputs:
        raise NothingToDoError("There is no text or PDF file to convert.")
    files = name_files(inputs, disguise)
    settings.tables.check_available()
    if disguise is not None:
        disguise.check_places(output, [file.path for file in inputs])
        journal_path = output / STATE_FOLDER / JOURNAL
        check_earlier_results(
            output / JSON_FOLDER, (output / RUN_LOG, output / RUN_TABLE, journal_path)
        )
    _check_output(output)
    with open_journal(output) as journal, TemporaryDirectory() as reviews:
        sweep(output)
        fingerprint = settings.fingerprint(disguise.key_mark if disguise else None)
        afresh = disguise is not None and disguise.reviewed
        planner = Planner(output, settings, fingerprint, journal.known, afresh)
        run = _Run(
            output, settings, disguise, planner, Path(reviews), len(files), on_file, journal.add
        )
        jobs = _jobs(files, run)
        first = next(jobs, None)  # without any no engine has to be started
        if first is not None:
            for outcome in engine(chain([first], jobs), settings, disguise):
                _take(outcome, run)
        done = [run.done[number] for number in range(len(files))]
        done = _with_duplicates(done)
        targets = [run.plans[number].target for number in range(len(files))]
        write_archive_tables(output, list(zip(done, targets, strict=True)), settings.tables)
        _write_run_report(output, done)
        journal.compact([*done, *_gone(journal.known, done)])
    if disguise is not None:
        disguise.write_review()
    return ConversionSummary(entries=tuple(each.entry for each in done))


def _check_output(output: Path) -> None:
    """Raise `OutputError` now rather than after the work."""
    if output.exists() and not output.is_dir():
        raise OutputError(f"{printable(str(output))} is a file, not a folder.")
    check_own(output)
    with output_errors(output):
        output.mkdir(parents=True, exist_ok=True)
    probe = output / STATE_FOLDER / "probe"
    write_text(probe, PROBE)
    with output_errors(probe):
        probe.unlink()


def _jobs(files: Sequence[NamedFile], run: _Run) -> Iterator[Job]:
    """The files that a worker is needed for; the others are finished on the way."""
    for number, file in enumerate(files):
        plan = run.planner.plan(file)
        run.plans[number] = plan
        if plan.known is not None:
            run.finish(number, unchanged(plan.known, file.shown), fresh=False)
        elif plan.problem is not None:
            problem = plan.problem if run.disguise is None else plain(plan.problem)
            run.finish(number, _done(run, plan, problem_entry(plan, problem)), fresh=True)
        else:
            yield Job(number, _file_job(number, plan, run).model_dump(mode="json"))


def _file_job(number: int, plan: Plan, run: _Run) -> FileJob:
    job = FileJob(
        path=to_wire(plan.file.input.path),
        name=plan.file.name,
        shown=plan.file.shown,
        target=to_wire(plan.target),
        pdf=run.settings.pdf,
        plugin=run.settings.plugin,
    )
    if run.disguise is None:
        return job
    review = str(run.reviews / f"{number}.json") if run.disguise.reviewed else None
    return job.model_copy(
        update={
            "key": run.disguise.key_for_worker(),
            "suspect": run.disguise.suspect_name(),
            "review": review,
        }
    )


def _take(outcome: Outcome, run: _Run) -> None:
    """Turn what the engine says of a job into what became of its file."""
    number = outcome.job.number
    plan = run.plans[number]
    entry, result = entry_of(plan, outcome)
    if run.disguise is not None:
        run.disguise.take_review(run.reviews / f"{number}.json")
    run.finish(number, _done(run, plan, entry, result), fresh=True)


def _discard(target: Path) -> None:
    """Remove what an earlier run wrote for a file that cannot be converted any more."""
    # Where even that fails (a name too long for the system) nothing was written, either.
    with suppress(OSError):
        target.unlink(missing_ok=True)


def _done(run: _Run, plan: Plan, entry: RunEntry, result: FileResult | None = None) -> Done:
    return Done(
        path=plan.file.shown,
        place=printable(plan.file.place.as_posix()),
        sha256=entry.sha256,
        settings=run.planner.fingerprint,
        limits=run.settings.limits_mark,
        json_sha256=result.json_sha256 if result else None,
        entry=entry,
    )


def _with_duplicates(done: Sequence[Done]) -> list[Done]:
    """The same, with the first path of each content told to those that come after it."""
    first: dict[str, str] = {}
    told: list[Done] = []
    for each in done:
        entry = each.entry
        if entry.report_id is not None:
            of = first.setdefault(entry.report_id, entry.path)
            if of != entry.path:
                entry = entry.model_copy(update={"duplicate_of": of})
        told.append(each.model_copy(update={"entry": entry}))
    return told


def _gone(known: dict[str, Done], done: Sequence[Done]) -> Iterator[Done]:
    """What is known of files that this run had nothing to do with."""
    here = {each.place for each in done}
    yield from (each for place, each in known.items() if place not in here)


def _write_run_report(output: Path, done: Sequence[Done]) -> None:
    entries = [each.entry for each in done]
    lines = (entry.model_dump_json() + "\n" for entry in entries)
    write_text(output / RUN_LOG, "".join(lines))
    write_csv(output / RUN_TABLE, RunEntry, entries)
