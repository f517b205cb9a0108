"""`spur-extract explain`: each line of a report with the role it was given."""

from collections.abc import Iterator
from typing import Annotated

from spur_extract.cli.files import read_input
from spur_extract.cli.options import Cli, Options, command_from
from spur_extract.cli.session import Session, write_data
from spur_extract.views.explain import explain


class ExplainOptions(Options):
    """Options of `explain`."""

    file: Annotated[str, Cli(argument=True)]


def run(options: ExplainOptions, session: Session) -> None:  # noqa: ARG001 - it says nothing
    """Show what was recognised in each line of a report.

    Each line of FILE (- is standard input) comes with the role it was given, the catalogue entry
    and the similarity: the tool to open when a new form appears.
    """
    write_data(_lines(*read_input(options.file)))


def _lines(data: bytes, file_name: str) -> Iterator[str]:
    return (f"{line}\n" for line in explain(data, file_name))


command = command_from(ExplainOptions, run, "explain")
