"""Date fields made to be slow: the work grows with the length of the text, no faster."""

import time
from datetime import date, timedelta

import pytest

from spur_extract.extraction.deadlines import read_deadline

LIMIT = 4.0
"""Seconds; on an idle machine each takes less than one."""
DAYS = [date(2020, 1, 1) + timedelta(days=number) for number in range(3_000)]
HOSTILE = {
    "days without a year": "1/5 " * 25_000,
    "weeks without a year": "v. 1-2 " * 14_000,
    "named days": "1 mars " * 14_000,
    "borrowed days": "1, " * 30_000 + "mars 2026",
    "many lists of borrowed days": "1, 2, 3 mars " * 8_000,
    "whole dates": "2026-05-01 " * 9_000,
    "days with and without a year": "1/5 2026 maj " * 8_000,
    "one day that fits among many": " ".join(
        [*(day.isoformat() for day in DAYS), "2029-05-01", "(1/5) " * 6_000]
    ),
    "labels": "fas 1: " * 14_000 + "maj 2026",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_date_field_takes_long(name: str) -> None:
    begun = time.perf_counter()
    read_deadline(HOSTILE[name])
    assert time.perf_counter() - begun < LIMIT
