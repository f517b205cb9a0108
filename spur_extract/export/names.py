"""File names as text that JSON, CSV and a terminal can hold, and names that outputs have."""

from typing import Final

from spur_extract.errors.file_names import printable

__all__ = ["JSON_FOLDER", "RUN_LOG", "RUN_TABLE", "TABLES_FOLDER", "printable"]

JSON_FOLDER: Final = "json"
TABLES_FOLDER: Final = "tables"
RUN_LOG: Final = "run.jsonl"
RUN_TABLE: Final = "run.csv"
