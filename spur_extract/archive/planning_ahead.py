"""Plans the files beside the run, since reading one may take its time, or never end.

Threads read, and are given up when they take too long: a file system that hangs, or a file that
somebody holds, then costs that file, and the run goes on looking after its workers.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final

from spur_extract.archive.inputs.naming import NamedFile
from spur_extract.archive.planning import Plan, Planner
from spur_extract.errors import TimeLimitError
from spur_extract.export.names import printable

_AHEAD: Final = 32  # files handed to the threads and not planned yet
_MOST_THREADS: Final = 8
_STUCK: Final = 1.0  # seconds with one file, after which another thread goes on with the rest
_PATIENCE: Final = 0.05  # seconds to wait for the next plan
_LOOK: Final = 0.1  # seconds between looks at what takes too long


def plans(
    files: Sequence[NamedFile], plan: Callable[[NamedFile], Plan], seconds: float
) -> Iterator[tuple[int, Plan] | None]:
    """The plan of each file with its number, as they come; None when there is none just now.

    `plan` makes one, and is called in threads; it takes the problem over that a file has already.
    A file that takes more than `seconds` to read has a `TimeLimitError` as its problem.
    """
    ahead = _Ahead(files, plan, seconds)
    try:
        yield from ahead.plans()
    finally:
        ahead.close()


def likely_new(files: Sequence[NamedFile], planner: Planner) -> int:
    """How many of the files have no earlier result that could stand, as far as is known unread."""
    found = (planner.known.get(file.key) for file in files)
    return sum(
        planner.afresh or known is None or known.settings != planner.fingerprint for known in found
    )


class _Ahead:
    def __init__(
        self, files: Sequence[NamedFile], plan: Callable[[NamedFile], Plan], seconds: float
    ) -> None:
        self._files = files
        self._plan = plan
        self._seconds = seconds
        self._to_read = SimpleQueue[int | None]()
        self._ended = SimpleQueue[tuple[int, Plan | BaseException]]()
        self._begun: dict[int, float] = {}  # when a thread began with a file; kept by the threads
        self._open: set[int] = set()  # handed to the threads and not given up
        self._handed = 0
        self._threads = 0
        self._looked = 0.0
        self._closed = False

    def plans(self) -> Iterator[tuple[int, Plan] | None]:
        self._start_thread()
        while True:
            self._hand_out()
            if not self._open:
                return
            yield from self._overdue()
            yield self._next()

    def close(self) -> None:
        """Let the threads end; one that is stuck does not keep the program from ending."""
        self._closed = True
        self._to_read.put(None)

    def _hand_out(self) -> None:
        while len(self._open) < _AHEAD and self._handed < len(self._files):
            self._open.add(self._handed)
            self._to_read.put(self._handed)
            self._handed += 1

    def _next(self) -> tuple[int, Plan] | None:
        try:
            number, plan = self._ended.get(timeout=_PATIENCE)
        except Empty:
            return None
        if number not in self._open:  # it was given up, and came to its end after all
            return None
        self._open.remove(number)
        if isinstance(plan, BaseException):
            raise plan
        return number, plan

    def _overdue(self) -> Iterator[tuple[int, Plan]]:
        now = time.monotonic()
        if now < self._looked + _LOOK:
            return
        self._looked = now
        taking = {number: now - self._begun.get(number, now) for number in self._open}
        for number, seconds in taking.items():
            if seconds > self._seconds:
                self._open.remove(number)
                self._threads -= 1
                yield number, self._given_up(number)
        stuck = sum(seconds > _STUCK for number, seconds in taking.items() if number in self._open)
        if self._threads < 1 or stuck == self._threads < _MOST_THREADS:
            self._start_thread()

    def _given_up(self, number: int) -> Plan:
        file = self._files[number]
        shown = printable(str(file.input.path))
        problem = TimeLimitError(f"{shown} could not be read within {self._seconds:g} seconds.")
        return self._plan(replace(file, input=replace(file.input, problem=problem)))

    def _start_thread(self) -> None:
        self._threads += 1
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        """What a thread does."""
        while (number := self._to_read.get()) is not None and not self._closed:
            self._begun[number] = time.monotonic()
            try:
                plan: Plan | BaseException = self._plan(self._files[number])
            except BaseException as error:  # noqa: BLE001 - raised again where somebody listens
                plan = error
            given_up = number not in self._open
            del self._begun[number]
            self._ended.put((number, plan))
            if given_up:
                return
        self._to_read.put(None)  # for the next thread
