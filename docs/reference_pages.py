"""The reference pages as text: built from the code, so that they cannot say anything else."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import Literal, Union, get_args, get_origin

import click
from pydantic import BaseModel

from spur_extract import contract
from spur_extract.archive.run_report import RunEntry
from spur_extract.audit.model import Rule
from spur_extract.audit.output.rows import FindingRow
from spur_extract.audit.registry import all_rules, all_tags
from spur_extract.audit.settings import AuditSettings
from spur_extract.cli.main import COMMANDS, INTERRUPTED, PIPE_CLOSED, cli
from spur_extract.contract import Report
from spur_extract.diagnostics import DiagnosticKind
from spur_extract.errors import SpurError
from spur_extract.export.columns import fields_of
from spur_extract.export.csv_dialects import DIALECTS
from spur_extract.export.rows import TABLES
from spur_extract.export.table_options import CsvKind

NOTE = "<!-- Built from the code by `make docs`: edit the code, not this page. -->"
NAMES: dict[object, str] = {
    str: "text",
    bool: "true/false",
    int: "integer",
    float: "number",
    date: "ISO date",
    NoneType: "null",
    Path: "path",
}


def pages() -> dict[str, str]:
    """Every page by file name."""
    return {
        "cli.md": _page("The command line", _cli()),
        "errors.md": _page("Errors and exit codes", _errors()),
        "diagnostics.md": _page("Diagnostics", _diagnostics()),
        "contract.md": _page("The data contract", _contract()),
        "tables.md": _page("The tables", _tables()),
        "rules.md": _page("The rules of the audit", _rules()),
    }


def _page(title: str, lines: Iterable[str]) -> str:
    return "\n".join([f"# {title}", "", NOTE, "", *lines]) + "\n"


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _table_row(header)
    yield "|" + "---|" * len(header)
    for row in rows:
        yield _table_row(row)
    yield ""


def _table_row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _paragraphs(docstring: str | None) -> Iterator[str]:
    """A docstring with its indentation and line breaks taken out, paragraphs kept."""
    for paragraph in (docstring or "").split("\n\n"):
        yield " ".join(paragraph.split())
        yield ""


def _cli() -> Iterator[str]:
    yield from _paragraphs(cli.help)
    yield from _paragraphs(cli.epilog)
    yield "`--quiet` and `--debug` may stand before or after the command's name."
    yield ""
    context = click.Context(cli)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        if command is not None:
            yield from _command(name, command)


def _command(name: str, command: click.Command) -> Iterator[str]:
    arguments = [param for param in command.params if isinstance(param, click.Argument)]
    usage = " ".join(f"{param.metavar}" for param in arguments)
    yield f"## spur-extract {name}"
    yield ""
    yield f"`spur-extract {name} [OPTIONS] {usage}".rstrip() + "`"
    yield ""
    yield from (line.replace("*", "\\*") for line in _paragraphs(command.help))
    options = [param for param in command.params if isinstance(param, click.Option)]
    yield from _table(("option", "default", "meaning"), map(_option, options))


def _option(option: click.Option) -> tuple[str, str, str]:
    values = option.type.choices if isinstance(option.type, click.Choice) else ()
    value = "" if option.is_flag else f" {'/'.join(map(str, values)) or option.metavar}"
    names = ", ".join(f"`{name}{value}`" for name in [*option.opts, *option.secondary_opts])
    shown = option.show_default if isinstance(option.show_default, str) else ""
    return names, "required" if option.required else shown, option.help or ""


def _errors() -> Iterator[str]:
    yield "Each error is one line on standard error: `spur-extract: error[CODE]: what. Next step`."
    yield "Codes are stable; messages are not."
    yield ""
    rows = [
        (0, "", "All well.", ""),
        (2, "", "Bad usage: an unknown command or option, or a wrong value.", "See `--help`."),
        (INTERRUPTED, "", "Interrupted with Ctrl-C.", ""),
        (PIPE_CLOSED, "", "The reader of standard output has gone (`… | head`).", ""),
    ]
    for error in _error_classes():
        meaning = next(_paragraphs(error.__doc__))
        rows.append((error.exit_code, f"`{error.code}`", meaning, error.next_step))
    rows.sort(key=lambda row: row[0])
    header = ("exit code", "error code", "meaning", "next step")
    yield from _table(header, ((str(code), *rest) for code, *rest in rows))


def _error_classes() -> Iterator[type[SpurError]]:
    """The errors of the package that have a code of their own."""
    pending: list[type[SpurError]] = [SpurError]
    while pending:
        error = pending.pop(0)
        pending.extend(error.__subclasses__())
        typed = "code" in vars(error) and error is not SpurError
        if typed and error.__module__.startswith("spur_extract."):
            yield error


def _diagnostics() -> Iterator[str]:
    yield "What a report's `diagnostics` may say. Codes are stable and never reused."
    yield ""
    rows = (
        (f"`{kind.code}`", kind.severity.value, kind.template)
        for kind in sorted(DiagnosticKind, key=lambda kind: kind.code)
    )
    yield from _table(("code", "severity", "message"), rows)


def _contract() -> Iterator[str]:
    yield f"Schema `{contract.SCHEMA_NAME}`, version {contract.SCHEMA_VERSION}; as JSON Schema:"
    yield f"[{schema_name()}](schema/{schema_name()})."
    yield ""
    for model in _models(Report):
        yield f"## {model.__name__}"
        yield ""
        yield from _paragraphs(model.__doc__)
        yield from _fields(model, required=True)


def schema_name() -> str:
    """File name of the JSON Schema of this version."""
    return f"{contract.SCHEMA_NAME}-{contract.SCHEMA_VERSION}.json"


def _models(root: type[BaseModel]) -> list[type[BaseModel]]:
    """The model and all models within it, each once, in the order they are met."""
    met = [root]
    for model in met:  # grows while it is walked
        for field in model.model_fields.values():
            met.extend(inner for inner in _inner_models(field.annotation) if inner not in met)
    return met


def _inner_models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _inner_models(argument)


def _fields(model: type[object], *, required: bool) -> Iterator[str]:
    rows = (
        (f"`{name}`", type_name(field.annotation), field.description or "")
        for name, field in fields_of(model).items()
    )
    header = ("field", "type", "meaning") if required else ("column", "type", "meaning")
    yield from _table(header, rows)


def type_name(annotation: object) -> str:
    """A type in words that need no knowledge of Python."""
    if annotation in NAMES:
        return NAMES[annotation]
    arguments = get_args(annotation)
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        return " or ".join(map(type_name, arguments))
    if arguments:
        return _generic_name(origin, arguments)
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return " or ".join(f"`{item}`" for item in annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    raise TypeError(f"no name for {annotation!r}")


def _generic_name(origin: object, arguments: tuple[object, ...]) -> str:
    if origin is Literal:
        return " or ".join(f"`{value}`" for value in arguments)
    if origin is dict:
        return f"object: {type_name(arguments[0])} → {type_name(arguments[1])}"
    if origin is tuple and arguments[-1] is Ellipsis:
        return f"list of {type_name(arguments[0])}"
    if origin is tuple:
        return f"list of {len(arguments)} {type_name(arguments[0])}s"
    raise TypeError(f"no name for {origin!r}")


def _tables() -> Iterator[str]:
    yield "`spur-extract convert PATH… -o DIR` writes these to `DIR/tables`; in Python"
    yield "`spur_extract.archive.load(DIR)` gives them as pandas data frames. `position` counts"
    yield 'from 1 in the report\'s own order. Several values in one cell are joined by "; ".'
    yield ""
    yield from _table(("file", "holds"), _table_files())
    yield "All files are of one run: they are replaced together, and a file that is open while that"
    yield "happens stays what it was. Files of other names in the folder are left alone."
    yield ""
    yield from _table(("in CSV", "default", "`excel-sv`"), _csv_cells())
    yield "In both an absent value (null) is an empty cell, an empty text is a quoted empty cell"
    yield '(`""`); quotes are doubled, lines end with CRLF, dates are ISO 8601.'
    yield ""
    for name, model in TABLES.items():
        yield f"## {name}"
        yield ""
        yield from _paragraphs(model.__doc__)
        yield f"Key: {_columns(model.key)}."
        yield from (
            f"Refers to {reference.table} by {_columns(reference.columns)}."
            for reference in model.references
        )
        yield ""
        yield from _fields(model, required=False)
    yield "## run.csv and run.jsonl"
    yield ""
    yield "Beside the folder `tables`: what became of each input file, every file once."
    yield ""
    yield from _paragraphs(RunEntry.__doc__)
    yield from _fields(RunEntry, required=False)


def _columns(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _table_files() -> Iterator[tuple[str, str]]:
    yield "`TABLE.csv`", "always; one for each table, its columns named in the first line"
    package = "always; the CSV files with types, limits, keys, sizes and hashes (Frictionless)"
    yield "`datapackage.json`", package
    yield "`TABLE.jsonl`", "`jsonl`: one for each table, an object per line, typed values"
    yield "`TABLE.parquet`", "`parquet`: one for each table; needs the extra `tables`"
    sqlite = (
        "`sqlite`: all tables with primary and foreign keys; dates as text, booleans as 0 and 1"
    )
    yield "`spur.sqlite`", sqlite
    yield "`spur.duckdb`", "`duckdb`: the same for DuckDB; needs the extra `tables`"


def _csv_cells() -> Iterator[tuple[str, str, str]]:
    plain, swedish = DIALECTS[CsvKind.DEFAULT], DIALECTS[CsvKind.EXCEL_SV]
    yield "made for", "programs (RFC 4180)", "a double click in a Swedish Excel"
    yield "between cells", f"`{plain.delimiter}`", f"`{swedish.delimiter}`"
    yield "encoding", "UTF-8", "UTF-8 with a byte order mark"
    yield "numbers", f"`{plain.cell(0.5)}`", f"`{swedish.cell(0.5)}`"
    booleans = [f"`{each.true}`, `{each.false}`" for each in (plain, swedish)]
    yield "true, false", booleans[0], booleans[1]
    misread = "gets an apostrophe before it, which `load` takes off"
    yield "text like `=1+1` or `-5`, ids like `1234e56789012345`", "as it is", misread


def _rules() -> Iterator[str]:
    yield "`spur-extract audit PATH…` applies these. Codes are stable and never used again."
    yield "They are chosen by `--select` and `--ignore`: by code, by the beginning of codes"
    yield "(`SPUR5`), by tag, or `ALL`; where a rule is both, the more exact one decides. The same"
    yield "stands in `spur-audit.toml`, or under `[tool.spur-extract.audit]` in `pyproject.toml`:"
    yield ""
    settings = (
        (f"`{field.alias or name}`", type_name(field.annotation), field.description or "")
        for name, field in AuditSettings.model_fields.items()
    )
    yield from _table(("setting", "type", "meaning"), settings)
    yield f"Tags: {', '.join(f'`{tag}`' for tag in sorted(all_tags()))}."
    yield ""
    rows = ((f"[{rule.code}](#{_anchor(rule)})", rule.level, rule.title) for rule in all_rules())
    yield from _table(("code", "level", "what it tells"), rows)
    for rule in all_rules():
        yield from _rule(rule)
    yield "## A finding"
    yield ""
    yield "In JSON, JSON Lines and CSV; SARIF has the same where it has a place for it."
    yield ""
    yield from _fields(FindingRow, required=True)


def _rule(rule: type[Rule]) -> Iterator[str]:
    yield f"## {rule.code} {rule.name}"
    yield ""
    yield f"{rule.title}. ({rule.level}; {', '.join(sorted(rule.tags))})"
    yield ""
    yield rule.explanation
    yield ""
    yield f"> {rule.template}"
    yield ">"
    yield f"> {rule.template_en}"
    yield ""


def _anchor(rule: type[Rule]) -> str:
    return f"{rule.code} {rule.name}".lower().replace(" ", "-")
