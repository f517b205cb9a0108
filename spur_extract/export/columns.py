"""The columns of a table, read off the model of its rows: what every output format needs to know.

A row's values stand in the order of its columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Union, get_args, get_origin

from annotated_types import Ge, Le, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo


class Kind(Enum):
    """What a column holds."""

    TEXT = "text"
    CHOICE = "choice"  # one of a closed set of texts
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; limits and pattern are null where there is none.

    `never_empty` says that a cell holds at least one character: text may be there and be empty.
    """

    name: str
    kind: Kind
    nullable: bool
    description: str
    choices: tuple[str, ...] = ()
    pattern: str | None = None
    least: float | None = None
    most: float | None = None
    never_empty: bool = False


def fields_of(model: type[object]) -> dict[str, FieldInfo]:
    """The fields of a model, or of a dataclass of pydantic's."""
    fields: dict[str, FieldInfo] = model.__pydantic_fields__  # type: ignore[attr-defined]
    return fields


@cache
def columns_of(model: type[BaseModel]) -> tuple[Column, ...]:
    """The columns of a table by the model of its rows."""
    return tuple(_column(name, field) for name, field in model.model_fields.items())


def row_values(row: BaseModel) -> Sequence[object]:
    """The row's values in the order of the columns."""
    return list(vars(row).values())


def _column(name: str, field: FieldInfo) -> Column:
    plain, nullable = _without_none(field.annotation)
    kind = _kind(plain)
    pattern, least, most, never_empty = None, None, None, False
    for limit in field.metadata:
        pattern = getattr(limit, "pattern", None) or pattern
        if isinstance(limit, Ge) and isinstance(limit.ge, int | float):
            least = limit.ge
        if isinstance(limit, Le) and isinstance(limit.le, int | float):
            most = limit.le
        never_empty = never_empty or (isinstance(limit, MinLen) and limit.min_length > 0)
    return Column(
        name=name,
        kind=kind,
        nullable=nullable,
        description=field.description or "",
        choices=tuple(plain) if issubclass(plain, StrEnum) else (),
        pattern=pattern,
        least=least,
        most=most,
        never_empty=not nullable and (kind is not Kind.TEXT or bool(pattern) or never_empty),
    )


def _without_none(annotation: object) -> tuple[type, bool]:
    """The type of a value that is there, and whether it may be absent."""
    options = [annotation]
    if get_origin(annotation) in (Union, UnionType):
        options = list(get_args(annotation))
    plain = [option for option in options if option is not NoneType]
    if len(plain) != 1 or not isinstance(plain[0], type):
        raise TypeError(f"no column for {annotation!r}")
    return plain[0], len(plain) < len(options)


def _kind(plain: type) -> Kind:
    if issubclass(plain, StrEnum):
        return Kind.CHOICE
    kinds = {
        str: Kind.TEXT,
        bool: Kind.BOOLEAN,
        int: Kind.INTEGER,
        float: Kind.NUMBER,
        date: Kind.DATE,
    }
    if plain not in kinds:
        raise TypeError(f"no column for {plain!r}")
    return kinds[plain]
