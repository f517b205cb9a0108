"""Tasks for the pool: harmless ones, and ones that do what they can to take others with them."""

import ctypes
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from spur_extract.archive.pool import Plain
from spur_extract.errors import PdfScannedError

MEGABYTE = 1 << 20


class Unsendable(Exception):  # noqa: N818 - its name is what the test looks for
    """Cannot be pickled, and cannot be told in words."""

    def __init__(self) -> None:
        super().__init__()
        self.lock = threading.Lock()

    def __str__(self) -> NoReturn:
        raise RuntimeError

    __repr__ = __str__


def double(payload: Plain) -> Plain:
    assert isinstance(payload, int)
    return 2 * payload


def echo(payload: Plain) -> Plain:
    return payload


def wait(seconds: Plain) -> Plain:
    assert isinstance(seconds, int | float)
    time.sleep(seconds)
    return None


def own_pid(_: Plain) -> Plain:
    return os.getpid()


def core_limit(_: Plain) -> Plain:
    return resource.getrlimit(resource.RLIMIT_CORE)


def take(megabytes: Plain) -> Plain:
    assert isinstance(megabytes, int)
    return len(bytearray(os.urandom(1) * (megabytes * MEGABYTE)))


def killed_at_first(marker: Plain) -> Plain:
    """Is killed as by somebody else the first time, and not the second."""
    path = Path(str(marker))
    if not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "second time"


def template_killed(times: Plain) -> Plain:
    """Kills the process that workers are started from, once if a marker is given, else always."""
    if times is not None:
        path = Path(str(times))
        if path.exists():
            return "second time"
        path.touch()
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(60)
    return None


def _segfault() -> None:
    ctypes.string_at(0)


def _abort() -> None:
    os.abort()


def _exit_at_once() -> None:
    os._exit(0)


def _exit_with_code() -> None:
    os._exit(3)


def _system_exit() -> None:
    sys.exit()


def _loop() -> None:
    while True:
        pass


def _loop_deaf() -> None:
    for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, signal.SIG_IGN)
    _loop()


def _sleep() -> None:
    time.sleep(1e6)


def _stop() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def _many_objects() -> None:
    held: list[object] = []
    while True:
        held.append([[len(held)] * 1000])


def _one_huge_object() -> None:
    bytearray(1 << 40)


def _unlimited_allocation() -> None:
    """Lifts its own limit, so that only the parent can stop it."""
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    held = []
    while True:
        held.append(b"x" * (4 * MEGABYTE))
        time.sleep(0.005)  # 800 MB a second: the parent looks five times as often


def _raise() -> None:
    raise ZeroDivisionError("Anna Andersson")


def _raise_typed() -> None:
    raise PdfScannedError("x.pdf is a scan.")


def _raise_unsendable() -> None:
    raise Unsendable


def _recurse() -> None:
    _recurse()


def _unsendable_result() -> object:
    return threading.Lock()


def _endless_result() -> object:
    result: list[object] = []
    result.append(result)
    return result


def _huge_result() -> object:
    return "x" * (20 * MEGABYTE)


def _close_everything() -> None:
    os.closerange(0, 1000)


def _close_everything_and_wait() -> None:
    os.closerange(0, 1000)
    time.sleep(1e6)


def _child_that_stays() -> object:
    """A grandchild that holds the pipe and outlives the job."""
    if (pid := os.fork()) == 0:
        time.sleep(1e6)
    return pid


def _child_that_stays_and_crash() -> None:
    _child_that_stays()
    _segfault()


def _child_that_goes_on() -> object:
    """Both processes come back from the job."""
    os.fork()
    return "once"


def _foreign_program() -> object:
    return subprocess.Popen(["sleep", "100000"]).pid  # noqa: S607


def _print_much() -> None:
    for _ in range(5):
        sys.stdout.write("x" * MEGABYTE)
        sys.stderr.write("x" * MEGABYTE)
        os.write(1, b"x" * MEGABYTE)


def _write_everywhere() -> None:
    for number in range(3, 100):
        try:
            os.write(number, b"\xff\x00garbage" * 100)
        except OSError:
            continue


def _forge_a_frame() -> None:
    """A message in the right form that no worker sends now."""
    body = b'["answer", 0]'
    for number in range(3, 100):
        try:
            pipe = socket.socket(fileno=os.dup(number))
            pipe.send(b"spur" + len(body).to_bytes(4, "big") + body)
        except OSError:
            continue


def _alarm_later() -> None:
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, 0.05)


def _other_folder() -> None:
    os.chdir("/")


def _thread_that_stays() -> None:
    threading.Thread(target=time.sleep, args=(1e6,), daemon=True).start()


def _kill_yourself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


DEEDS: dict[str, Callable[[], object]] = {
    name.removeprefix("_"): deed
    for name, deed in list(globals().items())
    if name.startswith("_") and not name.startswith("__") and callable(deed)
}


def commit(deed: Plain) -> Plain:
    """Do one of `DEEDS`, or nothing for any other payload, which is given back."""
    if isinstance(deed, str) and deed in DEEDS:
        return DEEDS[deed]()  # type: ignore[return-value]  # that it is none is the point
    return deed
