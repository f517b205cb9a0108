"""`spur-extract editions`: the editions of the form that the catalogue knows."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from spur_extract.catalogue import Edition, load_catalogue
from spur_extract.cli.options import Options, command_from
from spur_extract.cli.session import Session, write_data
from spur_extract.cli.table import text_table


class ListFormat(StrEnum):
    """What `editions` writes."""

    TEXT = "text"
    JSON = "json"


class EditionsOptions(Options):
    """Options of `editions`."""

    format: ListFormat = Field(default=ListFormat.TEXT, description="A table to read, or JSON.")


class EditionRow(BaseModel):
    """One edition in figures; `statements` counts the rows it prints."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    areas: int
    statements: int
    regulations: tuple[str, ...]


def run(options: EditionsOptions, session: Session) -> None:  # noqa: ARG001 - it says nothing
    """List the editions of the form that are known.

    For each: its id, name, and the numbers of areas and statements and the regulations it prints.
    """
    rows = [_row(edition) for edition in load_catalogue().editions]
    if options.format is ListFormat.JSON:
        text = TypeAdapter(list[EditionRow]).dump_json(rows, indent=2).decode() + "\n"
    else:
        text = text_table(
            ("id", "name", "areas", "statements", "regulations"),
            [
                (row.id, row.name, row.areas, row.statements, ", ".join(row.regulations))
                for row in rows
            ],
        )
    write_data([text])


def _row(edition: Edition) -> EditionRow:
    return EditionRow(
        id=edition.id,
        name=edition.name,
        areas=len(edition.area),
        statements=sum(len(area.rows) for area in edition.area),
        regulations=edition.regulations,
    )


command = command_from(EditionsOptions, run, "editions")
