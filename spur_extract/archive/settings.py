"""How a conversion is to be done, as one validated value."""

import hashlib
import json
import os
import re
from importlib.metadata import version
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from spur_extract.contract import SCHEMA_VERSION
from spur_extract.export.table_options import TableOptions
from spur_extract.reading.pdf.options import PdfOptions

MIB = 1024**2
MOST_MEMORY = 16 * 1024**2
"""MiB, 16 TiB: more than a process can address is no limit, and the system refuses the number."""
JOBS_PER_WORKER = 100
"""Files that one process converts before another takes its place, so that no leak adds up."""


_AMOUNT: Final = re.compile(
    r"([0-9]{1,15}(?:[.,][0-9]{1,6})?) *(?:([MGT])(?:i?B)?)?", re.IGNORECASE
)
_UNITS: Final = {"M": 1, "G": 1024, "T": 1024**2}


def mebibytes(value: object) -> object:
    """An amount of memory that is written with a unit (`512MB`, `2 GiB`) in MiB; else unchanged.

    Raises `ValueError` for a text that is no amount.
    """
    if not isinstance(value, str):
        return value
    found = _AMOUNT.fullmatch(value.strip())
    if found is None:
        raise ValueError(f"{value!r} is no amount of memory, such as 2048 (MiB), 512MB or 2GB")
    number, unit = found.groups()
    return round(float(number.replace(",", ".")) * _UNITS[(unit or "M").upper()])


def free_cores() -> int:
    """The processor cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


class ConvertSettings(BaseModel):
    """Options of a conversion; each is one of the command line's, too, but for the plugin."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    processes: int = Field(
        default_factory=free_cores,
        ge=1,
        le=256,
        description="Files converted at the same time; all cores unless told.",
    )
    timeout: float = Field(
        default=120.0, gt=0, description="Seconds that one file may take; it fails beyond."
    )
    memory: Annotated[int, BeforeValidator(mebibytes)] = Field(
        default=2048,
        ge=64,
        le=MOST_MEMORY,
        description="Memory that one file may take, in MiB or with a unit (512MB, 2GB; by 1024); "
        "it fails beyond.",
    )
    retry_failed: bool = Field(
        default=False, description="Try unchanged files again that failed or were refused before."
    )
    pdf: PdfOptions = PdfOptions()
    tables: TableOptions = TableOptions()
    plugin: str | None = Field(
        default=None,
        description="`module:function`, called in the worker with the path of each file before it "
        "is read: to fetch a file from where it is stored, or to break things in a test.",
    )

    def fingerprint(self, key_mark: str | None) -> str:
        """What a result depends on besides the file: versions and options, as a short hash.

        `key_mark` tells keys for pseudonyms apart without telling them.
        """
        parts = {
            "tool": version("spur-extract"),
            "schema": SCHEMA_VERSION,
            "reader": self.pdf.reader.value,  # the password opens a file, and changes no result
            "key": key_mark,
        }
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:24]

    @property
    def limits_mark(self) -> str:
        """The limits as text: a file that broke them is tried again under others."""
        return f"{self.timeout:g} s, {self.memory} MiB"
