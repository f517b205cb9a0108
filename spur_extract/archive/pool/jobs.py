"""What goes into the pool and what comes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, Self, TypeAlias

Plain: TypeAlias = (
    "str | int | float | bool | Sequence[Plain] | Mapping[str, Plain] | None"  # as in JSON
)
"""What can be sent to a worker and back, at most 64 kB as JSON. A tuple arrives as a list."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may take, and how many jobs a worker does before a new one takes its place.

    `memory_bytes` comes on top of what the worker holds when the job begins; None is no limit.
    """

    seconds: float
    memory_bytes: int | None
    jobs_per_worker: int


@dataclass(frozen=True, slots=True)
class Job:
    """One call of the task. `number` is the caller's and comes back with the outcome."""

    number: int
    payload: Plain


class Ending(StrEnum):
    """How a job ended."""

    DONE = "done"
    RAISED = "raised"
    TIMED_OUT = "timed_out"
    KILLED = "killed"
    OUT_OF_MEMORY = "out_of_memory"


class Ended(Protocol):
    """How a job ended, told by somebody who does not know which job it was; as in `Outcome`."""

    @property
    def ending(self) -> Ending: ...
    @property
    def result(self) -> Plain: ...
    @property
    def detail(self) -> str | None: ...
    @property
    def error_code(self) -> str | None: ...
    @property
    def seconds(self) -> float: ...
    @property
    def peak_memory(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended, and what it gave or took.

    `detail` is the message of a `SpurError`, whose code is `error_code`, the type of any other
    exception, or what ended the worker: "signal 11 (SIGSEGV)". `peak_memory`, in bytes, is the
    most that the worker held during the job, what it held before included; None where unknown.
    """

    job: Job
    ending: Ending
    result: Plain
    detail: str | None
    error_code: str | None
    seconds: float
    peak_memory: int | None

    @classmethod
    def of(cls, job: Job, told: Ended) -> Self:
        """What was told, as the outcome of `job`."""
        measured = (told.seconds, told.peak_memory)
        return cls(job, told.ending, told.result, told.detail, told.error_code, *measured)
