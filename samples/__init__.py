"""Fictional SPUR reports: hand-written content, rendered as text dumps with exact truth."""

from samples.build import RenderedText, render
from samples.content import ContentError, ReportContent

__all__ = ["ContentError", "RenderedText", "ReportContent", "render"]
