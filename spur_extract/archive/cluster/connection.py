"""A dask cluster as the engine needs it: sends tasks, waits for them, tells what became of them.

All talk with dask.distributed is here, which is imported when it is used: it takes seconds.
"""

import asyncio
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from importlib.metadata import version
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from pydantic import SecretStr

from spur_extract.archive.cluster.task import PROGRAM, do_order
from spur_extract.errors import (
    ClusterExtraMissingError,
    ClusterLostError,
    ClusterMismatchError,
    SchedulerNotReachableError,
    SpurError,
)
from spur_extract.export.names import printable

if TYPE_CHECKING:
    from distributed import Client, Future

_CONNECTING: Final = 8  # seconds
_FETCHING: Final = 10  # seconds for a result, which can be lost with the worker that holds it
_CLOSING: Final = 5  # seconds


class WorkersDiedError(Exception):
    """So many workers died while they had a task that the scheduler gave it up."""

    def __init__(self, deaths: int) -> None:
        """`deaths` is how many."""
        super().__init__(deaths)
        self.deaths = deaths


def need_distributed() -> None:
    """Raise ClusterExtraMissingError unless dask.distributed is installed."""
    if find_spec("distributed") is None:
        raise ClusterExtraMissingError("dask.distributed is not installed.")


class Cluster:
    """A connection to a scheduler."""

    def __init__(self, address: str) -> None:
        """Connect; raises SchedulerNotReachableError."""
        self._client = _connect(address)
        self._version = version(PROGRAM)

    def threads(self) -> int:
        """How many tasks the workers can do at a time."""
        with self._connection():
            return sum(self._client.nthreads().values())

    def send(self, order: str) -> "Future[str]":
        """Have an order done by whichever worker is free."""
        with self._connection():
            return self._client.submit(
                do_order,
                self._version,
                SecretStr(order),
                key=f"{PROGRAM}-{uuid.uuid4()}",
                pure=False,
            )

    def landed(self, futures: Sequence["Future[str]"], patience: float) -> list["Future[str]"]:
        """Those of the tasks that have ended; waits so many seconds for the first."""
        from distributed import wait  # noqa: PLC0415 - see above

        # Of tasks that were called off by somebody else `result` tells.
        with suppress(TimeoutError, CancelledError), self._client.as_current():
            wait(list(futures), timeout=patience, return_when="FIRST_COMPLETED")
        return [future for future in futures if future.done()]

    def result(self, future: "Future[str]") -> str | WorkersDiedError | None:
        """What a task gave; None when that was lost with its worker and is being done again.

        Raises what the worker raised if that is a `SpurError`; ClusterMismatchError if the task
        could not be run; ClusterLostError.
        """
        from distributed import KilledWorker  # noqa: PLC0415 - see above

        with self._connection():
            try:
                error = future.exception(_FETCHING)
                if error is None:
                    return future.result(_FETCHING)
            except TimeoutError:
                return None
        if isinstance(error, KilledWorker):
            return WorkersDiedError(error.allowed_failures + 1)
        if isinstance(error, SpurError):
            raise error
        kind = type(error.__cause__ or error).__name__
        raise ClusterMismatchError(f"The cluster cannot run the task: {kind}.") from error

    def close(self) -> None:
        """Call off what is pending, and disconnect."""
        with suppress(OSError, CancelledError):  # a scheduler that is gone
            self._client.close(_CLOSING)

    @contextmanager
    def _connection(self) -> Iterator[None]:
        from distributed.client import ClosedClientError  # noqa: PLC0415 - see above

        try:
            yield
        except (OSError, CancelledError, ClosedClientError) as error:
            raise ClusterLostError("The connection to the scheduler was lost.") from error


def _connect(address: str) -> "Client":
    from distributed import Client  # noqa: PLC0415 - see above

    _look_for_scheduler(address)
    try:
        return Client(address, timeout=_CONNECTING, name=PROGRAM, set_as_default=False)
    except (OSError, ImportError) as error:  # of the latter: a dask too far from ours
        raise _not_reachable(address, error) from error


def _look_for_scheduler(address: str) -> None:
    """Raise SchedulerNotReachableError unless one answers.

    A `Client` would wait for ever for somebody who is silent, and for its own end if it fails.
    """
    # A thread, as the caller may be in an event loop: a notebook is.
    with ThreadPoolExecutor(1) as thread:
        try:
            kind = thread.submit(asyncio.run, _kind(address)).result()
        except Exception as error:  # whatever a stranger's answer is taken for
            raise _not_reachable(address, error) from error
    if kind != "Scheduler":
        told = f"At {printable(address)} there is a {printable(kind)}, not the scheduler."
        raise SchedulerNotReachableError(told)


async def _kind(address: str) -> str:
    """What a server of dask says that it is."""
    from distributed import Security  # noqa: PLC0415 - see above
    from distributed.comm.core import connect  # noqa: PLC0415 - see above

    async with asyncio.timeout(_CONNECTING):
        talk = await connect(address, **Security().get_connection_args("client"))
        try:
            await talk.write({"op": "identity", "reply": True})
            return str((await talk.read())["type"])
        finally:
            talk.abort()


def _not_reachable(address: str, error: Exception) -> SchedulerNotReachableError:
    kind = type(error).__name__
    return SchedulerNotReachableError(f"No scheduler answers at {printable(address)} ({kind}).")
