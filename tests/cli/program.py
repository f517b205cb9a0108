"""Runs the program as a process of its own, the way a user does."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples" / "text"


def run(
    *arguments: str | Path, stdin: bytes = b"", environment: Mapping[str, str] | None = None
) -> "Result":
    """`spur-extract ARGUMENTS`, with these variables added to the environment."""
    done = subprocess.run(
        [sys.executable, "-m", "spur_extract.cli", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, **(environment or {})},
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


class Result:
    """What a process left behind."""

    def __init__(self, code: int, out: str, err: str) -> None:
        """Exit code and the two streams."""
        self.code, self.out, self.err = code, out, err

    def check_error(self, exit_code: int, code: str) -> None:
        """It gave no data, that exit code, and one line with that error code."""
        assert self.out == ""
        assert self.err.startswith(f"spur-extract: error[{code}]: ")
        assert self.err.count("\n") == 1
        assert self.code == exit_code


def samples() -> list[Path]:
    """All sample reports; fails where there are none, so that no test walks an empty folder."""
    found = sorted(SAMPLES.glob("*.txt"))
    if not found:
        pytest.fail(f"no samples in {SAMPLES}")
    return found
