"""Whatever a job does, its outcome says so, and no other job suffers."""

import os
import sys
import time
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from spur_extract.archive.pool import Ending, Job, Limits, Outcome, run_jobs
from tests.archive.pool.lethal import DEEDS, MEGABYTE
from tests.archive.pool.processes import descendants

LIMITS = Limits(seconds=1.5, memory_bytes=120 * MEGABYTE, jobs_per_worker=1000)
LINUX = sys.platform == "linux"


class Expected(NamedTuple):
    ending: Ending
    detail: str | None = None
    error_code: str | None = None


DONE = Expected(Ending.DONE)
TIMED_OUT = Expected(Ending.TIMED_OUT, "it took more than 1.5 s")
GARBAGE = Expected(Ending.KILLED, "it wrote into the worker's pipe")
EXPECTED = {
    "segfault": Expected(Ending.KILLED, "signal 11 (SIGSEGV)"),
    "abort": Expected(Ending.KILLED, "signal 6 (SIGABRT)"),
    "exit_at_once": Expected(Ending.KILLED, "exit code 0"),
    "exit_with_code": Expected(Ending.KILLED, "exit code 3"),
    "system_exit": Expected(Ending.RAISED, "SystemExit"),
    "loop": TIMED_OUT,
    "loop_deaf": TIMED_OUT,
    "sleep": TIMED_OUT,
    "stop": TIMED_OUT,
    "many_objects": Expected(Ending.OUT_OF_MEMORY, "MemoryError"),
    "one_huge_object": Expected(Ending.OUT_OF_MEMORY, "MemoryError"),
    "unlimited_allocation": Expected(Ending.OUT_OF_MEMORY, "it held more than its limit"),
    "raise": Expected(Ending.RAISED, "ZeroDivisionError"),
    "raise_typed": Expected(Ending.RAISED, "x.pdf is a scan.", "pdf-scanned"),
    "raise_unsendable": Expected(Ending.RAISED, "Unsendable"),
    "recurse": Expected(Ending.RAISED, "RecursionError"),
    "unsendable_result": Expected(Ending.RAISED, "The result is no plain data (TypeError)."),
    "endless_result": Expected(Ending.RAISED, "The result is no plain data (ValueError)."),
    "huge_result": Expected(Ending.RAISED, "The result is larger than 65536 bytes."),
    "close_everything": Expected(Ending.KILLED, "exit code 71 (it closed the worker's pipe)"),
    "close_everything_and_wait": TIMED_OUT,
    "child_that_stays": DONE,
    "child_that_stays_and_crash": Expected(Ending.KILLED, "signal 11 (SIGSEGV)"),
    "child_that_goes_on": DONE,
    "foreign_program": DONE,
    "print_much": DONE,
    "write_everywhere": GARBAGE,
    "forge_a_frame": GARBAGE,
    "alarm_later": DONE,
    "other_folder": DONE,
    "thread_that_stays": DONE,
    "kill_yourself": Expected(Ending.KILLED, "signal 9 (SIGKILL)"),
}
ONLY_LINUX = {"many_objects", "one_huge_object", "unlimited_allocation"}


def _jobs() -> Iterator[Job]:
    """Every deed with a harmless job before and after."""
    for number, deed in enumerate(DEEDS):
        if LINUX or deed not in ONLY_LINUX:
            yield Job(3 * number, number)
            yield Job(3 * number + 1, deed)
            yield Job(3 * number + 2, os.getcwd())  # noqa: PTH109


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    started = time.monotonic()
    found = list(run_jobs(_jobs(), "tests.archive.pool.lethal:commit", 2, LIMITS))
    assert time.monotonic() - started < 30
    return found


def test_every_job_comes_out_once(outcomes: list[Outcome]) -> None:
    assert sorted(outcome.job.number for outcome in outcomes) == [job.number for job in _jobs()]


def test_every_deed_is_expected() -> None:
    assert set(EXPECTED) == set(DEEDS)


@pytest.mark.parametrize("deed", EXPECTED)
def test_a_job_ends_as_it_deserves(deed: str, outcomes: list[Outcome]) -> None:
    if deed in ONLY_LINUX and not LINUX:
        pytest.skip("the system tells nothing of memory")
    [outcome] = [outcome for outcome in outcomes if outcome.job.payload == deed]
    assert Expected(outcome.ending, outcome.detail, outcome.error_code) == EXPECTED[deed]
    if outcome.ending is Ending.TIMED_OUT:
        assert 1.5 <= outcome.seconds < 4


def test_harmless_jobs_are_done_whatever_runs_before_them(outcomes: list[Outcome]) -> None:
    harmless = [outcome for outcome in outcomes if outcome.job.payload not in DEEDS]
    assert {outcome.ending for outcome in harmless} == {Ending.DONE}
    assert all(outcome.result == outcome.job.payload for outcome in harmless)


def test_nothing_is_left_behind(outcomes: list[Outcome]) -> None:
    assert outcomes
    assert not descendants(os.getpid())


@pytest.mark.skipif(not LINUX, reason="elsewhere the peak is that of the worker's whole life")
def test_peak_memory_is_that_of_the_job() -> None:
    jobs = [Job(number, megabytes) for number, megabytes in enumerate((1, 200, 1))]
    limits = Limits(10, 1000 * MEGABYTE, 1000)
    found = list(run_jobs(jobs, "tests.archive.pool.lethal:take", 1, limits))
    low, high, low_again = [(outcome.peak_memory or 0) / MEGABYTE for outcome in found]
    assert 180 < high - low < 450
    assert low_again - low < 60


@pytest.mark.skipif(not LINUX, reason="the system tells nothing of memory")
def test_the_peak_of_a_killed_job_is_known() -> None:
    jobs = [Job(0, "unlimited_allocation")]
    [outcome] = run_jobs(jobs, "tests.archive.pool.lethal:commit", 1, LIMITS)
    assert (outcome.peak_memory or 0) > 120 * MEGABYTE
