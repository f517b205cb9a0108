"""A report beside a truth record, value by value.

Form text and fields are compared without white space, hyphens and letter case, free text word by
word: a word that was split at a line's end must be whole again.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spur_extract.contract import Area, Report

LISTS = ("strengths", "weaknesses", "improvements")
FIELDS = ("due", "responsible", "follow_up_due", "follow_up_responsible")
IGNORED = re.compile(r"[\s\-\u2010-\u2015\u00ad]+")


def bare(text: str | None) -> str | None:
    """`text` without what a comparison ignores; null for nothing."""
    return IGNORED.sub("", unicodedata.normalize("NFC", text or "")).casefold() or None


def words(text: str | None) -> list[str]:
    """The words of free text, hyphens and all: it must come out as it was written."""
    return (text or "").split()


def read_truth(path: Path) -> dict[str, Any]:
    """A truth record."""
    truth: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return truth


def differences(report: Report, truth: dict[str, Any]) -> list[str]:
    """Every value in which the report differs from the truth, in words."""
    return [
        *_cover(report, truth),
        *_lists(report, truth),
        *_areas(report, truth),
        *_plan(report, truth),
    ]


def _differ(where: str, want: object, got: object) -> Iterator[str]:
    if want != got:
        yield f"{where}: want {want!r}, got {got!r}"


def _cover(report: Report, truth: dict[str, Any]) -> Iterator[str]:
    meta, cover = truth["meta"], report.cover
    date = cover.inspection_date.isoformat() if cover.inspection_date else None
    yield from _differ("clinic", bare(meta["clinic"]), bare(cover.clinic))
    yield from _differ("specialty", bare(meta["specialty"]), bare(cover.specialty))
    yield from _differ("date", meta["date"], date)
    yield from _differ("inspectors", meta["inspectors"], list(cover.inspectors))
    yield from _differ("regulations", meta["regulations"], list(cover.regulations))


def _lists(report: Report, truth: dict[str, Any]) -> Iterator[str]:
    for name in LISTS:
        want = [words(text) for text in truth[name]]
        got = [words(statement.text) for statement in getattr(report, name)]
        yield from _differ(name, want, got)


def _areas(report: Report, truth: dict[str, Any]) -> Iterator[str]:
    areas = {area.code: area for area in report.areas}
    yield from _differ("areas", sorted(truth["titles"]), sorted(areas))
    for code, title in truth["titles"].items():
        if (area := areas.get(code)) is None:
            continue
        yield from _differ(f"{code} title", bare(title), bare(area.title))
        narrative = truth["narrative"][code]
        yield from _differ(f"{code} narrative", words(narrative), words(area.narrative))
        indicators = [bare(indicator.text) for indicator in area.indicators]
        want = [bare(text) for text in truth["indicators"][code]]
        yield from _differ(f"{code} indicators", want, indicators)
        yield from _grades(area, truth)
        yield from _marks(area, truth)


def _grades(area: Area, truth: dict[str, Any]) -> Iterator[str]:
    want = truth["grades"].get(area.code)
    now = {grading.grade for grading in area.gradings} - {None}
    before = {grading.original_grade for grading in area.gradings} - {None}
    if isinstance(want, dict):
        got = {grading.regulation or "": grading.grade for grading in area.gradings}
        yield from _differ(f"{area.code} grades", want, got)
        original = truth["original"][area.code]
        yield from _differ(f"{area.code} original", {original} - {None}, before)
    else:
        yield from _differ(f"{area.code} grade", {want[0]} if want else set(), now)
        yield from _differ(f"{area.code} original", {want[1]} - {None} if want else set(), before)


def _marks(area: Area, truth: dict[str, Any]) -> Iterator[str]:
    if "marks" not in truth:
        invented = [each.id for each in area.indicators if each.fulfilled is not None]
        yield from _differ(f"{area.code} fulfilled", [], invented)
        return
    categories = truth["marks"]["category"].get(area.code, [])
    # Where only the grades are marked there is nothing to be fulfilled.
    marks = truth["marks"]["fulfilled"].get(area.code) or [{"": None}] * len(categories)
    for indicator, fulfilled, category in zip(area.indicators, marks, categories, strict=True):
        got = indicator.fulfilled
        value = got if isinstance(got, dict) else {"": got}
        yield from _differ(f"{indicator.id} fulfilled", fulfilled, value)
        yield from _differ(f"{indicator.id} category", category, indicator.category)


def _plan(report: Report, truth: dict[str, Any]) -> Iterator[str]:
    included = report.action_plan.status == "included"
    yield from _differ("plan", truth["plan_present"], included)
    items = report.action_plan.items
    yield from _differ("items", len(truth["plan"]), len(items))
    for number, (want, item) in enumerate(zip(truth["plan"], items, strict=False)):
        yield from _differ(f"{number} area", want["area"], item.area)
        yield from _differ(
            f"{number} indicator", bare(want["indicator"]), bare(item.indicator_text)
        )
        action = words(item.planned_action)
        yield from _differ(f"{number} action", words(want["planned_action"]), action)
        for name in FIELDS:
            got = bare(getattr(item, name).text)
            yield from _differ(f"{number} {name}", bare(want[name]), got)
        yield from _readings(number, item.model_dump(mode="json"), truth)


def _readings(number: int, item: dict[str, Any], truth: dict[str, Any]) -> Iterator[str]:
    """What was made of dates and parties, where the truth tells it."""
    for kind in ("deadlines", "parties"):
        if kind not in truth:
            continue
        for name, expected in truth[kind][number].items():
            got = {key: item[name][key] for key in expected}
            yield from _differ(f"{number} {name}", expected, got)
