"""Fixtures of the readers' tests."""

from pathlib import Path

import pytest

_REPORTS = Path(__file__).resolve().parents[3] / "shared" / "reports"


@pytest.fixture
def reports() -> Path:
    """Give the folder of real reports beside the checkout, or skip."""
    if not _REPORTS.is_dir():
        pytest.skip("the folder of real reports is not here")
    return _REPORTS
