"""Each line of the source with the role it was given: what a maintainer opens at a new form."""

from collections.abc import Iterator, Mapping

from spur_extract.contract import Span
from spur_extract.extraction.extract import extract
from spur_extract.layout.lines import LaidLine
from spur_extract.pipeline import recognise_document
from spur_extract.reading.document import Document
from spur_extract.recognition.elements import Element
from spur_extract.recognition.refusal import is_report

ROLE_WIDTH = 52


def explain(document: Document) -> Iterator[str]:
    """Yield what was made of each printed line: page, role, similarity, text.

    The role of form text is its catalogue entry, that of free text the JSON Pointer of the value
    it went into. Works on any document, also one that is refused as a report.
    """
    recognised = recognise_document(document)
    edition = recognised.edition.id if recognised.edition else "none fits"
    accepted = is_report(recognised)
    pages = f"{len(document.pages)} pages" if document.pages_known else "page ends unknown"
    verdict = "" if accepted else "; refused: too little of the form was recognised"
    yield f"# {document.file_name}: edition {edition}; {pages}{verdict}"
    provenance = extract(document, recognised).provenance if accepted else {}
    pointers = _pointers_by_line(provenance)
    rows: list[tuple[LaidLine, str, str, float | None]] = [
        (line, element.zone, _role(element, line, pointers), element.similarity)
        for element in recognised.elements
        for line in element.lines
    ]
    rows += [(line, "", "page furniture", None) for line in recognised.furniture]
    rows += [(line, "", "second report (unassigned)", None) for line in recognised.second_report]
    for line, zone, role, similarity in sorted(rows, key=lambda row: row[0].index):
        figure = f"{similarity:5.1f}" if similarity is not None else "    –"
        yield f"p{line.page:<3} {zone:<5}  {role:<{ROLE_WIDTH}} {figure}  {line.text}"


def _pointers_by_line(provenance: Mapping[str, tuple[Span, ...]]) -> dict[tuple[int, int], str]:
    """The value that each line went into, by page and end offset; the most specific one."""
    pointers: dict[tuple[int, int], str] = {}
    for pointer, spans in provenance.items():
        for span in spans:
            pointers.setdefault((span.page, span.end), pointer)
    return pointers


def _role(element: Element, line: LaidLine, pointers: Mapping[tuple[int, int], str]) -> str:
    if element.entry is not None:
        return element.entry.id
    if element.foreign:
        return "foreign text (unassigned)"
    return pointers.get((line.page, line.source.end), "unassigned")
