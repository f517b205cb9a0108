"""Times the audit of a whole converted archive.

`python -m benchmarks.audit [--reports N]` writes so many reports as JSON, made from the samples
with other clinics, days and texts, and audits them with every rule, in a process of its own for
one quarter of them and for all, to see what memory each needs. Seconds are those of one core that
the process used. Exits 1 when a limit is not kept.
"""

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from spur_extract.contract import Report
from spur_extract.export.report_json import report_json
from spur_extract.pipeline import parse

TEXTS = Path(__file__).parent.parent / "samples" / "text"
SECONDS_PER_10000 = 60.0
MEMORY_PER_REPORT = 10_000
"""Most bytes that another report may add: facts are kept of it, not the report."""
VISITS = 3
"""To each unit, some years apart."""
FIRST_DAY = date(2008, 1, 7)

AUDIT = """
import resource, sys, time
from datetime import date
from pathlib import Path
from spur_extract.audit import load_reports, run
began = time.process_time()
findings = sum(1 for _ in run(load_reports([Path(sys.argv[1])]), date(2026, 5, 1)))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(time.process_time() - began, peak * (1 if sys.platform == "darwin" else 1024), findings)
"""


@dataclass(frozen=True, slots=True)
class Audit:
    """What the audit of a folder took: seconds, bytes at the peak, and its findings."""

    seconds: float
    memory: int
    findings: int


def reports(count: int) -> Iterator[Report]:
    """So many different reports: each unit of its own town, inspected some times."""
    chance = Random(1)  # noqa: S311 - no secret
    samples = [parse(path) for path in sorted(TEXTS.glob("*.txt"))]
    for number in range(count):
        sample = samples[number // VISITS % len(samples)]
        day = FIRST_DAY + timedelta(days=1700 * (number % VISITS) + number // VISITS % 1500)
        town = f"{_word(Random(number // VISITS))}torp".capitalize()  # noqa: S311
        cover = sample.cover.model_copy(
            update={"clinic": f"Kirurgkliniken, {town} lasarett", "inspection_date": day}
        )
        areas = tuple(
            area.model_copy(update={"narrative": _reworded(area.narrative, chance)})
            for area in sample.areas
        )
        digest = sha256(str(number).encode()).hexdigest()
        source = sample.source.model_copy(update={"sha256": digest})
        yield sample.model_copy(update={"source": source, "cover": cover, "areas": areas})


def _reworded(text: str | None, chance: Random) -> str | None:
    """The text with every fifth word another one, so that reports are not copies."""
    if text is None:
        return None
    return re.sub(r"\w{4,}", lambda it: it[0] if chance.random() < 0.8 else _word(chance), text)


def _word(chance: Random) -> str:
    return "".join(chance.choices(("bo", "ra", "lin", "ske", "mår", "tun", "vi", "gla"), k=4))


def audit(folder: Path) -> Audit:
    """Audit a folder in a process of its own."""
    command = [sys.executable, "-c", AUDIT, str(folder)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return Audit(float(told[0]), int(told[1]), int(told[2]))


def measure(count: int) -> Iterator[tuple[str, bool | None]]:
    """Every figure as a line, and whether it is within its limit (None: it has none)."""
    with TemporaryDirectory() as temporary:
        part, whole = Path(temporary) / "part", Path(temporary) / "whole"
        for folder in (part, whole):
            folder.mkdir()
        for number, report in enumerate(reports(count)):
            path = whole / f"{number}.json"
            path.write_text(report_json(report), encoding="utf-8")
            if number < count // 4:
                (part / path.name).hardlink_to(path)
        few, all_ = audit(part), audit(whole)
    per_10000 = all_.seconds * 10_000 / count
    yield f"{count} reports, {all_.findings} findings: {all_.seconds:.1f} s", None
    yield (
        f"per 10,000 reports: {per_10000:.1f} s (at most {SECONDS_PER_10000:.0f})",
        per_10000 <= SECONDS_PER_10000,
    )
    growth = (all_.memory - few.memory) / (count - count // 4)
    shown = f"{few.memory / 1024**2:.0f} MiB for a quarter, {all_.memory / 1024**2:.0f} MiB for all"
    yield f"memory: {shown}, {growth:.0f} bytes a report", growth <= MEMORY_PER_REPORT


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; the exit code tells whether all limits are kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    options = parser.parse_args(arguments)
    sys.stdout.write(f"{os.cpu_count()} cores, {sys.version.split()[0]}\n")
    hold = True
    for line, holds in measure(options.reports):
        mark = "" if holds is None else ("  ok" if holds else "  OVER")
        sys.stdout.write(f"{line}{mark}\n")
        hold &= holds is not False
    return 0 if hold else 1


if __name__ == "__main__":
    sys.exit(main())
