"""An exception that nobody foresaw, told as a typed error without quoting the report."""

import traceback
from pathlib import Path
from typing import Self

from spur_extract.errors import SpurError


class InternalError(SpurError):
    """The program met a case it does not handle: a bug."""

    code = "internal-error"
    exit_code = 1
    next_step = "This is a bug: spur-extract --debug parse FILE shows the traceback to report."

    @classmethod
    def of(cls, error: BaseException) -> Self:
        """Name the exception's type and the line that raised it.

        The exception's own message stays out: it may quote the report, and messages never do.
        """
        frames = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in frames if "spur_extract" in Path(frame.filename).parts]
        last = (ours or frames)[-1:]
        place = "".join(f" at {_module_path(frame.filename)}:{frame.lineno}" for frame in last)
        return cls(f"{type(error).__name__}{place}.")


def _module_path(file_name: str) -> str:
    """The path from the package's folder on, so that it reads alike on every machine."""
    parts = Path(file_name).parts
    if "spur_extract" not in parts:
        return parts[-1]
    start = len(parts) - parts[::-1].index("spur_extract") - 1
    return "/".join(parts[start:])
