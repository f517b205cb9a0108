"""Labels of the action plan that have their value behind a colon on the same line.

Such a line is read as two: the label, as the form prints it, and the value below it. Units who
write so often shorten the labels; short forms are words like others, so they count only where they
are all that the plan has.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from spur_extract.catalogue import Entry, EntryKind, load_catalogue
from spur_extract.catalogue.schema import ZoneName
from spur_extract.layout.lines import LaidLine, fold, squeeze
from spur_extract.recognition.matching import Match

FEWEST_SHORT = 3
"""Different fields that short forms must name before they are taken for labels."""


def with_labels_apart(
    lines: Sequence[LaidLine], zones: Sequence[ZoneName], matches: Sequence[Match]
) -> list[LaidLine]:
    """The lines of a document, those of the plan that are label and value as two; `matches` are
    its form text, valid in their `zones`."""
    labels, short = _printed_labels(), _short_labels()
    in_plan = [line for line, zone in zip(lines, zones, strict=True) if zone == "plan"]
    named = {entry.plan_field for line in in_plan if (entry := _entry(line, short))}
    printed = any(match.entry.kind is EntryKind.PLAN_FIELD for match in matches)
    if not printed and len(named) >= FEWEST_SHORT:
        labels = labels | short
    apart: list[LaidLine] = []
    for line, zone in zip(lines, zones, strict=True):
        entry = _entry(line, labels) if zone == "plan" else None
        apart.extend([line] if entry is None else _label_and_value(line, entry))
    return apart


def _entry(line: LaidLine, labels: Mapping[str, Entry]) -> Entry | None:
    """The label that a line begins with, a colon behind it."""
    label, colon, _ = line.source.text.partition(":")
    return labels.get(squeeze(label)) if colon and not line.bullet else None


def _label_and_value(line: LaidLine, entry: Entry) -> Iterator[LaidLine]:
    source = line.source
    label, _, value = source.text.partition(":")
    end = source.start + len(label) + 1
    printed = replace(source, end=end, text=source.text[: len(label) + 1])
    yield replace(
        line,
        source=printed,
        text=fold(printed.text),
        body=fold(printed.text),
        words=entry.text,
        end=end,
        marks=(),
    )
    if value.strip():
        start = source.end - len(value.lstrip())
        text = fold(value)
        yield replace(
            line,
            source=replace(source, start=start, text=source.text[start - source.start :]),
            text=text,
            body=text,
            words=text,
            start=start,
            gap=0,
            starts_page=False,
        )


@cache
def _printed_labels() -> dict[str, Entry]:
    """The labels by what their forms are spelt like."""
    return {
        squeeze(form): entry
        for entry in load_catalogue().entries
        if entry.kind is EntryKind.PLAN_FIELD
        for form in entry.forms
    }


@cache
def _short_labels() -> dict[str, Entry]:
    """The labels by what their short forms are spelt like."""
    fields = {entry.plan_field: entry for entry in _printed_labels().values()}
    return {
        squeeze(form): fields[field]
        for field, forms in load_catalogue().wording.short_plan_labels.items()
        for form in forms
    }
