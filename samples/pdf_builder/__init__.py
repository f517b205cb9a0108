"""Fictional reports as PDF files, in many looks and ways of marking, with exact truth."""

from samples.pdf_builder.build import SamplePdf, build_pdf, suits
from samples.pdf_builder.damage import DAMAGES
from samples.pdf_builder.look import LOOKS
from samples.pdf_builder.styles import STYLES

__all__ = ["DAMAGES", "LOOKS", "STYLES", "SamplePdf", "build_pdf", "suits"]
