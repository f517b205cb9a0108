"""What the unit answers below an item of the inspectors' lists is no item."""

import pytest

from spur_extract.contract import Report
from spur_extract.pipeline import parse_bytes
from tests.accounting import faults

REPORT = """EXTERN KVALITETSGRANSKNING

Kirurgkliniken
Klinik

Kirurgi
Specialitet

Styrkor

Bra ledning

Svagheter

{weaknesses}

Förbättringspotential

Bygg ut
"""


def read(*weaknesses: str) -> Report:
    data = REPORT.format(weaknesses="\n\n".join(weaknesses)).encode()
    report = parse_bytes(data, "replies.txt")
    assert faults(data, report) == []
    return report


def weaknesses_of(report: Report) -> list[str]:
    return [item.text for item in report.weaknesses]


def told(report: Report) -> bool:
    return "foreign-text" in {diagnostic.code for diagnostic in report.diagnostics}


REPLIES = [
    "Svar från kliniken: Vi håller inte med.",
    "Svar från kliniken 2025-04-02: Vi håller inte med.",
    "Kommentar från verksamheten:\nVi håller inte med.",
    "Verksamhetens kommentar: Vi håller inte med.",
    "Klinikens svar\nVi håller inte med.",
    "SVAR FRÅN VERKSAMHETSCHEFEN:\nVi håller inte med.",
]


@pytest.mark.parametrize("reply", REPLIES)
def test_a_reply_is_left_unassigned(reply: str) -> None:
    report = read("Trånga lokaler", reply)
    assert weaknesses_of(report) == ["Trånga lokaler"]
    assert [piece.text for piece in report.unassigned] == [reply]
    assert [item.text for item in report.improvements] == ["Bygg ut"]
    assert told(report)


def test_the_next_bullet_ends_a_reply() -> None:
    report = read("• Trånga lokaler", f"{REPLIES[0]}\nDet är fel.", "• Få kurser")
    assert weaknesses_of(report) == ["Trånga lokaler", "Få kurser"]


def test_without_bullets_what_follows_may_be_the_reply() -> None:
    report = read("Trånga lokaler", REPLIES[0], "Vi har nya lokaler.")
    assert weaknesses_of(report) == ["Trånga lokaler"]


def test_a_list_that_is_nothing_but_a_reply_is_empty() -> None:
    report = read(REPLIES[0], "Få kurser")
    assert weaknesses_of(report) == []
    assert [(item.text, item.basis) for item in report.improvements] == [("Bygg ut", "layout")]


@pytest.mark.parametrize(
    "item",
    [
        "Svar från kliniken dröjer ofta",
        "Svar från laboratoriet: långa tider",
        "Kommentarer från ST-läkarna: för få kurser",
        "Verksamhetens kommentarer tas inte om hand",
    ],
)
def test_what_is_no_reply_is_an_item(item: str) -> None:
    report = read("Trånga lokaler", item)
    assert weaknesses_of(report) == ["Trånga lokaler", item]
    assert not told(report)


@pytest.mark.parametrize(
    ("above", "item"),
    [
        ("Ledningen lyssnar i allt väsentligt på vad som sägs om", "verksamhetens synpunkter"),
        ("Ledningen tar i allt väsentligt del av", "Verksamhetens synpunkter"),
    ],
)
def test_a_sentence_that_runs_over_lines_is_no_reply(above: str, item: str) -> None:
    report = read(f"{above}\n{item}", "God bemanning", "Tydlig ledning")
    words = " ".join(weaknesses_of(report))
    assert words == f"{above} {item} God bemanning Tydlig ledning"
    assert not told(report)
