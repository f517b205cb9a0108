"""The PDF files that the tests build: every look in every style of marking, and damaged ones."""

from collections.abc import Iterator
from functools import cache

from samples.build import sources
from samples.content import ReportContent
from samples.pdf_builder import DAMAGES, LOOKS, STYLES, SamplePdf, build_pdf, suits

CONTENTS = ("single-marked", "dual-marked", "letter-table")
LONG = "single-long-plan"
"""A report whose plan goes over many pages: once in each look is enough."""

IN_EVERY_STYLE = ("two-grades", "no-grade", "mark-on-border", "white-crosses", "stamp-level")
"""Damages that may be seen in some styles of marking and not in others."""

Case = tuple[str, str, str]
"""Content, look and style."""


def intact_cases() -> Iterator[Case]:
    """Every content of its kind in every look and style that suits it."""
    for look in LOOKS:
        for style in STYLES:
            for name in CONTENTS:
                if suits(contents()[name], look, style):
                    yield name, look, style
        if suits(contents()[LONG], look, "filled"):
            yield LONG, look, "filled"


def damaged_cases() -> Iterator[tuple[Case, str]]:
    """Every damage in every look, with a style that shows it."""
    for look in LOOKS:
        name = "letter-table" if look == "word" else "single-marked"
        for damage in DAMAGES:
            for style in ("cross", "plain-x", "ring", "ink"):
                if style == "cross" or damage in IN_EVERY_STYLE:
                    yield (name, look, style), damage


def build(case: Case, damage: str | None = None) -> SamplePdf:
    """One of them."""
    name, look, style = case
    return build_pdf(contents()[name], look, style, damage=damage)


@cache
def contents() -> dict[str, ReportContent]:
    """The fictional reports by name."""
    return sources()
