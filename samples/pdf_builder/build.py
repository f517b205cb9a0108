"""Builds a PDF of a report in a look and a style of marks, perhaps damaged, and the truth on it."""

import json
from dataclasses import dataclass
from typing import Any

from samples.content import ContentError, ReportContent
from samples.form import area_forms
from samples.pdf_builder.compose import Job
from samples.pdf_builder.damage import DAMAGES
from samples.pdf_builder.draft import Damage, Draft, intact
from samples.pdf_builder.look import LOOKS, Labels, Look
from samples.pdf_builder.marking import settle
from samples.pdf_builder.styles import STYLES, Style
from samples.pdf_builder.truth import truth_record
from spur_extract.catalogue import Catalogue, load_catalogue


@dataclass(frozen=True, slots=True)
class SamplePdf:
    """A file, and what a reader ought to find in it."""

    data: bytes
    truth: dict[str, Any]

    def truth_json(self) -> str:
        """The truth as a JSON document."""
        return json.dumps(self.truth, ensure_ascii=False, indent=1) + "\n"


def build_pdf(
    report: ReportContent,
    look: str,
    style: str,
    damage: str | None = None,
    catalogue: Catalogue | None = None,
) -> SamplePdf:
    """Print a report; the same arguments give the same bytes.

    Raises `KeyError` for an unknown look, style or damage, and `ContentError` where the report's
    form cannot be printed like that.
    """
    if not suits(report, look, style, catalogue):
        raise ContentError(f"{report.edition} cannot be printed as {look} with {style}")
    catalogue = catalogue or load_catalogue()
    done: Damage = DAMAGES[damage] if damage else intact
    draft = done(_draft(report, LOOKS[look], STYLES[style], catalogue))
    return SamplePdf(draft.data(), truth_record(draft, damage))


def suits(report: ReportContent, look: str, style: str, catalogue: Catalogue | None = None) -> bool:
    """Whether the report's form can be printed in that look with such marks.

    The letter table is for the older form only, and where regulations are graded apart from each
    other there must be a column for each.
    """
    edition = (catalogue or load_catalogue()).edition(report.edition)
    older = edition.lists == "bulleted"
    apart = edition.graded_by_regulation
    return (LOOKS[look].labels is Labels.NONE) == older and (STYLES[style].in_cells or not apart)


def _draft(report: ReportContent, look: Look, style: Style, catalogue: Catalogue) -> Draft:
    edition = catalogue.edition(report.edition)
    forms = area_forms(edition, catalogue)
    printed = tuple(form for form in forms if form.code in report.areas)
    marking = settle(report, printed, edition, style.name)
    areas = tuple((form, marking.content.areas[form.code]) for form in printed)
    return Draft(Job(marking.content, areas, forms, look, style, marking), catalogue)
