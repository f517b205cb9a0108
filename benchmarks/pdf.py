"""Times the reading of PDF reports against what pdfplumber alone takes for the same file.

`python -m benchmarks.pdf [FILE ...] [--runs N] [--profile]` measures, in turn and in one process,
pdfplumber getting the words and drawings of every page, and `spur_extract.parse` making the whole
report with the default reader. FILE is every sample unless you name some. Exits 1 when a ratio of
the medians is over the limit.
"""

import argparse
import cProfile
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

import pdfplumber

from spur_extract import parse

SAMPLES = Path(__file__).parent.parent / "samples" / "pdf"
LIMIT = 0.3
"""Most that `parse` may take of pdfplumber's time."""

SHOWN_FUNCTIONS = 12


@dataclass(frozen=True, slots=True)
class Timing:
    """Median seconds for all pages of one file."""

    name: str
    pages: int
    pdfplumber: float
    parse: float

    @property
    def ratio(self) -> float:
        """What share of pdfplumber's time the whole program takes."""
        return self.parse / self.pdfplumber

    @property
    def holds(self) -> bool:
        """Whether that is within the limit."""
        return self.ratio <= LIMIT

    def __str__(self) -> str:
        """One line of the table."""
        alone, whole = (1000 * seconds / self.pages for seconds in (self.pdfplumber, self.parse))
        return (
            f"{self.name:<40} {self.pages:>4} pages  pdfplumber {alone:7.1f} ms/page  "
            f"parse {whole:6.1f} ms/page  ratio {self.ratio:.2f}  {'ok' if self.holds else 'OVER'}"
        )


def read_with_pdfplumber(path: Path) -> int:
    """Get words, rectangles, curves, lines and images of every page; how many pages there are."""
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_words()
            for kind in ("rects", "curves", "lines", "images"):
                getattr(page, kind)
            page.close()
        return len(document.pages)


def timed(path: Path, runs: int) -> Timing:
    """Medians over the runs, which alternate; one of each before fills the caches."""
    pages = read_with_pdfplumber(path)
    parse(path)
    alone, whole = [], []
    for _ in range(runs):
        alone.append(_seconds(lambda: read_with_pdfplumber(path)))
        whole.append(_seconds(lambda: parse(path)))
    return Timing(path.name, pages, statistics.median(alone), statistics.median(whole))


def _seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def profile(paths: Iterable[Path]) -> Iterator[str]:
    """The program's own functions that take most of the time, what they call included."""
    profiler = cProfile.Profile()
    for path in paths:
        profiler.runcall(parse, path)
    rows = []
    for entry in profiler.getstats():
        if not isinstance(entry.code, CodeType):
            continue
        parts = Path(entry.code.co_filename).parts
        if "spur_extract" in parts:
            file = "/".join(parts[-2:])
            place = f"{file}:{entry.code.co_firstlineno} {entry.code.co_qualname}"
            rows.append((entry.totaltime, entry.inlinetime, entry.callcount, place))
    rows.sort(reverse=True)
    yield "  cumulative    own      calls  function"
    for total, own, calls, place in rows[:SHOWN_FUNCTIONS]:
        yield f"  {total:8.3f} s {own:6.3f} s {calls:>8}  {place}"


def main() -> int:
    """Measure every file; the exit code tells whether all hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(SAMPLES.glob("*.pdf")))
    parser.add_argument("--runs", type=int, default=5, help="runs of each, on each file")
    parser.add_argument("--profile", action="store_true", help="also show what takes the time")
    options = parser.parse_args()
    if not options.files:
        parser.error(f"no sample in {SAMPLES}: name a report")
    sys.stdout.write(
        f"{options.runs} runs each, {os.cpu_count()} cores, {sys.version.split()[0]}, "
        f"limit {LIMIT}\n"
    )
    hold = True
    for path in options.files:
        timing = timed(path, options.runs)
        sys.stdout.write(f"{timing}\n")
        hold &= timing.holds
    if options.profile:
        sys.stdout.writelines(f"{line}\n" for line in profile(options.files))
    return 0 if hold else 1


if __name__ == "__main__":
    sys.exit(main())
