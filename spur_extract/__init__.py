"""spur-extract: SPUR inspection reports of Swedish specialist training as validated data."""

__version__ = "0.1.0"
