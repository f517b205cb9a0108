"""What the pool says of a job, as the run report tells it."""

from dataclasses import replace
from pathlib import Path

from spur_extract.archive.file_task import FileResult
from spur_extract.archive.planning import Plan
from spur_extract.archive.pool import Ending, Outcome
from spur_extract.archive.results.drafts import draft_of, put_in_place
from spur_extract.archive.run_report import RunEntry, Status
from spur_extract.bugs import InternalError
from spur_extract.errors import (
    MemoryLimitError,
    OutputError,
    OutputFullError,
    RefusedError,
    SpurError,
    TimeLimitError,
    WorkerDiedError,
)
from spur_extract.export.names import printable
from spur_extract.export.tables import report_id
from spur_extract.pseudonyms.disguise import plain

SECONDS_DIGITS = 4


def in_place(outcome: Outcome, drafts: Path, target: Path, *, hidden: bool) -> Outcome:
    """The outcome of a job once its JSON has come from `drafts` to `target`; failed if it cannot.

    With `hidden` the reason quotes no path. Raises `OutputFullError` when there is no space left,
    be it here or where the worker was: all other files would fail likewise.
    """
    if outcome.error_code == OutputFullError.code:
        raise OutputFullError(f"No space is left for {printable(str(target))}.")
    if outcome.ending is not Ending.DONE:
        return outcome
    sha256 = FileResult.model_validate(outcome.result).json_sha256
    try:
        put_in_place(draft_of(drafts, outcome.job.number, sha256), target, sha256)
    except OutputFullError:
        raise
    except OutputError as error:
        told = plain(error) if hidden else error
        code, detail = told.code, told.message
        return replace(outcome, ending=Ending.RAISED, result=None, detail=detail, error_code=code)
    return outcome


def entry_of(plan: Plan, outcome: Outcome) -> tuple[RunEntry, FileResult | None]:
    """The entry of a file that a worker had, and what the worker gave if it converted it."""
    if outcome.ending is Ending.DONE:
        result = FileResult.model_validate(outcome.result)
        return _converted(plan, outcome, result), result
    code, message = _failure(outcome)
    entry = RunEntry(
        path=plan.file.shown,
        status=Status.REFUSED if code == RefusedError.code else Status.FAILED,
        code=code,
        message=message,
        sha256=plan.sha256,
        seconds=round(outcome.seconds, SECONDS_DIGITS),
        peak_memory=outcome.peak_memory,
    )
    return entry, None


def problem_entry(plan: Plan, problem: SpurError) -> RunEntry:
    """The entry of a file that no worker was given."""
    refused = isinstance(problem, RefusedError)
    return RunEntry(
        path=plan.file.shown,
        status=Status.REFUSED if refused else Status.FAILED,
        code=problem.code,
        message=problem.message,
        sha256=plan.sha256,
        seconds=0.0,
    )


def _converted(plan: Plan, outcome: Outcome, result: FileResult) -> RunEntry:
    status = Status.CONVERTED_WITH_WARNINGS if result.warnings else Status.CONVERTED
    return RunEntry.of(
        {
            "path": plan.file.shown,
            "status": status,
            "message": ", ".join(result.warnings) or None,
            "sha256": result.sha256,
            "seconds": round(outcome.seconds, SECONDS_DIGITS),
            "pages": result.pages,
            "peak_memory": outcome.peak_memory,
            "output": plan.file.output,
            "report_id": report_id(result.sha256),
            **result.figures,
        }
    )


def _failure(outcome: Outcome) -> tuple[str, str]:
    """Code and message of a job that gave nothing; never a text of the report."""
    if outcome.error_code is not None:
        return outcome.error_code, outcome.detail or ""
    seconds = f"{outcome.seconds:.0f} seconds"
    detail = outcome.detail or "no reason given"
    if outcome.ending is Ending.TIMED_OUT:
        return TimeLimitError.code, f"It was stopped after {seconds}."
    if outcome.ending is Ending.OUT_OF_MEMORY:
        return MemoryLimitError.code, "It wanted more memory than a file may take."
    if outcome.ending is Ending.KILLED:
        return WorkerDiedError.code, f"The process that read it ended: {detail}."
    return InternalError.code, f"An unforeseen error: {detail}."
