"""What all tests share: the account of wrong values in the summary of a run."""

from collections import Counter
from collections.abc import Generator

import pytest

from tests.wrong_values import NULL, RIGHT, TOLD, UNTOLD, met

MET = "marks met"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Tell with a test's result what it met: results come from several processes."""
    before = met.copy()
    try:
        return (yield)
    finally:
        item.user_properties.append((MET, dict(met - before)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how the marks of all PDF files of the run were read."""
    total: Counter[str] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", None) == "call":
                for name, counts in report.user_properties:
                    total.update(counts if name == MET else {})
    if total:
        terminalreporter.section("marks read from PDF files")
        for kind in (RIGHT, NULL, TOLD, UNTOLD):
            terminalreporter.write_line(f"{kind}: {total[kind]}")
