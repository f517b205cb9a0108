"""Findings as CSV, in one of the dialects of the tables."""

from collections.abc import Iterable, Iterator

from spur_extract.audit.model import Finding, Language
from spur_extract.audit.output.rows import FindingRow, row_of
from spur_extract.export.csv_dialects import BYTE_ORDER_MARK, RFC_4180, CsvDialect


def csv_chunks(
    findings: Iterable[Finding], language: Language, dialect: CsvDialect = RFC_4180
) -> Iterator[str]:
    """A header and a line for each finding; the corners of a box are parted by blanks."""
    yield (BYTE_ORDER_MARK if dialect.byte_order_mark else "") + dialect.line(
        FindingRow.model_fields
    )
    for finding in findings:
        row = row_of(finding, language)
        values = dict(row)
        if row.bbox is not None:
            values["bbox"] = " ".join(f"{corner:.2f}" for corner in row.bbox)
        yield dialect.line(values.values())
