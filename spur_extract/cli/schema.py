"""`spur-extract schema`: the JSON Schema of a report."""

from spur_extract.cli.options import Options, command_from
from spur_extract.cli.session import Session, write_data
from spur_extract.export.report_json import schema_json


class SchemaOptions(Options):
    """Options of `schema`: those of every command."""


def run(options: SchemaOptions, session: Session) -> None:  # noqa: ARG001 - nothing to choose
    """Print the JSON Schema of a report."""
    write_data([schema_json()])


command = command_from(SchemaOptions, run, "schema")
