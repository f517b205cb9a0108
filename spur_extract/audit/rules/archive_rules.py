"""All rules on the archive, in order of their codes."""

from typing import Final

from spur_extract.audit.model import ArchiveRule
from spur_extract.audit.rules.archive_copies import Duplicate, EarlierVersion
from spur_extract.audit.rules.archive_coverage import (
    CoverageByRegion,
    CoverageBySpecialty,
    CoverageByYear,
)
from spur_extract.audit.rules.archive_deadlines import ActionOverdue, FollowUpOverdue
from spur_extract.audit.rules.archive_inspections import InspectionOverdue
from spur_extract.audit.rules.archive_repeats import AreaFailedAgain, DeficiencyAgain
from spur_extract.audit.rules.archive_spellings import SpeltInSeveralWays

ARCHIVE_RULES: Final[tuple[type[ArchiveRule], ...]] = (
    InspectionOverdue,
    ActionOverdue,
    FollowUpOverdue,
    DeficiencyAgain,
    AreaFailedAgain,
    Duplicate,
    EarlierVersion,
    SpeltInSeveralWays,
    CoverageByYear,
    CoverageBySpecialty,
    CoverageByRegion,
)
