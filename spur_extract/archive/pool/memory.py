"""How much memory a process holds, in bytes, where the system has /proc to tell it; else None."""

import os
from pathlib import Path


def resident(pid: int | None = None) -> int | None:
    """What a process, this one by default, holds in the machine's memory."""
    return _statm(pid, 1)


def mapped() -> int | None:
    """The address space this process has taken."""
    return _statm(None, 0)


def _statm(pid: int | None, field: int) -> int | None:
    try:
        fields = Path(f"/proc/{'self' if pid is None else pid}/statm").read_bytes().split()
        return int(fields[field]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return None
