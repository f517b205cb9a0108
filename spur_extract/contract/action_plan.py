"""The action plan (handlingsplan): what the unit promised, by when, and who answers for it."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from spur_extract.contract.base import ContractModel


class PlanStatus(StrEnum):
    """Whether the document holds the action plan."""

    INCLUDED = "included"
    ATTACHED = "attached"  # only referred to
    ABSENT = "absent"


class DeadlineStatus(StrEnum):
    """What kind of deadline was written."""

    DATED = "dated"
    NOT_APPLICABLE = "not_applicable"  # "Ej aktuellt …"
    MALFORMED = "malformed"  # digits that are no date
    UNDATED = "undated"  # text without a date
    MISSING = "missing"


class Precision(StrEnum):
    """How exact a written date is."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"


class Deadline(ContractModel):
    """A date as the unit wrote it, and the days that bound what was written."""

    text: str | None = Field(default=None, description="as written; null when missing")
    edtf: str | None = Field(default=None, description="ISO 8601-2 (EDTF) level 1 or 2")
    earliest: date | None = None
    latest: date | None = None
    precision: Precision | None = None
    recurring: bool = Field(default=False, description='"varje år", "löpande"')
    conditional: bool = Field(default=False, description='"ifall …", "om …"')
    status: DeadlineStatus


class RoleHolder(ContractModel):
    """A person to whom the text gives a role: "Bo Lind, sektionschef"."""

    person: str = Field(description="one of the party's persons")
    role: str = Field(description="one of the party's roles")


class Party(ContractModel):
    """Who answers for something, as written, with the roles and names the text gives."""

    text: str | None = Field(default=None, description="as written; null when missing")
    roles: tuple[str, ...] = Field(
        default=(), description="normalised Swedish titles, lower case, indefinite form"
    )
    persons: tuple[str, ...] = Field(default=(), description="names of persons, as written")
    holders: tuple[RoleHolder, ...] = Field(
        default=(), description="who holds which role, where the text says so beside the name"
    )


class ActionItem(ContractModel):
    """One deficiency (brist) and what the unit will do about it."""

    area: str = Field(pattern="^[A-H]$")
    indicator_id: str | None = Field(default=None, description="null when no statement fits")
    indicator_text: str | None = Field(
        default=None, description="the deficiency as printed, printed lines rejoined"
    )
    planned_action: str | None = Field(default=None, description="Planerad åtgärd")
    due: Deadline = Field(description="Datum när åtgärden ska vara genomförd")
    responsible: Party = Field(description="Ansvarig för genomförandet")
    follow_up_due: Deadline = Field(description="Datum för uppföljning")
    follow_up_responsible: Party = Field(description="Ansvarig för uppföljningen")


class ActionPlan(ContractModel):
    """The action plan as a whole."""

    status: PlanStatus
    items: tuple[ActionItem, ...] = ()
