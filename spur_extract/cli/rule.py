"""`spur-extract rule CODE`: what one rule of the audit means."""

import textwrap
from typing import Annotated, Final

from pydantic import Field

from spur_extract.audit.model import Language, Words, in_language
from spur_extract.audit.registry import rules_called
from spur_extract.cli.options import Cli, Options, command_from
from spur_extract.cli.rules import RuleRow, row_of, rules_table
from spur_extract.cli.session import Session, write_data

TAGS: Final = Words("Taggar", "Tags")


class RuleOptions(Options):
    """Options of `rule`."""

    code: Annotated[str, Cli(argument=True)]
    lang: Language = Field(default=Language.SV, description="Language of the explanation.")


def run(options: RuleOptions, session: Session) -> None:  # noqa: ARG001 - it says nothing
    """Explain one rule of the audit.

    CODE is its code or its name, such as SPUR203 or area-out-of-order. The beginning of codes, such
    as SPUR5, lists the rules that have it.
    """
    rows = [row_of(rule) for rule in rules_called(options.code)]
    alone = len(rows) == 1
    write_data([_explained(rows[0], options.lang) if alone else rules_table(rows, options.lang)])


def _explained(row: RuleRow, language: Language) -> str:
    lines = [
        f"{row.code} {row.name} ({row.level_in(language)})",
        "",
        row.title_in(language),
        "",
        *textwrap.wrap(row.explanation_in(language), 80),
        "",
        f"{in_language(TAGS, language)}: {', '.join(row.tags)}",
    ]
    return "\n".join(lines) + "\n"


command = command_from(RuleOptions, run, "rule")
