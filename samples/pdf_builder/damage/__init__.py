"""What may be wrong with a file on purpose, by name."""

from typing import Final

from samples.pdf_builder.damage import files, lists, marks, overprint, pages
from samples.pdf_builder.draft import Damage

DAMAGES: Final[dict[str, Damage]] = {
    **marks.DAMAGES,
    **pages.DAMAGES,
    **files.DAMAGES,
    **overprint.DAMAGES,
    **lists.DAMAGES,
}

__all__ = ["DAMAGES"]
