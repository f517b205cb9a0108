"""Builds everything from nothing: gazetteers, corpus, pipeline, scores, card.

`python -m models.build`, some minutes on one CPU core. Steps can be run alone, see `project.yml`.
"""

import subprocess
import sys
import time

STEPS = (
    ("models.gazetteers",),
    ("models.write_corpus",),
    ("models.train",),
    ("models.evaluate", "--write"),
    ("models.statements.train",),
    ("models.statements.evaluate", "--write"),
)


def main() -> None:
    """Each step in a process of its own, so that none sees another's caches or seeds."""
    started = time.perf_counter()
    for step in STEPS:
        sys.stdout.write(f"{' '.join(step)}\n")
        sys.stdout.flush()
        subprocess.run((sys.executable, "-m", *step), check=True)  # noqa: S603
    sys.stdout.write(f"built in {time.perf_counter() - started:.0f} s\n")


if __name__ == "__main__":
    main()
