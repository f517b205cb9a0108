"""The cover page: each value stands above its label, or after it on the same line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from spur_extract.catalogue import EntryKind
from spur_extract.catalogue.schema import CoverField
from spur_extract.contract import Cover, DeadlineStatus, Precision
from spur_extract.diagnostics import DiagnosticKind
from spur_extract.extraction.deadlines import read_deadline
from spur_extract.extraction.findings import Findings
from spur_extract.extraction.language import Language
from spur_extract.layout.lines import LaidLine
from spur_extract.layout.paragraphs import joined_text
from spur_extract.recognition.elements import Element

REGULATION = re.compile(r"\b(SOSFS|HSLF-FS)\s*(\d{4}:\d+)", re.IGNORECASE)
FIELDS: tuple[CoverField, ...] = (
    "clinic",
    "specialty",
    "inspection_date",
    "inspectors",
    "regulations",
)


@dataclass
class _Printed:
    """The lines that stand for each field."""

    lines: dict[CoverField, list[LaidLine]] = field(default_factory=dict)

    def text(self, name: CoverField) -> str | None:
        """The field as written; null when it is not there."""
        return joined_text(self.lines.get(name, [])) or None


def extract_cover(elements: Sequence[Element], language: Language, findings: Findings) -> Cover:
    """Read the cover from the elements of its zone."""
    printed = _printed_fields(elements)
    for name in FIELDS:
        if printed.lines.get(name):
            findings.locate(f"/cover/{name}", printed.lines[name])
        else:
            findings.diagnose(DiagnosticKind.COVER_FIELD_MISSING, f"/cover/{name}", name)
    for name, written in (
        ("inspection_date", "inspection_date_text"),
        ("inspectors", "inspectors_text"),
    ):
        if f"/cover/{name}" in findings.provenance:
            spans = findings.provenance[f"/cover/{name}"]
            findings.locate_spans(f"/cover/{written}", spans)
    return Cover(
        clinic=printed.text("clinic"),
        specialty=printed.text("specialty"),
        inspection_date=_inspection_date(printed.text("inspection_date"), findings),
        inspection_date_text=printed.text("inspection_date"),
        inspectors=_inspectors(printed.lines.get("inspectors", []), language, findings),
        inspectors_text=printed.text("inspectors"),
        regulations=_regulations(printed.text("regulations")),
    )


def _printed_fields(elements: Sequence[Element]) -> _Printed:
    """Free lines belong to the label below them; a title or another label ends their reach."""
    printed = _Printed()
    above: list[LaidLine] = []
    titled = False
    for element in elements:
        if element.free:
            above.extend(element.lines)
            continue
        if element.kind is EntryKind.COVER_LABEL and element.entry is not None:
            name = element.entry.cover_field
            if name is not None and name not in printed.lines:
                printed.lines[name] = above if titled else above[-1:]
        titled = element.kind in (EntryKind.COVER_TITLE, EntryKind.COVER_LABEL)
        above = []
    return printed


def _inspection_date(text: str | None, findings: Findings) -> date | None:
    """The day; null when what is written is no single full day."""
    if text is None:
        return None
    written = read_deadline(text)
    if written.status is DeadlineStatus.DATED and written.precision is Precision.DAY:
        return written.earliest
    findings.diagnose(DiagnosticKind.DATE_UNREADABLE, "/cover/inspection_date")
    return None


def _inspectors(
    lines: Sequence[LaidLine], language: Language, findings: Findings
) -> tuple[str, ...]:
    if not lines:
        return ()
    names = tuple(name for line in lines for name in language.persons(line.text))
    if not names:
        findings.diagnose(DiagnosticKind.NAME_UNREADABLE, "/cover/inspectors")
    return names


def _regulations(text: str | None) -> tuple[str, ...]:
    found = REGULATION.findall(text or "")
    return tuple(dict.fromkeys(f"{series.upper()} {number}" for series, number in found))
