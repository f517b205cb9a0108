"""How far a conversion is: a bar for who watches, a line now and then for a log."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import Final

import click

from spur_extract.archive.conversion import OnFile
from spur_extract.archive.run_report import RunEntry, Status
from spur_extract.cli.session import Session

SECONDS_TO_FIRST_LINE: Final = 2.0
SECONDS_BETWEEN_LINES: Final = 10.0

NOT_WELL: Final = frozenset({Status.FAILED, Status.REFUSED})

Clock = Callable[[], float]


@contextmanager
def progress(session: Session) -> Iterator[OnFile | None]:
    """What to call after each file: nothing with --quiet, else a bar or lines on stderr."""
    if session.quiet:
        yield None
    elif session.shows_progress:
        with _bar() as on_file:
            yield on_file
    else:
        lines = LogLines(_echo)
        with _after(SECONDS_TO_FIRST_LINE, lines.say_that_it_begins):
            yield lines


@contextmanager
def _after(seconds: float, action: Callable[[], None]) -> Iterator[None]:
    """Do something if the block takes that long."""
    timer = Timer(seconds, action)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _echo(line: str) -> None:
    click.echo(line, err=True)


class Pace:
    """How quickly files are done. Those known from an earlier run count apart: they take no time.

    The first of each kind is left out of its mean, since what had to be started is in its time.
    """

    def __init__(self, clock: Clock = time.monotonic) -> None:
        """Begin now."""
        self._clock = clock
        self._last = clock()
        self._seconds = {True: 0.0, False: 0.0}  # by whether the file was known
        self._files = {True: 0, False: 0}
        self._to_convert: int | None = None
        self._remaining = 0
        self.failed = 0

    def expect(self, to_convert: int) -> None:
        """About so many files are not known yet."""
        self._to_convert = to_convert

    def note(self, entry: RunEntry, done: int, total: int) -> None:
        """A file is done."""
        now = self._clock()
        if self._files[entry.known]:
            self._seconds[entry.known] += now - self._last
        self._last = now
        self._files[entry.known] += 1
        self._remaining = total - done
        self.failed += entry.status in NOT_WELL

    @property
    def rate(self) -> float | None:
        """Files converted in a second; None before that can be told."""
        each = self._each(known=False)
        return 1 / each if each else None

    @property
    def left(self) -> float | None:
        """Seconds until all is done; None before that can be told."""
        fresh = min(self._remaining, self._fresh_left())
        each = self._each(known=False)
        if fresh and each is None:
            return None
        return fresh * (each or 0.0) + (self._remaining - fresh) * (self._each(known=True) or 0.0)

    def _fresh_left(self) -> int:
        if self._to_convert is not None:
            return max(0, self._to_convert - self._files[False])
        return round(self._remaining * self._files[False] / max(1, sum(self._files.values())))

    def _each(self, *, known: bool) -> float | None:
        measured = self._files[known] - 1
        return self._seconds[known] / measured if measured > 0 else None

    def __str__(self) -> str:
        """Rate and time left, as far as they can be told."""
        parts = []
        if (rate := self.rate) is not None:
            parts.append(f"{rate:.1f} files/s")
        if (left := self.left) is not None:
            parts.append(f"about {_duration(left)} left")
        return ", ".join(parts)


class LogLines:
    """Says how far it is, soon after the start and then every `SECONDS_BETWEEN_LINES`."""

    def __init__(self, say: Callable[[str], None], clock: Clock = time.monotonic) -> None:
        """`say` writes a line."""
        self._say = say
        self._clock = clock
        self._pace = Pace(clock)
        self._next = clock() + SECONDS_TO_FIRST_LINE
        self._begun = False

    def expect(self, to_convert: int) -> None:
        """About so many files are not known yet."""
        self._pace.expect(to_convert)

    def say_that_it_begins(self) -> None:
        """Say that something goes on, unless a file is done."""
        if not self._begun:
            self._say("Begun; no file is done yet.")

    def __call__(self, entry: RunEntry, done: int, total: int) -> None:
        """A file is done."""
        self._begun = True
        pace = self._pace
        pace.note(entry, done, total)
        now = self._clock()
        if now >= self._next:
            self._next = now + SECONDS_BETWEEN_LINES
            told = f"{done} of {total} files, {pace.failed} not converted"
            self._say(", ".join(filter(None, (told, str(pace)))))


@contextmanager
def _bar() -> Iterator[OnFile]:
    # Imported here: it takes a tenth of a second, and only a terminal shows it.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (
        TextColumn("Converting"),
        BarColumn(),
        TextColumn("{task.completed:.0f} of {task.total:.0f} files"),
        TextColumn("{task.fields[failed]} not converted"),
        TextColumn("{task.fields[pace]}"),
    )
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task("files", total=1, failed=0, pace="")

        class Shown(Pace):
            def __call__(self, entry: RunEntry, done: int, total: int) -> None:
                self.note(entry, done, total)
                pace = str(self)
                bar.update(task, completed=done, total=total, failed=self.failed, pace=pace)

        yield Shown()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
