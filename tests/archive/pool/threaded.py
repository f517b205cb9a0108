"""A module that starts a thread when it is imported."""

import os
import threading
from pathlib import Path

from spur_extract.archive.pool import Plain

_stopped = threading.Event()
threading.Thread(target=_stopped.wait, daemon=True).start()


def running_threads(_: Plain) -> Plain:
    """Names the process and how many threads it has: a forked copy has only the one that forked."""
    return {"pid": os.getpid(), "threads": len([*Path("/proc/self/task").iterdir()])}
