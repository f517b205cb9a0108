"""The audit: what is missing, contradictory or overdue, in one report and across many.

for finding in run(load_reports(["archive"]), today=date(2026, 5, 1)):
    print(finding.report, finding.code, finding.message)
"""

from spur_extract.audit.loading import audited, load_reports
from spur_extract.audit.model import Audited, Finding, Language, Level
from spur_extract.audit.running import run
from spur_extract.audit.settings import AuditSettings

__all__ = [
    "AuditSettings",
    "Audited",
    "Finding",
    "Language",
    "Level",
    "audited",
    "load_reports",
    "run",
]
