"""What is to be done with each file: converted, or left as an earlier run left it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from spur_extract.archive.inputs.naming import NamedFile
from spur_extract.archive.results.journal import Done
from spur_extract.archive.run_report import Status
from spur_extract.archive.settings import ConvertSettings
from spur_extract.bugs import InternalError
from spur_extract.errors import (
    InputError,
    InputNotReadableError,
    MemoryLimitError,
    OutputError,
    PdfEncryptedError,
    PdfPasswordWrongError,
    SpurError,
    TimeLimitError,
)
from spur_extract.reading.source import read_bytes

PASSING: Final = frozenset(
    kind.code
    for base in (InputError, OutputError)
    for kind in (base, *base.__subclasses__(), *InputNotReadableError.__subclasses__())
)
"""Codes of failures that are none of the file's own: they are always tried again."""

LIMITS: Final = frozenset({TimeLimitError.code, MemoryLimitError.code, InternalError.code})
"""Codes of failures that other limits may mend; a limit that nobody foresaw shows as a bug."""
LOCKED: Final = frozenset({PdfEncryptedError.code, PdfPasswordWrongError.code})


@dataclass(frozen=True, slots=True)
class Plan:
    """A file, and what is known of it before a worker sees it.

    One of the three is set, or none: `problem` why it cannot be read, `known` what an earlier run
    made of the very same file, and is to stand.
    """

    file: NamedFile
    target: Path
    sha256: str | None = None
    problem: SpurError | None = None
    known: Done | None = None


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans the files of a run into `output`, given the journal's `known` files by place.

    `fingerprint` is the run's (see `ConvertSettings.fingerprint`). With `afresh` everything is
    converted, whatever is known.
    """

    output: Path
    settings: ConvertSettings
    fingerprint: str
    known: Mapping[str, Done]
    afresh: bool = False

    def plan(self, file: NamedFile) -> Plan:
        """Read the file's bytes once, and see whether an earlier result still holds."""
        target = self.output / file.output
        if file.input.problem is not None:
            return Plan(file, target, problem=file.input.problem)
        try:
            sha256 = hashlib.sha256(read_bytes(file.input.path)).hexdigest()
        except SpurError as problem:
            return Plan(file, target, problem=problem)
        known = self.known.get(file.key)
        if known is not None and self._stands(known, sha256, target):
            return Plan(file, target, sha256, known=known)
        return Plan(file, target, sha256)

    def _stands(self, known: Done, sha256: str, target: Path) -> bool:
        if self.afresh or (known.entry.sha256, known.settings) != (sha256, self.fingerprint):
            return False
        if known.json_sha256 is not None:
            return _hash_of(target) == known.json_sha256
        return not self._worth_another_try(known)

    def _worth_another_try(self, known: Done) -> bool:
        code = known.entry.code
        return (
            self.settings.retry_failed
            or code in PASSING
            or (code in LIMITS and known.limits != self.settings.limits_mark)
            or (code in LOCKED and self.settings.pdf.password is not None)
        )


def unchanged(known: Done, shown: str, root: str) -> Done:
    """An earlier result as one of this run: a report is skipped, a failure told again."""
    converted = known.entry.report_id is not None
    entry = replace(
        known.entry,
        path=shown,
        status=Status.SKIPPED if converted else known.entry.status,
        seconds=0.0,
        peak_memory=None,
        known=True,
        duplicate_of=None,
    )
    return replace(known, root=root, entry=entry)


def _hash_of(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
