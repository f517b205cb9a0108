"""Conversion on a dask cluster: a real scheduler and two workers, as processes on this machine."""

import importlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from spur_extract.archive import RunEntry, Status, convert
from spur_extract.archive.cluster import connection
from spur_extract.archive.cluster.engine import (
    BATCH,
    BATCHES_PER_THREAD,
    dask_engine,
)
from spur_extract.archive.engines import local_engine
from spur_extract.archive.file_task import FileJob, to_wire
from spur_extract.archive.pool import Ending, Job
from spur_extract.archive.settings import ConvertSettings
from spur_extract.errors import (
    ClusterExtraMissingError,
    ClusterLostError,
    ClusterMismatchError,
    SchedulerNotReachableError,
)
from spur_extract.pseudonyms import Disguise, PseudonymKey
from tests.archive.clusters import LocalCluster, cluster_in, free_port
from tests.archive.test_resume import results
from tests.cli.program import run, samples

REPORTS = 60


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    """A cluster that no test breaks: one worker with two threads."""
    with cluster_in(tmp_path_factory.mktemp("calm") / "dask") as cluster:
        cluster.worker("--no-nanny", "--nthreads", "2")
        yield cluster


def kill_the_dask_worker(path: Path) -> None:
    """A plugin of the reader: by some files the whole worker dies, not only the child process."""
    if path.name.startswith("lethal"):
        template = Path(f"/proc/{os.getppid()}/stat").read_text(encoding="utf-8")
        os.kill(int(template.rpartition(")")[2].split()[1]), signal.SIGKILL)
        time.sleep(60)


def take_a_while(_: Path) -> None:
    """A plugin of the reader."""
    time.sleep(0.1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(REPORTS):
        data = samples()[2 + number % 2].read_bytes()  # the shortest
        (folder / f"rapport å {number}.txt").write_bytes(data + f"\nSida {number}\n".encode())
    return folder


def names(entries: tuple[RunEntry, ...]) -> list[str]:
    return [Path(entry.path).name for entry in entries]


def small(folder: Path, count: int) -> Path:
    for path in sorted(folder.iterdir())[count:]:
        path.unlink()
    return folder


def test_a_worker_is_killed_and_nothing_is_lost(folder: Path, tmp_path: Path) -> None:
    (folder / "crash-1.txt").write_bytes(samples()[0].read_bytes())
    settings = ConvertSettings(plugin="tests.archive.plugins:as_the_name_says")
    output, seen = tmp_path / "out", list[str]()
    with cluster_in(tmp_path / "dask") as cluster:
        workers = [cluster.worker("--no-nanny") for _ in range(2)]

        def on_file(entry: RunEntry, done: int, _: int) -> None:
            seen.append(entry.path)
            if done == BATCH:  # the first batch is done, and the others are under way
                workers[0].send_signal(signal.SIGKILL)

        engine = dask_engine(cluster.address)
        summary = convert([folder], output, on_file, settings, engine=engine)
        assert workers[0].wait(5) == -signal.SIGKILL
        assert "Remove worker" in cluster.log()
    assert sorted(seen) == sorted(entry.path for entry in summary.entries)
    assert names(summary.entries) == sorted(path.name for path in folder.iterdir())
    failed = [(entry.path, entry.code) for entry in summary.entries if entry.report_id is None]
    assert failed == [(str(folder / "crash-1.txt"), "worker-died")]
    local = tmp_path / "local"
    convert([folder], local, settings=settings)
    assert results(output) == results(local)
    assert len(results(output)) > REPORTS
    # There is nothing left to do, so that nobody notices that the cluster is gone.
    again = convert([folder], output, settings=settings, engine=engine)
    assert again.counts[Status.SKIPPED] == REPORTS


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the plugin reads /proc")
def test_a_file_that_kills_workers_costs_itself_only(folder: Path, tmp_path: Path) -> None:
    small(folder, 4)
    (folder / "lethal.txt").write_bytes(samples()[0].read_bytes())
    settings = ConvertSettings(plugin=f"{__name__}:kill_the_dask_worker")
    with cluster_in(tmp_path / "dask", deaths=1) as cluster:
        for _ in range(5):
            cluster.worker("--no-nanny")
        engine = dask_engine(cluster.address)
        summary = convert([folder], tmp_path / "out", settings=settings, engine=engine)
    lethal, *others = summary.entries
    assert (lethal.code, lethal.status) == ("worker-died", Status.FAILED)
    assert "3 workers of the cluster died" in str(lethal.message)
    assert len(others) == 4
    assert all(entry.report_id for entry in others)


def test_only_so_much_is_sent_and_closing_calls_it_off(tmp_path: Path, calm: LocalCluster) -> None:
    taken: list[int] = []
    settings = ConvertSettings(plugin=f"{__name__}:take_a_while")
    out = tmp_path / "out"
    out.mkdir()

    def jobs() -> Iterator[Job | None]:
        source = to_wire(samples()[2])
        for number in range(10_000):
            taken.append(number)
            job = FileJob(
                number=number,
                path=source,
                name="a.txt",
                shown="a.txt",
                drafts=to_wire(out),
                pdf=settings.pdf,
                plugin=settings.plugin,
            )
            yield Job(number, job.model_dump(mode="json"))
            yield None  # somebody looks for the next one

    outcomes = dask_engine(calm.address)(jobs(), settings, None)
    assert next(outcomes).ending is Ending.DONE
    assert len(taken) <= 2 * (BATCHES_PER_THREAD + 1) * BATCH
    outcomes.close()  # type: ignore[attr-defined]
    time.sleep(3)  # for what is in work
    written = len(list(out.iterdir()))
    assert BATCH <= written < 3 * BATCH
    time.sleep(1)
    assert len(list(out.iterdir())) == written


def test_names_become_codes_and_dask_does_not_log_the_key(
    folder: Path, tmp_path: Path, calm: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(folder, 3)
    (folder / "empty.txt").touch()
    key = PseudonymKey(bytes(range(32)))
    monkeypatch.chdir(tmp_path)  # the workers are elsewhere
    for name, engine in (("local", local_engine), ("dask", dask_engine(calm.address))):
        disguise = Disguise(key, tmp_path / f"{name}.csv")
        convert([Path("in")], Path(name), disguise=disguise, engine=engine)
    assert results(tmp_path / "dask") == results(tmp_path / "local")
    reviews = [
        sorted((tmp_path / f"{name}.csv").read_text(encoding="utf-8").splitlines())
        for name in ("local", "dask")
    ]
    assert reviews[0] == reviews[1]
    monkeypatch.setattr(connection, "version", lambda _: "9.9")
    with pytest.raises(ClusterMismatchError):
        convert([folder], tmp_path / "new", disguise=Disguise(key), engine=engine)
    assert "Compute Failed" in calm.log()
    assert key.for_worker() not in calm.log()


def test_messages_are_those_of_the_local_engine(
    folder: Path, tmp_path: Path, calm: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(folder, 1)
    (folder / "vanish-1.txt").write_bytes(samples()[0].read_bytes())
    monkeypatch.chdir(tmp_path)
    settings = ConvertSettings(plugin="tests.archive.plugins:as_the_name_says")
    engine = dask_engine(calm.address)
    summary = convert([Path("in")], Path("out"), settings=settings, engine=engine)
    assert summary.entries[1].code == "input-not-found"
    assert str(tmp_path) not in str(summary.entries[1].message)
    assert "in/vanish-1.txt" in str(summary.entries[1].message)


def test_workers_of_another_version_or_without_the_program(
    folder: Path, tmp_path: Path, calm: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = dask_engine(calm.address)
    with monkeypatch.context() as patch:
        patch.setattr(connection, "version", lambda _: "9.9")
        with pytest.raises(ClusterMismatchError, match=r"this program is 9\.9"):
            convert([folder], tmp_path / "out", engine=engine)
    (tmp_path / "only_here.py").write_text("def do_order(*_): return ''", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(connection, "do_order", importlib.import_module("only_here").do_order)
    with pytest.raises(ClusterMismatchError, match="ModuleNotFoundError"):
        convert([folder], tmp_path / "out", engine=engine)
    assert not (tmp_path / "out" / "json").exists()


def test_a_cluster_that_is_gone(folder: Path, tmp_path: Path) -> None:
    small(folder, BATCH + 4)
    with cluster_in(tmp_path / "dask") as cluster:
        impatient = dask_engine(cluster.address, without_workers=1)
        with pytest.raises(ClusterLostError, match="no worker"):
            convert([folder], tmp_path / "out", engine=impatient)
        cluster.worker("--no-nanny")

        def on_file(_: RunEntry, done: int, __: int) -> None:
            if done == BATCH:
                cluster.scheduler.kill()

        begun = time.monotonic()
        with pytest.raises(ClusterLostError, match="connection"):
            convert([folder], tmp_path / "out", on_file, engine=dask_engine(cluster.address))
        assert time.monotonic() - begun < 20
    summary = convert([folder], tmp_path / "out")  # it goes on where it was
    assert summary.counts[Status.SKIPPED] >= BATCH
    assert all(entry.report_id for entry in summary.entries)


def test_no_scheduler_there(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, out = time.monotonic(), tmp_path / "out"
    scheduler = f"tcp://127.0.0.1:{free_port()}"
    done = run("-q", "convert", folder, "-o", out, "--engine", "dask", "--scheduler", scheduler)
    done.check_error(12, "scheduler-not-reachable")
    assert scheduler in done.err
    assert time.monotonic() - begun < 15
    monkeypatch.setattr(connection, "_CONNECTING", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        for address in (
            f"127.0.0.1:{silent.getsockname()[1]}",
            "tcp://",
            "nonsense://a:1",
            "tls://a:1",
        ):
            with pytest.raises(SchedulerNotReachableError):
                convert([folder], out, engine=dask_engine(address))


def test_the_options_go_together(folder: Path, tmp_path: Path) -> None:
    for options in (
        ["--engine", "dask"],
        ["--scheduler", "tcp://127.0.0.1:1"],
        ["--engine", "dask", "--scheduler", ""],
        ["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1", "-p", "2"],
    ):
        done = run("convert", folder, "-o", tmp_path / "out", *options)
        assert done.code == 2, options
        assert "--engine" in done.err or "--scheduler" in done.err
    assert not (tmp_path / "out").exists()


def test_the_extra_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "find_spec", lambda _: None)
    with pytest.raises(ClusterExtraMissingError, match=r"pip install '\.\[cluster\]'"):
        dask_engine("tcp://127.0.0.1:1")


def test_dask_is_loaded_only_when_asked_for() -> None:
    code = "import sys, spur_extract.cli.convert; sys.exit('distributed' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
