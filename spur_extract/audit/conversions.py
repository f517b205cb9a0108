"""What a folder that `convert` wrote says of its last run: its reports, and what is missing."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spur_extract.errors import ConversionIncompleteError, InputNotReadableError
from spur_extract.export.names import JSON_FOLDER, RUN_LOG, printable

JSON_SUFFIX: Final = ".json"
REFUSED: Final = "refused"
FAILED: Final = "failed"


@dataclass(frozen=True, slots=True)
class Conversion:
    """The last run: its JSON files, in the order of the run report, and how many inputs it refused
    or failed at."""

    folder: Path
    files: tuple[Path, ...]
    refused: int
    failed: int

    def left_over(self) -> int:
        """How many JSON files below json/ are not of this run."""
        listed = set(self.files)
        found = (self.folder / JSON_FOLDER).rglob(f"*{JSON_SUFFIX}")
        return sum(path not in listed and path.is_file() for path in found)


def conversion_in(folder: Path) -> Conversion | None:
    """The last run in a folder; None where it has no run report.

    Raises:
        ConversionIncompleteError: the run report is none, or a file that it lists is missing.
        InputNotReadableError: it cannot be opened.
    """
    log = folder / RUN_LOG
    if not log.is_file():
        return None
    shown = printable(str(log))
    try:
        entries = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
        outputs = [entry["output"] for entry in entries]
        status = Counter(entry.get("status") for entry in entries)
    except OSError as error:
        message = f"{shown} cannot be read ({error.strerror})."
        raise InputNotReadableError(message) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConversionIncompleteError(f"{shown} is no run report of this version.") from error
    files = tuple(folder / output for output in outputs if output is not None)
    for file in files:
        if not file.is_file():
            message = f"{printable(str(file))}, which {RUN_LOG} lists, is missing."
            raise ConversionIncompleteError(message)
    return Conversion(folder, files, status[REFUSED], status[FAILED])
