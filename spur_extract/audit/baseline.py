"""The baseline: findings that are known already, so that a run shows what is new and what is gone.

The file holds no message and no quote, only where a finding was: rule, unit, day, path of the
report and place in it. Findings of rules that were not applied, or of reports that were not read,
are neither gone nor replaced. A finding is known by a hash over unit, specialty and day of
inspection (of a report that does not tell unit and day, its id), rule, what it is about, kind of
place and quote; what may change without the finding being another one is left out: the path, the
message, positions. One that has become worse is new. The file is kept readable to compare: one
line per finding, in a fixed order.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from spur_extract.audit.model import Finding, Level
from spur_extract.audit.scope import ReportsRead
from spur_extract.audit.text_files import read_small_file
from spur_extract.audit.units import unit_key
from spur_extract.errors import BaselineInvalidError, BaselineNotFoundError, InputNotFoundError
from spur_extract.export.atomic import atomic_text
from spur_extract.export.names import printable

FORMAT_NAME: Final = "spur_audit_baseline"
FORMAT_VERSION: Final = 3
"""Marks of earlier ones were made of less, so that they fit no finding."""

_INDEX = re.compile(r"(?<=/)\d+(?=/|$)")
_SPACE = re.compile(r"\s+")


class KnownFinding(BaseModel):
    """A finding of an earlier run: `pointer` tells the kind of place, `mark` is the hash, `report`
    the path; of all reports together there is none of these, nor an id."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    mark: str = Field(pattern="^[0-9a-f]{32}$")
    code: str
    level: Level
    report_id: str
    pointer: str
    unit: str | None = None
    inspected: date | None = None
    report: str | None = None
    about: str | None = None

    def was_sought(self, codes: frozenset[str], read: ReportsRead) -> bool:
        """Whether a run that applied these rules to these reports would have found it."""
        if self.code not in codes:
            return False
        visit = (unit_key(self.unit), self.inspected) if self.unit and self.inspected else None
        return (
            not self.report_id
            or self.report_id in read.ids
            or self.report in read.paths
            or visit in read.visits
        )


class Baseline(BaseModel):
    """The file as a whole."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format_name: Literal["spur_audit_baseline"]
    format_version: Literal[3]
    findings: tuple[KnownFinding, ...]


NOTHING_KNOWN: Final = Baseline(format_name=FORMAT_NAME, format_version=FORMAT_VERSION, findings=())


class Comparison(NamedTuple):
    """Findings that are new or known; and what the baseline knows beside: what is gone, and what
    was not sought."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    gone: tuple[KnownFinding, ...]
    not_sought: tuple[KnownFinding, ...]


def write_baseline(
    findings: Iterable[Finding], path: Path, kept: Iterable[KnownFinding] = ()
) -> None:
    """Write the findings as known ones beside those `kept`; raises `OutputError`."""
    entries = sorted([*map(_known, findings), *kept], key=_order)
    lines = ",\n".join(entry.model_dump_json(exclude_none=True) for entry in entries)
    head = f'{{"format_name":"{FORMAT_NAME}","format_version":{FORMAT_VERSION},"findings":['
    with atomic_text(path) as file:
        file.write(f"{head}\n{lines}\n]}}\n" if lines else f"{head}]}}\n")


def load_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        BaselineNotFoundError: there is none yet.
        BaselineInvalidError: it is none, is damaged, or a newer version of this program wrote it.
        InputError: it cannot be opened.
    """
    name = printable(str(path))
    try:
        data = json.loads(read_small_file(path))
    except InputNotFoundError:
        raise BaselineNotFoundError(f"There is no baseline {name} yet.") from None
    except (ValueError, RecursionError) as error:
        raise BaselineInvalidError(f"{name} is no JSON.") from error
    version = data.get("format_version") if isinstance(data, dict) else None
    if isinstance(version, int) and version > FORMAT_VERSION:
        message = f"{name} was written by a newer version of this program (format {version})."
        raise BaselineInvalidError(message)
    if isinstance(version, int) and version < FORMAT_VERSION:
        message = f"{name} is of an earlier format: move it away and make it anew."
        raise BaselineInvalidError(message)
    try:
        return Baseline.model_validate(data)
    except ValidationError as error:
        where = ".".join(map(str, error.errors(include_input=False)[0]["loc"]))
        raise BaselineInvalidError(f"{name} is no baseline (at {where or 'its top'}).") from error


def compare(
    findings: Iterable[Finding],
    baseline: Baseline,
    was_sought: Callable[[KnownFinding], bool] = lambda _: True,
) -> Comparison:
    """Which findings are new and which known, and what became of the other known ones.

    Of findings that cannot be told apart as many are known as the baseline has. One that is worse
    than it was is new, and takes the place of the milder one.
    """
    left: dict[str, list[KnownFinding]] = defaultdict(list)
    for entry in baseline.findings:
        left[entry.mark].append(entry)
    new: list[Finding] = []
    known: list[Finding] = []
    for finding in findings:
        entries = left[mark_of(finding)]
        worst = min(entries, key=lambda it: it.level.rank, default=None)
        if worst is not None:
            entries.remove(worst)
        is_known = worst is not None and worst.level.rank <= finding.level.rank
        (known if is_known else new).append(finding)
    gone: list[KnownFinding] = []
    not_sought: list[KnownFinding] = []
    for entry in baseline.findings:
        if entry in left[entry.mark]:
            left[entry.mark].remove(entry)
            (gone if was_sought(entry) else not_sought).append(entry)
    return Comparison(tuple(new), tuple(known), tuple(gone), tuple(not_sought))


def mark_of(finding: Finding) -> str:
    """The hash by which a finding is known again."""
    if finding.unit and finding.inspected:
        specialty = unit_key(finding.specialty or "")
        report = f"{unit_key(finding.unit)}|{specialty}|{finding.inspected.isoformat()}"
    else:
        report = finding.report_id
    quote = _SPACE.sub(" ", finding.quote or "").strip().casefold()
    told = "\x1f".join((report, finding.code, finding.about, place_kind(finding.pointer), quote))
    return sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:32]


def place_kind(pointer: str) -> str:
    """The pointer without positions."""
    return _INDEX.sub("*", pointer)


def _known(finding: Finding) -> KnownFinding:
    return KnownFinding(
        mark=mark_of(finding),
        code=finding.code,
        level=finding.level,
        report_id=finding.report_id,
        pointer=place_kind(finding.pointer),
        unit=finding.unit,
        inspected=finding.inspected,
        report=finding.report or None,
        about=finding.about or None,
    )


def _order(entry: KnownFinding) -> tuple[str, str, str, str]:
    return entry.report_id, entry.code, entry.pointer, entry.mark
