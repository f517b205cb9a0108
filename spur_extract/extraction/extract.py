"""The extraction stage: from recognised lines to the report."""

from spur_extract.catalogue import load_catalogue
from spur_extract.contract import Report, Source
from spur_extract.diagnostics import DiagnosticKind
from spur_extract.extraction.action_plan import extract_action_plan
from spur_extract.extraction.areas import extract_areas
from spur_extract.extraction.cover import extract_cover
from spur_extract.extraction.findings import Findings
from spur_extract.extraction.ledger import balance
from spur_extract.extraction.prose import prose_of
from spur_extract.extraction.statements import extract_statements
from spur_extract.language import SWEDISH, Language
from spur_extract.reading.document import Document
from spur_extract.recognition.elements import Recognised


def extract(document: Document, recognised: Recognised, language: Language = SWEDISH) -> Report:
    """Build the report, with provenance, diagnostics and the account of every character."""
    catalogue = load_catalogue()
    findings = Findings()
    elements = recognised.elements
    if recognised.edition is None:
        findings.diagnose(DiagnosticKind.EDITION_UNKNOWN, "/source/edition")
    if recognised.second_report:
        findings.diagnose(DiagnosticKind.SECOND_REPORT, "/source")
    for page in document.pages:
        if page.scanned:
            findings.diagnose(DiagnosticKind.PAGE_SCANNED, "/source", str(page.number))
    prose = prose_of(recognised, catalogue)
    cover = extract_cover([e for e in elements if e.zone == "cover"], language, findings)
    listed = [element for element in elements if element.zone == "lists"]
    lists = extract_statements(listed, prose, language, findings)
    areas = extract_areas(document, recognised, prose, cover.regulations, findings)
    narratives = [area.narrative for area in areas if area.narrative]
    plan = extract_action_plan(recognised, prose, language, narratives, findings)
    account = balance(document, recognised, findings)
    if any(element.foreign for element in elements):
        findings.diagnose(DiagnosticKind.FOREIGN_TEXT, "/unassigned")
    if account.unassigned:
        characters = sum(len(piece.text) for piece in account.unassigned)
        findings.diagnose(DiagnosticKind.UNASSIGNED_TEXT, "/unassigned", str(characters))
    return Report(
        source=_source(document, recognised),
        cover=cover,
        strengths=lists["strengths"],
        weaknesses=lists["weaknesses"],
        improvements=lists["improvements"],
        areas=areas,
        action_plan=plan,
        unassigned=account.unassigned,
        coverage=account.coverage,
        diagnostics=tuple(findings.diagnostics),
        provenance=findings.provenance,
    )


def _source(document: Document, recognised: Recognised) -> Source:
    return Source(
        file_name=document.file_name,
        sha256=document.sha256,
        media_type=document.media_type,
        page_count=len(document.pages),
        reader=document.reader,
        edition=recognised.edition.id if recognised.edition else None,
    )
