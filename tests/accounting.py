"""The ledger and the provenance, checked from outside: by reading the source again."""

import re
from collections import Counter
from functools import cache

from rapidfuzz import fuzz

from spur_extract.catalogue import EntryKind, load_catalogue
from spur_extract.contract import GradingBasis, Report, Span
from spur_extract.layout.lines import squeeze
from spur_extract.reading.text import read_text

SPACE_AND_HYPHENS = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff-]+")
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
LIKE_FORM_TEXT = 60
"""Least similarity (0–100) to a piece of form text; damaged dumps have damaged form text."""

A_MARK = "a mark"
MARKS = re.compile(r"(?:[☐☑☒✓✗✘■□]|\[[xX\s]?\]|[xX]|\s)+")
DASHED = re.compile(r"/items/\d+/(?:due|responsible|follow_up_due|follow_up_responsible)$")
"""Fields with nothing but a dash: they have a place, but no text."""

QUOTES_THE_NARRATIVE = re.compile(r"/gradings/\d+/(?:grade|evidence)$")
READ_TWICE = re.compile(r"^/cover/(?:inspectors|inspection_date)$")
"""Values whose source also stands, as written, in the `_text` field beside them."""

NOT_AS_WRITTEN = re.compile(
    r"^/cover/(?:inspectors|inspection_date|regulations)$|/gradings/\d+/(?:grade|evidence)$"
)
"""Values that are read out of their source; their exact text is checked elsewhere."""


def bare(text: str) -> str:
    """What must be the same in a value and in its source."""
    return SPACE_AND_HYPHENS.sub("", text.translate(LIGATURES))


def faults(data: bytes, report: Report) -> list[str]:
    """Everything that is wrong with the report's account of its source."""
    pages = {page.number: page.text for page in read_text(data, "again").pages}
    found = [*_wrong_places(pages, report), *_shared_characters(report)]
    total = sum(_letters(text) for text in pages.values())
    left = sum(_letters(piece.text) for piece in report.unassigned)
    if abs(report.coverage - (total - left) / max(total, 1)) > 1e-9:
        found.append(f"coverage {report.coverage}, but {left} of {total} are unassigned")
    found.extend(_vanished(pages, report))
    found.extend(
        f"unassigned text is not at its place on page {piece.page}"
        for piece in report.unassigned
        if pages[piece.page][piece.start : piece.end] != piece.text
    )
    return found


def _vanished(pages: dict[int, str], report: Report) -> list[str]:
    """Text that is in no value and not unassigned, and is no form text and no page number either.

    This is what makes "nothing lost" a promise: that something is form text is checked against
    the catalogue's words, not taken from the tool.
    """
    found = []
    for number, text in pages.items():
        shown = _shown(number, report)
        for line in re.finditer(r"[^\n]+", text):
            places = range(line.start(), line.end())
            rest = "".join(" " if place in shown else text[place] for place in places)
            words = squeeze(rest)
            if words and not words.isdigit() and not _is_form_text(words):
                found.append(f"page {number}: {rest.strip()!r} has vanished")
    return found


def _shown(page: int, report: Report) -> set[int]:
    """The characters of the page that a value or the unassigned text shows."""
    spans = [span for spans in report.provenance.values() for span in spans]
    spans += [Span(page=each.page, start=each.start, end=each.end) for each in report.unassigned]
    return {p for span in spans if span.page == page for p in range(span.start, span.end)}


@cache
def _is_form_text(words: str) -> bool:
    """Whether the words are a piece of what the catalogue's forms print, give or take letters."""
    return any(
        fuzz.partial_ratio(words, form) >= LIKE_FORM_TEXT and len(words) <= len(form) + 3
        for form in _forms()
    )


@cache
def _forms() -> tuple[str, ...]:
    entries = load_catalogue().entries
    labels = [f for entry in entries if entry.kind is EntryKind.GRADING_LABEL for f in entry.forms]
    options = [f for entry in entries if entry.kind is EntryKind.GRADE_OPTION for f in entry.forms]
    behind_labels = (f"{label} {option}" for label in labels for option in options)
    forms = (form for entry in entries for form in entry.forms)
    return tuple(squeeze(form) for form in (*forms, *behind_labels))


def _letters(text: str) -> int:
    return sum(not character.isspace() for character in text.replace("\ufeff", ""))


def _wrong_places(pages: dict[int, str], report: Report) -> list[str]:
    """Values that do not stand where their provenance says, and values without provenance."""
    values = _values(report)
    found = [f"{pointer} has no place" for pointer in values if pointer not in report.provenance]
    for pointer, spans in report.provenance.items():
        source = " ".join(pages[span.page][span.start : span.end] for span in spans)
        if DASHED.search(pointer):
            if any(character.isalnum() for character in source):
                found.append(f"{pointer} is missing, but its place holds {source!r}")
        elif values.get(pointer) == A_MARK:
            if not MARKS.fullmatch(source):
                found.append(f"{pointer} rests on {source!r}, which is no mark")
        elif pointer not in values:
            found.append(f"{pointer} points at text, but has no value")
        elif not NOT_AS_WRITTEN.search(pointer) and bare(source) != bare(values[pointer]):
            found.append(f"{pointer} is {values[pointer]!r}, its place holds {source!r}")
        elif NOT_AS_WRITTEN.search(pointer) and not _read_from(values[pointer], source):
            found.append(f"{pointer} is {values[pointer]!r}, which is not in {source!r}")
    return found


def _read_from(value: str, source: str) -> bool:
    """Whether every word of the value can be found in the source; dates by their digits."""
    digits = re.sub(r"\D", "", source)
    return all(
        bare(word).casefold() in bare(source).casefold()
        or (word.isdigit() and word.lstrip("0") in digits)
        for word in re.findall(r"\w+", value)
        if not word.isdigit() or len(word) > 2
    )


def _values(report: Report) -> dict[str, str]:
    """All values that stand in the source, by pointer."""
    cover = report.cover
    values: dict[str, str | None] = {
        "/cover/clinic": cover.clinic,
        "/cover/specialty": cover.specialty,
        "/cover/inspection_date": cover.inspection_date_text if cover.inspection_date else None,
        "/cover/inspection_date_text": cover.inspection_date_text,
        "/cover/inspectors": " ".join(cover.inspectors) or None,
        "/cover/inspectors_text": cover.inspectors_text,
        # A series that is misspelt or left out ("SOSFc 2015:8") is told by the number.
        "/cover/regulations": " ".join(each.split()[-1] for each in cover.regulations) or None,
    }
    for name in ("strengths", "weaknesses", "improvements"):
        for position, statement in enumerate(getattr(report, name)):
            values[f"/{name}/{position}/text"] = statement.text
    for number, area in enumerate(report.areas):
        here = f"/areas/{number}"
        values[f"{here}/title"] = area.title
        values[f"{here}/narrative"] = area.narrative
        for position, indicator in enumerate(area.indicators):
            values[f"{here}/indicators/{position}/printed_text"] = indicator.printed_text
            if indicator.fulfilled is not None:
                values[f"{here}/indicators/{position}/fulfilled"] = A_MARK
        for position, grading in enumerate(area.gradings):
            if grading.basis is GradingBasis.MARKED:
                values[f"{here}/gradings/{position}/grade"] = A_MARK
            else:
                values[f"{here}/gradings/{position}/grade"] = grading.grade
                values[f"{here}/gradings/{position}/evidence"] = grading.evidence
    for number, item in enumerate(report.action_plan.items):
        here = f"/action_plan/items/{number}"
        values[f"{here}/indicator_text"] = item.indicator_text
        values[f"{here}/planned_action"] = item.planned_action
        for name in ("due", "responsible", "follow_up_due", "follow_up_responsible"):
            values[f"{here}/{name}/text"] = getattr(item, name).text
    return {pointer: value for pointer, value in values.items() if value is not None}


def _shared_characters(report: Report) -> list[str]:
    """Characters that went into more than one value."""
    taken: Counter[tuple[int, int]] = Counter()
    for pointer, spans in report.provenance.items():
        if not QUOTES_THE_NARRATIVE.search(pointer) and not READ_TWICE.search(pointer):
            taken.update(_characters(spans))
    twice = [place for place, times in taken.items() if times > 1]
    return [f"{len(twice)} characters stand in two values, from {min(twice)}"] if twice else []


def _characters(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [(span.page, position) for span in spans for position in range(span.start, span.end)]
