"""A real scheduler and workers of dask, as processes on this machine."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


class LocalCluster:
    """A scheduler and workers, each a process."""

    def __init__(self, folder: Path, deaths: int) -> None:
        """Start the scheduler, which gives up a task after `deaths`; `folder` is for dask."""
        self.folder = folder
        self.deaths = deaths
        self.address = f"tcp://127.0.0.1:{free_port()}"
        self.processes: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._start(
            "scheduler", "--host", "127.0.0.1", "--port", self.address.rpartition(":")[2]
        )
        deadline = time.monotonic() + 30
        while "Scheduler at" not in self.log():
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.05)

    def worker(self, *options: str) -> "subprocess.Popen[bytes]":
        """Start a worker, of one thread unless `options` say otherwise."""
        where = ("--local-directory", str(self.folder), "--host", "127.0.0.1")
        return self._start("worker", self.address, *where, "--nthreads", "1", *options)

    def log(self) -> str:
        """What all have printed."""
        return (self.folder / "log").read_text(encoding="utf-8")

    def close(self) -> None:
        """End all, and what they have started."""
        for process in reversed(self.processes):
            process.terminate()
        for process in reversed(self.processes):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        environment = {
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(self.deaths - 1),
            "PYTHONPATH": str(ROOT),
        }
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments, "--dashboard-address", "127.0.0.1:0"],
                stdout=log,
                stderr=log,
                env={**os.environ, **environment},
            )
        self.processes.append(process)
        return process


@contextmanager
def cluster_in(folder: Path, deaths: int = 4) -> Iterator[LocalCluster]:
    folder.mkdir()
    cluster = LocalCluster(folder, deaths)
    try:
        yield cluster
    finally:
        cluster.close()
