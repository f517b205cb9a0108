"""What is written once all files of a run are done: its report, in order, with copies told."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from spur_extract.archive.results.journal import Done
from spur_extract.archive.run_report import RunEntry
from spur_extract.export.atomic import atomic_text
from spur_extract.export.csv_tables import write_csv
from spur_extract.export.names import RUN_LOG, RUN_TABLE


def with_duplicates(done: Iterable[Done]) -> list[Done]:
    """The same, with the first path of each content told to those that come after it."""
    first: dict[str, str] = {}
    told: list[Done] = []
    for each in done:
        entry = each.entry
        if entry.report_id is not None:
            of = first.setdefault(entry.report_id, entry.path)
            if of != entry.path:
                each = replace(each, entry=replace(entry, duplicate_of=of))  # noqa: PLW2901
        told.append(each)
    return told


def write_run_report(output: Path, entries: Sequence[RunEntry]) -> None:
    """Write `run.jsonl` and `run.csv`; raises `OutputError`."""
    with atomic_text(output / RUN_LOG) as file:
        file.writelines(entry.to_json() + "\n" for entry in entries)
    write_csv(output / RUN_TABLE, RunEntry, entries)
