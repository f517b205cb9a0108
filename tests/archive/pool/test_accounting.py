"""Jobs in and outcomes out: lazily, once each, tried again where that is fair."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from spur_extract.archive.pool import (
    Ending,
    Job,
    Limits,
    Outcome,
    Plain,
    WorkersNotStartedError,
    run_jobs,
)
from spur_extract.archive.pool.messages import LONGEST_VALUE
from tests.archive.pool import lethal

LIMITS = Limits(seconds=10, memory_bytes=None, jobs_per_worker=1000)
# Ways to end that cost no waiting.
QUICK_DEATHS = (
    "segfault",
    "exit_at_once",
    "exit_with_code",
    "close_everything",
    "write_everywhere",
    "one_huge_object",
    "raise_unsendable",
    "child_that_stays_and_crash",
    "unsendable_result",
    "kill_yourself",
)
# Kills workers below the process given at random, now and then the template they come from (not
# while it loads: nothing could ever run), until it is killed itself.
KILLER = """
import os, random, signal, sys, time
from contextlib import suppress
from tests.archive.pool.processes import children, descendants
pool = int(sys.argv[1])
while True:
    time.sleep(random.uniform(0.02, 0.1))
    templates = [pid for pid in children(pool) if pid != os.getpid() and children(pid)]
    workers = [pid for template in templates for pid in descendants(template)]
    if workers:
        chosen = workers if random.random() < 0.95 else templates
        with suppress(ProcessLookupError):
            os.kill(random.choice(chosen), signal.SIGKILL)
"""


def test_a_function_can_be_given_for_its_name() -> None:
    found = list(run_jobs([Job(7, 21)], lethal.double, 1, LIMITS))
    assert [(outcome.job.number, outcome.result) for outcome in found] == [(7, 42)]


def test_no_jobs_give_no_outcomes() -> None:
    assert list(run_jobs([], lethal.double, 2, LIMITS)) == []


def test_values_come_through_unchanged() -> None:
    values: list[Plain] = ["å", "a\u030a", "\udce5", "", None, True, 1.5, -3, ["x", [None]]]
    values += [{"ä": {"b": [1]}}, "x" * (LONGEST_VALUE - 2)]
    jobs = [Job(number, value) for number, value in enumerate(values)]
    found = {
        outcome.job.number: outcome.result for outcome in run_jobs(jobs, lethal.echo, 2, LIMITS)
    }
    assert [found[number] for number in range(len(values))] == values


def test_a_payload_that_cannot_be_sent_is_an_outcome() -> None:
    jobs = [Job(0, "x" * 70_000), Job(1, {1: b"x"}), Job(2, 4)]  # type: ignore[dict-item]
    found = {outcome.job.number: outcome for outcome in run_jobs(jobs, lethal.echo, 1, LIMITS)}
    assert found[0].detail == "The payload is larger than 65536 bytes."
    assert found[1].detail == "The payload is no plain data (TypeError)."
    assert [found[number].ending for number in range(3)] == [
        Ending.RAISED,
        Ending.RAISED,
        Ending.DONE,
    ]


def test_outcomes_come_in_the_order_in_which_jobs_end() -> None:
    jobs = [Job(0, 1.0), Job(1, 0.0)]
    found = [outcome.job.number for outcome in run_jobs(jobs, lethal.wait, 2, LIMITS)]
    assert found == [1, 0]


def test_jobs_are_read_as_they_are_needed() -> None:
    taken = 0

    def jobs() -> Iterator[Job]:
        nonlocal taken
        for number in range(1_000_000):
            taken += 1
            yield Job(number, number)

    running = run_jobs(jobs(), lethal.double, 2, LIMITS)
    for _ in range(50):
        next(running)
    running.close()
    assert 50 <= taken <= 50 + 5 * 2  # waiting, at work, and ended but not looked at


def test_workers_are_looked_after_while_the_next_job_is_looked_for() -> None:
    """Thousands of steps without a job lie between two jobs; the first of them never ends."""
    steps = 0

    def jobs() -> Iterator[Job | None]:
        nonlocal steps
        yield Job(0, 60.0)
        for _ in range(1_000):
            steps += 1
            time.sleep(0.005)
            yield None
        yield Job(1, 0.0)

    found: list[tuple[Outcome, int]] = []
    for outcome in run_jobs(jobs(), lethal.wait, 2, Limits(0.5, None, 10)):
        found.append((outcome, steps))  # noqa: PERF401 - the steps are those at that moment
    (first, seen), (second, _) = found
    assert (first.job.number, first.ending) == (0, Ending.TIMED_OUT)
    assert first.seconds < 2
    assert seen < 1_000
    assert (second.job.number, second.ending) == (1, Ending.DONE)


def test_limits_may_differ_from_job_to_job() -> None:
    def limits(job: Job) -> Limits:
        return Limits(0.3 if job.number == 0 else 10, None, 10)

    jobs = [Job(0, 0.8), Job(1, 0.8)]
    found = {
        outcome.job.number: outcome.ending for outcome in run_jobs(jobs, lethal.wait, 2, limits)
    }
    assert found == {0: Ending.TIMED_OUT, 1: Ending.DONE}


@pytest.mark.parametrize(("jobs_per_worker", "workers"), [(1, 6), (2, 3), (6, 1)])
def test_workers_are_replaced_after_so_many_jobs(jobs_per_worker: int, workers: int) -> None:
    jobs = [Job(number, None) for number in range(6)]
    limits = Limits(10, None, jobs_per_worker)
    found = [outcome.result for outcome in run_jobs(jobs, lethal.own_pid, 1, limits)]
    assert len(set(map(str, found))) == workers


@pytest.mark.parametrize("deed", ["alarm_later", "other_folder"])
def test_what_a_job_leaves_behind_does_not_reach_the_next(deed: str) -> None:
    task = "tests.archive.pool.test_accounting:place_before"
    found = list(run_jobs([Job(0, deed), Job(1, None)], task, 1, LIMITS, killed_retries=0))
    assert [outcome.result for outcome in found] == [str(Path.cwd())] * 2


def place_before(deed: Plain) -> Plain:
    """The task of the test above: the working directory, before the deed."""
    folder = str(Path.cwd())
    time.sleep(0.2)
    lethal.commit(deed)
    return folder


def test_a_worker_killed_in_the_middle_of_a_job_costs_one_retry(tmp_path: Path) -> None:
    marker = str(tmp_path / "marker")
    [outcome] = run_jobs([Job(0, marker)], lethal.killed_at_first, 1, LIMITS)
    assert (outcome.ending, outcome.result) == (Ending.DONE, "second time")


def test_without_retries_a_killed_worker_costs_its_job(tmp_path: Path) -> None:
    marker = str(tmp_path / "marker")
    [outcome] = run_jobs([Job(0, marker)], lethal.killed_at_first, 1, LIMITS, killed_retries=0)
    assert (outcome.ending, outcome.detail) == (Ending.KILLED, "signal 9 (SIGKILL)")


def test_the_loss_of_all_processes_costs_no_job(tmp_path: Path) -> None:
    marker = str(tmp_path / "marker")
    found = list(run_jobs([Job(0, marker)], lethal.template_killed, 1, LIMITS, killed_retries=0))
    assert [outcome.result for outcome in found] == ["second time"]


def test_a_job_that_ends_all_processes_takes_no_other_with_it() -> None:
    jobs = [Job(number, None if number == 3 else 0.02) for number in range(12)]
    task = "tests.archive.pool.test_accounting:wait_or_kill_template"
    found = {outcome.job.number: outcome.ending for outcome in run_jobs(jobs, task, 2, LIMITS)}
    assert found == {number: Ending.KILLED if number == 3 else Ending.DONE for number in range(12)}


def wait_or_kill_template(payload: Plain) -> Plain:
    """The task of the test above."""
    return lethal.template_killed(None) if payload is None else lethal.wait(payload)


def _battle(seed: int) -> tuple[list[Job], list[Outcome]]:
    """400 jobs, a tenth of them lethal, while processes are killed at random."""
    chance = random.Random(seed)  # noqa: S311
    lethal_ones = set(chance.sample(range(400), 40))
    jobs = [
        Job(number, chance.choice(QUICK_DEATHS) if number in lethal_ones else number)
        for number in range(400)
    ]
    limits = Limits(10, 500 * lethal.MEGABYTE, 50)
    killer = subprocess.Popen([sys.executable, "-c", KILLER, str(os.getpid())])
    try:
        task = "tests.archive.pool.test_accounting:commit_slowly"
        return jobs, list(run_jobs(jobs, task, 3, limits, killed_retries=20))
    finally:
        killer.kill()
        killer.wait()


def commit_slowly(deed: Plain) -> Plain:
    """The task of the battle: long enough to be hit."""
    time.sleep(0.01)
    return lethal.commit(deed)


def test_no_job_is_lost_while_processes_are_killed_at_random() -> None:
    jobs, outcomes = _battle(random.randrange(1 << 30))  # noqa: S311
    counts = Counter(outcome.job.number for outcome in outcomes)
    assert counts == Counter(range(400))
    for outcome in outcomes:
        harmless = outcome.job.payload not in lethal.DEEDS
        assert outcome.job == jobs[outcome.job.number]
        assert (outcome.ending is Ending.DONE) == harmless, outcome


def test_a_task_that_cannot_be_imported_is_told() -> None:
    with pytest.raises(WorkersNotStartedError, match="ModuleNotFoundError"):
        list(run_jobs([Job(0, None)], "no_such_module:function", 1, LIMITS))
    with pytest.raises(WorkersNotStartedError, match="AttributeError"):
        list(run_jobs([Job(0, None)], "tests.archive.pool.lethal:nothing", 1, LIMITS))


@pytest.mark.parametrize("task", [lambda _: None, "no_colon", "__main__:function", ":f", "m:"])
def test_a_task_without_an_importable_name_is_refused(task: object) -> None:
    with pytest.raises(ValueError, match="can be imported"):
        run_jobs([], task, 1, LIMITS)  # type: ignore[arg-type]


@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted in /proc")
def test_a_module_with_threads_is_not_forked() -> None:
    jobs = [Job(number, None) for number in range(3)]
    task = "tests.archive.pool.threaded:running_threads"
    found = list(run_jobs(jobs, task, 2, LIMITS))
    results = [outcome.result for outcome in found]
    assert [result["threads"] for result in results if isinstance(result, dict)] == [2, 2, 2]


def test_what_jobs_print_goes_to_the_log(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    log = tmp_path / "workers.log"
    list(run_jobs([Job(0, "print_much")], lethal.commit, 1, LIMITS, log=log))
    assert capfd.readouterr() == ("", "")
    assert log.stat().st_size == 15 * lethal.MEGABYTE


def test_a_crash_is_not_tried_again(tmp_path: Path) -> None:
    task = "tests.archive.pool.test_accounting:count_and_crash"
    counted = tmp_path / "counted"
    [outcome] = run_jobs([Job(0, str(counted))], task, 1, LIMITS, killed_retries=5)
    assert (outcome.ending, counted.read_text()) == (Ending.KILLED, "x")


def count_and_crash(path: Plain) -> Plain:
    """The task of the test above."""
    with Path(str(path)).open("a", encoding="utf-8") as counted:
        counted.write("x")
    return lethal.commit("segfault")
