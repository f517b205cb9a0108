"""`spur-extract rule CODE`: what one rule of the audit means."""

import textwrap
from typing import Annotated

from spur_extract.audit.registry import rule_of
from spur_extract.cli.options import Cli, Options, command_from
from spur_extract.cli.rules import RuleRow, row_of
from spur_extract.cli.session import Session, write_data


class RuleOptions(Options):
    """Options of `rule`."""

    code: Annotated[str, Cli(argument=True)]


def run(options: RuleOptions, session: Session) -> None:  # noqa: ARG001 - it says nothing
    """Explain one rule of the audit.

    CODE is its code or its name, such as SPUR203 or area-out-of-order.
    """
    write_data([_explained(row_of(rule_of(options.code)))])


def _explained(row: RuleRow) -> str:
    lines = [
        f"{row.code} {row.name} ({row.level})",
        "",
        row.title,
        row.title_sv,
        "",
        *textwrap.wrap(row.explanation, 80),
        "",
        f"Tags: {', '.join(row.tags)}",
    ]
    return "\n".join(lines) + "\n"


command = command_from(RuleOptions, run, "rule")
