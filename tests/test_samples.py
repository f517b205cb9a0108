"""Every sample gives exactly what its truth record says, and nothing of it is lost."""

from pathlib import Path

import pytest

from spur_extract.contract import Report
from spur_extract.pipeline import parse, parse_bytes
from tests.accounting import faults
from tests.comparing import differences, read_truth

SAMPLES = Path(__file__).parents[1] / "samples"
TEXTS = sorted((SAMPLES / "text").glob("*.txt"))
each_sample = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)


def test_there_are_samples() -> None:
    assert len(TEXTS) >= 7


@each_sample
def test_a_sample_gives_its_truth(path: Path) -> None:
    truth = read_truth(SAMPLES / "truth" / f"{path.stem}.json")
    assert differences(parse(path), truth) == []


@each_sample
def test_nothing_of_a_sample_is_lost_or_invented(path: Path) -> None:
    report = parse(path)
    assert faults(path.read_bytes(), report) == []
    assert report.coverage == 1.0
    assert report.unassigned == ()


@each_sample
def test_an_edition_is_named_in_the_sample(path: Path) -> None:
    expected = {"letter-table": "letter-table", "dual-cover": "dual-regulation"}
    expected["dual-marked"] = "dual-regulation"
    assert parse(path).source.edition == expected.get(path.stem, "single-regulation")


@each_sample
def test_a_report_survives_json(path: Path) -> None:
    report = parse(path)
    assert Report.model_validate_json(report.model_dump_json()) == report


@each_sample
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_makes_no_difference(path: Path, encoding: str) -> None:
    text = path.read_text(encoding="utf-8")
    if encoding == "cp1252":
        text = text.replace("☒", "[x]").replace("☐", "[ ]")
    as_utf8 = parse_bytes(text.encode(), path.name)
    encoded = parse_bytes(text.encode(encoding), path.name)
    assert encoded.model_dump(exclude={"source"}) == as_utf8.model_dump(exclude={"source"})
