"""`datapackage.json`: what the CSV files hold, as a Frictionless Data Package (tabular, version 1).

Any tool for such packages can check and read the tables with it. It also tells our own reader
whether the files are those that were written together.
"""

import json
from collections.abc import Iterable
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from spur_extract import __version__
from spur_extract.contract import SCHEMA_VERSION
from spur_extract.export.columns import Column, Kind, columns_of
from spur_extract.export.csv_dialects import DIALECTS, LINE_END, CsvDialect
from spur_extract.export.rows import TABLES, Row
from spur_extract.export.table_options import TableOptions

PACKAGE_FILE: Final = "datapackage.json"
OWN_PROPERTY: Final = "spur_extract"
OTHERS_PROPERTY: Final = "spur_extract_files"

_TYPES: Final = {
    Kind.TEXT: "string",
    Kind.CHOICE: "string",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
    Kind.BOOLEAN: "boolean",
    Kind.DATE: "date",
}


class MadeBy(BaseModel):
    """How the tables were made."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str = __version__
    schema_version: str = SCHEMA_VERSION
    options: TableOptions
    made_from: str = Field(description="what the caller of `write_tables` says they are made from")


class OtherFile(BaseModel):
    """A file that was written beside the CSV files."""

    model_config = ConfigDict(frozen=True)

    path: str
    hash: str = Field(pattern="^sha256:[0-9a-f]{64}$")
    bytes: int


class WrittenFile(OtherFile):
    """A CSV file of the package."""

    name: str
    rows: int


class Package(BaseModel):
    """What our own reader needs of a package; anything else is left out."""

    model_config = ConfigDict(frozen=True)

    resources: tuple[WrittenFile, ...]
    made_by: MadeBy = Field(alias=OWN_PROPERTY)
    others: tuple[OtherFile, ...] = Field(alias=OTHERS_PROPERTY)


def package_json(files: Iterable[WrittenFile], others: Iterable[OtherFile], made_by: MadeBy) -> str:
    """The package, with the CSV file of each table, as indented JSON with a final line feed."""
    dialect = DIALECTS[made_by.options.csv]
    package = {
        "profile": "tabular-data-package",
        "name": "spur-reports",
        "title": "SPUR reports",
        "description": "Reports of SPUR inspections as tables. In the CSV files an empty cell is "
        'an absent value, and a quoted empty cell ("") an empty text.',
        "resources": [_resource(file, dialect) for file in files],
        OWN_PROPERTY: made_by.model_dump(mode="json")
        | {"options": {"csv": made_by.options.csv, "formats": sorted(made_by.options.formats)}},
        OTHERS_PROPERTY: [file.model_dump() for file in others],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(file: WrittenFile, dialect: CsvDialect) -> dict[str, object]:
    model = TABLES[file.name]
    return {
        "profile": "tabular-data-resource",
        "name": file.name,
        "description": _first_paragraph(model),
        "path": file.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "hash": file.hash,
        "bytes": file.bytes,
        "rows": file.rows,
        "dialect": {
            "delimiter": dialect.delimiter,
            "lineTerminator": LINE_END,
            "quoteChar": '"',
            "doubleQuote": True,
            "skipInitialSpace": False,
            "header": True,
        },
        "schema": {
            "fields": [_field(column, dialect) for column in columns_of(model)],
            "missingValues": [""],
            "primaryKey": list(model.key),
            "foreignKeys": [
                {
                    "fields": list(reference.columns),
                    "reference": {
                        "resource": reference.table,
                        "fields": list(TABLES[reference.table].key),
                    },
                }
                for reference in model.references
            ],
        },
    }


def _first_paragraph(model: type[Row]) -> str:
    return " ".join((model.__doc__ or "").partition("\n\n")[0].split())


def _field(column: Column, dialect: CsvDialect) -> dict[str, object]:
    field: dict[str, object] = {"name": column.name, "type": _TYPES[column.kind]}
    if column.kind is Kind.BOOLEAN:
        field |= {"trueValues": [dialect.true], "falseValues": [dialect.false]}
    if column.kind is Kind.NUMBER:
        field |= {"decimalChar": dialect.decimal}
    if column.description:
        field["description"] = column.description
    constraints = _constraints(column, dialect)
    if constraints:
        field["constraints"] = constraints
    return field


def _constraints(column: Column, dialect: CsvDialect) -> dict[str, object]:
    """An empty text counts as missing for a package, so only what is never empty is required."""
    pattern = column.pattern
    if pattern and dialect.defused:
        pattern = pattern.replace("^", "^'?", 1)
    found: dict[str, object] = {
        "required": column.never_empty or None,
        "enum": list(column.choices) or None,
        "pattern": pattern,
        "minimum": column.least,
        "maximum": column.most,
    }
    return {name: value for name, value in found.items() if value is not None}
