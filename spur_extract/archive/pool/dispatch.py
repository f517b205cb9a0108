"""Which job goes to which worker, when a worker has to go, and what became of its job."""

import math
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spur_extract.archive.pool.crew import Attempt, Stage, Worker
from spur_extract.archive.pool.jobs import Ending, Job, Limits, Outcome
from spur_extract.archive.pool.messages import LOST_PIPE, NotPlainError, value_json
from spur_extract.archive.pool.staff import Answered, Death, Event, Staff

_LOOK_AT_MEMORY: Final = 0.2  # seconds
_LONGEST_WAIT: Final = 3600.0  # seconds at a time: the system takes only so many
_SLOW_START: Final = 300.0  # seconds from asking for a worker to its being ready
_SLOW_TALK: Final = 60.0  # seconds a worker has to take a job, and to leave
_SLOW_DEATH: Final = 5.0  # seconds from its kill to its end
_NEVER_BEGUN: Final = 3  # workers that may die before they begin a job
_FROM_OUTSIDE: Final = frozenset({"SIGKILL", "SIGTERM", "SIGHUP"})
_EXIT_CODES: Final = {LOST_PIPE: "it closed the worker's pipe"}


@dataclass(frozen=True, slots=True)
class RunRules:
    """What holds for all jobs of a run."""

    task: str
    slots: int
    limits_of: Callable[[Job], Limits]
    killed_retries: int
    log: Path | None


class Dispatcher:
    """One run: `outcomes` gives what becomes of the jobs, `close` ends all processes."""

    def __init__(self, jobs: Iterator[Job | None], rules: RunRules) -> None:
        """Start the template process."""
        self._jobs = jobs
        self._rules = rules
        self._exhausted = False
        self._waiting: deque[Attempt] = deque()
        self._finished: deque[Outcome] = deque()
        self._looked = 0.0
        self._staff = Staff(rules.task, rules.log)

    def close(self) -> None:
        """End all processes."""
        self._staff.close()

    def outcomes(self) -> Generator[Outcome, None, None]:
        """The outcomes as jobs end."""
        while True:
            fetched = self._fetch()
            self._staff.grow(min(self._rules.slots, len(self._engaged()) + len(self._waiting)))
            self._hand_out()
            if self._finished:
                yield self._finished.popleft()
                self._go_on(0.0)
            elif fetched:
                self._go_on(0.0)
            elif self._waiting or self._engaged():
                self._go_on(self._patience())
            else:
                return

    def _engaged(self) -> list[Attempt]:
        attempts = (worker.attempt for worker in self._staff.workers.values())
        return [attempt for attempt in attempts if attempt is not None]

    def _fetch(self) -> bool:
        """Take one step towards a job for a slot without one; False if none is to be taken now.

        One step only, as whoever yields the jobs may have thousands of files to read before the
        next job, while workers wait to be heard, or to be killed.
        """
        full = len(self._engaged()) + len(self._waiting) >= self._rules.slots
        if self._exhausted or full or len(self._finished) > 2 * self._rules.slots:
            return False
        try:
            job = next(self._jobs)
        except StopIteration:
            self._exhausted = True
            return False
        if job is None:
            return True
        try:
            value_json(job.payload)
        except NotPlainError as error:
            told = f"The payload is {error}."
            self._finished.append(Outcome(job, Ending.RAISED, None, told, None, 0.0, None))
        else:
            self._waiting.append(Attempt(job, self._rules.limits_of(job)))
        return True

    def _hand_out(self) -> None:
        for worker in list(self._staff.workers.values()):
            engaged = self._engaged()
            if not self._waiting or any(attempt.alone for attempt in engaged):
                return
            if self._waiting[0].alone and engaged:
                return
            if worker.stage is not Stage.IDLE or worker.doom is not None:
                continue
            if not worker.hand(self._waiting.popleft(), time.monotonic()):
                self._staff.doom(worker, Ending.KILLED, None)

    def _go_on(self, timeout: float | None) -> None:
        """See what has happened, and only then what has taken too long."""
        for event in self._staff.listen(timeout):
            self._account(event)
        now = time.monotonic()
        look_at_memory = now >= self._looked + _LOOK_AT_MEMORY
        if look_at_memory:
            self._looked = now
        for worker in list(self._staff.workers.values()):
            if now >= _due(worker):
                self._end_overdue(worker)
            elif look_at_memory and worker.too_much_memory():
                self._staff.doom(worker, Ending.OUT_OF_MEMORY, "it held more than its limit")

    def _end_overdue(self, worker: Worker) -> None:
        if worker.doom is not None:
            self._account(self._staff.write_off(worker))
            return
        busy = worker.attempt if worker.stage is Stage.BUSY else None
        detail = None if busy is None else f"it took more than {busy.limits.seconds:g} s"
        self._staff.doom(worker, Ending.TIMED_OUT, detail)

    def _patience(self) -> float | None:
        """Seconds until something is due, even if nothing happens; None: nothing is."""
        now = time.monotonic()
        workers = self._staff.workers.values()
        due = min((_due(worker) for worker in workers), default=math.inf)
        if self._waiting and self._staff.next_birth > now:
            due = min(due, self._staff.next_birth)
        if any(worker.memory_ceiling is not None for worker in workers):
            due = min(due, self._looked + _LOOK_AT_MEMORY)
        return None if due == math.inf else min(_LONGEST_WAIT, max(0.0, due - now))

    def _account(self, event: Event) -> None:
        """Turn the end of a job, or of a worker with it, into an outcome or another try."""
        if isinstance(event, Answered):
            self._finished.append(Outcome.of(event.attempt.job, event.answer))
            return
        attempt = event.worker.attempt
        if attempt is None:
            return
        if self._another_try(attempt, event):
            self._waiting.appendleft(attempt)
            return
        ending, detail = _verdict(event)
        seconds = time.monotonic() - event.worker.since
        peak = event.peak_memory
        self._finished.append(Outcome(attempt.job, ending, None, detail, None, seconds, peak))

    def _another_try(self, attempt: Attempt, death: Death) -> bool:
        """Whether the job gets another worker; counts the tries."""
        if death.worker.stage is Stage.HANDED:
            attempt.never_begun += 1
            return attempt.never_begun <= _NEVER_BEGUN
        if death.worker.doom is not None or _for_memory(death):
            return False
        if death.with_template and not attempt.alone:
            attempt.alone = True  # if it was this job it will be again, and take no other with it
            return True
        if death.with_template or _signal_name(death.exit_code) in _FROM_OUTSIDE:
            attempt.killed += 1
            return attempt.killed <= self._rules.killed_retries
        return False


def _due(worker: Worker) -> float:
    """When a worker has taken too long for what it is at."""
    if worker.doom is not None:
        return worker.doomed_at + _SLOW_DEATH
    match worker.stage:
        case Stage.IDLE:
            return math.inf
        case Stage.BUSY if worker.attempt is not None:
            return worker.since + worker.attempt.limits.seconds
        case Stage.BORN:
            return worker.since + _SLOW_START
        case _:
            return worker.since + _SLOW_TALK


def _verdict(death: Death) -> tuple[Ending, str | None]:
    """What a worker's death means for the job it had and that is not tried again."""
    if death.worker.stage is Stage.HANDED:
        return Ending.KILLED, "its workers died before they began it"
    if death.worker.doom is not None:
        return death.worker.doom
    if death.with_template:
        return Ending.KILLED, "all worker processes ended"
    code = death.exit_code or 0
    name = _signal_name(code) if code < 0 else _EXIT_CODES.get(code)
    detail = f"exit code {code}" if code >= 0 else f"signal {-code}"
    named = detail if name is None else f"{detail} ({name})"
    return (Ending.OUT_OF_MEMORY if _for_memory(death) else Ending.KILLED), named


def _for_memory(death: Death) -> bool:
    """Whether a signal ended the worker when the job's memory was all but used up."""
    by_signal = death.exit_code is not None and death.exit_code < 0
    return by_signal and death.worker.died_for_memory(death.peak_memory or 0)


def _signal_name(exit_code: int | None) -> str | None:
    try:
        return signal.Signals(-(exit_code or 0)).name
    except ValueError:  # no signal, or one without a name
        return None
