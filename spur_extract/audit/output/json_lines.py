"""Findings as JSON: one array, or one object per line."""

from collections.abc import Iterable, Iterator

from spur_extract.audit.model import Finding, Language
from spur_extract.audit.output.rows import row_of


def json_chunks(findings: Iterable[Finding], language: Language) -> Iterator[str]:
    """A JSON array, one finding on each line."""
    before = "["
    for finding in findings:
        yield f"{before}\n{row_of(finding, language).model_dump_json()}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def json_lines_chunks(findings: Iterable[Finding], language: Language) -> Iterator[str]:
    """JSON Lines."""
    for finding in findings:
        yield row_of(finding, language).model_dump_json() + "\n"
