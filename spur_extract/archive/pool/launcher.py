"""The parent's side of the template process: starts it, asks it for workers, hears of deaths."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from spur_extract.archive.pool.messages import BrokenFrameError, FrameReader, frame, socket_pair
from spur_extract.errors import WorkersNotStartedError

_STARTS: Final = 3  # tries
_PAUSE: Final = 0.2  # seconds between them
_FAREWELL: Final = 10.0  # seconds the template has to end its workers and itself
# A process per slot uses the machine fully: libraries that compute must not multiply it.
_ONE_THREAD: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

_BOOT: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from spur_extract.archive.pool.template import main; main(sys.argv[2:])"
)


class TemplateLostError(Exception):
    """The template process has ended, and all workers with it."""


class Launcher:
    """A running template process."""

    def __init__(self, task: str, log: Path | None) -> None:
        """Start it; what it and its workers print goes to the end of `log`, or nowhere.

        Raises:
            WorkersNotStartedError: the system refuses to start a process.
            OSError: `log` cannot be written.
        """
        self.control, theirs = socket_pair()
        self._reader = FrameReader()
        with theirs:
            try:
                self._process = _start(theirs, task, log)
            except BaseException:
                self.control.close()
                raise
        self.control.setblocking(False)

    def ask_for_worker(self, number: int) -> socket.socket | None:
        """The parent's end of the pipe of a worker to come; None when the template does not listen.

        The worker says that it is ready, or the template that it is unborn.
        """
        ours, theirs = socket_pair()
        ours.setblocking(False)
        with theirs:
            try:
                socket.send_fds(self.control, [frame("fork", number)], [theirs.fileno()])
            except OSError:
                ours.close()
                return None
        return ours

    def kill(self, number: int) -> None:
        """Have a worker killed; "ended" follows."""
        with suppress(OSError):  # a template that is gone is noticed when it is listened to
            self.control.send(frame("kill", number))

    def messages(self) -> Iterator[object]:
        """What the template has said.

        Raises TemplateLostError after the last message, if that was its last.
        """
        try:
            while data := self.control.recv(1 << 16):
                yield from self._reader.feed(data)
        except BlockingIOError:
            return
        except (OSError, BrokenFrameError) as error:
            raise TemplateLostError from error
        raise TemplateLostError

    def close(self) -> None:
        """End the template and all workers, and wait until they are gone."""
        self.control.close()  # which the template takes as the end
        try:
            self._process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        except BaseException:  # a second Ctrl-C
            self._process.kill()
            raise


def kill_group(pid: int) -> None:
    """Kill a worker whose template is gone, and what it started."""
    with suppress(OSError):
        os.killpg(pid, signal.SIGKILL)


def _start(pipe: socket.socket, task: str, log: Path | None) -> "subprocess.Popen[bytes]":
    flags = ["-X", f"utf8={sys.flags.utf8_mode}", *(["-B"] if sys.dont_write_bytecode else [])]
    search_path = json.dumps([str(Path(folder).absolute()) for folder in sys.path])
    command = [sys.executable, *flags, "-c", _BOOT, search_path, str(pipe.fileno()), task]
    environment = dict.fromkeys(_ONE_THREAD, "1") | dict(os.environ)
    with Path(os.devnull if log is None else log).open("ab") as printed:
        for left in reversed(range(_STARTS)):
            try:
                return subprocess.Popen(  # noqa: S603 - this interpreter
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=printed,
                    stderr=printed,
                    pass_fds=[pipe.fileno()],
                    start_new_session=True,  # Ctrl-C is for the parent
                    env=environment,
                )
            except OSError as error:
                if not left:
                    raise WorkersNotStartedError(
                        f"No process can be started: {error.strerror}."
                    ) from error
            time.sleep(_PAUSE)
    raise AssertionError
