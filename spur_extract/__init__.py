"""spur-extract: SPUR inspection reports of Swedish specialist training as validated data.

`parse(path)` reads one report; `spur_extract.archive.convert` converts many.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spur_extract.pipeline import parse, parse_bytes

__version__ = "0.1.0"
__all__ = ["__version__", "parse", "parse_bytes"]


def __getattr__(name: str) -> object:
    """Import the pipeline on first use: the command line must start without it."""
    if name in ("parse", "parse_bytes"):
        from spur_extract import pipeline  # noqa: PLC0415 - see the docstring

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
