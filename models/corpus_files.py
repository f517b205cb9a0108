"""The corpus as JSONL: one text per line, with the offsets of its names."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

CORPUS = Path(__file__).parent / "corpus"


class Example(BaseModel):
    """A text of the corpus; `kind` is `field` or `report`, `persons` are offsets in the text."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    text: str
    persons: tuple[tuple[int, int], ...]


def read_examples(path: Path) -> Iterator[Example]:
    """All texts of a file; raises pydantic.ValidationError for a malformed line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Example.model_validate_json(line)


def write_examples(path: Path, examples: Iterable[Example]) -> None:
    """Write one line per text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for example in examples:
            file.write(json.dumps(example.model_dump(mode="json"), ensure_ascii=False) + "\n")
