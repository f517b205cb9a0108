"""CSV dialects: how a value becomes a cell, and a cell a text again.

In both, lines end with CRLF, quotes are doubled, dates are ISO 8601, floats in full. An absent
value is an empty cell, an empty text a quoted empty cell (`""`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from spur_extract.export.table_options import CsvKind

LINE_END: Final = "\r\n"
BYTE_ORDER_MARK: Final = "\ufeff"

# A spreadsheet runs a cell that begins so, the wide forms in some settings, too; and it turns the
# last two into a number with fewer digits (some report ids look like that). The apostrophes make
# it possible to take off the one put before: a text may have had some of its own.
_MISREAD: Final = re.compile(r"'*(?:[=+\-@\t\r\n＝＋－＠]|(?:[0-9]{16,}|[0-9]+[eE][0-9]+)\Z)")


@dataclass(frozen=True)
class CsvDialect:
    """How the cells of a CSV file are written.

    `defused`: text that a spreadsheet would misread is written with an apostrophe before it.
    """

    kind: CsvKind
    delimiter: str
    byte_order_mark: bool
    decimal: str
    true: str
    false: str
    defused: bool

    @property
    def encoding(self) -> str:
        """The name of the file's encoding for Python; it takes care of the byte order mark."""
        return "utf-8-sig" if self.byte_order_mark else "utf-8"

    def line(self, values: Iterable[object]) -> str:
        """The values as one line of the file."""
        return self.delimiter.join(map(self.cell, values)) + LINE_END

    def cell(self, value: object) -> str:
        """The value as a cell, quoted where it must be."""
        if value is None:
            return ""
        if isinstance(value, str):
            return self._text_cell(value)
        if isinstance(value, bool):
            return self.true if value else self.false
        if isinstance(value, float):
            return repr(value).replace(".", self.decimal)
        if isinstance(value, date):
            return value.isoformat()
        return str(value)

    def cells(self, lines: str) -> list[str]:
        """All cells of some whole lines, as written; see `text`."""
        found: list[str] = self._cell_pattern.findall(lines)
        return found

    def text(self, cell: str) -> str | None:
        """The text that a cell was written from, or None."""
        if not cell:
            return None
        text = cell[1:-1].replace('""', '"') if cell[0] == '"' else cell
        if self.defused and text[:1] == "'" and _MISREAD.match(text):
            return text[1:]
        return text

    def _text_cell(self, text: str) -> str:
        if not text:
            return '""'
        if self.defused and _MISREAD.match(text):
            text = "'" + text
        if self._quoted_pattern.search(text):
            return '"' + text.replace('"', '""') + '"'
        return str(text)

    @cached_property
    def _quoted_pattern(self) -> re.Pattern[str]:
        return re.compile(rf'[{self.delimiter}"\r\n]')

    @cached_property
    def _cell_pattern(self) -> re.Pattern[str]:
        end = rf"(?:{self.delimiter}|\r\n)"
        return re.compile(rf'("[^"]*(?:""[^"]*)*"|[^{self.delimiter}"\r\n]*){end}')


def records(lines: Iterable[str]) -> Iterator[str]:
    """The records of a CSV file from its lines (ended by CRLF): a quoted cell may hold some."""
    pending: list[str] = []
    quotes = 0
    for line in lines:
        pending.append(line)
        quotes += line.count('"')
        if quotes % 2 == 0:
            yield "".join(pending)
            pending.clear()
    if pending:
        yield "".join(pending)


RFC_4180: Final = CsvDialect(
    kind=CsvKind.DEFAULT,
    delimiter=",",
    byte_order_mark=False,
    decimal=".",
    true="true",
    false="false",
    defused=False,
)
EXCEL_SV: Final = CsvDialect(
    kind=CsvKind.EXCEL_SV,
    delimiter=";",
    byte_order_mark=True,  # without it Excel takes UTF-8 for Windows-1252
    decimal=",",
    true="SANT",  # a Swedish Excel takes "true" for a text, and counts none
    false="FALSKT",
    defused=True,
)
DIALECTS: Final = {dialect.kind: dialect for dialect in (RFC_4180, EXCEL_SV)}
