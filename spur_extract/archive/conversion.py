"""Converts many files: JSON per report, tables of all, and a run report with every file once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, runtime_checkable

from spur_extract.archive.engines import local_engine
from spur_extract.archive.file_task import FileJob, FileResult, to_wire
from spur_extract.archive.inputs.collecting import collect
from spur_extract.archive.inputs.given import AnyPath, as_output, as_paths
from spur_extract.archive.inputs.naming import NamedFile, name_files, scope_of
from spur_extract.archive.outcomes import entry_of, in_place, problem_entry
from spur_extract.archive.planning import Plan, Planner, unchanged
from spur_extract.archive.planning_ahead import likely_new, plans
from spur_extract.archive.pool import Job, Outcome
from spur_extract.archive.results.closing import with_duplicates, write_run_report
from spur_extract.archive.results.drafts import run_folder
from spur_extract.archive.results.earlier import check_same_files, leftovers, remove_results
from spur_extract.archive.results.journal import (
    STATE_FOLDER,
    Done,
    open_journal,
)
from spur_extract.archive.results.key_mark import check_earlier_results, keep_key_mark
from spur_extract.archive.results.ownership import check_output
from spur_extract.archive.results.tables import write_archive_tables
from spur_extract.archive.run_report import ConversionSummary, RunEntry
from spur_extract.archive.settings import ConvertSettings
from spur_extract.errors import NothingToDoError
from spur_extract.export.atomic import sweep
from spur_extract.pseudonyms import Disguise
from spur_extract.pseudonyms.disguise import plain

OnFile = Callable[[RunEntry, int, int], None]
"""Called after each file with its entry, the number of files done, and of all files.

One that is `Expecting` is told before how many files there will be to convert.
"""


@runtime_checkable
class Expecting(Protocol):
    """Wants to know, to tell how long it will take: known files take next to no time."""

    def expect(self, to_convert: int) -> None:
        """About so many files are not known from an earlier run."""


Engine = Callable[[Iterable[Job | None], ConvertSettings, Disguise | None], Iterator[Outcome]]
"""Does the jobs, each a `FileJob`, and gives every one's outcome, in any order.

None among them means that the next job is still being looked for.
"""


@dataclass(slots=True)
class _Run:
    """One conversion while it goes on: what was planned and what became of it, by number."""

    output: Path
    settings: ConvertSettings
    disguise: Disguise | None
    planner: Planner
    drafts: Path
    reviews: Path
    total: int
    on_file: OnFile | None
    keep: Callable[[Done], None]
    known: dict[str, Done]
    root: str
    plans: dict[int, Plan] = field(default_factory=dict)
    done: dict[int, Done] = field(default_factory=dict)

    def finish(self, number: int, done: Done, *, fresh: bool) -> None:
        """Take down what became of a file."""
        if fresh:
            if done.json_sha256 is None:  # before it is written down: a kill may come between
                _discard(self.plans[number].target)
            self.keep(done)
        self.done[number] = done
        del self.plans[number]  # of no more use, and many
        self.known.pop(done.place, None)
        if self.on_file is not None:
            self.on_file(done.entry, len(self.done), self.total)


def convert(
    paths: AnyPath | Iterable[AnyPath],
    output: AnyPath,
    on_file: OnFile | None = None,
    settings: ConvertSettings | None = None,
    *,
    disguise: Disguise | None = None,
    engine: Engine = local_engine,
) -> ConversionSummary:
    """Convert all files below `paths`, one or several, into the folder `output`.

    Writes `json/<place>.json` for each report (see `collect` for the place), the tables of all
    reports, `run.jsonl` and `run.csv`, which have every file once. Each file is converted in a
    process of its own; whatever goes wrong costs only that file. What was converted before and is
    unchanged is skipped, and a known failure is told again, but not tried again. With a `disguise`
    all that is written and told, names of files and messages of errors included, has codes in the
    places of names. `on_file` is called as files are done, in any order.

    A content that lies under several paths has its JSON for each, and its rows in the tables
    once, under the first path. JSON of a file that is gone from one of `paths` is removed; results
    of other folders stay, without rows. A run that is killed goes on where it was when it is
    started again.

    Raises:
        InputNotFoundError: one of `paths` does not exist.
        NothingToDoError: there is no file to convert.
        OutputError: `output` is a file, cannot be written, holds other files or one of `paths`, or
            is being written to by another run; or it has results of other files in the places of
            these, or somebody changed one while the tables were made; or results without
            pseudonyms, or of another key, lie there, or the review file would (see
            `Disguise.check_places`).
        KeyMisplacedError: the disguise's key lies in `output` or among the files.
        WorkersNotStartedError: no process can be started.
    """
    settings = settings or ConvertSettings()
    given, folder = as_paths(paths), as_output(output)
    if disguise is None:
        return _convert(given, folder, on_file, settings, None, engine)
    with disguise.hiding():
        return _convert(given, folder, on_file, settings, disguise, engine)


def _convert(
    paths: Sequence[Path],
    output: Path,
    on_file: OnFile | None,
    settings: ConvertSettings,
    disguise: Disguise | None,
    engine: Engine,
) -> ConversionSummary:
    inputs = collect(paths, output)
    if not inputs.files:
        raise NothingToDoError("There is no text or PDF file to convert.")
    files, scope = name_files(inputs.files, disguise), scope_of(inputs, disguise)
    settings.tables.check_available()
    if disguise is not None:
        disguise.check_places(output, [file.path for file in inputs.files])
    key_mark = disguise.key_mark if disguise is not None else None
    check_earlier_results(output, key_mark)
    check_output(output)
    with open_journal(output) as journal, TemporaryDirectory() as reviews:
        check_earlier_results(output, key_mark)  # once more: another run may have ended meanwhile
        keep_key_mark(output, key_mark)
        sweep(output)
        check_same_files(journal.known, files, scope)
        fingerprint = settings.fingerprint(key_mark)
        afresh = disguise is not None and disguise.reviewed
        planner = Planner(output, settings, fingerprint, journal.known, afresh)
        with run_folder(output / STATE_FOLDER) as drafts:
            run = _Run(
                output=output,
                settings=settings,
                disguise=disguise,
                planner=planner,
                drafts=drafts,
                reviews=Path(reviews),
                total=len(files),
                on_file=on_file,
                keep=journal.add,
                known=journal.known,
                root=scope.root,
            )
            jobs = _jobs(files, run)
            first = next(filter(None, jobs), None)  # without any no engine has to be started
            if first is not None:
                for outcome in engine(chain([first], jobs), settings, disguise):
                    _take(outcome, run)
        done = with_duplicates(run.done[number] for number in range(len(files)))
        entries = tuple(each.entry for each in done)
        write_run_report(output, entries)  # before the tables: if they fail, what failed is told
        changes = write_archive_tables(output, done, settings.tables)
        left = leftovers(journal.known, done, scope)
        removed = remove_results(output, left.gone, done)
        moved = remove_results(output, left.moved, done)
        journal.compact(chain(done, left.others))
    if disguise is not None:
        disguise.write_review()
    kept = sum(each.entry.output is not None for each in left.others)
    return ConversionSummary(entries, removed, moved, kept, changes)


def _jobs(files: Sequence[NamedFile], run: _Run) -> Iterator[Job | None]:
    """The files that a worker is needed for; the others are finished on the way, each a None."""
    if isinstance(run.on_file, Expecting):
        run.on_file.expect(likely_new(files, run.planner))
    for planned in plans(files, run.planner.plan, run.settings.timeout):
        yield None if planned is None else _job(*planned, run)


def _job(number: int, plan: Plan, run: _Run) -> Job | None:
    run.plans[number] = plan
    if plan.known is not None:
        run.finish(number, unchanged(plan.known, plan.file.shown, run.root), fresh=False)
    elif plan.problem is not None:
        problem = plan.problem if run.disguise is None else plain(plan.problem)
        run.finish(number, _done(run, plan, problem_entry(plan, problem)), fresh=True)
    else:
        return Job(number, _file_job(number, plan, run).model_dump(mode="json"))
    return None


def _file_job(number: int, plan: Plan, run: _Run) -> FileJob:
    job = FileJob(
        number=number,
        path=to_wire(plan.file.input.path),
        name=plan.file.name,
        shown=plan.file.shown,
        drafts=to_wire(run.drafts),
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
    """Turn what the engine says of a job into what became of its file, its JSON put in place."""
    number = outcome.job.number
    plan = run.plans[number]
    placed = in_place(outcome, run.drafts, plan.target, hidden=run.disguise is not None)
    entry, result = entry_of(plan, placed)
    if run.disguise is not None and result is not None:  # of a failed one it may be torn
        run.disguise.take_review(run.reviews / f"{number}.json")
    run.finish(number, _done(run, plan, entry, result), fresh=True)


def _discard(target: Path) -> None:
    """Remove what an earlier run wrote for a file that cannot be converted any more."""
    # Where even that fails (a name too long for the system) nothing was written, either.
    with suppress(OSError):
        target.unlink(missing_ok=True)


def _done(run: _Run, plan: Plan, entry: RunEntry, result: FileResult | None = None) -> Done:
    return Done(
        root=run.root,
        place=plan.file.key,
        settings=run.planner.fingerprint,
        limits=run.settings.limits_mark,
        json_sha256=result.json_sha256 if result else None,
        entry=entry,
    )
