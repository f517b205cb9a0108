"""The fictional lists that the model is trained on and measured with."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from spur_extract.catalogue.schema import ListName
from spur_extract.language.statements.polarity import LISTS

FOLDER: Final = Path(__file__).parent.parent / "corpus" / "lists"
TRAINING: Final = "train_*.jsonl"
HELD_OUT: Final = "held_out_*.jsonl"


class Triple(BaseModel):
    """The three lists of one imagined report."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    specialty: str
    style: str = Field(description="how this imagined pair of inspectors writes")
    strengths: tuple[str, ...]
    weaknesses: tuple[str, ...]
    improvements: tuple[str, ...]

    def items(self) -> Iterator[tuple[str, ListName]]:
        """Every statement with its list, in order."""
        for name in LISTS:
            yield from ((text, name) for text in getattr(self, name))

    @property
    def texts(self) -> list[str]:
        """Every statement, in order."""
        return [text for text, _ in self.items()]

    @property
    def names(self) -> list[ListName]:
        """The list of every statement, in order."""
        return [name for _, name in self.items()]


def triples(pattern: str) -> list[Triple]:
    """All triples of the files that fit the pattern, in the files' order.

    Raises FileNotFoundError when none fits.
    """
    found = sorted(FOLDER.glob(pattern))
    if not found:
        raise FileNotFoundError(f"no {pattern} in {FOLDER}")
    return [
        Triple.model_validate(json.loads(line))
        for path in found
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
