"""Converts on a dask cluster: files go out in small batches, and every one's outcome comes back.

The other side is `dask_task.py`. Files and results lie on a file system that all machines share.
"""

import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from spur_extract.archive.dask_cluster import Cluster, WorkersDiedError, need_distributed
from spur_extract.archive.dask_task import Answer, Order, Told
from spur_extract.archive.engines import limits_of, task_of
from spur_extract.archive.file_task import FileJob, to_wire
from spur_extract.archive.pool import Ending, Job, Outcome
from spur_extract.archive.settings import ConvertSettings
from spur_extract.errors import ClusterLostError, ClusterNotSharedError
from spur_extract.export.names import printable
from spur_extract.pseudonyms import Disguise

if TYPE_CHECKING:
    from distributed import Future

    from spur_extract.archive.conversion import Engine

BATCH: Final = 16
"""Files in one task: starting the process that converts them costs as much as some files."""
BATCHES_PER_THREAD: Final = 2
"""Batches that a thread of the cluster has before it, so that it need not wait for the next."""
MOST_DEATHS: Final = 3
"""A file that was alone on the cluster when so many workers died is not tried again."""
WITHOUT_WORKERS: Final = 300.0
"""Seconds after which a cluster without workers is given up."""
_LOOK_FOR_WORKERS: Final = 2.0  # seconds
_FILE_APPEARS: Final = 60.0  # seconds until a network file system shows a file written elsewhere


def dask_engine(address: str, *, without_workers: float = WITHOUT_WORKERS) -> "Engine":
    """An engine for `convert` that has a dask cluster do the work.

    `address` is the scheduler's, such as "tcp://10.0.0.5:8786". Each thread of the cluster
    converts one file at a time, in a child process with the limits of the settings, whose
    `processes` mean nothing here. When a worker is lost, another does its files. Nothing is sent
    before there is something to convert. Closing the generator calls off what is pending; a file
    that is in work is finished by its worker.

    Raises:
        ClusterExtraMissingError: dask.distributed is not installed.

    The engine raises, as it runs:
        SchedulerNotReachableError: no scheduler answers.
        ClusterMismatchError: a worker has another version, or cannot run the task.
        ClusterNotSharedError: what a worker has written is not to be seen here.
        ClusterLostError: the scheduler is gone, or for `without_workers` seconds all workers.
        WorkersNotStartedError: a worker can start no child process.
    """
    need_distributed()

    def engine(
        jobs: Iterable[Job], settings: ConvertSettings, disguise: Disguise | None
    ) -> Iterator[Outcome]:
        waiting = iter(jobs)
        first = next(waiting, None)
        if first is None:
            return
        outline = Order(task=task_of(disguise), limits=limits_of(settings), files=())
        cluster = Cluster(address)
        try:
            run = _Run(cluster, outline, waiting, without_workers)
            run.put_first(first)
            yield from run.outcomes()
        finally:
            cluster.close()

    return engine


@dataclass(slots=True)
class _Attempt:
    """Jobs that are done by one task; `deaths` counts workers that died while they had it."""

    jobs: tuple[Job, ...]
    alone: bool = False
    deaths: int = 0
    since: float = 0.0


class _Run:
    """One conversion on the cluster: accounts for every job."""

    def __init__(
        self, cluster: Cluster, outline: Order, jobs: Iterator[Job], without_workers: float
    ) -> None:
        self._cluster = cluster
        self._outline = outline
        self._jobs = jobs
        self._without_workers = without_workers
        self._first: list[Job] = []
        self._suspects: deque[_Attempt] = deque()
        self._flying: dict[Future[str], _Attempt] = {}
        self._room = BATCHES_PER_THREAD
        self._looked = 0.0
        self._had_workers = time.monotonic()

    def put_first(self, job: Job) -> None:
        """Have this job done before the others."""
        self._first.append(job)

    def outcomes(self) -> Iterator[Outcome]:
        """What becomes of the jobs, each once."""
        while True:
            self._look_for_workers()
            self._submit()
            if not self._flying:
                return
            for future in self._cluster.landed(list(self._flying)):
                ended = self._cluster.result(future)
                if ended is not None:
                    yield from self._account(self._flying.pop(future), ended)

    def _look_for_workers(self) -> None:
        now = time.monotonic()
        if self._looked and now < self._looked + _LOOK_FOR_WORKERS:
            return
        self._looked = now
        threads = self._cluster.threads()
        if threads:
            self._room = BATCHES_PER_THREAD * threads
            self._had_workers = now
        elif now > self._had_workers + self._without_workers:
            told = f"The cluster has had no worker for {self._without_workers:.0f} seconds."
            raise ClusterLostError(told)

    def _submit(self) -> None:
        """Fill the cluster; but what may kill workers has it for itself, to take none with it."""
        if self._suspects:
            if not self._flying:
                self._send(self._suspects.popleft())
            return
        while len(self._flying) < self._room:
            batch = (*self._first, *islice(self._jobs, BATCH - len(self._first)))
            self._first.clear()
            if not batch:
                return
            self._send(_Attempt(batch))

    def _send(self, attempt: _Attempt) -> None:
        files = tuple(_for_elsewhere(FileJob.model_validate(job.payload)) for job in attempt.jobs)
        order = self._outline.model_copy(update={"files": files})
        attempt.since = time.monotonic()
        self._flying[self._cluster.send(order.model_dump_json())] = attempt

    def _account(self, attempt: _Attempt, ended: str | WorkersDiedError) -> Iterator[Outcome]:
        if isinstance(ended, WorkersDiedError):
            attempt.deaths += ended.deaths
            yield from self._try_alone(attempt, attempt.jobs)
            return
        told = {each.index: each for each in Answer.model_validate_json(ended).told}
        for index, job in enumerate(attempt.jobs):
            if index in told:
                yield _outcome(job, told[index])
        untold = tuple(job for index, job in enumerate(attempt.jobs) if index not in told)
        yield from self._try_alone(attempt, untold)

    def _try_alone(self, attempt: _Attempt, jobs: tuple[Job, ...]) -> Iterator[Outcome]:
        """Another try for jobs of which nothing was told; a job that kills workers is given up."""
        if not attempt.alone:
            self._suspects.extend(_Attempt((job,), alone=True) for job in jobs)
        elif attempt.deaths < MOST_DEATHS:
            self._suspects.extend([attempt] if jobs else [])
        else:
            for job in jobs:
                told = f"{attempt.deaths} workers of the cluster died while they had it"
                seconds = time.monotonic() - attempt.since
                yield Outcome(job, Ending.KILLED, None, told, None, seconds, None)


def _for_elsewhere(file: FileJob) -> FileJob:
    """The same, with paths that do not depend on the working folder."""
    paths = {"path": _absolute(file.path), "target": _absolute(file.target)}
    return file.model_copy(update={name: to_wire(path) for name, path in paths.items()})


def _outcome(job: Job, told: Told) -> Outcome:
    """What was told, as if it had been done here."""
    file = FileJob.model_validate(job.payload)
    if told.ending is Ending.DONE:
        wait_for_file(_absolute(file.target))
    if told.review is not None and file.review is not None:
        Path(file.review).write_text(told.review, encoding="utf-8")
    if told.detail is not None and file.key is None:
        there, here = (printable(str(path)) for path in (_absolute(file.path), _path(file.path)))
        told = told.model_copy(update={"detail": told.detail.replace(there, here)})
    return told.outcome(job)


def wait_for_file(path: Path, seconds: float = _FILE_APPEARS) -> None:
    """Wait until a file that a worker has written is to be seen from this machine.

    Raises ClusterNotSharedError when it does not appear.
    """
    deadline = time.monotonic() + seconds
    while not path.exists():
        if time.monotonic() > deadline:
            raise ClusterNotSharedError("What a worker has written is not to be seen from here.")
        time.sleep(0.2)


def _path(wire: str) -> Path:
    return Path(os.fsdecode(bytes.fromhex(wire)))


def _absolute(wire: str) -> Path:
    return _path(wire).absolute()
