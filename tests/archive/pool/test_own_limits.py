"""What a worker does to itself."""

import resource
import sys

import pytest

from spur_extract.archive.pool import Job, Limits, run_jobs
from spur_extract.archive.pool.own_limits import limited_memory
from tests.archive.pool import lethal

GIGABYTE = 1 << 30


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells nothing of memory")
def test_a_memory_limit_ends_with_its_job() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    with limited_memory(GIGABYTE):
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        assert GIGABYTE < soft < 1000 * GIGABYTE
        assert hard == before[1]
        with pytest.raises(MemoryError):
            bytearray(2 * GIGABYTE)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells nothing of memory")
def test_a_lower_limit_of_the_user_stands() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    own = (100 * GIGABYTE, before[1])
    resource.setrlimit(resource.RLIMIT_AS, own)
    try:
        with limited_memory(1000 * GIGABYTE):
            assert resource.getrlimit(resource.RLIMIT_AS) == own
        assert resource.getrlimit(resource.RLIMIT_AS) == own
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def test_a_crash_writes_no_image_of_the_memory() -> None:
    [outcome] = run_jobs([Job(0, None)], lethal.core_limit, 1, Limits(10, None, 1))
    assert outcome.result in ([1, 1], [0, 0])
