"""Which processes there are."""

import subprocess
import time
from collections.abc import Callable


def children(pid: int) -> list[int]:
    """The processes that one has started, those that ended and were not waited for included."""
    return _children().get(pid, [])


def descendants(pid: int) -> set[int]:
    """All processes below one."""
    known = _children()
    found: set[int] = set()
    pending = [pid]
    while pending:
        below = known.get(pending.pop(), [])
        found.update(below)
        pending.extend(below)
    return found


def _children() -> dict[int, list[int]]:
    """Process → those it has started, without the `ps` that lists them."""
    listing = subprocess.Popen(
        ["ps", "-A", "-o", "pid=,ppid="],  # noqa: S607
        stdout=subprocess.PIPE,
        text=True,
    )
    table, _ = listing.communicate()
    found: dict[int, list[int]] = {}
    for line in table.splitlines():
        child, parent = map(int, line.split())
        if child != listing.pid:
            found.setdefault(parent, []).append(child)
    return found


def alive(pids: set[int]) -> set[int]:
    """Those that run; one that ended and waits to be buried by the system does not."""
    if not pids:
        return set()
    table = subprocess.run(
        ["ps", "-o", "pid=,stat=", "-p", ",".join(map(str, sorted(pids)))],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,  # 1 where there are none
    ).stdout
    fields = [line.split() for line in table.splitlines()]
    return {int(pid) for pid, state in fields if not state.startswith("Z")}


def comes_true(condition: Callable[[], bool], seconds: float = 10.0) -> bool:
    """Whether a condition holds within some seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return condition()
