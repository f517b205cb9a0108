"""The worker processes of a run: started, listened to, killed, buried."""

import selectors
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spur_extract.archive.pool.crew import Answer, Attempt, Stage, Worker
from spur_extract.archive.pool.jobs import Ending
from spur_extract.archive.pool.launcher import Launcher, TemplateLostError, kill_group
from spur_extract.errors import WorkersNotStartedError

_FAILED_BIRTHS: Final = 10  # in a row, with no worker alive, before the run is given up
_LOST_TEMPLATES: Final = 5  # in a row, with no worker become ready between
_LONGEST_PAUSE: Final = 2.0  # seconds between births that fail
_SHORTEST_PAUSE: Final = 0.02


@dataclass(frozen=True, slots=True)
class Answered:
    """A worker has done a job."""

    attempt: Attempt
    answer: Answer


@dataclass(frozen=True, slots=True)
class Death:
    """A worker is gone. `exit_code` is negative for a signal, None when nobody saw it end."""

    worker: Worker
    exit_code: int | None = None
    peak_memory: int | None = None
    with_template: bool = False


Event = Answered | Death


class Staff:
    """All workers, by number. One that is leaving counts as gone when others are started."""

    def __init__(self, task: str, log: Path | None) -> None:
        """Start the template process; workers are started by `grow`."""
        self._task = task
        self._log = log
        self.workers: dict[int, Worker] = {}
        self._born = 0
        self._failed_births = 0
        self._lost_templates = 0
        self.next_birth = 0.0
        self._selector = selectors.DefaultSelector()
        self._launcher = self._launch()

    def grow(self, size: int) -> None:
        """Start workers until there are `size`, unless starting them failed just now."""
        now = time.monotonic()
        while self._present() < size and now >= self.next_birth:
            self._born += 1
            pipe = self._launcher.ask_for_worker(self._born)
            if pipe is None:
                self.next_birth = now + _SHORTEST_PAUSE
                return
            worker = Worker(self._born, pipe, now)
            self.workers[worker.number] = worker
            self._selector.register(pipe, selectors.EVENT_READ, worker)

    def _present(self) -> int:
        return sum(worker.stage is not Stage.LEAVING for worker in self.workers.values())

    def doom(self, worker: Worker, ending: Ending, detail: str | None) -> None:
        """Have a worker killed; its job, if it has begun one, ends like that."""
        if worker.doom is None:
            worker.doom, worker.doomed_at = (ending, detail), time.monotonic()
            self._launcher.kill(worker.number)

    def write_off(self, worker: Worker) -> Death:
        """Wait no more for the end of a worker that was killed (a file system that hangs)."""
        self._remove(worker)
        self._check_birth(worker, "they do not answer")
        return Death(worker)

    def listen(self, timeout: float | None) -> list[Event]:
        """What has happened; waits `timeout` seconds at most, None: as long as it takes.

        Raises WorkersNotStartedError when starting workers fails again and again.
        """
        events: list[Event] = []
        ready = [key.data for key, _ in self._selector.select(timeout)]
        for worker in ready:
            if worker is not None:
                events += self._hear(worker)
        if None in ready:
            events += self._hear_template()
        return events

    def close(self) -> None:
        """End all processes and wait until they are gone."""
        try:
            for worker in self.workers.values():
                worker.pipe.close()
            self._selector.close()
        finally:
            self._launcher.close()

    def _launch(self) -> Launcher:
        launcher = Launcher(self._task, self._log)
        self._selector.register(launcher.control, selectors.EVENT_READ, None)
        return launcher

    def _hear(self, worker: Worker) -> Iterator[Event]:
        attempt, was = worker.attempt, worker.stage
        answer, still_open = worker.hear(time.monotonic())
        if worker.broken:
            self.doom(worker, Ending.KILLED, "it wrote into the worker's pipe")
        if was is Stage.BORN and worker.stage is not Stage.BORN:
            self._failed_births = self._lost_templates = 0
        if not still_open and worker.pipe in self._selector.get_map():
            self._selector.unregister(worker.pipe)  # its end is told by the template
        if answer is not None and attempt is not None:
            worker.attempt = None
            yield Answered(attempt, answer)

    def _hear_template(self) -> Iterator[Event]:
        try:
            for message in self._launcher.messages():
                match message:
                    case ["unborn", int(number), str(reason)] if number in self.workers:
                        worker = self.workers[number]
                        self._remove(worker)
                        self._check_birth(worker, reason)
                    case ["ended", int(number), int(code), int(peak)] if number in self.workers:
                        yield from self._bury(self.workers[number], code, peak)
                    case ["no task", str(reason)]:
                        raise WorkersNotStartedError(f"{self._task} cannot be loaded: {reason}.")
        except TemplateLostError:
            yield from self._replace_template()

    def _bury(self, worker: Worker, exit_code: int, peak_memory: int) -> Iterator[Event]:
        yield from self._hear(worker)  # its last words
        self._remove(worker)
        self._check_birth(worker, "they end at once")
        yield Death(worker, exit_code, peak_memory)

    def _replace_template(self) -> Iterator[Event]:
        for worker in list(self.workers.values()):
            yield from self._hear(worker)
            if worker.pid is not None:
                kill_group(worker.pid)
            self._remove(worker)
            yield Death(worker, with_template=True)
        self._selector.unregister(self._launcher.control)
        self._launcher.close()
        self._lost_templates += 1
        if self._lost_templates >= _LOST_TEMPLATES:
            raise WorkersNotStartedError("The process that starts workers ends again and again.")
        self._launcher = self._launch()

    def _remove(self, worker: Worker) -> None:
        del self.workers[worker.number]
        if worker.pipe in self._selector.get_map():
            self._selector.unregister(worker.pipe)
        worker.pipe.close()

    def _check_birth(self, worker: Worker, reason: str) -> None:
        """Wait before the next birth if this one failed, longer each time, but not for ever."""
        if worker.stage is not Stage.BORN:
            return
        self._failed_births += 1
        pause = min(_LONGEST_PAUSE, _SHORTEST_PAUSE * 2**self._failed_births)
        self.next_birth = time.monotonic() + pause
        alive = any(other.stage is not Stage.BORN for other in self.workers.values())
        if self._failed_births >= _FAILED_BIRTHS and not alive:
            raise WorkersNotStartedError(f"No worker can be started: {reason}.")
