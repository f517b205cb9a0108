"""A report on its way to a file: what a damage takes and gives back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from samples.pdf_builder.compose import Job, Printing, file_of, pages_of
from samples.pdf_builder.flow import Page
from spur_extract.catalogue import Catalogue


def _untouched(data: bytes) -> bytes:
    return data


@dataclass(frozen=True, slots=True)
class Draft:
    """What will be printed and how. `finish` has the last word on the bytes.

    `readable` is false where a reader has to refuse the file; `notes` go into the truth.
    """

    job: Job
    catalogue: Catalogue
    printing: Printing = field(default_factory=Printing)
    finish: Callable[[bytes], bytes] = _untouched
    readable: bool = True
    notes: Mapping[str, Any] = field(default_factory=dict)

    def pages(self) -> list[Page]:
        """All pages of the undamaged report."""
        return pages_of(self.job, self.catalogue)

    def data(self) -> bytes:
        """The file."""
        return self.finish(file_of(self.pages(), self.job.look, self.printing))


Damage = Callable[[Draft], Draft]
"""Does something to a report that keeps it from being read as it should be."""


def intact(draft: Draft) -> Draft:
    """No damage."""
    return draft
