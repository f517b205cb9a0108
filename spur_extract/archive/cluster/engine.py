"""Converts on a dask cluster: files go out in small batches, and every one's outcome comes back.

The other side is `task.py`. Files and results lie on a file system that all machines share.
"""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from spur_extract.archive.cluster.connection import Cluster, WorkersDiedError, need_distributed
from spur_extract.archive.cluster.task import Answer, Order, Told
from spur_extract.archive.engines import limits_of, task_of
from spur_extract.archive.file_task import FileJob, FileResult, from_wire, to_wire
from spur_extract.archive.pool import Ending, Job, Outcome
from spur_extract.archive.results.drafts import draft_of, is_whole
from spur_extract.archive.settings import ConvertSettings
from spur_extract.errors import ClusterLostError, ClusterNotSharedError, KeyUnprotectedError
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
_GATHERING: Final = 0.2  # seconds at a time, while tasks end that somebody should look at
_PATIENCE: Final = 0.5  # seconds to wait for the next task to end
_HELD_BACK: Final = 2.0  # seconds that jobs wait for others to go with
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
        KeyUnprotectedError: the key of a disguise would go over the network as plain text.
    """
    need_distributed()

    def engine(
        jobs: Iterable[Job | None], settings: ConvertSettings, disguise: Disguise | None
    ) -> Iterator[Outcome]:
        if disguise is not None and not is_protected(address):
            raise KeyUnprotectedError("The connection to the scheduler is not encrypted.")
        waiting = iter(jobs)
        first = next(filter(None, waiting), None)
        if first is None:
            return
        outline = Order(task=task_of(disguise), limits=limits_of(settings), files=())
        cluster = Cluster(address)
        try:
            run = _Run(cluster, outline, chain([first], waiting), without_workers)
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
        self, cluster: Cluster, outline: Order, jobs: Iterator[Job | None], without_workers: float
    ) -> None:
        self._cluster = cluster
        self._outline = outline
        self._jobs = jobs
        self._without_workers = without_workers
        self._gathered: list[Job] = []
        self._gathering_since = 0.0
        self._exhausted = False
        self._suspects: deque[_Attempt] = deque()
        self._flying: dict[Future[str], _Attempt] = {}
        self._room = BATCHES_PER_THREAD
        self._looked = 0.0
        self._had_workers = time.monotonic()

    def outcomes(self) -> Iterator[Outcome]:
        """What becomes of the jobs, each once."""
        while True:
            self._look_for_workers()
            self._submit()
            if not self._flying:
                if self._exhausted:
                    return
                continue
            looking = len(self._flying) < self._room and not self._exhausted and not self._suspects
            patience = 0.0 if looking else _PATIENCE
            for future in self._cluster.landed(list(self._flying), patience):
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
        until = time.monotonic() + _GATHERING
        while len(self._flying) < self._room and self._gather(until):
            self._send(_Attempt(tuple(self._gathered)))
            self._gathered.clear()

    def _gather(self, until: float) -> bool:
        """Whether there is a batch; there may be none yet, as the next file is looked for."""
        while not self._exhausted and len(self._gathered) < BATCH:
            try:
                job = next(self._jobs)
            except StopIteration:
                self._exhausted = True
                break
            now = time.monotonic()
            if job is not None:
                self._gathering_since = self._gathering_since if self._gathered else now
                self._gathered.append(job)
            if now > until:
                held_back = now - self._gathering_since
                return bool(self._gathered) and held_back > _HELD_BACK
        return bool(self._gathered)

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


def is_protected(address: str) -> bool:
    """Whether nobody on the way to the scheduler can read what is sent: it goes by TLS, or does not
    leave this machine."""
    scheme, _, place = address.rpartition("://")
    if scheme in {"tls", "inproc"}:
        return True
    host = place.rpartition(":")[0].strip("[]") or place
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _for_elsewhere(file: FileJob) -> FileJob:
    """The same, with paths that do not depend on the working folder."""
    paths = {"path": _absolute(file.path), "drafts": _absolute(file.drafts)}
    return file.model_copy(update={name: to_wire(path) for name, path in paths.items()})


def _outcome(job: Job, told: Told) -> Outcome:
    """What was told, as if it had been done here."""
    file = FileJob.model_validate(job.payload)
    if told.ending is Ending.DONE:
        sha256 = FileResult.model_validate(told.result).json_sha256
        wait_for_draft(draft_of(from_wire(file.drafts), file.number, sha256), sha256)
    if told.review is not None and file.review is not None:
        Path(file.review).write_text(told.review, encoding="utf-8")
    if told.detail is not None and file.key is None:
        there, here = (
            printable(str(path)) for path in (_absolute(file.path), from_wire(file.path))
        )
        told = told.model_copy(update={"detail": told.detail.replace(there, here)})
    return Outcome.of(job, told)


def wait_for_draft(draft: Path, sha256: str, seconds: float = _FILE_APPEARS) -> None:
    """Wait until all that a worker has written is to be seen from this machine.

    Raises ClusterNotSharedError when it does not appear: a network file system shows a file before
    what is in it.
    """
    deadline = time.monotonic() + seconds
    while not is_whole(draft, sha256):
        if time.monotonic() > deadline:
            raise ClusterNotSharedError("What a worker has written is not to be seen from here.")
        time.sleep(0.2)


def _absolute(wire: str) -> Path:
    return from_wire(wire).absolute()
