"""The life of a worker process: takes a job, says that it begins, does it, and answers."""

import os
import signal
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, cast

from spur_extract.archive.pool.jobs import Ending, Plain
from spur_extract.archive.pool.memory import resident
from spur_extract.archive.pool.messages import (
    LOST_PIPE,
    FrameReader,
    NotPlainError,
    frame,
    value_json,
)
from spur_extract.archive.pool.own_limits import limited_memory, peak_memory, reset_peak
from spur_extract.archive.pool.task import Task
from spur_extract.errors import SpurError

_LONGEST_DETAIL: Final = 2000  # characters
_GROWN: Final = 0.25  # a worker leaves when it has grown by more than this share of the limit


@dataclass(frozen=True, slots=True)
class _Order:
    attempt: int
    payload: Plain
    memory_bytes: int | None
    jobs_per_worker: int


@dataclass(frozen=True, slots=True)
class _Answer:
    ending: Ending
    result: Plain = None
    detail: str | None = None
    error_code: str | None = None


def serve(pipe: socket.socket, task: Task) -> int:
    """Do the jobs that come through `pipe` until it closes or it is time to leave.

    Gives the exit code. The parent's side of the talk is in `crew.py`.
    """
    home = _Home.now()
    reader = FrameReader()
    done = 0
    try:
        pipe.sendall(frame("ready", home.pid))
        while (order := _next_order(pipe, reader)) is not None:
            reset_peak()
            pipe.sendall(frame("begun", order.attempt, resident()))
            started = time.perf_counter()
            answer = _do(task, order)
            seconds = time.perf_counter() - started
            if os.getpid() != home.pid:  # the job forked, and this is the copy
                return 0
            done += 1
            leaving = (
                answer.ending is Ending.OUT_OF_MEMORY
                or done >= order.jobs_per_worker
                or home.changed(order.memory_bytes)
            )
            fields = (answer.ending, answer.result, answer.detail, answer.error_code)
            measured = (seconds, peak_memory(), leaving)
            pipe.sendall(frame("answer", order.attempt, *fields, *measured))
            if leaving:
                break
    except OSError:
        return LOST_PIPE
    return 0


def _next_order(pipe: socket.socket, reader: FrameReader) -> _Order | None:
    """The next job, or None when the parent has closed the pipe."""
    while data := pipe.recv(1 << 16):
        for message in reader.feed(data):  # the parent sends one at a time
            match message:
                case ["job", int(attempt), payload, int() | None as memory_bytes, int(jobs)]:
                    return _Order(attempt, cast("Plain", payload), memory_bytes, jobs)
    return None


def _do(task: Task, order: _Order) -> _Answer:
    try:
        with limited_memory(order.memory_bytes):
            result = task(order.payload)
            value_json(result)
    except MemoryError:
        return _Answer(Ending.OUT_OF_MEMORY, detail="MemoryError")
    except NotPlainError as error:
        return _Answer(Ending.RAISED, detail=f"The result is {error}.")
    except SpurError as error:
        return _Answer(
            Ending.RAISED, detail=str(error.message)[:_LONGEST_DETAIL], error_code=error.code
        )
    except BaseException as error:  # noqa: BLE001 - also SystemExit costs the job only
        return _Answer(Ending.RAISED, detail=type(error).__name__[:_LONGEST_DETAIL])
    return _Answer(Ending.DONE, result)


@dataclass(frozen=True, slots=True)
class _Home:
    """The worker as it was before its first job, to tell what jobs leave behind."""

    pid: int
    folder: str | None
    threads: int
    memory: int | None

    @classmethod
    def now(cls) -> "_Home":
        return cls(os.getpid(), _folder(), threading.active_count(), resident())

    def changed(self, memory_limit: int | None) -> bool:
        """Whether a job left what may harm the next one; a timer is stopped."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        return (
            threading.active_count() > self.threads
            or _folder() != self.folder
            or _has_children()
            or self._grown(memory_limit)
        )

    def _grown(self, memory_limit: int | None) -> bool:
        held = resident()
        if memory_limit is None or held is None or self.memory is None:
            return False
        return held - self.memory > _GROWN * memory_limit


def _folder() -> str | None:
    with suppress(OSError):
        return os.getcwd()  # noqa: PTH109 - a Path is not needed
    return None


def _has_children() -> bool:
    with suppress(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
        return True
    return False
