"""How far a conversion is: a bar for who watches, a line now and then for a log."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import click

from spur_extract.archive.conversion import OnFile
from spur_extract.archive.run_report import RunEntry, Status
from spur_extract.cli.session import Session

SECONDS_BETWEEN_LINES: Final = 10.0

NOT_WELL: Final = frozenset({Status.FAILED, Status.REFUSED})


@contextmanager
def progress(session: Session) -> Iterator[OnFile | None]:
    """What to call after each file: nothing with --quiet, else a bar or lines on stderr."""
    if session.quiet:
        yield None
    elif session.shows_progress:
        with _bar() as on_file:
            yield on_file
    else:
        yield log_lines(lambda line: click.echo(line, err=True))


def log_lines(say: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> OnFile:
    """Say how far it is every `SECONDS_BETWEEN_LINES`."""
    started = last = clock()
    failed = 0

    def on_file(entry: RunEntry, done: int, total: int) -> None:
        nonlocal last, failed
        failed += entry.status in NOT_WELL
        now = clock()
        if now - last >= SECONDS_BETWEEN_LINES:
            last = now
            rate = done / (now - started)
            left = _duration((total - done) / rate)
            say(
                f"{done} of {total} files, {failed} not converted, {rate:.1f} files/s, "
                f"about {left} left"
            )

    return on_file


@contextmanager
def _bar() -> Iterator[OnFile]:
    # Imported here: it takes a tenth of a second, and only a terminal shows it.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        TextColumn("Converting"),
        BarColumn(),
        TextColumn("{task.completed:.0f} of {task.total:.0f} files"),
        TextColumn("{task.fields[failed]} not converted"),
        TextColumn("{task.fields[rate]:.1f} files/s"),
        TimeRemainingColumn(),
    )
    started = time.monotonic()
    failed = 0
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task("files", total=1, failed=0, rate=0.0)

        def on_file(entry: RunEntry, done: int, total: int) -> None:
            nonlocal failed
            failed += entry.status in NOT_WELL
            rate = done / max(time.monotonic() - started, 1e-3)
            bar.update(task, completed=done, total=total, failed=failed, rate=rate)

        yield on_file


def _duration(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
