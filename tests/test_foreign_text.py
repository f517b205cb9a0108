"""Text that belongs to no report stays out of every field, and is shown as unassigned."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from spur_extract.contract import Report
from spur_extract.layout.lines import squeeze
from spur_extract.pipeline import parse_bytes
from tests.foreign_texts import ALL

TEXTS = sorted((Path(__file__).parents[1] / "samples" / "text").glob("*.txt"))
PAGE_GAP = "\n\n\n\n"
PAGED = [path for path in TEXTS if path.stem != "letter-table"]
"""The dumps that tell where their pages end."""

each_sample = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
each_text = pytest.mark.parametrize("name", ALL)


def values(report: Report) -> dict[str, Any]:
    """All that a report says, without places and remarks."""
    account = {"source", "unassigned", "coverage", "diagnostics", "provenance"}
    return report.model_dump(exclude=account)


def assert_left_out(dump: str, foreign: str, original: Report) -> None:
    report = parse_bytes(dump.encode(), "with-foreign-text.txt")
    left = squeeze("".join(piece.text for piece in report.unassigned))
    assert values(report) == values(original)
    assert Counter(left) == Counter(squeeze(foreign))
    assert "unassigned-text" in {diagnostic.code for diagnostic in report.diagnostics}


def spaced(text: str, double: bool) -> str:
    text = text.strip("\n")
    return "\n\n".join(line for line in text.split("\n") if line) if double else text


@each_sample
@each_text
@pytest.mark.parametrize("double", [False, True], ids=["single-spaced", "double-spaced"])
def test_before_and_after_a_report(path: Path, name: str, double: bool) -> None:
    dump, foreign = path.read_text(encoding="utf-8"), spaced(ALL[name], double)
    original = parse_bytes(dump.encode(), path.name)
    assert_left_out(f"{foreign}\n\f{dump}", foreign, original)
    assert_left_out(f"{foreign}{PAGE_GAP}{dump}", foreign, original)
    assert_left_out(f"{dump}\f{foreign}", foreign, original)
    assert_left_out(f"{dump.rstrip()}{PAGE_GAP}{foreign}\n", foreign, original)
    assert_left_out(f"{dump.rstrip()}\n\n{foreign}\n", foreign, original)


@pytest.mark.parametrize("path", PAGED, ids=lambda path: path.stem)
@each_text
def test_between_any_two_pages(path: Path, name: str) -> None:
    dump, foreign = path.read_text(encoding="utf-8"), spaced(ALL[name], double=True)
    original = parse_bytes(dump.encode(), path.name)
    pages = dump.split(PAGE_GAP)
    assert original.source.page_count == len(pages) > 1
    for cut in range(1, len(pages)):
        before, after = PAGE_GAP.join(pages[:cut]), PAGE_GAP.join(pages[cut:])
        assert_left_out(f"{before}{PAGE_GAP}{foreign}{PAGE_GAP}{after}", foreign, original)


def test_a_scanned_signature_below_a_field_does_not_take_the_field_along() -> None:
    dump = (Path(TEXTS[0]).parent / "single-long-plan.txt").read_text(encoding="utf-8")
    report = parse_bytes(f"{dump.rstrip()}\n\nMvh\n\nAnders\n".encode(), "signed.txt")
    assert report.action_plan.items[-1].follow_up_responsible.text == "Studierektor"
    assert [piece.text.split() for piece in report.unassigned] == [["Mvh", "Anders"]]
