"""What the files of a run are called in all that is written: by their names, or by codes."""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from spur_extract.archive.inputs import InputFile
from spur_extract.errors import OutputNotPseudonymisedError
from spur_extract.export.names import printable
from spur_extract.pseudonyms import Disguise
from spur_extract.pseudonyms.paths import is_coded


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file to convert: `shown` is its path in reports of the run, `name` its own name in its
    JSON, `place` where that JSON goes below the output's `json`."""

    input: InputFile
    shown: str
    name: str
    place: PurePath


def name_files(inputs: Sequence[InputFile], disguise: Disguise | None) -> list[NamedFile]:
    """The files by their names, in the order given; in disguise by codes, in the order of these,
    which tells nothing of the names."""
    if disguise is None:
        return [
            NamedFile(file, printable(str(file.path)), printable(file.path.name), file.place)
            for file in inputs
        ]
    files = [_coded(file, disguise) for file in inputs]
    for file in files:
        disguise.note_path(printable(str(file.input.path)), file.shown)
    return sorted(files, key=lambda file: file.place.parts)


def check_earlier_results(json_folder: Path, run_reports: Sequence[Path]) -> None:
    """See that no earlier run left names where a disguised run would leave them standing.

    Raises `OutputNotPseudonymisedError`.
    """
    below = json_folder.rglob("*") if json_folder.is_dir() else ()
    names = [path.name for path in below]
    for report in run_reports:
        if report.is_file():
            names += [part for path in _paths(report) for part in PurePath(path).parts]
    if not all(is_coded(name) for name in names):
        message = "The output folder holds results of a run without pseudonyms."
        raise OutputNotPseudonymisedError(message)


def _coded(file: InputFile, disguise: Disguise) -> NamedFile:
    shown = disguise.path(file.path)
    return NamedFile(file, str(shown), shown.name, disguise.path(file.place))


def _paths(run_report: Path) -> Iterator[str]:
    """The paths of the input files in `run.jsonl` or `run.csv`; of another file its content."""
    with run_report.open(encoding="utf-8", errors="replace", newline="") as file:
        if run_report.suffix == ".csv":
            yield from (row.get("path") or "" for row in csv.DictReader(file))
            return
        for line in file:
            try:
                yield json.loads(line)["path"]
            except (ValueError, KeyError, TypeError):
                yield line
