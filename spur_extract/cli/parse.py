"""`spur-extract parse`: one report in, data out."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field

from spur_extract.cli.files import read_input
from spur_extract.cli.options import Cli, command_from
from spur_extract.cli.pseudonym_options import PseudonymOptions
from spur_extract.cli.session import PROGRAM, Session, write_data
from spur_extract.contract import Report, Severity
from spur_extract.export.report_json import report_json
from spur_extract.pipeline import parse_bytes
from spur_extract.views.summary import summary


class ParseFormat(StrEnum):
    """What `parse` writes."""

    JSON = "json"
    TEXT = "text"


class ParseOptions(PseudonymOptions):
    """Options of `parse`."""

    file: Annotated[str, Cli(argument=True)]
    format: ParseFormat = Field(
        default=ParseFormat.JSON, description="JSON by the contract, or a summary to read."
    )


def run(options: ParseOptions, session: Session) -> None:
    """Turn one report into data.

    FILE is a text or PDF file; - is standard input. The data goes to standard output.
    """
    report = _read(options)
    if options.format is ParseFormat.TEXT:
        write_data([summary(report)])
        return
    write_data([report_json(report)])
    for note in report.diagnostics:  # the summary shows them itself
        if note.severity is not Severity.INFO:
            session.say(f"{PROGRAM}: {note.severity}[{note.code}]: {note.message} {note.pointer}")


def _read(options: ParseOptions) -> Report:
    """The report, in disguise if that is asked for: then the review file is written as well."""
    disguise = options.disguise()
    if disguise is None:
        return parse_bytes(*read_input(options.file), options.pdf)
    with disguise.hiding():
        disguise.check_places(None, [Path(options.file)])
        data, name = read_input(options.file)
        code = disguise.file_name(name)
        disguise.note_path(name, code)
        report = disguise.report(parse_bytes(data, code, options.pdf), code)
        disguise.write_review()
    return report


command = command_from(ParseOptions, run, "parse")
