"""Times the Swedish pipeline: loading, words per second, cost per report.

`python -m benchmarks.model` exits 1 when a figure is over its limit.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import sys
import time
from pathlib import Path

import spacy

from models.evaluate import all_examples
from spur_extract.language.names import find_names
from spur_extract.language.pipeline import load_pipeline, model_folder

SAMPLES = Path(__file__).parent.parent / "samples" / "text"
LONGEST_LOAD = 1.0
"""Seconds, spaCy being imported."""
FEWEST_WORDS = 10_000
"""Per second, on one core."""
LARGEST = 15_000_000
"""Bytes of the built pipeline."""


def folder_size(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def load_seconds() -> float:
    """The fastest of three loads."""
    return min(_seconds_of_load() for _ in range(3))


def _seconds_of_load() -> float:
    started = time.perf_counter()
    spacy.load(model_folder())
    return time.perf_counter() - started


def words_per_second() -> float:
    """Over all texts of the corpus that are measured; best of three runs."""
    texts = [example.text for example in all_examples()]
    words = sum(len(text.split()) for text in texts)
    return max(words / _seconds_of_search(texts) for _ in range(3))


def _seconds_of_search(texts: list[str]) -> float:
    started = time.perf_counter()
    find_names(texts)
    return time.perf_counter() - started


def main() -> int:
    """Print all figures; the exit code tells whether they hold."""
    size, load = folder_size(model_folder()), load_seconds()
    load_pipeline()
    speed = words_per_second()
    sys.stdout.write(
        f"size {size / 1e6:.1f} MB (limit {LARGEST / 1e6:.0f})  load {load:.2f} s (limit "
        f"{LONGEST_LOAD:.0f})  {speed:,.0f} words/s (at least {FEWEST_WORDS:,})\n"
    )
    for path in sorted(SAMPLES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        seconds = _seconds_of_search([text])
        sys.stdout.write(
            f"{path.name:<24} {len(text.split()):>6} words  {seconds * 1000:>6.0f} ms\n"
        )
    return 0 if size <= LARGEST and load <= LONGEST_LOAD and speed >= FEWEST_WORDS else 1


if __name__ == "__main__":
    sys.exit(main())
