"""Times the program as a user starts it: whole processes, start-up included.

`python -m benchmarks.text [DUMP] [--runs N]` measures `spur-extract --help` and `spur-extract
parse DUMP` (default: the largest sample) and exits 1 when a median is over its limit, or when
either imports a library that is too heavy for it.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples" / "text"
PROGRAM = (sys.executable, "-m", "spur_extract.cli")
HEAVY = frozenset({"pandas", "spacy", "numpy", "pdfplumber", "pypdfium2", "PIL", "rich"})
"""What neither command may import; more for `--help`: see `Case.heavy`."""


@dataclass(frozen=True, slots=True)
class Case:
    """A command, its limit in seconds, and the libraries it may not import."""

    name: str
    arguments: tuple[str, ...]
    limit: float
    heavy: frozenset[str] = HEAVY


def cases(dump: Path) -> list[Case]:
    """The two commands that issue 2 sets limits for."""
    return [
        Case("--help", ("--help",), 0.3, HEAVY | {"pydantic", "rapidfuzz"}),
        Case(f"parse {dump.name}", ("parse", str(dump)), 0.5),
    ]


def timed(case: Case, runs: int) -> list[float]:
    """Seconds of each run, after one that fills the caches; raises when the command fails."""
    seconds = []
    for _ in range(runs + 1):
        started = time.perf_counter()
        _run(PROGRAM + case.arguments)
        seconds.append(time.perf_counter() - started)
    return seconds[1:]


def heavy_imports(case: Case) -> list[str]:
    """The forbidden libraries that the command imports."""
    command = (sys.executable, "-X", "importtime", *PROGRAM[1:], *case.arguments)
    log = _run(command).stderr
    lines = (line for line in log.splitlines() if line.startswith("import time:"))
    imported = {line.rsplit("|", 1)[-1].strip().partition(".")[0] for line in lines}
    return sorted(case.heavy & imported)


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8", cwd=ROOT)


def report(case: Case, runs: int) -> bool:
    """Measure, print one line, and tell whether the case holds."""
    seconds = timed(case, runs)
    median = statistics.median(seconds)
    heavy = heavy_imports(case)
    holds = median <= case.limit and not heavy
    sys.stdout.write(
        f"{case.name:<28} min {min(seconds):.3f} s  median {median:.3f} s  "
        f"max {max(seconds):.3f} s  limit {case.limit:.1f} s  {'ok' if holds else 'OVER'}"
        f"{'  imports ' + ', '.join(heavy) if heavy else ''}\n"
    )
    return holds


def main() -> int:
    """Measure both; the exit code tells whether both hold."""
    largest = max(SAMPLES.glob("*.txt"), key=lambda path: path.stat().st_size, default=None)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dump", nargs="?", type=Path, default=largest, help="report to parse")
    parser.add_argument("--runs", type=int, default=15, help="runs of each command")
    options = parser.parse_args()
    if options.dump is None:
        parser.error(f"no sample in {SAMPLES}: name a report")
    sys.stdout.write(
        f"{options.runs} runs each, {os.cpu_count()} cores, {sys.version.split()[0]}\n"
    )
    results = [report(case, options.runs) for case in cases(options.dump.resolve())]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
