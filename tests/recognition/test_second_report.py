"""Of two reports in one file the first is read; the second is in no field."""

from pathlib import Path

import pytest

from spur_extract.contract import Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults

TEXTS = Path(__file__).parents[2] / "samples" / "text"
ONE = (TEXTS / "single-cover.txt").read_text(encoding="utf-8")
OTHER = (TEXTS / "single-long-plan.txt").read_text(encoding="utf-8")


def read(text: str) -> Report:
    data = text.encode()
    report = parse_bytes(data, "reports.txt")
    assert faults(data, report) == []
    return report


def told(report: Report) -> bool:
    return "second-report" in {diagnostic.code for diagnostic in report.diagnostics}


def from_lists(dump: str) -> str:
    return dump[dump.index("Styrkor") :]


@pytest.mark.parametrize("between", ["\n\n", "\f", "\n\n\n\n"])
@pytest.mark.parametrize(
    ("one", "other"), [(ONE, OTHER), (ONE, from_lists(OTHER)), (OTHER, ONE), (OTHER, OTHER)]
)
def test_the_second_is_left_unassigned(one: str, other: str, between: str) -> None:
    alone, both = read(one), read(f"{one.rstrip()}{between}{other}")
    fields = ("cover", "strengths", "weaknesses", "improvements", "areas", "action_plan")
    for field in fields:
        assert getattr(both, field) == getattr(alone, field), field
    assert told(both)
    assert not told(alone)
    assert "area-doubled" not in {diagnostic.code for diagnostic in both.diagnostics}
    left = " ".join(piece.text for piece in both.unassigned)
    assert read(other).strengths[0].text.split()[-1] in left


def test_lists_below_the_areas_are_the_reports_own() -> None:
    lists, areas = ONE.index("Styrkor"), ONE.index("STRUKTUR")
    report = read(f"{ONE[:lists]}{ONE[areas:]}\n\n\n\n{ONE[lists:areas]}")
    assert not told(report)
    assert report.strengths == read(ONE).strengths


def test_lists_that_come_twice_make_no_second_report() -> None:
    lists = ONE[ONE.index("Styrkor") : ONE.index("STRUKTUR")]
    assert not told(read(f"{ONE.rstrip()}\n\n\n\n{lists}"))


def test_a_table_of_contents_is_no_report() -> None:
    titles = "Verksamheten\nLokaler och utrustning\nTeoretisk utbildning"
    contents = f"Styrkor\nSvagheter\nFörbättringspotential\nSTRUKTUR\n{titles}\n\n\n\n"
    assert not told(read(contents + ONE))


def test_an_analysis_in_a_narrative_is_part_of_it() -> None:
    analysis = "\nStyrkor\n\nGoda kurser.\n\nSvagheter\n\nFå.\n\nFörbättringspotential\n\nFler.\n"
    place = OTHER.index("\n\n", OTHER.index("Ett par ST-läkare har påbörjat"))
    report = read(OTHER[:place] + analysis + OTHER[place:])
    assert not told(report)
    assert report.strengths == read(OTHER).strengths
