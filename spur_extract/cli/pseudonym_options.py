"""The options of the commands that can give codes for names."""

from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from spur_extract.cli.options import Cli
from spur_extract.cli.pdf_options import ReadingOptions
from spur_extract.pseudonyms import Disguise


class PseudonymOptions(ReadingOptions):
    """What a command takes that gives out reports."""

    pseudonymise: Annotated[Path | None, Cli(metavar="KEYFILE")] = Field(
        default=None,
        description="Put codes in the places of names, made with the key in KEYFILE; paths and "
        "messages are covered, too.",
    )
    pseudonym_review: Annotated[Path | None, Cli(metavar="FILE")] = Field(
        default=None,
        description="With --pseudonymise: write what was replaced without being certain, and which "
        "file has which code, to FILE (CSV; it holds names).",
    )

    @model_validator(mode="after")
    def _review_of_something(self) -> Self:
        if self.pseudonym_review is not None and self.pseudonymise is None:
            raise ValueError("--pseudonym-review goes with --pseudonymise")
        return self

    def disguise(self) -> Disguise | None:
        """What makes the codes, if they are asked for; raises `PseudonymKeyError`."""
        if self.pseudonymise is None:
            return None
        return Disguise.of_files(self.pseudonymise, self.pseudonym_review)
