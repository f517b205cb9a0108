"""Loads the catalogue and refuses a faulty one, with all its faults at once."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from spur_extract.catalogue.entries import Entry
from spur_extract.catalogue.flatten import entries_of
from spur_extract.catalogue.schema import (
    CommonFile,
    Edition,
    Row,
    StatementsFile,
    StatementTable,
    Table,
    WordingFile,
)
from spur_extract.errors import CatalogueError

Model = TypeVar("Model", bound=Table)


@dataclass(frozen=True)
class Catalogue:
    """All editions, all statements, and everything they print as entries."""

    editions: tuple[Edition, ...]
    statements: tuple[StatementTable, ...]
    entries: tuple[Entry, ...]
    wording: WordingFile

    def edition(self, edition_id: str) -> Edition:
        """The edition of that id; raises `KeyError` when there is none."""
        for edition in self.editions:
            if edition.id == edition_id:
                return edition
        raise KeyError(edition_id)


@cache
def load_catalogue() -> Catalogue:
    """The catalogue that comes with the package, read once per process."""
    return read_catalogue(files("spur_extract") / "catalogue")


def read_catalogue(folder: Traversable) -> Catalogue:
    """Read and check the catalogue in `folder`; raises `CatalogueError` naming every fault."""
    faults: list[str] = []
    common = _read(folder / "common.toml", CommonFile, faults)
    statements = _read(folder / "statements.toml", StatementsFile, faults)
    wording = _read(folder / "wording.toml", WordingFile, faults)
    editions = [
        edition
        for path in sorted((folder / "editions").iterdir(), key=lambda path: path.name)
        if path.name.endswith(".toml")
        if (edition := _read(path, Edition, faults)) is not None
    ]
    if statements is not None:
        faults.extend(_cross_faults(editions, statements.statement))
    if faults or common is None or statements is None or wording is None:
        raise CatalogueError("The catalogue has faults:\n" + "\n".join(faults) + "\n")
    return Catalogue(
        tuple(editions),
        statements.statement,
        entries_of(common, statements.statement, editions),
        wording,
    )


def _read(path: Traversable, model: type[Model], faults: list[str]) -> Model | None:
    try:
        return model.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        faults.append(f"{path.name}: {error}")
    except ValidationError as error:
        faults.extend(f"{path.name}: {_fault(detail, model)}" for detail in error.errors())
    return None


def _fault(detail: ErrorDetails, model: type[BaseModel]) -> str:
    where = ".".join(str(part) for part in detail["loc"])
    if detail["type"] != "extra_forbidden":
        return f"{where}: {detail['msg']}"
    near = process.extractOne(str(detail["loc"][-1]), _keys_of(model), score_cutoff=60)
    hint = f" (did you mean {near[0]!r}?)" if near else ""
    return f"{where}: unknown key{hint}"


def _keys_of(model: type[BaseModel]) -> list[str]:
    """All keys that the model and the tables in it know."""
    keys: list[str] = []
    for name, field in model.model_fields.items():
        keys.append(name)
        for inner in getattr(field.annotation, "__args__", ()):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                keys.extend(_keys_of(inner))
    return keys


def _cross_faults(editions: list[Edition], statements: tuple[StatementTable, ...]) -> Iterator[str]:
    """Faults that one file alone does not show."""
    known = {statement.id for statement in statements}
    names = [statement.id for statement in statements]
    yield from (f"statements.toml: {name}: given twice" for name in _twice(names))
    ids = [edition.id for edition in editions]
    yield from (f"editions: the id {each} is given twice" for each in _twice(ids))
    used: set[str] = set()
    for edition in editions:
        for area in edition.area:
            for row in area.rows:
                used.add(row.id)
                yield from _row_faults(row, area.code, edition.id, known)
    yield from (f"statements.toml: {name}: no edition prints it" for name in sorted(known - used))


def _twice(ids: list[str]) -> list[str]:
    return sorted({each for each in ids if ids.count(each) > 1})


def _row_faults(row: Row, area: str, edition: str, known: set[str]) -> Iterator[str]:
    where = f"editions/{edition}.toml: area.{area}.rows.{row.id}"
    if row.id not in known:
        near = process.extractOne(row.id, known, score_cutoff=60)
        yield f"{where}: no such statement" + (f" (did you mean {near[0]!r}?)" if near else "")
    elif not row.id.startswith(f"{area}."):
        yield f"{where}: belongs to another area"
