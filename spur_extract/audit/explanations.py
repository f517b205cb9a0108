"""Why a rule matters and what to do, for readers of either language; see explanations_sv.toml."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated, Final

from pydantic import Field, TypeAdapter

from spur_extract.audit.model import Language, Rule

Code = Annotated[str, Field(pattern=r"^SPUR[0-9]{3}$")]
Text = Annotated[str, Field(pattern=r"^\S(.*\S)?$")]
"""A paragraph: one line in the file, no space at its ends."""

_EXPLANATIONS: Final = TypeAdapter(dict[Code, Text])


def explanation_of(rule: type[Rule], language: Language) -> str:
    """The explanation of the rule in that language."""
    if language is Language.SV:
        return load_swedish_explanations()[rule.code]
    return rule.explanation


@cache
def load_swedish_explanations() -> dict[str, str]:
    """The Swedish explanations by code; raises as `explanations_from`."""
    data = files(__package__).joinpath("explanations_sv.toml").read_text(encoding="utf-8")
    return explanations_from(data)


def explanations_from(text: str) -> dict[str, str]:
    """The explanations in a TOML text, by code.

    Raises tomllib.TOMLDecodeError or pydantic.ValidationError when it is malformed.
    """
    return _EXPLANATIONS.validate_python(tomllib.loads(text), strict=True)
