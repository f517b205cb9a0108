"""Times the conversion of a whole archive of generated reports, text and PDF mixed.

`python -m benchmarks.archive [--files N] [--runs N]` builds the archive, converts it with one
process and with two, converts it again with nothing to do, and gets the bare text of the same PDF
files with pdfplumber as a yardstick, all in one go. Exits 1 when a limit is not kept.
"""

import argparse
import itertools
import logging
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pdfplumber

from samples.build import sources
from samples.pdf_builder import build_pdf
from samples.pdf_builder.combinations import combinations
from spur_extract.archive import RunEntry, convert
from spur_extract.archive.settings import ConvertSettings
from spur_extract.catalogue import load_catalogue

TEXTS = Path(__file__).parent.parent / "samples" / "text"
SPEED_UP = 1.8
"""Least by which two processes are faster than one."""

RERUN = 2.0
"""Most seconds for 1,000 files with nothing to do."""

FLAT = 1.05
"""Most that the last quarter of a run may need of the memory of its second quarter."""


@dataclass(frozen=True, slots=True)
class Line:
    """A figure, and whether it is within its limit (None: it has none)."""

    what: str
    figure: str
    holds: bool | None = None

    def __str__(self) -> str:
        """One line of the table."""
        mark = "" if self.holds is None else ("  ok" if self.holds else "  OVER")
        return f"{self.what:<52} {self.figure}{mark}"


def build(folder: Path, files: int) -> list[Path]:
    """Write so many different reports, every other one a PDF file; gives the PDF files."""
    texts = [path.read_bytes() for path in sorted(TEXTS.glob("*.txt"))]
    contents, catalogue = sources(), load_catalogue()
    every = [item for item in combinations(contents, catalogue) if item.damage is None]
    drawn = [
        build_pdf(contents[it.content], it.look, it.style, None, catalogue).data
        for it in every[:: max(1, len(every) // 25)]
    ]
    pdfs: list[Path] = []
    for number, text, pdf in zip(
        range(files), itertools.cycle(texts), itertools.cycle(drawn), strict=False
    ):
        place = folder / f"{number % 40}"
        place.mkdir(parents=True, exist_ok=True)
        # A comment after the end makes each content another one, and changes nothing in it.
        if number % 2:
            path = place / f"{number}.pdf"
            path.write_bytes(pdf + f"\n%{number}\n".encode())
            pdfs.append(path)
        else:
            (place / f"{number}.txt").write_bytes(text + f"\n{number}\n".encode())
    return pdfs


def memory_of(entries: Sequence[RunEntry]) -> list[float]:
    """Mean peak memory in MiB of the workers, over each quarter of the files."""
    peaks = [entry.peak_memory / 1024**2 for entry in entries if entry.peak_memory]
    size = max(1, len(peaks) // 4)
    return [statistics.fmean(peaks[start : start + size]) for start in range(0, 4 * size, size)]


def measure(files: int, runs: int) -> Iterator[Line]:
    """Every figure, in the order in which it is measured."""
    with TemporaryDirectory() as temporary:
        root = Path(temporary)
        pdfs = build(root / "in", files)
        yield Line("files (half of them PDF)", f"{files}")
        one: list[float] = []
        two: list[float] = []
        for run in range(runs):
            for processes, seconds in ((1, one), (2, two)):
                output = root / f"out{processes}-{run}"
                entries: list[RunEntry] = []
                settings = ConvertSettings(processes=processes)
                seconds.append(
                    _seconds(lambda: convert([root / "in"], output, _keep(entries), settings))  # noqa: B023
                )
        slow, fast = statistics.median(one), statistics.median(two)
        yield Line("one process", f"{slow:.1f} s, {files / slow:.1f} files/s")
        yield Line("two processes", f"{fast:.1f} s, {files / fast:.1f} files/s")
        gain = slow / fast
        yield Line("two processes to one", f"{gain:.2f} (at least {SPEED_UP})", gain >= SPEED_UP)
        quarters = memory_of(entries)
        shown = ", ".join(f"{quarter:.0f}" for quarter in quarters)
        flat = quarters[3] <= FLAT * quarters[1]
        yield Line("memory of a worker over the quarters of the run", f"{shown} MiB", flat)
        rerun = _seconds(lambda: convert([root / "in"], output, None, settings))
        per_thousand = 1000 * rerun / files
        limit = f"{per_thousand:.2f} s per 1,000 files (at most {RERUN})"
        yield Line("nothing to do", limit, per_thousand <= RERUN)
        bare = sum(_seconds(partial(_bare_text, path)) for path in pdfs)
        whole = sum(entry.seconds for entry in entries if entry.path.endswith(".pdf"))
        yield Line("pdfplumber, bare text of the PDF files, one process", f"{bare:.1f} s")
        yield Line("conversion of the same to it, time of workers", f"{whole / bare:.2f}")


def _keep(entries: list[RunEntry]) -> Callable[[RunEntry, int, int], None]:
    return lambda entry, _done, _total: entries.append(entry)


def _bare_text(path: Path) -> None:
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.close()


def _seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def main() -> int:
    """Measure; the exit code tells whether all limits are kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=1, help="conversions with each number")
    options = parser.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it complains of the fonts drawn here
    sys.stdout.write(f"{os.cpu_count()} cores, {sys.version.split()[0]}\n")
    hold = True
    for line in measure(options.files, options.runs):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
        hold &= line.holds is not False
    return 0 if hold else 1


if __name__ == "__main__":
    sys.exit(main())
