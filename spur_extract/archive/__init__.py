"""Many files at once: `convert`, and `load` for the tables that it writes."""

from spur_extract.archive.conversion import convert
from spur_extract.archive.results.loading import load
from spur_extract.archive.run_report import ConversionSummary, RunEntry, Status

__all__ = ["ConversionSummary", "RunEntry", "Status", "convert", "load"]
