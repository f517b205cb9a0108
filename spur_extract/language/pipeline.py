"""Loads the pipeline `sv_spur`, once per process and only when it is needed."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

NAME = "sv_spur"
INSTALLED = Path(__file__).parent / NAME
CHECKOUT = Path(__file__).parents[2] / "models" / NAME


def model_folder() -> Path:
    """Where the built pipeline lies: inside the installed package, or in the checkout."""
    return INSTALLED if INSTALLED.is_dir() else CHECKOUT


@cache
def load_pipeline() -> "Language":
    """The pipeline; importing spaCy takes a second or two, loading it less than one."""
    import spacy  # noqa: PLC0415

    from spur_extract.language.components import factories  # noqa: F401, PLC0415

    return spacy.load(model_folder())
