"""`spur-extract rules`: all rules of the audit."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from spur_extract.audit.explanations import explanation_of
from spur_extract.audit.model import Language, Level, Rule, Words, in_language
from spur_extract.audit.output.words import LEVELS
from spur_extract.audit.registry import all_rules
from spur_extract.cli.options import Options, command_from
from spur_extract.cli.session import Session, write_data
from spur_extract.cli.table import text_table

HEADERS: Final = {
    Language.SV: ("kod", "namn", "nivå", "taggar", "vad den säger"),
    Language.EN: ("code", "name", "level", "tags", "what it tells"),
}


class RulesFormat(StrEnum):
    """What `rules` writes."""

    TEXT = "text"
    JSON = "json"


class RulesOptions(Options):
    """Options of `rules`."""

    format: RulesFormat = Field(
        default=RulesFormat.TEXT, description="A table to read, or JSON with all that is known."
    )
    lang: Language = Field(default=Language.SV, description="Language of the table; JSON has both.")


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
    explanation_sv: str

    def title_in(self, language: Language) -> str:
        """The title in that language."""
        return in_language(Words(self.title_sv, self.title), language)

    def explanation_in(self, language: Language) -> str:
        """The explanation in that language."""
        return in_language(Words(self.explanation_sv, self.explanation), language)

    def level_in(self, language: Language) -> str:
        """The word for the level."""
        return in_language(LEVELS[self.level], language)


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
        explanation_sv=explanation_of(rule, Language.SV),
    )


def run(options: RulesOptions, session: Session) -> None:  # noqa: ARG001 - it says nothing
    """List the rules of the audit."""
    rows = [row_of(rule) for rule in all_rules()]
    if options.format is RulesFormat.JSON:
        text = TypeAdapter(list[RuleRow]).dump_json(rows, indent=2).decode() + "\n"
    else:
        text = rules_table(rows, options.lang)
    write_data([text])


def rules_table(rows: Iterable[RuleRow], language: Language) -> str:
    """One line for each rule."""
    return text_table(
        HEADERS[language],
        [
            (
                row.code,
                row.name,
                row.level_in(language),
                ", ".join(row.tags),
                row.title_in(language),
            )
            for row in rows
        ],
    )


command = command_from(RulesOptions, run, "rules")
