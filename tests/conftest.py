"""What all tests share: the account of wrong values in the summary of a run."""

import pytest

from tests.wrong_values import NULL, RIGHT, TOLD, UNTOLD, met


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how the marks of all PDF files of the run were read."""
    if met:
        terminalreporter.section("marks read from PDF files")
        for kind in (RIGHT, NULL, TOLD, UNTOLD):
            terminalreporter.write_line(f"{kind}: {met[kind]}")
