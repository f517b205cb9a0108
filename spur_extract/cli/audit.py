"""`spur-extract audit`: what is missing, contradictory or overdue in reports."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, Self

import click
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
from spur_extract.audit.aliases import Review, decided_spellings
from spur_extract.audit.baseline import (
    NOTHING_KNOWN,
    Baseline,
    KnownFinding,
    compare,
    load_baseline,
    write_baseline,
)
from spur_extract.audit.configuration import load_settings
from spur_extract.audit.facts import Facts, facts_of
from spur_extract.audit.output.scope_lines import scope_lines
from spur_extract.audit.registry import PREFIX, is_selector
from spur_extract.audit.rules.archive_spellings import suggested_aliases
from spur_extract.audit.scope import ReportsRead, scope_of
from spur_extract.cli.audit_formats import AuditFormat, Writer
from spur_extract.cli.options import Cli, command_from
from spur_extract.cli.pdf_options import ReadingOptions
from spur_extract.cli.session import Session
from spur_extract.errors import AuditFindingsError, OutputIsFolderError, RulesAsPathsError
from spur_extract.export.names import printable

MOST_SPELLINGS_TOLD: Final = 10


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
        default=(),
        description="Apply only these: codes, their beginnings, or tags; or ALL. Several with "
        "commas and no blanks (SPUR5,SPUR3), or by repeating the option.",
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
        description="Add the spellings that may be one unit to this file, to be reviewed and "
        "then given as --aliases; rows that it has stay.",
    )
    baseline: Annotated[Path | None, Cli(metavar="FILE")] = Field(
        default=None, description="Known findings: only new ones are written, gone ones told."
    )
    update_baseline: bool = Field(
        default=False, description="Write the findings to --baseline as known, and do not fail."
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
    _check(options, settings)
    today = options.as_of or datetime.now(tz=UTC).date()
    spellings = decided_spellings(settings.aliases) if settings.aliases else ()
    read, facts = ReportsRead(), list[Facts]()
    reports = read.noting(load_reports(options.paths, options.pdf))
    review = None
    if options.suggest_aliases is not None:
        review = Review(options.suggest_aliases, settings.aliases)
        reports = _noted(reports, facts)
    findings: Iterable[Finding] = run(reports, today, settings)
    if options.baseline is not None:
        new = options.update_baseline and not options.baseline.exists()
        baseline = NOTHING_KNOWN if new else load_baseline(options.baseline)
        codes = settings.chosen()
        findings = _unknown(
            findings, baseline, options, session, lambda entry: entry.was_sought(codes, read)
        )
    counted = _Counted(findings, options.fail_on)
    writer = Writer(
        options.format, options.lang, lambda: scope_of(options.paths, settings, today, read)
    )
    writer.write(counted, options.output)
    if not options.format.tells_scope:
        for line in scope_lines(writer.scope(), options.lang):
            session.say(line)
    _tell_unused([it for it in spellings if not read.has_unit(it)], session)
    if review is not None:
        kept, added = review.add(suggested_aliases(facts, review.aliases))
        name = printable(str(review.path))
        session.say(f"Aliases: {_rows(kept)} kept, {added} added in {name}")
    if counted.failing and not options.update_baseline:
        findings_told = "1 finding" if counted.failing == 1 else f"{counted.failing} findings"
        raise AuditFindingsError(f"{findings_told} at or above --fail-on {options.fail_on}.")


def _check(options: AuditOptions, settings: AuditSettings) -> None:
    """Raise what is wrong before any report is read."""
    if not settings.chosen():
        raise click.UsageError(
            "No rule is left to apply: --ignore takes away all that --select gives. "
            "Ignore fewer, or select some by code, such as --select SPUR5."
        )
    for path in options.paths:
        likely = options.select or options.ignore or str(path).upper().startswith(PREFIX)
        if likely and is_selector(str(path)) and not path.exists():
            message = f"There is no file or folder {printable(str(path))}; it is the name of rules."
            raise RulesAsPathsError(message)
    for file in (options.output, options.baseline, options.suggest_aliases):
        if file is not None and file.is_dir():
            message = f"{printable(str(file))} is a folder, and a file is to be written."
            raise OutputIsFolderError(message)


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
    findings: Iterable[Finding],
    baseline: Baseline,
    options: AuditOptions,
    session: Session,
    was_sought: Callable[[KnownFinding], bool],
) -> tuple[Finding, ...]:
    """The findings that the baseline does not know; the others are told in figures."""
    everything = tuple(findings)
    compared = compare(everything, baseline, was_sought)
    told = f"{len(compared.new)} new, {len(compared.known)} known, {len(compared.gone)} gone"
    if compared.not_sought:
        told += f", {len(compared.not_sought)} not looked at (other rules or reports)"
    session.say(f"Baseline: {told}")
    for entry in compared.gone:
        where = ", ".join(filter(None, (entry.unit, entry.report or entry.report_id)))
        session.say(
            " ".join(filter(None, ("gone:", entry.code, where, entry.about, entry.pointer)))
        )
    if options.update_baseline and options.baseline is not None:
        write_baseline(everything, options.baseline, compared.not_sought)
    return compared.new


def _tell_unused(unused: Sequence[str], session: Session) -> None:
    for spelling in unused[:MOST_SPELLINGS_TOLD]:
        session.say(f"Aliases: no report has the spelling: {printable(spelling)}")
    if len(unused) > MOST_SPELLINGS_TOLD:
        session.say(f"Aliases: … nor {len(unused) - MOST_SPELLINGS_TOLD} spellings more")


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count} rows"


command = command_from(AuditOptions, run_command, "audit")
