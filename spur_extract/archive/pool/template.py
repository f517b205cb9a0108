"""The template process: loads the task once and forks a worker from itself when told.

It never runs a job. It has one thread, so that forking it is safe; where the task's module starts
threads of its own, workers are started as fresh interpreters instead, which takes longer. It ends,
and all workers with it, when the parent is gone.
"""

import faulthandler
import gc
import os
import selectors
import signal
import socket
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from typing import Final, NoReturn

from spur_extract.archive.pool.messages import FrameReader, frame
from spur_extract.archive.pool.own_limits import die_with, in_bytes, leave_no_core
from spur_extract.archive.pool.task import Task, load_task
from spur_extract.archive.pool.worker import serve

_LOOK_FOR_PARENT: Final = 1.0  # seconds
_FAREWELL: Final = 5.0  # seconds that killed workers have to go
_MOST_FDS: Final = 16
_AS_WORKER: Final = "worker"
_ENDED_BADLY: Final = 70  # exit code of a worker that came upon a bug of its own


def main(arguments: list[str]) -> None:
    """Be the template, or with a third argument a worker started as a fresh interpreter."""
    faulthandler.disable()
    leave_no_core()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe = socket.socket(fileno=int(arguments[0]))
    pipe.set_inheritable(False)
    if arguments[2:] == [_AS_WORKER]:
        os._exit(serve(pipe, load_task(arguments[1])))
    try:
        task = load_task(arguments[1])
    except BaseException as error:  # noqa: BLE001 - whatever a module's import may raise
        pipe.sendall(frame("no task", f"{type(error).__name__}: {error}"[:2000]))
        return
    gc.collect()
    gc.freeze()
    pipe.sendall(frame("loaded"))
    _Template(pipe, task, arguments[1]).serve()


class _Template:
    def __init__(self, control: socket.socket, task: Task, task_name: str) -> None:
        self._control = control
        self._task = task
        self._task_name = task_name
        self._pid = os.getpid()
        self._parent = os.getppid()
        self._threaded = _threads() > 1
        self._workers: dict[int, int] = {}  # process id → the parent's number
        self._pipes: deque[int] = deque()
        self._woken, self._wake = socket.socketpair()
        self._waiting = selectors.DefaultSelector()

    def serve(self) -> None:
        reader = FrameReader()
        self._hear_of_deaths()
        self._waiting.register(self._control, selectors.EVENT_READ)
        self._waiting.register(self._woken, selectors.EVENT_READ)
        try:
            while os.getppid() == self._parent:
                ready = [key.fileobj for key, _ in self._waiting.select(_LOOK_FOR_PARENT)]
                if self._woken in ready:
                    self._woken.recv(4096)
                    self._reap()
                if self._control in ready and not self._obey(reader):
                    return
        except OSError:  # the parent is gone
            return
        finally:
            self._end_all()

    def _hear_of_deaths(self) -> None:
        for end in (self._woken, self._wake):
            end.setblocking(False)
        signal.set_wakeup_fd(self._wake.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def _obey(self, reader: FrameReader) -> bool:
        """Do what the parent asks; False when it is gone."""
        data, fds, _, _ = socket.recv_fds(self._control, 1 << 16, _MOST_FDS)
        for fd in fds:
            os.set_inheritable(fd, False)
            self._pipes.append(fd)
        for message in reader.feed(data):
            match message:
                case ["fork", int(number)]:
                    self._fork(number, self._pipes.popleft())
                case ["kill", int(number)]:
                    for pid in [pid for pid, other in self._workers.items() if other == number]:
                        _kill(pid)
        return bool(data)

    def _fork(self, number: int, pipe: int) -> None:
        try:
            pid = os.fork()
        except OSError as error:
            self._control.sendall(frame("unborn", number, str(error.strerror)))
        else:
            if pid == 0:
                self._be_worker(pipe)
            with suppress(OSError):  # both sides do it, so that it is done before either goes on
                os.setpgid(pid, pid)
            self._workers[pid] = number
        os.close(pipe)

    def _be_worker(self, pipe: int) -> NoReturn:
        code = _ENDED_BADLY
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for end in (self._waiting, self._control, self._woken, self._wake):
                end.close()
            os.setpgid(0, 0)
            die_with(self._pid)
            if self._threaded:
                self._start_afresh(pipe)
            code = serve(socket.socket(fileno=pipe), self._task)
        finally:
            os._exit(code)

    def _start_afresh(self, pipe: int) -> None:
        """Become a new interpreter, which has none of the threads that were not forked."""
        os.set_inheritable(pipe, True)
        before = sys.orig_argv[:-2]  # without the number of the control socket and the task
        os.execv(sys.executable, [*before, str(pipe), self._task_name, _AS_WORKER])  # noqa: S606

    def _reap(self) -> None:
        while True:
            try:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            number = self._workers.pop(pid, None)
            if number is None:
                continue
            with suppress(OSError):
                os.killpg(pid, signal.SIGKILL)  # what its jobs started and left running
            code = os.waitstatus_to_exitcode(status)
            self._control.sendall(frame("ended", number, code, in_bytes(usage.ru_maxrss)))

    def _end_all(self) -> None:
        for pid in self._workers:
            _kill(pid)
        deadline = time.monotonic() + _FAREWELL
        while self._workers and time.monotonic() < deadline:
            with suppress(OSError):  # nobody is there to be told
                self._reap()
            time.sleep(0.002)


def _kill(pid: int) -> None:
    """Kill a worker that was not reaped yet, and what it started."""
    for kill in (os.killpg, os.kill):  # a job may have left its group
        with suppress(OSError):
            kill(pid, signal.SIGKILL)


def _threads() -> int:
    try:
        return len(os.listdir("/proc/self/task"))  # noqa: PTH208 - names only
    except OSError:
        return threading.active_count()
