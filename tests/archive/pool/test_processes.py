"""Processes end when they should: all of them, in whatever way the run ends."""

import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from spur_extract.archive.pool import (
    Ending,
    Job,
    Limits,
    WorkersNotStartedError,
    crew,
    launcher,
    run_jobs,
    staff,
)
from tests.archive.pool import lethal
from tests.archive.pool.processes import alive, children, comes_true, descendants

LIMITS = Limits(seconds=30, memory_bytes=None, jobs_per_worker=1000)
ROOT = Path(__file__).parents[3]


def _below() -> set[int]:
    return descendants(os.getpid())


def _two_then_loops() -> Iterator[Job]:
    yield Job(0, 0)
    yield from (Job(number, "loop") for number in range(1, 10))


def test_closing_ends_all_processes() -> None:
    running = run_jobs(_two_then_loops(), lethal.commit, 3, LIMITS)
    assert next(running).ending is Ending.DONE
    below = _below()
    assert len(below) >= 2
    running.close()
    assert not _below()
    assert not alive(below)


def test_an_exception_in_the_consumer_ends_all_processes() -> None:
    def consume() -> None:
        for _ in run_jobs(_two_then_loops(), lethal.commit, 2, LIMITS):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        consume()
    assert not _below()


def test_an_exception_among_the_jobs_ends_all_processes() -> None:
    def jobs() -> Iterator[Job]:
        yield Job(0, "loop")
        raise LookupError

    with pytest.raises(LookupError):
        list(run_jobs(jobs(), lethal.commit, 2, LIMITS))
    assert not _below()


def test_grandchildren_end_with_their_worker() -> None:
    jobs = [Job(0, "child_that_stays"), Job(1, "foreign_program")]
    found = list(run_jobs(jobs, lethal.commit, 1, LIMITS))
    pids = {outcome.result for outcome in found if isinstance(outcome.result, int)}
    assert len(pids) == 2
    assert comes_true(lambda: not alive(pids))


PARENT = """
    import signal
    import sys
    from spur_extract.archive.pool import Job, Limits, run_jobs
    # A shell has what it starts in the background ignore it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    jobs = [Job(0, 0), Job(1, "loop_deaf"), Job(2, "sleep"), Job(3, "child_that_stays")]
    for outcome in run_jobs(jobs, "tests.archive.pool.lethal:commit", 3, Limits(60, None, 99)):
        print(outcome.job.number, flush=True)
"""


def _parent(tmp_path: Path, program: str = PARENT) -> "subprocess.Popen[str]":
    """A program of its own that runs jobs. It has no `if __name__ == "__main__"`."""
    script = tmp_path / "parent.py"
    script.write_text(textwrap.dedent(program), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, env=environment, text=True
    )


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_process_outlives_its_parent(tmp_path: Path, number: signal.Signals) -> None:
    with _parent(tmp_path) as parent:
        assert parent.stdout is not None
        assert {parent.stdout.readline().strip() for _ in range(2)} == {"0", "3"}
        assert comes_true(lambda: len(descendants(parent.pid)) >= 3)
        below = descendants(parent.pid)
        parent.send_signal(number)
        parent.wait(15)
    assert comes_true(lambda: not alive(below))


@pytest.mark.skipif(sys.platform != "linux", reason="only there a worker asks to end as well")
def test_workers_end_when_parent_and_template_are_killed_at_once(tmp_path: Path) -> None:
    with _parent(tmp_path) as parent:
        assert parent.stdout is not None
        assert {parent.stdout.readline().strip() for _ in range(2)} == {"0", "3"}
        below = descendants(parent.pid)
        [template] = children(parent.pid)
        assert len(below) >= 3
        os.kill(template, signal.SIGSTOP)
        parent.kill()
        os.kill(template, signal.SIGKILL)
    workers = below - {template}
    assert comes_true(lambda: not alive(workers))


def test_slow_consumers_cost_no_job() -> None:
    """The second job ends in time, which is seen when its time is over."""
    limits = Limits(1, None, 10)
    endings = []
    for outcome in run_jobs([Job(0, 0.0), Job(1, 0.3)], lethal.wait, 2, limits):
        endings.append(outcome.ending)
        time.sleep(1.3)
    assert endings == [Ending.DONE] * 2


def test_births_that_fail_are_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = launcher.Launcher.ask_for_worker
    asked = 0

    def killed_at_birth(self: launcher.Launcher, number: int) -> socket.socket | None:
        nonlocal asked
        asked += 1
        pipe = ask(self, number)
        if asked <= 4:
            self.kill(number)
        return pipe

    monkeypatch.setattr(launcher.Launcher, "ask_for_worker", killed_at_birth)
    jobs = [Job(number, number) for number in range(5)]
    found = list(run_jobs(jobs, lethal.double, 2, LIMITS))
    assert [outcome.ending for outcome in found] == [Ending.DONE] * 5
    assert asked > 4


def test_births_that_always_fail_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = launcher.Launcher.ask_for_worker

    others: list[socket.socket] = []

    def cut_off(self: launcher.Launcher, number: int) -> socket.socket | None:
        """The pipe of another worker than the one that is started, which ends without a parent."""
        pipe = ask(self, number)
        assert pipe is not None
        pipe.close()
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        others.append(theirs)
        return ours

    monkeypatch.setattr(staff, "_LONGEST_PAUSE", 0.05)
    monkeypatch.setattr(launcher.Launcher, "ask_for_worker", cut_off)
    with pytest.raises(WorkersNotStartedError, match="No worker can be started"):
        list(run_jobs([Job(0, 1)], lethal.double, 2, LIMITS))
    for other in others:
        other.close()
    assert not _below()


def test_a_system_that_starts_no_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(WorkersNotStartedError, match="No process can be started"):
        list(run_jobs([Job(0, 1)], lethal.double, 2, LIMITS))


def test_a_job_whose_worker_dies_before_it_begins_is_innocent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Workers die when the job is handed to them, twice; no retry is counted."""
    handed = 0
    hand = crew.Worker.hand

    def kill_first(self: crew.Worker, attempt: crew.Attempt, now: float) -> bool:
        nonlocal handed
        handed += 1
        if handed <= 2:
            assert self.pid is not None
            os.kill(self.pid, signal.SIGSTOP)
            taken = hand(self, attempt, now)
            os.kill(self.pid, signal.SIGKILL)
            return taken
        return hand(self, attempt, now)

    monkeypatch.setattr(crew.Worker, "hand", kill_first)
    found = list(run_jobs([Job(0, 4)], lethal.double, 1, LIMITS, killed_retries=0))
    assert [outcome.result for outcome in found] == [8]
    assert handed == 3
