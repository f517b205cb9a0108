"""Results of a cluster: seen from here before they count, and none from a run that is gone."""

import hashlib
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Timer

import pytest

from spur_extract.archive import convert
from spur_extract.archive.cluster.engine import dask_engine, wait_for_draft
from spur_extract.errors import ClusterNotSharedError
from spur_extract.language.names import FoundName
from spur_extract.pseudonyms import Disguise, PseudonymKey
from spur_extract.reading.source import read_bytes
from tests.archive.clusters import ROOT, LocalCluster, cluster_in
from tests.cli.program import samples


@pytest.fixture
def calm(tmp_path: Path) -> Iterator[LocalCluster]:
    with cluster_in(tmp_path / "dask") as cluster:
        cluster.worker("--no-nanny", "--nthreads", "2")
        yield cluster


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3):
        data = samples()[2].read_bytes()
        (folder / f"rapport å {number}.txt").write_bytes(data + f"\nSida {number}\n".encode())
    return folder


def wait_to_be_let_go(path: Path) -> None:
    """A plugin of the reader: tells that it was called, waits, and tells that it goes on."""
    (path.parent / "begun").touch()
    while not (path.parent / "let-go").exists():
        time.sleep(0.05)
    (path.parent / "went-on").touch()


def nobody(texts: Sequence[str]) -> list[tuple[FoundName, ...]]:
    """Finds no names."""
    return [() for _ in texts]


def soon(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_results_have_to_be_seen_from_here(tmp_path: Path) -> None:
    draft, sha256 = tmp_path / "a", hashlib.sha256(b"whole").hexdigest()
    with pytest.raises(ClusterNotSharedError):
        wait_for_draft(draft, sha256, 0.1)
    draft.touch()  # its name is there, but not yet what is in it
    with pytest.raises(ClusterNotSharedError):
        wait_for_draft(draft, sha256, 0.1)
    timer = Timer(0.3, draft.write_bytes, (b"whole",))
    timer.start()
    wait_for_draft(draft, sha256, 30)
    assert draft.read_bytes() == b"whole"
    timer.join()


def test_only_a_batch_that_is_full_or_old_is_sent(
    folder: Path, tmp_path: Path, calm: LocalCluster
) -> None:
    """Between the files that are to be converted lie many that are known, and come as None."""
    convert([folder], tmp_path / "out")
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes() + b" ")
    first = sorted(folder.iterdir())[0]

    def slowly(path: Path) -> bytes:
        if path == first:
            time.sleep(4)
        return read_bytes(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("spur_extract.archive.planning.read_bytes", slowly)
        summary = convert([folder], tmp_path / "out", engine=dask_engine(calm.address))
    assert all(entry.report_id and not entry.known for entry in summary.entries)


def test_the_worker_of_a_client_that_was_killed_writes_no_results(
    folder: Path, tmp_path: Path, calm: LocalCluster
) -> None:
    for path in sorted(folder.iterdir())[1:]:
        path.unlink()
    output = tmp_path / "out"
    program = f"""
from pathlib import Path
from spur_extract.archive import convert
from spur_extract.archive.cluster.engine import dask_engine
from spur_extract.archive.settings import ConvertSettings
settings = ConvertSettings(plugin="{__name__}:wait_to_be_let_go")
engine = dask_engine("{calm.address}")
convert([Path({str(folder)!r})], Path({str(output)!r}), settings=settings, engine=engine)
"""
    let_go = folder / "let-go"
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT) as client:
        soon((folder / "begun").exists)
        client.kill()
    disguise = Disguise(PseudonymKey(bytes(range(32))), suspect=nobody)
    convert([folder], output, disguise=disguise)
    let_go.touch()
    soon((folder / "went-on").exists)
    time.sleep(3)  # for it to be converted
    written = [path.name for path in output.rglob("*.json") if path.name != "datapackage.json"]
    assert len(written) == 1
    assert "rapport" not in written[0]
