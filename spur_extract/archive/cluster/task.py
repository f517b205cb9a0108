"""What a dask worker does: some jobs one after the other, each in a child process of its own."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pydantic import BaseModel, ConfigDict, JsonValue, SecretStr

from spur_extract.archive.file_task import FileJob
from spur_extract.archive.pool import Ending, Job, Limits, Outcome, run_jobs
from spur_extract.errors import ClusterMismatchError

PROGRAM: Final = "spur-extract"


class Order(BaseModel):
    """What a dask task gets: the files to convert, the function to call and its limits.

    A file whose `review` is set has what is to be reviewed sent back; its path means nothing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    task: str
    limits: Limits
    files: tuple[FileJob, ...]


class Told(BaseModel):
    """An `Outcome` without its job, whose place among the files of the order is `index`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    index: int
    ending: Ending
    result: JsonValue
    detail: str | None
    error_code: str | None
    seconds: float
    peak_memory: int | None
    review: str | None


class Answer(BaseModel):
    """What a dask task gives back; of a task that was called off not all files are told of."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    told: tuple[Told, ...]


def do_order(wanted_version: str, order: SecretStr) -> str:
    """Convert the files of an `Order`, and give the `Answer`; both as JSON.

    The order can hold the key for pseudonyms: as a secret it does not show in dask's logs.

    Raises:
        ClusterMismatchError: this worker has another version.
        WorkersNotStartedError: no child process can be started here.
    """
    here = version(PROGRAM)
    if here != wanted_version:
        message = f"A worker has {PROGRAM} {here}, this program is {wanted_version}."
        raise ClusterMismatchError(message)
    return _do(Order.model_validate_json(order.get_secret_value())).model_dump_json()


def _do(order: Order) -> Answer:
    with TemporaryDirectory() as folder:
        reviews = [Path(folder, f"{index}.json") for index in range(len(order.files))]
        jobs = (
            Job(index, _reviewed_here(file, review).model_dump(mode="json"))
            for index, (file, review) in enumerate(zip(order.files, reviews, strict=True))
        )
        outcomes = run_jobs(_while_wanted(jobs), order.task, 1, order.limits)
        return Answer(told=tuple(_told(each, reviews[each.job.number]) for each in outcomes))


def _reviewed_here(file: FileJob, review: Path) -> FileJob:
    """The same, with a place for what is to be reviewed that exists on this machine."""
    return file if file.review is None else file.model_copy(update={"review": str(review)})


def _told(outcome: Outcome, review: Path) -> Told:
    return Told.model_validate(
        {
            "index": outcome.job.number,
            "ending": outcome.ending,
            "result": outcome.result,
            "detail": outcome.detail,
            "error_code": outcome.error_code,
            "seconds": outcome.seconds,
            "peak_memory": outcome.peak_memory,
            "review": review.read_text(encoding="utf-8") if review.is_file() else None,
        }
    )


def _while_wanted(jobs: Iterable[Job]) -> Iterator[Job]:
    """The jobs, until the task is called off: dask cannot stop a thread, but tells of it."""
    from distributed import get_worker  # noqa: PLC0415 - loaded by whoever runs this

    worker = get_worker()
    key = worker.get_current_task()
    for job in jobs:
        task = worker.state.tasks.get(key)
        if task is None or task.state != "executing":
            return
        yield job
