"""Results on their way: workers write them into a folder of the run, the parent puts them in place.

Whoever was killed, written off or cut off from this machine may still write, to a folder that is
gone by then: the next run removes it before it begins. So nothing that stands among the results
was written behind the back of the run that answers for it.
"""

import errno
import hashlib
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from spur_extract.errors import OutputError, OutputFullError
from spur_extract.export.atomic import DRAFT, output_errors, write_bytes
from spur_extract.export.names import printable

_RUN: Final = "run-"
_GONE: Final = "gone-"
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_TRIES: Final = 5  # a writer may be at it while its folder is removed
_PAUSE: Final = 0.1  # seconds between them


@contextmanager
def run_folder(state: Path) -> Iterator[Path]:
    """A folder below `state` for the drafts of this run, which has `state` for itself.

    Raises `OutputError` when it cannot be made, or what a killed run left cannot be removed.
    """
    for left in (*state.glob(f"{_RUN}*"), *state.glob(f"{_GONE}*")):
        _remove(left)
    folder = state / f"{_RUN}{secrets.token_hex(8)}"
    with writing(folder):
        folder.mkdir()
    try:
        yield folder
    finally:
        with suppress(OutputError):  # somebody still writes there: the next run tries again
            _remove(folder)


def draft_of(folder: Path, number: int, sha256: str) -> Path:
    """Where the result of a job lies until it is put in place.

    The hash is in the name, so that two workers that did the same job, one of them given up, do
    not write over each other: what is there is what the one who is believed has told.
    """
    return folder / f"{number}-{sha256}.json"


def write_draft(path: Path, text: str) -> None:
    """Write a file at once into a folder that has to be there.

    Raises `OutputFullError` when there is no space, `OutputError` for all else.
    """
    unfinished = path.with_name(f"{DRAFT}{secrets.token_hex(8)}")
    with writing(path):
        try:
            unfinished.write_bytes(text.encode())
            unfinished.replace(path)
        except BaseException:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise


def is_whole(draft: Path, sha256: str) -> bool:
    """Whether a draft is there with all it should hold."""
    try:
        return hashlib.sha256(draft.read_bytes()).hexdigest() == sha256
    except OSError:
        return False


def put_in_place(draft: Path, target: Path, sha256: str) -> None:
    """Move a draft to where it belongs, if it is what its writer told.

    Raises `OutputFullError` when there is no space, `OutputError` for all else.
    """
    if not is_whole(draft, sha256):
        raise OutputError(f"What was written for {printable(target.name)} is not there any more.")
    with writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.replace(target)
        except OSError as error:
            if error.errno != errno.EXDEV:  # json/ may be a link to another file system
                raise
            write_bytes(target, draft.read_bytes())
            draft.unlink()


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Like `output_errors`, but tells a full file system, where all that follows would fail, too.

    An `OutputError` that has such a cause counts as well.
    """
    try:
        with output_errors(path):
            yield
    except OutputError as error:
        cause = error.__cause__
        if isinstance(cause, OSError) and cause.errno in _FULL:
            raise OutputFullError(error.message) from cause
        raise


def _remove(folder: Path) -> None:
    """Take a folder away from whoever still writes there, and remove it."""
    gone = folder.with_name(f"{_GONE}{secrets.token_hex(8)}")
    with output_errors(folder):
        folder.replace(gone)
        for left in reversed(range(_TRIES)):
            try:
                shutil.rmtree(gone)
            except OSError:
                if not left:
                    raise
                time.sleep(_PAUSE)
            else:
                return
