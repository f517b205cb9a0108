"""`spur-extract rules`: all rules of the audit."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from spur_extract.audit.model import Level, Rule
from spur_extract.audit.registry import all_rules
from spur_extract.cli.options import Options, command_from
from spur_extract.cli.session import Session, write_data
from spur_extract.cli.table import text_table


class RulesFormat(StrEnum):
    """What `rules` writes."""

    TEXT = "text"
    JSON = "json"


class RulesOptions(Options):
    """Options of `rules`."""

    format: RulesFormat = Field(
        default=RulesFormat.TEXT, description="A table to read, or JSON with all that is known."
    )


class RuleRow(BaseModel):
    """One rule."""

    model_config = ConfigDict(frozen=True)

    code: str
    name: str
    level: Level
    tags: tuple[str, ...]
    title: str
    title_sv: str
    explanation: str


def row_of(rule: type[Rule]) -> RuleRow:
    """What there is to tell of a rule."""
    return RuleRow(
        code=rule.code,
        name=rule.name,
        level=rule.level,
        tags=tuple(sorted(rule.tags)),
        title=rule.title,
        title_sv=rule.title_sv,
        explanation=rule.explanation,
    )


def run(options: RulesOptions, session: Session) -> None:  # noqa: ARG001 - it says nothing
    """List the rules of the audit."""
    rows = [row_of(rule) for rule in all_rules()]
    if options.format is RulesFormat.JSON:
        text = TypeAdapter(list[RuleRow]).dump_json(rows, indent=2).decode() + "\n"
    else:
        text = text_table(
            ("code", "name", "level", "tags", "what it tells"),
            [(row.code, row.name, row.level, ", ".join(row.tags), row.title) for row in rows],
        )
    write_data([text])


command = command_from(RulesOptions, run, "rules")
