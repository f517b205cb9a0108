"""The review file: what was replaced without being certain, for those who may see the names."""

import csv
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from spur_extract.errors import ReviewNotWritableError
from spur_extract.pseudonyms.findings import Reason

HEADER: Final = ("report", "pointer", "text", "code", "reason")
OWNER_ONLY: Final = 0o600


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """One replacement to look at.

    `report` is the code of the file, `pointer` the JSON Pointer of the value, `text` what stood
    there, `code` what stands there now; empty where the text was left.
    """

    report: str
    pointer: str
    text: str
    code: str
    reason: Reason

    def of(self, report: str) -> "ReviewEntry":
        """The same for a report called by another code."""
        return replace(self, report=report)


def check_writable(path: Path) -> None:
    """Raise `ReviewNotWritableError` now rather than after the work."""
    if path.is_dir() or not os.access(path.parent, os.W_OK):
        raise ReviewNotWritableError("The review file cannot be written there.")


def write_review(path: Path, entries: Iterable[ReviewEntry]) -> None:
    """Write the entries as CSV that only its owner can read; it takes its place when complete.

    Raises `ReviewNotWritableError`.
    """
    # The path stays out of the message: it may hold a name.
    draft = path.parent / f".draft-{secrets.token_hex(8)}"
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(HEADER)
                writer.writerows(_cells(entries))
            draft.replace(path)
        except BaseException:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
    except OSError as error:
        message = f"The review file cannot be written ({error.strerror})."
        raise ReviewNotWritableError(message) from None


def _cells(entries: Iterable[ReviewEntry]) -> Iterator[tuple[str, ...]]:
    for entry in entries:
        yield (entry.report, entry.pointer, entry.text, entry.code, entry.reason.value)
