"""Reads what a unit wrote in a date field of the action plan (handlingsplan)."""

from spur_extract.extraction.deadlines.reading import read_deadline, unclear_date

__all__ = ["read_deadline", "unclear_date"]
