"""Labels of what the pipeline finds, apart from all that imports spaCy."""

from typing import Final

PERSON: Final = "PERSON"
ROLE: Final = "ROLE"
SUSPECTED: Final = "suspected"
"""Key of the spans that may be names."""
