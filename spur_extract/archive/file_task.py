"""What a worker does: convert one file and write a draft of its JSON. Runs in a process of its own.

The module is imported once, in the process that workers are copies of; so what every file needs
is loaded here.
"""

import hashlib
import importlib
import json
import os
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import cast

from pydantic import BaseModel, ConfigDict

from spur_extract.archive.pool import Plain
from spur_extract.archive.results.drafts import draft_of, write_draft
from spur_extract.archive.run_report import figures, warnings_of
from spur_extract.bugs import InternalError
from spur_extract.catalogue import load_catalogue
from spur_extract.contract import Report
from spur_extract.errors import InputChangedError, SpurError
from spur_extract.export.names import printable
from spur_extract.export.report_json import report_json
from spur_extract.language.parties.roles import load_role_titles
from spur_extract.language.statements.classifier import load_model
from spur_extract.pipeline import parse_bytes
from spur_extract.pseudonyms import PseudonymKey, pseudonymise
from spur_extract.pseudonyms.disguise import plain
from spur_extract.pseudonyms.suspects import Suspect
from spur_extract.reading.pdf.options import PdfOptions
from spur_extract.reading.source import read_bytes

load_catalogue()
load_model()
load_role_titles()


class FileJob(BaseModel):
    """One file to convert: what the worker has to know of it.

    `path` and `drafts` are written as by `to_wire`; `drafts` is the folder for the result, which
    has `number` in its name (see `draft_of`). `name` is what the file's report calls it, `shown`
    what the review file does; `key` is the key for pseudonyms in hexadecimal, `review` where the
    worker leaves what is to be reviewed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int
    path: str
    name: str
    shown: str
    drafts: str
    pdf: PdfOptions
    plugin: str | None = None
    key: str | None = None
    suspect: str | None = None
    review: str | None = None


class FileResult(BaseModel):
    """What the worker gives back: hashes of what it read and wrote, and figures to show."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: str
    json_sha256: str
    pages: int | None
    warnings: tuple[str, ...]
    figures: dict[str, str | int | float | None]


def to_wire(path: Path) -> str:
    """A path in hexadecimal: its name need not be UTF-8, and a message between processes is."""
    return os.fsencode(path).hex()


def from_wire(wire: str) -> Path:
    """The path that `to_wire` wrote."""
    return Path(os.fsdecode(bytes.fromhex(wire)))


def convert_file(payload: Plain) -> Plain:
    """Convert the file that a `FileJob` tells of; raises `SpurError` when it cannot be."""
    job = FileJob.model_validate(payload)
    try:
        return _convert(job)
    except SpurError as error:
        if job.key is None:
            raise
        raise plain(error) from None  # its message could quote the path
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a bug costs one file, and its entry says so
        raise InternalError.of(error) from None


def _convert(job: FileJob) -> Plain:
    path = from_wire(job.path)
    if job.plugin is not None:
        _named(job.plugin)(path)
    data = _read_unchanged(path)
    report = parse_bytes(data, job.name, job.pdf)
    if job.key is not None:
        report = _disguised(report, job)
    text = report_json(report)
    json_sha256 = hashlib.sha256(text.encode()).hexdigest()
    write_draft(draft_of(from_wire(job.drafts), job.number, json_sha256), text)
    result = FileResult(
        sha256=hashlib.sha256(data).hexdigest(),
        json_sha256=json_sha256,
        pages=report.source.page_count,
        warnings=tuple(warnings_of(report)),
        figures=figures(report),
    )
    return cast("Plain", result.model_dump(mode="json"))


def _read_unchanged(path: Path) -> bytes:
    """The file's bytes; raises `InputChangedError` when it was written to or moved meanwhile."""
    before = _mark(path)
    data = read_bytes(path)
    after = _mark(path)
    if before != after or (after and after[0] not in (0, len(data))):  # /proc tells 0 bytes
        message = f"{printable(str(path))} was written to while it was read."
        raise InputChangedError(message)
    return data


def _mark(path: Path) -> tuple[int, int, int] | None:
    """What changes when a file is written to or replaced; None where the system does not tell."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino


def _disguised(report: Report, job: FileJob) -> Report:
    from spur_extract.language.names import find_suspects  # noqa: PLC0415 - loads a pipeline

    suspect = cast("Suspect", _named(job.suspect)) if job.suspect else find_suspects
    done = pseudonymise(report, PseudonymKey(bytes.fromhex(job.key or "")), suspect)
    if job.review is not None:
        entries = [asdict(entry.of(job.shown)) for entry in done.review]
        write_draft(Path(job.review), json.dumps(entries))
    return done.report


def _named(name: str) -> Callable[..., object]:
    """A function by its `module:function`."""
    module, _, function = name.partition(":")
    return cast("Callable[..., object]", getattr(importlib.import_module(module), function))
