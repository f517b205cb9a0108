"""How many values of marks a report gives right, leaves out, or gives wrong, and says so or not.

A wrong value that no diagnostic tells of is the worst there is: the suite's summary prints how
many were met.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from spur_extract.contract import Area, GradingBasis, Report

RIGHT, NULL, TOLD, UNTOLD = "right", "null", "wrong and diagnosed", "wrong and not diagnosed"

met: Counter[str] = Counter()
"""What all tests of a run have met."""


def tally(report: Report, truth: dict[str, Any]) -> Counter[str]:
    """Count the grades, the marks of rows and their categories; adds to `met`."""
    told = {diagnostic.pointer for diagnostic in report.diagnostics if diagnostic.pointer}
    counts: Counter[str] = Counter()
    for position, area in enumerate(report.areas):
        for pointer, want, got in (*_grades(area, truth), *_rows(area, truth)):
            here = f"/areas/{position}{pointer}"
            counts[_judged(want, got, any(here.startswith(place) for place in told))] += 1
    met.update(counts)
    return counts


def _judged(want: object, got: object, told: bool) -> str:
    if want == got:
        return RIGHT
    if got is None:
        return NULL
    return TOLD if told else UNTOLD


def _grades(area: Area, truth: dict[str, Any]) -> Iterator[tuple[str, object, object]]:
    want = truth["grades"].get(area.code, {})
    for position, grading in enumerate(area.gradings):
        if grading.basis is not GradingBasis.STATED:
            pointer = f"/gradings/{position}"
            yield pointer, want.get(grading.regulation or ""), grading.grade


def _rows(area: Area, truth: dict[str, Any]) -> Iterator[tuple[str, object, object]]:
    marks = truth["marks"]
    texts = truth["indicators"].get(area.code, [])
    fulfilled = marks["fulfilled"].get(area.code) or [{}] * len(texts)
    categories = marks["category"].get(area.code) or [None] * len(texts)
    by_text: dict[str, list[tuple[dict[str, bool], str]]] = {}
    for text, on, category in zip(texts, fulfilled, categories, strict=True):
        by_text.setdefault(text, []).append((on, category))
    for position, row in enumerate(area.indicators):
        pointer = f"/indicators/{position}"
        if not by_text.get(row.text):
            continue
        on, category = by_text[row.text].pop(0)
        yield f"{pointer}/category", category, row.category
        got = row.fulfilled if isinstance(row.fulfilled, dict) else {"": row.fulfilled}
        for column in got.keys() | on.keys():
            yield f"{pointer}/fulfilled", on.get(column), got.get(column)
