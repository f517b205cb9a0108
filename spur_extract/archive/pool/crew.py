"""A worker as the parent sees it, and the talk with it; the other side is `worker.py`."""

import socket
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final, cast

from spur_extract.archive.pool.jobs import Ending, Job, Limits, Plain
from spur_extract.archive.pool.memory import resident
from spur_extract.archive.pool.messages import BrokenFrameError, FrameReader, frame

_NEAR: Final = 0.9  # a crash with this share of the memory limit in use is for want of memory


class Stage(Enum):
    """Where a worker stands."""

    BORN = auto()  # asked for; has not said that it is ready
    IDLE = auto()
    HANDED = auto()  # was sent a job and has not said that it begins
    BUSY = auto()
    LEAVING = auto()  # has answered its last job


@dataclass(slots=True)
class Attempt:
    """A job on its way, and how often it lost its worker."""

    job: Job
    limits: Limits
    killed: int = 0  # by somebody else, in the middle of the job
    never_begun: int = 0
    alone: bool = False  # the template ended while it ran: to be tried with no other job beside


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker says of a job it has done."""

    ending: Ending
    result: Plain
    detail: str | None
    error_code: str | None
    seconds: float
    peak_memory: int | None
    leaving: bool


@dataclass(slots=True)
class Worker:
    """A worker process. Times are of the monotonic clock."""

    number: int
    pipe: socket.socket
    since: float  # when it came to its stage
    stage: Stage = Stage.BORN
    pid: int | None = None
    attempt: Attempt | None = None
    at_rest: int = 0  # bytes it held when the job began
    doom: tuple[Ending, str | None] | None = None  # why it is being killed
    doomed_at: float = 0.0
    broken: bool = False  # it said what no worker says, and is not listened to any more
    reader: FrameReader = field(default_factory=FrameReader)
    orders: int = 0

    def hand(self, attempt: Attempt, now: float) -> bool:
        """Send it a job; False if it does not take it."""
        self.attempt, self.stage, self.since = attempt, Stage.HANDED, now
        self.orders += 1
        limits = attempt.limits
        message = frame(
            "job", self.orders, attempt.job.payload, limits.memory_bytes, limits.jobs_per_worker
        )
        try:
            return self.pipe.send(message) == len(message)
        except OSError:
            return False

    def hear(self, now: float) -> tuple[Answer | None, bool]:
        """Take in what it says: the answer, if that is among it, and whether the pipe is open."""
        answer: Answer | None = None
        try:
            while not self.broken and (data := self.pipe.recv(1 << 16)):
                for message in self.reader.feed(data):
                    answer = self._understand(message, now) or answer
        except BlockingIOError:
            return answer, True
        except BrokenFrameError:
            self.broken = True
            return None, False
        except OSError:
            return answer, False
        return answer, False

    def _understand(self, message: object, now: float) -> Answer | None:
        match message:
            case ["ready", int(pid)] if self.stage is Stage.BORN:
                self.stage, self.since, self.pid = Stage.IDLE, now, pid
            case ["begun", self.orders, int() | None as at_rest] if self.stage is Stage.HANDED:
                self.stage, self.since, self.at_rest = Stage.BUSY, now, at_rest or 0
            case ["answer", self.orders, *fields] if self.stage is Stage.BUSY:
                answer = _answer(fields)
                self.stage = Stage.LEAVING if answer.leaving else Stage.IDLE
                self.since = now
                return answer
            case _:
                raise BrokenFrameError
        return None

    def too_much_memory(self) -> bool:
        """Whether its job holds more than the job's limit."""
        if self.pid is None or self.memory_ceiling is None:
            return False
        held = resident(self.pid)
        return held is not None and held > self.memory_ceiling

    def died_for_memory(self, peak: int) -> bool:
        """Whether a crash at this peak is put down to the memory limit."""
        return self.memory_ceiling is not None and peak >= _NEAR * self.memory_ceiling

    @property
    def memory_ceiling(self) -> int | None:
        """Bytes it may hold during its job."""
        if self.attempt is None or self.attempt.limits.memory_bytes is None:
            return None
        return self.at_rest + self.attempt.limits.memory_bytes


def _answer(fields: list[object]) -> Answer:
    match fields:
        case [
            str(ending),
            result,
            str() | None as detail,
            str() | None as error_code,
            int() | float() as seconds,
            int() | None as peak,
            bool(leaving),
        ] if ending in list(Ending):
            plain = cast("Plain", result)  # it came as JSON
            return Answer(Ending(ending), plain, detail, error_code, seconds, peak, leaving)
    raise BrokenFrameError
