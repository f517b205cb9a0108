"""A process that writes sets of tables, to be killed, starved and measured.

`python -m tests.export.writer FOLDER loop` writes small sets one after the other for ever: all the
rows of a set come from paths that begin with the set's number.
`… FOLDER limit BYTES FORMAT` writes a set of which no file may have more than so many bytes.
`… FOLDER grow FORMAT…` prints the memory it holds after 1,000 and after 5,000 reports.
"""

import resource
import signal
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from spur_extract.contract import Report
from spur_extract.errors import OutputError
from spur_extract.export.table_options import TableOptions
from spur_extract.export.table_set import write_tables
from tests.export.nasty import numbered

REPORTS_OF_A_SET = 5


def reports(many: int, prefix: str) -> Iterator[tuple[Report, str]]:
    """So many reports, from paths that begin with `prefix`."""
    for number in range(many):
        report = numbered(number)
        cover = report.cover.model_copy(update={"clinic": prefix})
        diagnostics = tuple(
            note.model_copy(update={"message": prefix}) for note in report.diagnostics
        )
        yield (
            report.model_copy(update={"cover": cover, "diagnostics": diagnostics}),
            f"{prefix}/{number}.txt",
        )


def _loop(folder: Path) -> None:
    formats = ["jsonl", "sqlite"]
    for number in count(1):
        options = TableOptions.model_validate({"formats": formats})
        write_tables(reports(REPORTS_OF_A_SET, str(number)), folder, options)
        print(number, flush=True)


def _limit(folder: Path, size: int, form: str) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    options = TableOptions.model_validate({"formats": [form] if form != "csv" else []})
    try:
        write_tables(reports(100, "new"), folder, options)
    except OutputError as error:
        print(error.code)


def _grow(folder: Path, formats: list[str]) -> None:
    def watched() -> Iterator[tuple[Report, str]]:
        for number, each in enumerate(reports(5000, "x"), start=1):
            yield each
            if number in (1000, 5000):
                statm = Path("/proc/self/statm").read_text(encoding="ascii")
                print(int(statm.split()[1]) * resource.getpagesize())

    write_tables(watched(), folder, TableOptions.model_validate({"formats": formats}))


def main() -> None:
    """See the module."""
    folder, task, *rest = Path(sys.argv[1]), *sys.argv[2:]
    if task == "loop":
        _loop(folder)
    elif task == "limit":
        _limit(folder, int(rest[0]), rest[1])
    else:
        _grow(folder, rest)


if __name__ == "__main__":
    main()
