"""Inspectors use the words of the list headings in the narratives of areas, too."""

from pathlib import Path

import pytest

from spur_extract.contract import Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults

SAMPLE = Path(__file__).parents[2] / "samples" / "text" / "single-marked.txt"
AREA = "Handledning och kompetensbedömning\n\nE "
OWN_WORDS = (
    "Styrkor\n\nHandledningen sköts väl.\n\nSvagheter\n\nSkriftlig dokumentation är ovanlig."
)


def read(text: str) -> Report:
    data = text.encode()
    report = parse_bytes(data, "words.txt")
    assert faults(data, report) == []
    return report


def sample_with(between: str) -> tuple[Report, Report]:
    """The sample as it is, and with the words below an area's title."""
    text = SAMPLE.read_text(encoding="utf-8")
    words = f"{AREA.rstrip()}{between}{OWN_WORDS}\n\n"
    return read(text), read(text.replace(AREA, words, 1))


@pytest.mark.parametrize("between", ["\n\n", "\f"])
def test_right_below_an_areas_title_they_are_no_heading(between: str) -> None:
    before, changed = sample_with(between)
    assert changed.strengths == before.strengths
    assert changed.weaknesses == before.weaknesses
    rows = [len(area.indicators) for area in before.areas]
    assert [len(area.indicators) for area in changed.areas] == rows


def test_they_are_part_of_the_narrative() -> None:
    _, changed = sample_with("\n\n")
    (area,) = (area for area in changed.areas if area.code == "E")
    assert area.narrative is not None
    assert "Handledningen sköts väl." in area.narrative
    assert "Skriftlig dokumentation är ovanlig." in area.narrative
