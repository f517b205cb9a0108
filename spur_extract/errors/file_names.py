"""File names as text that messages, JSON, CSV and a terminal can hold."""

import re
from typing import Final

# Control characters could write anything to a terminal, and line breaks and signs that turn the
# direction of writing make one name look like something else.
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def printable(name: str) -> str:
    """The name with bytes that are no UTF-8, and characters that steer a terminal, spelt out
    (`\\\\udcff`, `\\\\x1b`); any other is unchanged."""
    text = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return _UNSEEN.sub(_spelt, text)


def _spelt(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"
