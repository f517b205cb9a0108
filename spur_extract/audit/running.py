"""Applies the rules: those on one report as it comes, those on the archive at the end."""

import heapq
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from spur_extract.audit.aliases import NO_ALIASES, load_aliases
from spur_extract.audit.facts import Facts, facts_of
from spur_extract.audit.model import ArchiveRule, Audited, Context, Finding, ReportRule
from spur_extract.audit.registry import archive_rules, report_rules
from spur_extract.audit.settings import AuditSettings
from spur_extract.audit.visits import Archive, archive_of


def run(
    reports: Iterable[Audited],
    today: date | None = None,
    settings: AuditSettings | None = None,
) -> Iterator[Finding]:
    """The findings in `reports`, those of each report as it is read, those across reports last,
    by report, and at the end those on all together.

    Of reports from the same bytes only the first is looked at by the rules on one report; that the
    others are copies is for those on the archive to tell. `today` is the day that the audit is
    about. Only facts of a report are kept once it is done.
    Raises `RuleUnknownError` for settings that name no rule, and what `load_aliases` raises,
    before any report is read.
    """
    settings = settings or AuditSettings()
    chosen = settings.chosen()
    context = settings.context(today or datetime.now(tz=UTC).date())
    of_report = [rule() for rule in report_rules() if rule.code in chosen]
    of_archive = [rule() for rule in archive_rules() if rule.code in chosen]
    aliases = load_aliases(settings.aliases) if settings.aliases and of_archive else NO_ALIASES
    facts: list[Facts] = []
    seen: set[str] = set()

    def findings() -> Iterator[Finding]:
        for audited in reports:
            content = audited.report.source.sha256
            if content not in seen:
                yield from check_report(audited, of_report, context)
            seen.add(content)
            if of_archive:
                facts.append(facts_of(audited))
        if not of_archive:
            return
        yield from _across(archive_of(facts, aliases), of_archive, context)

    return findings()


def _across(archive: Archive, rules: Iterable[ArchiveRule], context: Context) -> Iterator[Finding]:
    """What the rules find across reports, by report, the rules in their order.

    What comes in that order already is not gathered: in a large archive it is most of all.
    """
    found = (
        rule.check(archive, context)
        if rule.by_report
        else sorted(rule.check(archive, context), key=_by_report)
        for rule in rules
    )
    return heapq.merge(*found, key=_by_report)


def check_report(
    audited: Audited, rules: Iterable[ReportRule], context: Context
) -> Iterator[Finding]:
    """What the rules find in one report, in their order."""
    for rule in rules:
        yield from rule.check(audited, context)


def _by_report(finding: Finding) -> tuple[bool, str]:
    return not finding.report, finding.report
