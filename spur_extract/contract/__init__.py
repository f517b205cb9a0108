"""The data contract: Pydantic models of everything that spur-extract gives out."""

from spur_extract.contract.action_plan import (
    ActionItem,
    ActionPlan,
    Deadline,
    DeadlineStatus,
    Party,
    PlanStatus,
    Precision,
    RoleHolder,
)
from spur_extract.contract.areas import (
    Area,
    AreaPart,
    Category,
    Grading,
    GradingBasis,
    Indicator,
    MatchQuality,
)
from spur_extract.contract.base import Span, UnassignedText
from spur_extract.contract.report import (
    SCHEMA_NAME,
    SCHEMA_VERSION,
    Cover,
    Diagnostic,
    Reader,
    Report,
    Severity,
    Source,
    Statement,
    StatementBasis,
)

__all__ = [
    "SCHEMA_NAME",
    "SCHEMA_VERSION",
    "ActionItem",
    "ActionPlan",
    "Area",
    "AreaPart",
    "Category",
    "Cover",
    "Deadline",
    "DeadlineStatus",
    "Diagnostic",
    "Grading",
    "GradingBasis",
    "Indicator",
    "MatchQuality",
    "Party",
    "PlanStatus",
    "Precision",
    "Reader",
    "Report",
    "RoleHolder",
    "Severity",
    "Source",
    "Span",
    "Statement",
    "StatementBasis",
    "UnassignedText",
]
