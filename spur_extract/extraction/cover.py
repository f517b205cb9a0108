"""The cover page: each value stands above its label, or below or beside it where labels come first,
or after it and a colon on the same line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from spur_extract.catalogue import EntryKind, load_catalogue
from spur_extract.catalogue.schema import CoverField
from spur_extract.contract import Cover, Precision, Span
from spur_extract.diagnostics import DiagnosticKind
from spur_extract.extraction.cover_regulations import named_regulations
from spur_extract.extraction.deadlines import read_deadline
from spur_extract.extraction.findings import Findings
from spur_extract.language import Language
from spur_extract.layout.lines import LaidLine, fold, squeeze
from spur_extract.layout.paragraphs import joined_text
from spur_extract.recognition.elements import Element

# "2026-03-04, rapporten reviderad 2026-05-02": a date of the document, not of the inspection.
NOTE_ON_THE_DOCUMENT = re.compile(
    r"[,;(]\s*(?:rapport\w*|rev\.|reviderad|uppdaterad|version|protokoll\w*)(?!\w).*", re.I | re.S
)
LABEL_ENDS = re.compile(r"[:\t]")
FIELDS: tuple[CoverField, ...] = (
    "clinic",
    "specialty",
    "inspection_date",
    "inspectors",
    "regulations",
)

WRITTEN: dict[str, CoverField] = {
    "clinic": "clinic",
    "specialty": "specialty",
    "inspection_date_text": "inspection_date",
    "inspectors_text": "inspectors",
}
"""The values that are given as written, and the field each is of."""

HEADS_A_VALUE = frozenset({EntryKind.COVER_TITLE, EntryKind.COVER_LABEL})


@dataclass
class _Printed:
    """The lines that stand for each field."""

    lines: dict[CoverField, list[LaidLine]] = field(default_factory=dict)

    def text(self, name: CoverField) -> str | None:
        """The field as written; null when it is not there."""
        return joined_text(self.lines.get(name, [])) or None


def extract_cover(elements: Sequence[Element], language: Language, findings: Findings) -> Cover:
    """Read the cover from the elements of its zone."""
    printed = _printed_fields(elements, findings)
    for name in FIELDS:
        if not printed.lines.get(name):
            findings.diagnose(DiagnosticKind.COVER_FIELD_MISSING, f"/cover/{name}", name)
    for value, name in WRITTEN.items():
        findings.locate(f"/cover/{value}", printed.lines.get(name, []))
    return Cover(
        clinic=printed.text("clinic"),
        specialty=printed.text("specialty"),
        inspection_date=_inspection_date(printed, findings),
        inspection_date_text=printed.text("inspection_date"),
        inspectors=_inspectors(printed, language, findings),
        inspectors_text=printed.text("inspectors"),
        regulations=_regulations(printed, findings),
    )


def _printed_fields(elements: Sequence[Element], findings: Findings) -> _Printed:
    """Free lines belong to the label below them, or, where the first thing below the title is a
    label, to the label above; a title or another label ends their reach."""
    if _labels_come_first(elements):
        return _below_labels(elements, findings)
    printed = _Printed()
    above: list[LaidLine] = []
    titled = False
    for element in elements:
        inline = _inline_field(element, findings) if element.free else None
        if inline is not None:
            printed.lines.setdefault(inline[0], [inline[1]])
        elif element.free:
            above.extend(element.lines)
            continue
        elif element.kind is EntryKind.COVER_LABEL and element.entry is not None:
            name = element.entry.cover_field
            if name is not None and name not in printed.lines:
                printed.lines[name] = above if titled else above[-1:]
        titled = inline is not None or element.kind in HEADS_A_VALUE
        above = []
    return printed


def _labels_come_first(elements: Sequence[Element]) -> bool:
    """Whether a label follows the title at once, and text follows the last label on its page."""
    labels = [n for n, each in enumerate(elements) if each.kind is EntryKind.COVER_LABEL]
    if not labels:
        return False
    above = elements[labels[0] - 1] if labels[0] else None
    below = elements[labels[-1] + 1] if labels[-1] + 1 < len(elements) else None
    titled = above is None or above.kind in (EntryKind.COVER_TITLE, EntryKind.FIXED_TEXT)
    return titled and below is not None and below.free and below.page == elements[labels[-1]].page


def _below_labels(elements: Sequence[Element], findings: Findings) -> _Printed:
    """Free lines belong to the label above them, or to the left of them."""
    printed = _Printed()
    name: CoverField | None = None
    for element in elements:
        inline = _inline_field(element, findings) if element.free else None
        if inline is not None:
            printed.lines.setdefault(inline[0], [inline[1]])
        elif element.free and name is not None:
            printed.lines.setdefault(name, []).extend(element.lines)
        elif element.kind is EntryKind.COVER_LABEL and element.entry is not None:
            name = element.entry.cover_field
        elif not element.free:
            name = None
    return printed


def _inline_field(element: Element, findings: Findings) -> tuple[CoverField, LaidLine] | None:
    """The field and value of a line like "Klinik: …", the label accounted for as form text."""
    line = element.lines[0]
    parts = LABEL_ENDS.split(line.source.text, maxsplit=1)
    name = _labels().get(squeeze(parts[0]))
    value = parts[-1]
    if name is None or len(parts) == 1 or not value.strip():
        return None
    start = line.source.end - len(value.lstrip())
    findings.account(Span(page=line.page, start=line.source.start, end=start))
    text = fold(value)
    rest = replace(line.source, start=start, text=line.source.text[start - line.source.start :])
    return name, replace(line, source=rest, start=start, text=text, body=text, words=text)


@cache
def _labels() -> dict[str, CoverField]:
    """The fields by what their labels are spelt like."""
    return {
        squeeze(form): entry.cover_field
        for entry in load_catalogue().entries
        if entry.cover_field is not None
        for form in entry.forms
    }


def _inspection_date(printed: _Printed, findings: Findings) -> date | None:
    """The day, of several the first; null when what is written is no full day."""
    text = printed.text("inspection_date")
    if text is None:
        return None
    written = read_deadline(NOTE_ON_THE_DOCUMENT.sub("", text))
    bounded = written.earliest is not None and written.latest is not None
    if bounded and written.precision is Precision.DAY:
        findings.locate("/cover/inspection_date", printed.lines["inspection_date"])
        if written.earliest != written.latest:
            findings.diagnose(DiagnosticKind.DATE_OF_SEVERAL_DAYS, "/cover/inspection_date")
        return written.earliest
    findings.diagnose(DiagnosticKind.DATE_UNREADABLE, "/cover/inspection_date")
    return None


def _inspectors(printed: _Printed, language: Language, findings: Findings) -> tuple[str, ...]:
    lines = printed.lines.get("inspectors", [])
    names = {line: _full_names(line.text, language) for line in lines}
    named = [line for line in lines if names[line]]
    findings.locate("/cover/inspectors", named)
    if lines and not named:
        findings.diagnose(DiagnosticKind.NAME_UNREADABLE, "/cover/inspectors")
    return tuple(name for line in named for name in names[line])


def _full_names(text: str, language: Language) -> tuple[str, ...]:
    """The names of two words or more: of one alone it is not known what belongs to it."""
    return tuple(name for name in language.persons(text) if " " in name)


def _regulations(printed: _Printed, findings: Findings) -> tuple[str, ...]:
    """The regulations named; a line that names none is left unassigned."""
    lines = printed.lines.get("regulations", [])
    named = {line: named_regulations(line.text) for line in lines}
    naming = [line for line in lines if named[line].regulations]
    findings.locate("/cover/regulations", naming)
    if len(naming) < len(lines) or any(each.left_over for each in named.values()):
        findings.diagnose(DiagnosticKind.REGULATION_UNREADABLE, "/cover/regulations")
    return tuple(dict.fromkeys(each for line in naming for each in named[line].regulations))
