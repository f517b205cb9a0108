"""The key does not go to a cluster where anybody on the way could read it."""

from pathlib import Path

import pytest

from spur_extract.archive import convert
from spur_extract.archive.cluster.engine import dask_engine, is_protected
from spur_extract.archive.results.journal import STATE_FOLDER
from spur_extract.archive.results.key_mark import KEY_MARK
from spur_extract.errors import KeyUnprotectedError, SchedulerNotReachableError
from spur_extract.pseudonyms import Disguise, PseudonymKey
from tests.cli.program import run
from tests.pseudonyms.fiction import KEY, OTHER_KEY, suspect, text_of, without_names


@pytest.mark.parametrize(
    ("address", "protected"),
    [
        ("tls://10.0.0.5:8786", True),
        ("tcp://127.0.0.1:8786", True),
        ("tcp://localhost:8786", True),
        ("127.0.0.1:8786", True),
        ("tcp://[::1]:8786", True),
        ("inproc://10.0.0.5/1/1", True),
        ("tcp://10.0.0.5:8786", False),
        ("10.0.0.5:8786", False),
        ("scheduler:8786", False),
        ("tcp://localhost.example:8786", False),
        ("ws://10.0.0.5:8786", False),
        ("tcp://", False),
    ],
)
def test_addresses(address: str, protected: bool) -> None:
    assert is_protected(address) is protected


def test_the_key_is_not_sent_in_the_clear(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    source, key = tmp_path / "a.txt", tmp_path / "key"
    source.write_text(text_of(without_names()), encoding="utf-8")
    key.write_text("0123456789abcdef", encoding="utf-8")
    cluster = ("--engine", "dask", "--scheduler", "tcp://192.0.2.1:8786")
    result = run("convert", source, "-o", tmp_path / "out", *cluster, "--pseudonymise", key)
    result.check_error(11, "key-unprotected")
    with pytest.raises(KeyUnprotectedError, match="tls://"):
        convert(
            [source],
            tmp_path / "other",
            disguise=Disguise(KEY),
            engine=dask_engine("192.0.2.1:8786"),
        )


@pytest.mark.parametrize("key", [KEY, OTHER_KEY, None])
def test_a_refused_run_leaves_nothing_in_the_way_of_the_next(
    tmp_path: Path, key: PseudonymKey | None
) -> None:
    pytest.importorskip("distributed")
    source, output = tmp_path / "a.txt", tmp_path / "out"
    source.write_text(text_of(without_names()), encoding="utf-8")
    with pytest.raises(KeyUnprotectedError):
        convert([source], output, disguise=Disguise(KEY), engine=dask_engine("192.0.2.1:1"))
    convert([source], output, disguise=None if key is None else Disguise(key, None, suspect))
    assert (output / STATE_FOLDER / KEY_MARK).exists() == (key is not None)


def test_a_run_that_gives_names_has_no_key_to_send(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    source = tmp_path / "a.txt"
    source.write_text(text_of(without_names()), encoding="utf-8")
    with pytest.raises(SchedulerNotReachableError):
        convert([source], tmp_path / "out", engine=dask_engine("nonsense://a:1"))
