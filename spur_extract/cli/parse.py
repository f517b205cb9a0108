"""`spur-extract parse`: one report in, data out."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from spur_extract.cli.files import read_input
from spur_extract.cli.options import Cli, command_from
from spur_extract.cli.pdf_options import ReadingOptions
from spur_extract.cli.session import PROGRAM, Session, write_data
from spur_extract.contract import Severity
from spur_extract.export.report_json import report_json
from spur_extract.pipeline import parse_bytes
from spur_extract.views.summary import summary


class ParseFormat(StrEnum):
    """What `parse` writes."""

    JSON = "json"
    TEXT = "text"


class ParseOptions(ReadingOptions):
    """Options of `parse`."""

    file: Annotated[str, Cli(argument=True)]
    format: ParseFormat = Field(
        default=ParseFormat.JSON, description="JSON by the contract, or a summary to read."
    )


def run(options: ParseOptions, session: Session) -> None:
    """Turn one report into data.

    FILE is a text or PDF file; - is standard input. The data goes to standard output.
    """
    report = parse_bytes(*read_input(options.file), options.pdf)
    if options.format is ParseFormat.TEXT:
        write_data([summary(report)])
        return
    write_data([report_json(report)])
    for note in report.diagnostics:  # the summary shows them itself
        if note.severity is not Severity.INFO:
            session.say(f"{PROGRAM}: {note.severity}[{note.code}]: {note.message} {note.pointer}")


command = command_from(ParseOptions, run, "parse")
