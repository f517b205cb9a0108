"""Words that several forms of the findings have in common."""

from typing import Final, NamedTuple

from spur_extract.audit.model import Language, Level, Words, in_language

LEVELS: Final = {
    Level.ERROR: Words("fel", "error"),
    Level.WARNING: Words("varning", "warning"),
    Level.INFO: Words("upplysning", "note"),
}


class Counted(NamedTuple):
    """A word with a number before it, in both languages."""

    one: Words
    many: Words

    def told(self, count: int, language: Language) -> str:
        """The number and the word."""
        return f"{count} {in_language(self.one if count == 1 else self.many, language)}"
