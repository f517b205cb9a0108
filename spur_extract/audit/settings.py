"""What an audit is about: which rules, and their limits."""

from datetime import date
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, field_validator

from spur_extract.audit.model import Context, Rule
from spur_extract.audit.registry import ALL, selected_codes

YEARS_BETWEEN: Final = 5
MOST_UNASSIGNED: Final = 0.02


class AuditSettings(BaseModel):
    """Settings of an audit; in a file the names have hyphens: `years-between-inspections`."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
        populate_by_name=True,
    )

    select: tuple[str, ...] = Field(
        default=(ALL,), description="Codes, beginnings of codes, or tags of the rules to apply."
    )
    ignore: tuple[str, ...] = Field(default=(), description="The same for rules to leave out.")
    years_between_inspections: int = Field(
        default=YEARS_BETWEEN, ge=1, le=50, description="A unit is inspected at least so often."
    )
    most_unassigned: float = Field(
        default=MOST_UNASSIGNED,
        ge=0,
        le=1,
        description="So large a share of a report's text may be in no field.",
    )
    aliases: Path | None = Field(
        default=None, description="File that says which spellings are one unit."
    )

    @field_validator("select", "ignore", mode="before")
    @classmethod
    def _one_is_a_list(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    def chosen(self) -> frozenset[str]:
        """The codes of the rules to apply; raises `RuleUnknownError`."""
        return selected_codes(self.select, self.ignore)

    def applies(self, rule: type[Rule]) -> bool:
        """Whether the rule is to be applied."""
        return rule.code in self.chosen()

    def context(self, as_of: date) -> Context:
        """What the rules go by, as of a day."""
        return Context(
            as_of=as_of,
            years_between_inspections=self.years_between_inspections,
            most_unassigned=self.most_unassigned,
        )
