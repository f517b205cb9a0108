"""By which names files are taken for reports, where a folder is given."""

from typing import Final

REPORT_SUFFIXES: Final = frozenset({".txt", ".text", ".pdf"})
"""In small letters."""
