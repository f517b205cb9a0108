"""Runs jobs in workers: hands out, listens, keeps the limits, and accounts for every job."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path

from spur_extract.archive.pool.dispatch import Dispatcher, RunRules
from spur_extract.archive.pool.jobs import Job, Limits, Outcome, Plain
from spur_extract.archive.pool.task import task_name
from spur_extract.errors import WorkersNotStartedError


def run_jobs(
    jobs: Iterable[Job | None],
    task: str | Callable[..., Plain],
    slots: int,
    limits: Limits | Callable[[Job], Limits],
    *,
    killed_retries: int = 1,
    log: Path | None = None,
) -> Generator[Outcome, None, None]:
    """Call `task` with the payload of each job, `slots` at a time, each in a child process.

    Every job comes out exactly once, in the order in which they end. `jobs` is read as workers
    become free, a step at a time, and workers are looked after between the steps. While a step
    waits nobody is; so an iterator that takes its time gives None where it has no job yet. `task`
    is a function at the top of a module, or its name "module:function"; the module is imported
    once, in a process of which the workers are copies. A job whose worker is killed by somebody
    else (SIGKILL, SIGTERM, SIGHUP) is tried again `killed_retries` times. What jobs print goes to
    `log`, or nowhere.

    The child processes end when the generator does, is closed, or raises, and when this process
    is killed.

    Raises:
        ValueError: `task` cannot be found by its name in a child process; no slot.
        WorkersNotStartedError: no worker can be started, or none can import the task.
        OSError: `log` cannot be written.
    """
    if os.name != "posix":
        raise WorkersNotStartedError("Workers need a system that can fork processes.")
    if slots < 1:
        raise ValueError("At least one slot is needed.")
    limits_of = (lambda _: limits) if isinstance(limits, Limits) else limits
    rules = RunRules(task_name(task), slots, limits_of, killed_retries, log)
    return _outcomes(iter(jobs), rules)


def _outcomes(jobs: Iterator[Job | None], rules: RunRules) -> Generator[Outcome, None, None]:
    dispatcher = Dispatcher(jobs, rules)
    try:
        yield from dispatcher.outcomes()
    finally:
        dispatcher.close()
