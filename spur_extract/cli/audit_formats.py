"""The forms in which `audit` writes its findings."""

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from spur_extract.audit import Finding, Language
from spur_extract.audit.output.csv import csv_chunks
from spur_extract.audit.output.json_lines import json_chunks, json_lines_chunks
from spur_extract.audit.output.sarif import sarif_chunks
from spur_extract.audit.output.table import table_chunks
from spur_extract.audit.scope import Scope
from spur_extract.cli.session import write_data
from spur_extract.export.atomic import atomic_text
from spur_extract.export.csv_dialects import EXCEL_SV, RFC_4180


class AuditFormat(StrEnum):
    """What `audit` writes."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    EXCEL_SV = "excel-sv"
    SARIF = "sarif"
    HTML = "html"

    @property
    def tells_scope(self) -> bool:
        """Whether it has a place for what the audit was about."""
        return self in (AuditFormat.SARIF, AuditFormat.HTML)


DIALECTS: Final = {AuditFormat.CSV: RFC_4180, AuditFormat.EXCEL_SV: EXCEL_SV}


@dataclass(frozen=True, slots=True)
class Writer:
    """How findings are written; `scope` is asked for once all have come."""

    format: AuditFormat
    language: Language
    scope: Callable[[], Scope]

    def write(self, findings: Iterable[Finding], output: Path | None) -> None:
        """Write them to a file, or to standard output; raises `OutputError`."""
        if output is None:
            terminal = sys.stdout is not None and sys.stdout.isatty()
            write_data(self._chunks(findings, terminal=terminal))
            return
        with atomic_text(output) as file:
            for chunk in self._chunks(findings, terminal=False):
                file.write(chunk)

    def _chunks(self, findings: Iterable[Finding], *, terminal: bool) -> Iterable[str]:
        match self.format:
            case AuditFormat.TABLE:
                return table_chunks(findings, self.language, terminal=terminal)
            case AuditFormat.JSON:
                return json_chunks(findings, self.language)
            case AuditFormat.JSONL:
                return json_lines_chunks(findings, self.language)
            case AuditFormat.CSV | AuditFormat.EXCEL_SV:
                return csv_chunks(findings, self.language, DIALECTS[self.format])
            case AuditFormat.SARIF:
                return sarif_chunks(findings, self.language, self.scope)
            case AuditFormat.HTML:
                return self._html(findings)

    def _html(self, findings: Iterable[Finding]) -> Iterator[str]:
        from spur_extract.audit.output.html import (  # noqa: PLC0415 - a library of its own
            write_html,
        )

        page = io.StringIO()
        write_html(findings, page, self.language, scope=self.scope)
        yield page.getvalue()
