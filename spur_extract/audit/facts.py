"""What the rules on the archive need of a report: a few kilobytes instead of all of it."""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from sys import intern

from spur_extract.audit.model import Audited
from spur_extract.audit.packed_places import PackedPlace, place_of
from spur_extract.audit.sketches import fingerprint, sketch, words_of
from spur_extract.contract import ActionItem, Deadline, DeadlineStatus, Party, PlanStatus, Report

LONGEST_QUOTE = 240  # characters
_REGION = re.compile(
    r"\b(?:Region(?: [A-ZÅÄÖ][\w-]+){1,3}(?: län)?|[A-ZÅÄÖ]\w+ Götalandsregionen)(?!\w)"
)
_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class DueFacts:
    """A deadline, by what is known of it; `latest` is its last possible day, `responsible` who is
    to keep it, as written."""

    text: str | None
    latest: date | None
    status: DeadlineStatus
    recurring: bool
    conditional: bool
    responsible: str | None
    place: PackedPlace | None


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """An item of the action plan; `deficiency` is what it is about, cut to a quote."""

    pointer: str
    area: str
    deficiency: str | None
    due: DueFacts
    follow_up: DueFacts


@dataclass(frozen=True, slots=True)
class Deficiency:
    """Something that the report finds lacking: a statement of the form, or words of its own.

    `squeezed` is the text in lower case, letters and digits only.
    """

    area: str
    indicator_id: str | None
    squeezed: str
    quote: str
    pointer: str
    place: PackedPlace | None


@dataclass(frozen=True, slots=True)
class GradeFacts:
    """A grade as the visit found it, before an action plan changed it, and where it stands."""

    area: str
    regulation: str | None
    grade: str
    pointer: str
    place: PackedPlace | None


@dataclass(frozen=True, slots=True)
class Facts:
    """One report. `unit` is the clinic as printed, `inspected_text` the day of the inspection;
    `text_mark` is the same for the same text."""

    path: str
    report_id: str
    sha256: str
    unit: str | None
    unit_place: PackedPlace | None
    specialty: str | None
    region: str | None
    inspected: date | None
    inspected_text: str | None
    inspected_place: PackedPlace | None
    plan: PlanStatus
    grades: tuple[GradeFacts, ...]
    deficiencies: tuple[Deficiency, ...]
    items: tuple[ItemFacts, ...]
    words: int
    text_mark: bytes
    sketch: "array[int]"


def facts_of(audited: Audited) -> Facts:
    """The facts of one report; they hold on to nothing else of it."""
    report, cover = audited.report, audited.report.cover
    words = words_of(report)
    return Facts(
        path=audited.path,
        report_id=audited.report_id,
        sha256=report.source.sha256,
        unit=cover.clinic,
        unit_place=place_of(report, "/cover/clinic"),
        specialty=intern(cover.specialty) if cover.specialty else None,
        region=_region(cover.clinic),
        inspected=cover.inspection_date,
        inspected_text=_cut(cover.inspection_date_text),
        inspected_place=place_of(report, "/cover/inspection_date_text"),
        plan=report.action_plan.status,
        grades=tuple(_grades(report)),
        deficiencies=tuple(_deficiencies(report)),
        items=tuple(
            _item(report, item, f"/action_plan/items/{index}")
            for index, item in enumerate(report.action_plan.items)
        ),
        words=len(words),
        text_mark=fingerprint(words),
        sketch=sketch(words),
    )


def squeeze(text: str) -> str:
    """Lower case, letters and digits only."""
    return _NO_LETTERS.sub("", text.lower())


def _region(clinic: str | None) -> str | None:
    found = _REGION.search(clinic or "")
    return intern(found[0]) if found else None


def _grades(report: Report) -> Iterator[GradeFacts]:
    for index, area in enumerate(report.areas):
        for position, grading in enumerate(area.gradings):
            grade = grading.original_grade or grading.grade
            if grade is not None:
                pointer = f"/areas/{index}/gradings/{position}"
                place = place_of(report, f"{pointer}/grade")
                yield GradeFacts(
                    intern(area.code),
                    intern(grading.regulation) if grading.regulation else None,
                    intern(grade),
                    intern(pointer),
                    place,
                )


def _deficiencies(report: Report) -> Iterator[Deficiency]:
    """Items of the plan, and regulation rows that are not fulfilled; each statement once."""
    seen: set[tuple[str, str]] = set()
    for index, item in enumerate(report.action_plan.items):
        text = item.indicator_text or ""
        key = (item.area, item.indicator_id or squeeze(text))
        if key[1] and key not in seen:
            seen.add(key)
            pointer = f"/action_plan/items/{index}"
            yield _deficiency(report, item.area, item.indicator_id, text, pointer)
    for number, area in enumerate(report.areas):
        for position, row in enumerate(area.indicators):
            marks = row.fulfilled
            lacking = False in marks.values() if isinstance(marks, dict) else marks is False
            if lacking and (area.code, row.id) not in seen:
                seen.add((area.code, row.id))
                pointer = f"/areas/{number}/indicators/{position}"
                yield _deficiency(report, area.code, row.id, row.printed_text, pointer)


def _deficiency(
    report: Report, area: str, indicator_id: str | None, text: str, pointer: str
) -> Deficiency:
    field = "indicator_text" if pointer.startswith("/action_plan") else "printed_text"
    return Deficiency(
        area=intern(area),
        indicator_id=intern(indicator_id) if indicator_id else None,
        squeezed="" if indicator_id else squeeze(text)[:LONGEST_QUOTE],
        quote=_cut(text) or "",
        pointer=intern(pointer),
        place=place_of(report, f"{pointer}/{field}"),
    )


def _item(report: Report, item: ActionItem, pointer: str) -> ItemFacts:
    return ItemFacts(
        pointer=intern(pointer),
        area=intern(item.area),
        deficiency=_cut(item.indicator_text),
        due=_due(report, item.due, item.responsible, f"{pointer}/due"),
        follow_up=_due(
            report, item.follow_up_due, item.follow_up_responsible, f"{pointer}/follow_up_due"
        ),
    )


def _due(report: Report, deadline: Deadline, party: Party, pointer: str) -> DueFacts:
    return DueFacts(
        text=_cut(deadline.text),
        latest=deadline.latest,
        status=deadline.status,
        recurring=deadline.recurring,
        conditional=deadline.conditional,
        responsible=_cut(party.text),
        place=place_of(report, f"{pointer}/text"),
    )


def _cut(text: str | None) -> str | None:
    if text is None or len(text) <= LONGEST_QUOTE:
        return text
    return text[: LONGEST_QUOTE - 1].rstrip() + "…"
