"""Which characters count as space when lines are trimmed and blank lines are counted."""

_WHITE_SPACE = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\u00a0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_ZERO_WIDTH = "\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

SPACE = _WHITE_SPACE + _ZERO_WIDTH
"""Unicode's white space, and the characters that take no room: zero-width space, joiners,
direction marks, word joiner and byte order mark. The soft hyphen is not among them: at the end
of a line it says that the word goes on."""


def is_blank(text: str) -> bool:
    """Tell whether `text` shows nothing at all on paper."""
    return not text.strip(SPACE)
