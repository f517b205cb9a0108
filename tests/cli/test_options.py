"""The command line that is built from a model of options."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

import click
import pytest
from pydantic import Field, ValidationError, model_validator

from spur_extract.cli.options import Cli, Options, command_from
from spur_extract.cli.session import Session


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Some(Options):
    names: Annotated[tuple[str, ...], Cli(argument=True, metavar="NAME...")]
    most: Annotated[int | None, Cli(flags=("--most", "-m"))] = Field(default=None, ge=1)
    dry_run: bool = Field(default=False, description="Only look.")
    colour: Colour = Colour.RED
    tags: tuple[str, ...] = ()


def _run(*arguments: str) -> Some:
    got: list[Some] = []
    command = command_from(Some, lambda options, _: got.append(options), "some")
    command.main(list(arguments), standalone_mode=False, obj=Session())
    return got[0]


def test_defaults_come_from_the_model() -> None:
    assert _run("x") == Some(names=("x",))


def test_values_come_back_validated() -> None:
    options = _run("x", "y", "-m", "3", "--dry-run", "--colour", "blue", "--tags", "a", "--tags=b")
    assert options == Some(
        names=("x", "y"), most=3, dry_run=True, colour=Colour.BLUE, tags=("a", "b")
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("x", "--most", "0"), "--most"),
        (("x", "--most", "many"), "--most"),
        (("x", "--colour", "green"), "green"),
        (("x", "--dryrun"), "--dryrun"),
        ((), "NAME"),
    ],
)
def test_what_does_not_hold_is_bad_usage(arguments: tuple[str, ...], said: str) -> None:
    with pytest.raises(click.UsageError) as error:
        _run(*arguments)
    assert said in error.value.format_message()


class Amounts(Options):
    count: int = Field(default=7, ge=1, le=9)
    page: int | None = None
    share: float = Field(default=0.5, gt=0, lt=1)
    day: date | None = None
    word: str | None = Field(default=None, min_length=1)


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("--count=2.5", "'2.5' is no whole number, such as 7"),
        ("--count=0", "it has to be 1 or more, not 0"),
        ("--count=10", "it has to be 9 or less, not 10"),
        ("--page=first", "'first' is no whole number, such as 1"),
        ("--share=half", "'half' is no number, such as 0.5"),
        ("--share=0", "it has to be more than 0, not 0"),
        ("--share=1", "it has to be less than 1, not 1"),
        ("--day=today", "'today' is no date, such as 2026-05-31"),
        ("--day=2026-13-01", "'2026-13-01' is no date, such as 2026-05-31"),
        ("--word=", "nothing was given"),
    ],
)
def test_values_that_do_not_hold_are_told_in_plain_words(argument: str, said: str) -> None:
    command = command_from(Amounts, lambda *_: None, "amounts")
    with pytest.raises(click.BadParameter) as error:
        command.main([argument], standalone_mode=False, obj=Session())
    assert error.value.message == said


class Paired(Options):
    most: int | None = None
    least: int | None = None

    @model_validator(mode="after")
    def _both_or_neither(self) -> Self:
        if (self.most is None) != (self.least is None):
            raise ValueError("most and least go together")
        return self


class Pair(Paired):
    shown: bool = False


def test_what_two_options_do_not_allow_together_is_bad_usage() -> None:
    command = command_from(Pair, lambda *_: None, "pair")
    with pytest.raises(click.BadParameter) as error:
        command.main(["--most", "1"], standalone_mode=False, obj=Session())
    assert error.value.format_message() == "Invalid value: most and least go together"


def test_own_options_come_before_shared_ones() -> None:
    command = command_from(Pair, lambda *_: None, "pair")
    assert [param.name for param in command.params] == ["shown", "most", "least", "quiet", "debug"]


def test_an_unknown_value_is_an_error_for_callers_from_python_too() -> None:
    with pytest.raises(ValidationError, match="colr"):
        Some.model_validate({"names": ("x",), "colr": "red"})


def test_a_field_that_has_no_form_on_the_command_line() -> None:
    class Odd(Options):
        table: dict[str, int] | None = None

    with pytest.raises(TypeError):
        command_from(Odd, lambda *_: None, "odd")
