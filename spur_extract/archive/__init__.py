"""Many files at once: `convert`."""

from spur_extract.archive.conversion import convert
from spur_extract.archive.run_report import ConversionSummary, RunEntry, Status

__all__ = ["ConversionSummary", "RunEntry", "Status", "convert"]
