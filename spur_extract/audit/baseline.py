"""The baseline: findings that are known already, so that a run shows what is new and what is gone.

The file holds no text of any report. A finding is known by a hash over unit and day of inspection
(of a report that tells neither, its id), rule, place and quote; what may change without the
finding being another one is left out: the path, the message, the position within a list. It is
kept readable to compare: one line per finding, in a fixed order.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from spur_extract.audit.model import Finding, Level
from spur_extract.audit.text_files import read_small_file
from spur_extract.audit.units import unit_key
from spur_extract.errors import BaselineInvalidError
from spur_extract.export.atomic import atomic_text
from spur_extract.export.names import printable

FORMAT_NAME: Final = "spur_audit_baseline"
FORMAT_VERSION: Final = 1

_FIXED_ORDER = re.compile(r"/areas/\d+(?:/gradings/\d+)?")
_INDEX = re.compile(r"(?<=/)\d+(?=/|$)")
_SPACE = re.compile(r"\s+")


class KnownFinding(BaseModel):
    """A finding of an earlier run: `pointer` tells the kind of place, `mark` is the hash."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    mark: str = Field(pattern="^[0-9a-f]{32}$")
    code: str
    level: Level
    report_id: str
    pointer: str


class Baseline(BaseModel):
    """The file as a whole."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format_name: Literal["spur_audit_baseline"]
    format_version: Literal[1]
    findings: tuple[KnownFinding, ...]


def write_baseline(findings: Iterable[Finding], path: Path) -> None:
    """Write the findings as known ones; raises `OutputError`."""
    entries = sorted(map(_known, findings), key=_order)
    lines = ",\n".join(entry.model_dump_json() for entry in entries)
    head = f'{{"format_name":"{FORMAT_NAME}","format_version":{FORMAT_VERSION},"findings":['
    with atomic_text(path) as file:
        file.write(f"{head}\n{lines}\n]}}\n" if lines else f"{head}]}}\n")


def load_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        BaselineInvalidError: it is none, is damaged, or a newer version of this program wrote it.
        InputError: it cannot be opened.
    """
    name = printable(str(path))
    try:
        data = json.loads(read_small_file(path))
    except (ValueError, RecursionError) as error:
        raise BaselineInvalidError(f"{name} is no JSON.") from error
    version = data.get("format_version") if isinstance(data, dict) else None
    if isinstance(version, int) and version > FORMAT_VERSION:
        message = f"{name} was written by a newer version of this program (format {version})."
        raise BaselineInvalidError(message)
    try:
        return Baseline.model_validate(data)
    except ValidationError as error:
        where = ".".join(map(str, error.errors(include_input=False)[0]["loc"]))
        raise BaselineInvalidError(f"{name} is no baseline (at {where or 'its top'}).") from error


def compare(
    findings: Iterable[Finding], baseline: Baseline
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[KnownFinding, ...]]:
    """The findings that are new, those that are known, and the known ones that are gone.

    Of findings that cannot be told apart as many are known as the baseline has.
    """
    left = Counter(entry.mark for entry in baseline.findings)
    new: list[Finding] = []
    known: list[Finding] = []
    for finding in findings:
        mark = mark_of(finding)
        if left[mark] > 0:
            left[mark] -= 1
            known.append(finding)
        else:
            new.append(finding)
    gone: list[KnownFinding] = []
    for entry in baseline.findings:
        if left[entry.mark] > 0:
            left[entry.mark] -= 1
            gone.append(entry)
    return tuple(new), tuple(known), tuple(gone)


def mark_of(finding: Finding) -> str:
    """The hash by which a finding is known again."""
    if finding.unit and finding.inspected:
        report = f"{unit_key(finding.unit)}|{finding.inspected.isoformat()}"
    else:
        report = finding.report_id
    quote = _SPACE.sub(" ", finding.quote or "").strip().casefold()
    told = "\x1f".join((report, finding.code, place_kind(finding.pointer), quote))
    return sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:32]


def place_kind(pointer: str) -> str:
    """The pointer without positions, but for areas and gradings, whose order the form gives."""
    fixed = _FIXED_ORDER.match(pointer)
    begin = fixed[0] if fixed else ""
    return begin + _INDEX.sub("*", pointer[len(begin) :])


def _known(finding: Finding) -> KnownFinding:
    return KnownFinding(
        mark=mark_of(finding),
        code=finding.code,
        level=finding.level,
        report_id=finding.report_id,
        pointer=place_kind(finding.pointer),
    )


def _order(entry: KnownFinding) -> tuple[str, str, str, str]:
    return entry.report_id, entry.code, entry.pointer, entry.mark
