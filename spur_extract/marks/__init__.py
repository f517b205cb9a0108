"""Reads marks that were drawn or set in a form, by comparing the rows of a group.

Knows pages, drawings and rows; what the form is, it does not know.
"""

from spur_extract.marks.model import Cell, CellState, Column, Row
from spur_extract.marks.options import read_options
from spur_extract.marks.sheet import PageFinds
from spur_extract.marks.statements import read_statements

__all__ = ["Cell", "CellState", "Column", "PageFinds", "Row", "read_options", "read_statements"]
