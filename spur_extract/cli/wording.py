"""What does not hold in an option's value, in words for somebody who knows no Python."""

from collections.abc import Mapping, Sequence
from typing import Final

from pydantic import BaseModel
from pydantic_core import ErrorDetails

_DATE_EXAMPLE: Final = "2026-05-31"
_NO_NUMBER: Final = "{input!r} is no number{example}"
_NO_WHOLE_NUMBER: Final = "{input!r} is no whole number{example}"
_NO_DATE: Final = f"{{input!r}} is no date, such as {_DATE_EXAMPLE}"
_MEANT: Final[Mapping[str, str]] = {
    "int_parsing": _NO_WHOLE_NUMBER,
    "int_parsing_size": _NO_WHOLE_NUMBER,
    "int_from_float": _NO_WHOLE_NUMBER,
    "float_parsing": _NO_NUMBER,
    "finite_number": _NO_NUMBER,
    "greater_than": "it has to be more than {gt:g}, not {input}",
    "greater_than_equal": "it has to be {ge} or more, not {input}",
    "less_than": "it has to be less than {lt:g}, not {input}",
    "less_than_equal": "it has to be {le} or less, not {input}",
    "date_parsing": _NO_DATE,
    "date_from_datetime_parsing": _NO_DATE,
    "date_from_datetime_inexact": _NO_DATE,
    "string_too_short": "nothing was given",
}
"""By the type of pydantic's complaint. Only values of these kinds are repeated."""


def said(problem: ErrorDetails, example: str | None = None) -> str:
    """The complaint in words; with an `example` of what is wanted where one helps."""
    meant = _MEANT.get(problem["type"])
    if meant is None:
        return problem["msg"].removeprefix("Value error, ")
    shown = f", such as {example}" if example else ""
    return meant.format(**{**problem.get("ctx", {}), "input": problem["input"], "example": shown})


def example_of(model: type[BaseModel], location: Sequence[int | str]) -> str | None:
    """A number that the option at `location` takes, if it takes one: its default, or 1."""
    field = model.model_fields.get(str(location[0])) if location else None
    if field is None or field.is_required():
        return None
    default = field.get_default(call_default_factory=True, validated_data={})
    return (
        "1" if default is None else f"{default:g}" if isinstance(default, float) else str(default)
    )
