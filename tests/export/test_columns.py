"""What formats learn of a table from the model of its rows."""

from datetime import date
from enum import StrEnum

import pytest
from pydantic import BaseModel, Field

from spur_extract.export.columns import Column, Kind, columns_of
from spur_extract.export.rows import TABLES


class _Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class _Model(BaseModel):
    identifier: str = Field(pattern="^x$")
    name: str | None = Field(description="what it is called")
    filled: str = Field(min_length=1)
    colour: _Colour | None
    count: int = Field(ge=1)
    share: float | None = Field(ge=0, le=1)
    done: bool
    day: date | None


def test_columns() -> None:
    assert columns_of(_Model) == (
        Column("identifier", Kind.TEXT, False, "", pattern="^x$", never_empty=True),
        Column("name", Kind.TEXT, True, "what it is called"),
        Column("filled", Kind.TEXT, False, "", never_empty=True),
        Column("colour", Kind.CHOICE, True, "", choices=("red", "blue")),
        Column("count", Kind.INTEGER, False, "", least=1, never_empty=True),
        Column("share", Kind.NUMBER, True, "", least=0, most=1),
        Column("done", Kind.BOOLEAN, False, "", never_empty=True),
        Column("day", Kind.DATE, True, ""),
    )


@pytest.mark.parametrize("annotation", [list[str], int | str, bytes])
def test_what_no_cell_can_hold(annotation: type) -> None:
    class Other(BaseModel):
        value: annotation  # type: ignore[valid-type]

    with pytest.raises(TypeError):
        columns_of(Other)


def test_keys_are_never_null_and_references_reach_whole_keys() -> None:
    for model in TABLES.values():
        columns = {column.name: column for column in columns_of(model)}
        assert not any(columns[name].nullable for name in model.key)
        for reference in model.references:
            target = TABLES[reference.table]
            assert [columns[name].kind for name in reference.columns] == [
                {column.name: column.kind for column in columns_of(target)}[name]
                for name in target.key
            ]


def test_tables_stand_behind_those_they_refer_to() -> None:
    order = list(TABLES)
    for name, model in TABLES.items():
        for reference in model.references:
            assert order.index(reference.table) < order.index(name)
