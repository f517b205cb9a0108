"""What a command needs to give out nothing but codes: in reports, paths and messages of errors."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Self

from spur_extract.bugs import InternalError
from spur_extract.contract import Report
from spur_extract.errors import KeyMisplacedError, ReviewMisplacedError, SpurError
from spur_extract.language.names import find_suspects
from spur_extract.pseudonyms.findings import Reason
from spur_extract.pseudonyms.keys import CODE_LENGTH, PseudonymKey, load_key
from spur_extract.pseudonyms.paths import file_code, path_code
from spur_extract.pseudonyms.reports import pseudonymise
from spur_extract.pseudonyms.review import ReviewEntry, check_writable, write_review
from spur_extract.pseudonyms.suspects import Suspect


class Disguise:
    """One run's codes, and what of them is to be reviewed."""

    def __init__(
        self,
        key: PseudonymKey,
        review: Path | None = None,
        suspect: Suspect = find_suspects,
        key_file: Path | None = None,
    ) -> None:
        """`review` is the file to write, `key_file` where the key came from, if it is a file."""
        self._key = key
        self._review = review
        self._suspect = suspect
        self._key_file = key_file
        self._entries: list[ReviewEntry] = []

    @classmethod
    def of_files(cls, key_file: Path, review: Path | None) -> Self:
        """Load the key.

        Raises `PseudonymKeyError`, and `ReviewMisplacedError` when both are the same file.
        """
        key = load_key(key_file)
        if review is not None and _real(review) == _real(key_file):
            raise ReviewMisplacedError("The review file would replace the key.")
        return cls(key, review, key_file=key_file)

    def check_places(self, output: Path | None, inputs: Sequence[Path]) -> None:
        """See that the key and the review file lie apart from the results and the `inputs`.

        Raises `KeyMisplacedError`, `ReviewMisplacedError` or `ReviewNotWritableError`.
        """
        read = {_real(path) for path in inputs}
        if self._key_file is not None:
            if output is not None and _real(self._key_file).is_relative_to(_real(output)):
                raise KeyMisplacedError("The key file lies in the output folder.")
            if _real(self._key_file) in read:
                raise KeyMisplacedError("The key file is one of the files to read.")
        if self._review is not None:
            if output is not None and _real(self._review).is_relative_to(_real(output)):
                raise ReviewMisplacedError("The review file lies in the output folder.")
            if _real(self._review) in read:
                raise ReviewMisplacedError("The review file is one of the files to read.")
            check_writable(self._review)

    def file_name(self, name: str) -> str:
        """The code for a file's name."""
        return file_code(self._key, name)

    def path(self, path: PurePath) -> PurePath:
        """The path with a code for each name in it."""
        return path_code(self._key, path)

    def note_path(self, path: str, code: str) -> None:
        """Let the review file tell what a path's code stands for."""
        self._entries.append(ReviewEntry(code, "", path, code, Reason.PATH))

    def report(self, report: Report, shown: str) -> Report:
        """The report with codes for names; `shown` is the code that the review file calls it by."""
        done = pseudonymise(report, self._key, self._suspect)
        self._entries += [entry.of(shown) for entry in done.review]
        return done.report

    @property
    def reviewed(self) -> bool:
        """Whether a review file is asked for."""
        return self._review is not None

    @property
    def key_mark(self) -> str:
        """Tells keys apart, and nothing else of them."""
        return self._key.code("key", length=2 * CODE_LENGTH)

    def key_for_worker(self) -> str:
        """The key in hexadecimal, for a process that works for this one; to be written nowhere."""
        return self._key.for_worker()

    def suspect_name(self) -> str | None:
        """`module:function` of what looks for names, if it is another than the pipeline."""
        if self._suspect is find_suspects:
            return None
        return f"{self._suspect.__module__}:{self._suspect.__qualname__}"

    def take_review(self, path: Path) -> None:
        """Take over what a worker left for review, if it left anything."""
        if path.is_file():
            for entry in json.loads(path.read_text(encoding="utf-8")):
                self._entries.append(ReviewEntry(**entry | {"reason": Reason(entry["reason"])}))
            path.unlink()

    def write_review(self) -> None:
        """Write the review file, if one is asked for; raises `ReviewNotWritableError`."""
        if self._review is not None:
            write_review(self._review, self._entries)

    @contextmanager
    def hiding(self) -> Iterator[None]:
        """Let no error out that could quote a path or a report."""
        try:
            yield
        except SpurError as error:
            raise plain(error) from None
        except Exception as error:  # noqa: BLE001 - its message or traceback could quote the report
            raise InternalError.of(error) from None


def plain(error: SpurError) -> SpurError:
    """An error of the same kind that says what its kind means and nothing of this case."""
    if isinstance(error, InternalError):  # names a type and a line of the program only
        return error
    meaning = (type(error).__doc__ or "It failed.").split("\n\n")[0]
    return type(error)(" ".join(meaning.split()))


def _real(path: Path) -> Path:
    """Absolute and without symbolic links; unlike `Path.resolve` it takes a circle of links."""
    return Path(os.path.realpath(path))
