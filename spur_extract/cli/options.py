"""A command's options as one validated model, and the command line that is built from it.

Each field becomes an option named after it, or what its `Cli` metadata says; type, default and
description come from the field. What click parsed is validated back into the model, so that a
command meets only options that hold, and a caller from Python gets the same checks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from types import UnionType
from typing import Annotated, TypeVar, Union, get_args, get_origin

import click
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.fields import FieldInfo

from spur_extract.cli.session import Session
from spur_extract.cli.wording import example_of, said

OptionsT = TypeVar("OptionsT", bound="Options")


@dataclass(frozen=True, slots=True)
class Cli:
    """How a field shows on the command line.

    `argument` makes it positional; `flags` are the names of an option, long one first.
    """

    argument: bool = False
    flags: tuple[str, ...] = ()
    metavar: str | None = None


class Options(BaseModel):
    """What every command takes. Immutable; an unknown option is an error, never swallowed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    quiet: Annotated[bool, Cli(flags=("--quiet", "-q"))] = Field(
        default=False, description="No messages on standard error but errors."
    )
    debug: bool = Field(default=False, description="Show the traceback of an internal error.")


def command_from(
    model: type[OptionsT], run: Callable[[OptionsT, Session], None], name: str
) -> click.Command:
    """A click command whose parameters are the model's fields and whose help is `run`'s docstring.

    Own fields come before those that it shares with other commands, and those before every one's.
    """
    models = [base for base in model.__mro__ if issubclass(base, Options)]
    fields = sorted(
        model.model_fields.items(),
        key=lambda item: sum(item[0] in base.model_fields for base in models),
    )
    params = [_parameter(field_name, field) for field_name, field in fields]

    @click.pass_context
    def callback(context: click.Context, /, **values: object) -> None:
        options = _validated(model, values, params)
        session = context.ensure_object(Session)
        session.quiet |= options.quiet
        session.debug |= options.debug
        run(options, session)

    return click.Command(name, params=params, callback=callback, help=run.__doc__)


def _validated(
    model: type[OptionsT], values: dict[str, object], params: list[click.Parameter]
) -> OptionsT:
    """The model of the values given; those not given take the model's own defaults."""
    given = {name: value for name, value in values.items() if value is not None}
    try:
        return model.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        named = [param for param in params if param.name in first["loc"][:1]]
        message = said(first, example_of(model, first["loc"][:1]))
        raise click.BadParameter(message, param=named[0] if named else None) from error


def _parameter(name: str, field: FieldInfo) -> click.Parameter:
    cli = next((item for item in field.metadata if isinstance(item, Cli)), Cli())
    inner, many = _item_type(field.annotation)
    choice = click.Choice([str(item) for item in inner]) if issubclass(inner, StrEnum) else None
    metavar = cli.metavar or (None if choice else name.upper())
    if cli.argument:
        return click.Argument(
            [name],
            required=field.is_required(),
            nargs=-1 if many else 1,
            type=choice or click.STRING,
            metavar=metavar,
        )
    flags = [*(cli.flags or (f"--{name.replace('_', '-')}",)), name]
    if inner is bool:
        return click.Option(flags, is_flag=True, default=False, help=field.description)
    computed = field.is_required() or field.default_factory is not None
    shown = None if computed or field.default in (None, ()) else str(field.default)
    return click.Option(
        flags,
        required=field.is_required(),
        multiple=many,
        type=choice or click.STRING,
        metavar=metavar,
        help=field.description,
        show_default=shown or False,
    )


def _item_type(annotation: object) -> tuple[type, bool]:
    """The type of one value, and whether the field takes several (`tuple[X, ...]`)."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(item for item in get_args(annotation) if item is not type(None))
    many = get_origin(annotation) is tuple
    inner = get_args(annotation)[0] if many else annotation
    if not isinstance(inner, type):
        raise TypeError(f"no command-line form for {annotation!r}")
    return inner, many
