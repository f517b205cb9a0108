"""Texts that say what a mark in them means, and heads of columns in texts without places."""

import pytest

from samples import render
from samples.build import sources
from spur_extract.catalogue import load_catalogue
from spur_extract.contract import Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults

CATALOGUE = load_catalogue()
SINGLE = render(sources()["single-marked"], CATALOGUE).text
DUAL = render(sources()["dual-marked"], CATALOGUE).text


def read(text: str) -> Report:
    report = parse_bytes(text.encode(), "marked.txt")
    assert faults(text.encode(), report) == []
    return report


def fulfilled(report: Report) -> list[object]:
    return [row.fulfilled for area in report.areas for row in area.indicators]


def grades(report: Report) -> list[str | None]:
    return [each.grade for area in report.areas for each in area.gradings]


def with_line(line: str) -> Report:
    """The sample with a line of its own below the title of the part."""
    text = SINGLE.replace("STRUKTUR\n", f"STRUKTUR\n\n{line}\n\n", 1)
    assert text != SINGLE
    return read(text)


@pytest.mark.parametrize(
    "line",
    [
        "\u2612 = brist, \u2610 = ingen brist",
        "Teckenf\u00f6rklaring: kryss = ej uppfyllt",
        "Ett kryss betyder att kriteriet inte \u00e4r uppfyllt.",
        "X: brist",
    ],
)
def test_marks_that_stand_for_a_deficiency_say_nothing(line: str) -> None:
    report = with_line(line)
    assert set(fulfilled(report)) == {None}
    assert grades(report) == grades(read(SINGLE))
    assert "row-mark-unreadable" in {each.code for each in report.diagnostics}


@pytest.mark.parametrize(
    "line",
    [
        "\u2612 = uppfyllt, \u2610 = brist",
        "Kryss = uppfyllt",
        "Verksamheten har inget kryss p\u00e5 brister.",
        "Brist p\u00e5 datorer.",
    ],
)
def test_other_lines_leave_marks_as_they_are(line: str) -> None:
    assert fulfilled(with_line(line)) == fulfilled(read(SINGLE))


def with_heads(head: str, times: int) -> Report:
    """The sample with `head` above the first rows of as many areas."""
    text = SINGLE.replace("\nF\u00f6reskrift\n", f"\n{head}\nF\u00f6reskrift\n", times)
    assert text.count(f"\n{head}\nF\u00f6reskrift\n") == times
    return read(text)


def test_a_head_that_denies_makes_the_marks_of_a_text_unclear() -> None:
    assert set(fulfilled(with_heads("Brist", 3))) == {None}
    assert fulfilled(with_heads("Uppfyllt", 3)) == fulfilled(read(SINGLE))
    assert fulfilled(with_heads("Brist", 1)) == fulfilled(read(SINGLE))
    assert fulfilled(with_heads("saknas.", 3)) == fulfilled(read(SINGLE))


@pytest.mark.parametrize("head", ["Enligt 2021 Enligt 2015", "HSLF-FS 2021:8 | SOSFS 2015:8"])
def test_heads_of_a_text_name_regulations_from_left_to_right(head: str) -> None:
    plain, swapped = read(DUAL), read(DUAL.replace("2015 2021\n", f"{head}\n"))
    for area, other in zip(plain.areas, swapped.areas, strict=True):
        assert [each.grade for each in area.gradings] == [
            each.grade for each in reversed(other.gradings)
        ]
        assert area.narrative == other.narrative


def test_columns_of_a_text_without_heads_are_of_no_regulation() -> None:
    report = read(DUAL.replace("2015 2021\n", ""))
    assert report.source.edition == "dual-regulation"
    assert set(grades(report)) == {None}
    assert set(map(str, fulfilled(report))) == {"None"}
    assert any(grades(read(DUAL)))
