"""`file_task` for runs that give codes for names: loads the language pipeline once, too."""

from spur_extract.archive.file_task import convert_file
from spur_extract.language.pipeline import load_pipeline

__all__ = ["convert_file"]

load_pipeline()
