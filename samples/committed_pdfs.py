"""The few PDF files that are kept beside the text dumps."""

from typing import Final

from samples.content import ReportContent
from samples.pdf_builder import SamplePdf, build_pdf
from samples.pdf_builder.combinations import Combination
from spur_extract.catalogue import Catalogue

COMMITTED: Final[dict[str, Combination]] = {
    "pdf-table-filled": Combination("single-marked", "table", "filled"),
    "pdf-stacked-dual-raster": Combination("dual-marked", "stacked", "raster"),
    "pdf-stacked-fields": Combination("preliminary", "stacked", "field-radio"),
    "pdf-marks-left-ink": Combination("preliminary", "marks-left", "ink"),
    "pdf-letter-table-ring": Combination("letter-table", "word", "ring"),
    "pdf-two-grades": Combination("single-cover", "table", "zapf-cross", "two-grades"),
}


def committed_pdfs(
    contents: dict[str, ReportContent], catalogue: Catalogue
) -> dict[str, SamplePdf]:
    """The files by name; those whose source is not among `contents` are left out."""
    return {
        name: build_pdf(contents[item.content], item.look, item.style, item.damage, catalogue)
        for name, item in COMMITTED.items()
        if item.content in contents
    }
