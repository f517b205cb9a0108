"""Reports to audit: from report files, converted archives and JSON files, one at a time."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from spur_extract.audit.conversions import JSON_SUFFIX, conversion_in
from spur_extract.audit.model import Audited
from spur_extract.contract import Report
from spur_extract.errors import (
    InputNotFoundError,
    InputNotReadableError,
    NothingToAuditError,
    ReportJsonInvalidError,
)
from spur_extract.export.names import JSON_FOLDER, printable
from spur_extract.export.tables import report_id
from spur_extract.reading.suffixes import REPORT_SUFFIXES

if TYPE_CHECKING:
    from spur_extract.reading.pdf.options import PdfOptions


def load_reports(
    paths: Iterable[Path | str], options: "PdfOptions | None" = None
) -> Iterator[Audited]:
    """The reports at `paths`, each read when it is asked for, so that memory stays flat.

    A path is a report file (text or PDF, read as `parse` does by `options`), a JSON file that
    `parse` or `convert` wrote, a folder of such JSON, or one that `convert` wrote, of which those
    count that its last run lists, in the order of its run report.

    Raises:
        InputNotFoundError: there is nothing at a path.
        NothingToAuditError: a folder holds no JSON files, or report files beside them.
        ConversionIncompleteError: a folder's last run has not ended, or its results have changed.
        ReportJsonInvalidError: a JSON file is no report of this version's contract.
        SpurError: what `parse` raises.
    """
    for path in map(Path, paths):
        _check(path)
        for file in _reports_below(path) if path.is_dir() else (path,):
            yield load_report(file, options)


def _check(path: Path) -> None:
    shown = printable(str(path))
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise InputNotFoundError(f"There is no file or folder {shown}.") from None
    except OSError as error:
        raise InputNotReadableError(f"{shown} cannot be reached: {error.strerror}.") from error


def load_report(path: Path, options: "PdfOptions | None" = None) -> Audited:
    """The report in one file; raises as `load_reports`."""
    shown = printable(str(path))
    if path.suffix.lower() == JSON_SUFFIX:
        return audited(_from_json(path), shown)  # its date is that of the conversion
    return audited(_parsed(path, options), shown, _written(path))


def audited(report: Report, path: str, file_date: date | None = None) -> Audited:
    """A report as the rules take it, told by `path`."""
    return Audited(report, path, report_id(report.source.sha256), file_date)


def _reports_below(folder: Path) -> list[Path]:
    conversion = conversion_in(folder)
    if conversion is not None:
        files = list(conversion.files)
    else:
        inner = folder / JSON_FOLDER
        root = inner if inner.is_dir() else folder
        below = sorted(path for path in root.rglob("*") if path.is_file())
        files = [path for path in below if path.suffix == JSON_SUFFIX]
        reports = sum(path.suffix.lower() in REPORT_SUFFIXES for path in below)
        if reports:  # left out without a word they would seem to have no finding
            told = f"{printable(str(folder))} holds report files not converted: {reports}."
            raise NothingToAuditError(told)
    if not files:
        raise NothingToAuditError(f"{printable(str(folder))} holds no converted reports.")
    return files


def _from_json(path: Path) -> Report:
    shown = printable(str(path))
    try:
        return Report.model_validate_json(path.read_bytes())
    except OSError as error:
        message = f"{shown} cannot be read ({error.strerror})."
        raise InputNotReadableError(message) from error
    except ValidationError as error:
        raise ReportJsonInvalidError(f"{shown} is no report of this version.") from error


def _parsed(path: Path, options: "PdfOptions | None") -> Report:
    from spur_extract.pipeline import parse  # noqa: PLC0415 - not needed for JSON, and slow

    return parse(path, options)


def _written(path: Path) -> date:
    """The day on which the file was last written, in UTC."""
    return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).date()
