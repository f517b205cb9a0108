"""Keeps names and codes apart, and the codes of two keys: each has an output folder of its own."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final

from spur_extract.archive.results.journal import HEADER, JOURNAL, STATE_FOLDER
from spur_extract.errors import (
    OutputNotPseudonymisedError,
    OutputOtherKeyError,
    OutputPseudonymisedError,
)
from spur_extract.export.atomic import output_errors, write_text
from spur_extract.export.names import JSON_FOLDER, RUN_LOG, RUN_TABLE
from spur_extract.pseudonyms.paths import is_coded

KEY_MARK: Final = "key-mark"
"""File that tells which key the results were made with; none if they have names."""


def check_earlier_results(output: Path, key_mark: str | None) -> None:
    """See that a run with the key of that mark, or with none, may write here.

    A mark without results is of a run that was refused or killed before it had any; it says
    nothing.

    Raises:
        OutputNotPseudonymisedError: there are results with names, and this run gives codes.
        OutputPseudonymisedError: there are results with codes, and this run gives names.
        OutputOtherKeyError: they are of another key, or nothing tells of which.
    """
    known = _known_mark(output)
    if key_mark is None:
        if known is not None and any(_result_names(output)):
            raise OutputPseudonymisedError("The output folder holds results with pseudonyms.")
        return
    names = list(_result_names(output))
    if not all(is_coded(name) for name in names):
        message = "The output folder holds results of a run without pseudonyms."
        raise OutputNotPseudonymisedError(message)
    if names and known != key_mark:
        raise OutputOtherKeyError(
            "The output folder holds results of another key, or of one unknown."
        )


def keep_key_mark(output: Path, key_mark: str | None) -> None:
    """Write down the key's mark, or that there is none, before any result: a kill may come
    between."""
    path = output / STATE_FOLDER / KEY_MARK
    if key_mark is not None:
        write_text(path, f"{key_mark}\n")
        return
    with output_errors(path):
        path.unlink(missing_ok=True)


def _known_mark(output: Path) -> str | None:
    path = output / STATE_FOLDER / KEY_MARK
    with output_errors(path):
        there = path.exists()
        return path.read_text(encoding="utf-8", errors="replace").strip() if there else None


def _result_names(output: Path) -> Iterator[str]:
    """The names of files that an earlier run has left or tells of."""
    json_folder = output / JSON_FOLDER
    if json_folder.is_dir():
        yield from (path.name for path in json_folder.rglob("*"))
    for report in (output / RUN_LOG, output / RUN_TABLE, output / STATE_FOLDER / JOURNAL):
        if report.is_file():
            parts = (part for path in _paths(report) for part in PurePath(path).parts)
            # A journal that was only opened has an empty line.
            yield from (part for part in parts if part.strip())


def _paths(run_report: Path) -> Iterator[str]:
    """The paths of the input files in a run report or the journal; of another file its content."""
    with run_report.open(encoding="utf-8", errors="replace", newline="") as file:
        if run_report.suffix == ".csv":
            yield from (row.get("path") or "" for row in csv.DictReader(file))
            return
        for line in file:
            try:
                told = json.loads(line)
                yield told.get("entry", told)["path"]
            except (ValueError, KeyError, TypeError, AttributeError):
                if line != HEADER:
                    yield line
