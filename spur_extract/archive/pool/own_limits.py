"""What a worker does to itself: memory limit, memory peak, death with its parent."""

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from spur_extract.archive.pool.memory import mapped

_PR_SET_PDEATHSIG: Final = 1


@contextmanager
def limited_memory(memory_bytes: int | None) -> Iterator[None]:
    """Let allocations beyond `memory_bytes` more than now fail with `MemoryError`.

    Does nothing where the address space taken so far is unknown (no /proc).
    """
    taken = mapped()
    if memory_bytes is None or taken is None:
        yield
        return
    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = taken + memory_bytes
    soft = wanted if before == resource.RLIM_INFINITY else min(wanted, before)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    try:
        yield
    finally:
        with suppress(OSError, ValueError):  # the job may have lowered the hard limit
            resource.setrlimit(resource.RLIMIT_AS, (before, hard))


def reset_peak() -> None:
    """Let the peak of this process's memory begin anew (Linux)."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_bytes(b"5")


def peak_memory() -> int | None:
    """The most bytes this process held since `reset_peak`, or in its whole life (not Linux)."""
    if sys.platform != "linux":
        return in_bytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    try:
        status = Path("/proc/self/status").read_bytes()
        return int(status.partition(b"VmHWM:")[2].split(maxsplit=1)[0]) * 1024
    except (OSError, IndexError, ValueError):
        return None


def in_bytes(ru_maxrss: int) -> int:
    """`ru_maxrss` is in kilobytes, on macOS in bytes."""
    return ru_maxrss if sys.platform == "darwin" else ru_maxrss * 1024


def leave_no_core() -> None:
    """Let a crash write no image of the memory, which holds report text, to the disk."""
    # One byte, and not none: Linux hands the image to a program that collects crashes if it is 0.
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    least = 1 if hard == resource.RLIM_INFINITY else min(1, hard)
    resource.setrlimit(resource.RLIMIT_CORE, (least, least))


def die_with(parent_pid: int) -> None:
    """Let the system kill this process when its parent ends (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent_pid:  # it ended before we asked
            os._exit(0)
