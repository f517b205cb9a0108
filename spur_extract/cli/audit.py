"""`spur-extract audit`: what is missing, contradictory or overdue in reports."""

import io
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from spur_extract.audit import (
    Audited,
    AuditSettings,
    Finding,
    Language,
    Level,
    load_reports,
    run,
)
from spur_extract.audit.aliases import NO_ALIASES, load_aliases, write_suggestions
from spur_extract.audit.baseline import compare, load_baseline, write_baseline
from spur_extract.audit.configuration import load_settings
from spur_extract.audit.facts import Facts, facts_of
from spur_extract.audit.output.csv import csv_chunks
from spur_extract.audit.output.json_lines import json_chunks, json_lines_chunks
from spur_extract.audit.output.sarif import sarif_chunks
from spur_extract.audit.output.table import table_chunks
from spur_extract.audit.rules.archive_spellings import suggested_aliases
from spur_extract.cli.options import Cli, command_from
from spur_extract.cli.pdf_options import ReadingOptions
from spur_extract.cli.session import Session, write_data
from spur_extract.errors import AuditFindingsError
from spur_extract.export.atomic import atomic_text


class AuditFormat(StrEnum):
    """What `audit` writes."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    SARIF = "sarif"
    HTML = "html"


class FailOn(StrEnum):
    """From which level on findings make the command fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    def counts(self, level: Level) -> bool:
        """Whether a finding of that level counts."""
        return self is not FailOn.NEVER and level.rank <= Level(self.value).rank


class AuditOptions(ReadingOptions):
    """Options of `audit`."""

    paths: Annotated[tuple[Path, ...], Cli(argument=True, metavar="PATH...")]
    format: AuditFormat = Field(default=AuditFormat.TABLE, description="How findings are written.")
    output: Annotated[Path | None, Cli(flags=("--output", "-o"), metavar="FILE")] = Field(
        default=None, description="File for the findings, instead of standard output."
    )
    select: Annotated[tuple[str, ...], Cli(metavar="RULES")] = Field(
        default=(), description="Apply only these: codes, their beginnings, or tags; or ALL."
    )
    ignore: Annotated[tuple[str, ...], Cli(metavar="RULES")] = Field(
        default=(), description="Leave these out; the more exact of the two options wins."
    )
    as_of: Annotated[date | None, Cli(metavar="DATE")] = Field(
        default=None, description="The day that the audit is about, as 2026-05-31; today if absent."
    )
    fail_on: FailOn = Field(
        default=FailOn.ERROR, description="Exit with 1 when there are findings so bad or worse."
    )
    lang: Language = Field(default=Language.SV, description="Language of the findings.")
    config: Annotated[Path | None, Cli(metavar="FILE")] = Field(
        default=None,
        description="Settings; spur-audit.toml or [tool.spur-extract.audit] in pyproject.toml of "
        "the working directory if absent.",
    )
    aliases: Annotated[Path | None, Cli(metavar="FILE")] = Field(
        default=None, description="CSV file that says which spellings are one unit."
    )
    suggest_aliases: Annotated[Path | None, Cli(metavar="FILE")] = Field(
        default=None,
        description="Write the spellings that may be one unit to this file, to be reviewed and "
        "then given as --aliases.",
    )
    baseline: Annotated[Path | None, Cli(metavar="FILE")] = Field(
        default=None, description="Known findings: only new ones are written, gone ones told."
    )
    update_baseline: bool = Field(
        default=False, description="Write all findings to --baseline as known, and do not fail."
    )

    @model_validator(mode="after")
    def _update_what(self) -> Self:
        if self.update_baseline and self.baseline is None:
            raise ValueError("--update-baseline needs --baseline")
        return self

    @property
    def settings(self) -> AuditSettings:
        """The settings of the file, with those given here in their place."""
        given = {
            name: value
            for name, value in (
                ("select", self.select),
                ("ignore", self.ignore),
                ("aliases", self.aliases),
            )
            if value
        }
        return load_settings(self.config).model_copy(update=given)


def run_command(options: AuditOptions, session: Session) -> None:
    """Tell what is missing, contradictory or overdue in reports.

    Each PATH is a report, a JSON file of one, or a folder that convert wrote. Findings go to
    standard output; what each rule means: spur-extract rules.
    """
    settings = options.settings
    facts: list[Facts] = []
    reports = load_reports(options.paths, options.pdf)
    if options.suggest_aliases is not None:
        reports = _noted(reports, facts)
    findings: Iterable[Finding] = run(reports, options.as_of, settings)
    if options.baseline is not None:
        findings = _unknown(findings, options.baseline, options, session)
    counted = _Counted(findings, options.fail_on)
    _write(counted, options)
    if options.suggest_aliases is not None:
        known = load_aliases(settings.aliases) if settings.aliases else NO_ALIASES
        write_suggestions(suggested_aliases(facts, known), options.suggest_aliases)
    if counted.failing and not options.update_baseline:
        findings_told = "1 finding" if counted.failing == 1 else f"{counted.failing} findings"
        raise AuditFindingsError(f"{findings_told} at or above --fail-on {options.fail_on}.")


def _noted(reports: Iterable[Audited], facts: list[Facts]) -> Iterator[Audited]:
    """The reports, with the facts of each noted as it passes."""
    for report in reports:
        facts.append(facts_of(report))
        yield report


class _Counted:
    """Findings that are counted as they pass."""

    def __init__(self, findings: Iterable[Finding], fail_on: FailOn) -> None:
        self.failing = 0
        self._findings = findings
        self._fail_on = fail_on

    def __iter__(self) -> Iterator[Finding]:
        for finding in self._findings:
            self.failing += self._fail_on.counts(finding.level)
            yield finding


def _unknown(
    findings: Iterable[Finding], path: Path, options: AuditOptions, session: Session
) -> tuple[Finding, ...]:
    """The findings that the baseline does not know; the others are told in figures."""
    everything = tuple(findings)
    if options.update_baseline and not path.exists():
        write_baseline((), path)
    new, known, gone = compare(everything, load_baseline(path))
    session.say(f"Baseline: {len(new)} new, {len(known)} known, {len(gone)} gone")
    for entry in gone:
        session.say(f"gone: {entry.code} {entry.report_id} {entry.pointer}")
    if options.update_baseline:
        write_baseline(everything, path)
    return new


def _write(findings: Iterable[Finding], options: AuditOptions) -> None:
    if options.output is None:
        terminal = sys.stdout is not None and sys.stdout.isatty()
        write_data(_chunks(findings, options, terminal=terminal))
        return
    with atomic_text(options.output) as file:
        for chunk in _chunks(findings, options, terminal=False):
            file.write(chunk)


def _chunks(findings: Iterable[Finding], options: AuditOptions, *, terminal: bool) -> Iterable[str]:
    match options.format:
        case AuditFormat.TABLE:
            return table_chunks(findings, options.lang, terminal=terminal)
        case AuditFormat.JSON:
            return json_chunks(findings, options.lang)
        case AuditFormat.JSONL:
            return json_lines_chunks(findings, options.lang)
        case AuditFormat.CSV:
            return csv_chunks(findings, options.lang)
        case AuditFormat.SARIF:
            return sarif_chunks(findings, options.lang)
        case AuditFormat.HTML:
            return _html(findings, options.lang)


def _html(findings: Iterable[Finding], language: Language) -> Iterator[str]:
    from spur_extract.audit.output.html import write_html  # noqa: PLC0415 - a library of its own

    page = io.StringIO()
    write_html(findings, page, language)
    yield page.getvalue()


command = command_from(AuditOptions, run_command, "audit")
