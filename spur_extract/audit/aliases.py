"""The alias file: which spellings of a unit (klinik) are one, and which are not.

A CSV file of three columns, `canonical`, `spelling` and `decision`, to be reviewed in a
spreadsheet: `same` (the spelling means the canonical unit), `different` (it never does), or empty
(not yet decided, and without effect). What it says always wins over what the audit would guess.
Capitals, punctuation and spaces do not count in names.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from spur_extract.audit.text_files import read_small_file
from spur_extract.audit.units import unit_key
from spur_extract.errors import AliasesInvalidError
from spur_extract.export.atomic import write_text
from spur_extract.export.csv_dialects import EXCEL_SV
from spur_extract.export.names import printable

COLUMNS: Final = ("canonical", "spelling", "decision")


class Suggestion(NamedTuple):
    """Two names that may mean one unit."""

    canonical: str
    spelling: str


@dataclass(frozen=True, slots=True)
class Aliases:
    """What the file says. Keys are names without capitals and punctuation."""

    canonical_names: dict[str, str] = field(default_factory=dict)
    different: frozenset[frozenset[str]] = frozenset()

    def canonical(self, name: str) -> str:
        """The name that the unit goes by; the name itself when the file does not know it."""
        return self.canonical_names.get(unit_key(name), name)

    def key(self, name: str) -> str:
        """The same for all spellings of one unit."""
        return unit_key(self.canonical(name))

    def knows(self, name: str) -> bool:
        """Whether the file says which unit the name means."""
        return unit_key(name) in self.canonical_names

    def are_different(self, one: str, other: str) -> bool:
        """Whether the file says that the two names mean two units."""
        if not self.different:
            return False
        pairs = (
            frozenset((first, second))
            for first in (self.key(one), unit_key(one))
            for second in (self.key(other), unit_key(other))
        )
        return any(pair in self.different for pair in pairs)


NO_ALIASES: Final = Aliases()


def load_aliases(path: Path) -> Aliases:
    """Read an alias file, with commas or semicolons, in UTF-8.

    Raises:
        AliasesInvalidError: a column or name is missing, a decision is unknown, or two lines
            contradict each other.
        InputError: the file cannot be opened.
    """
    decisions = _Decisions(path)
    for line, row in _rows(path):
        if any(row):
            decisions.add(line, *row)
    return decisions.aliases()


def write_suggestions(suggestions: Iterable[Suggestion], path: Path) -> None:
    """Write an alias file without decisions, as a spreadsheet in Swedish opens it.

    Raises `OutputError`.
    """
    lines = [EXCEL_SV.line(COLUMNS)]
    lines += [EXCEL_SV.line((*suggestion, None)) for suggestion in suggestions]
    write_text(path, "\ufeff" + "".join(lines))


class _Decisions:
    """Gathers the lines of an alias file, and sees that they agree."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._names: dict[str, str] = {}
        self._same: dict[str, tuple[str, int]] = {}
        self._different: dict[frozenset[str], int] = {}

    def add(self, line: int, canonical: str, spelling: str, decision: str) -> None:
        """Take one line; raises AliasesInvalidError."""
        one, other = unit_key(canonical), unit_key(spelling)
        if not one or not other:
            raise _invalid(self._path, line, "a name is missing")
        match decision.lower():
            case "":
                return
            case "same":
                if self._same.setdefault(other, (one, line))[0] != one:
                    raise _invalid(self._path, line, "the spelling has two canonical names")
                self._names.setdefault(one, canonical)
            case "different":
                self._different[frozenset((one, other))] = line
            case _:
                raise _invalid(self._path, line, "the decision is neither same nor different")

    def aliases(self) -> Aliases:
        """What all lines say together; raises AliasesInvalidError."""
        ends = {spelling: self._end(spelling) for spelling in self._same}
        for pair, line in self._different.items():
            if len({ends.get(name, name) for name in pair}) == 1:
                raise _invalid(self._path, line, "other lines say that the two are the same")
        names = {end: self._names[end] for end in ends.values()}
        known = {key: names[end] for key, end in ends.items()}
        return Aliases({**names, **known}, frozenset(self._different))

    def _end(self, spelling: str) -> str:
        """The canonical name at the end of a chain of spellings."""
        passed = {spelling}
        while spelling in self._same:
            following, line = self._same[spelling]
            if following == spelling:
                break
            if following in passed:
                raise _invalid(self._path, line, "the lines go round in a circle")
            passed.add(following)
            spelling = following
        return spelling


def _rows(path: Path) -> Iterator[tuple[int, tuple[str, str, str]]]:
    """The lines below the header by their numbers: canonical, spelling, decision."""
    text = read_small_file(path)
    header = text.split("\n", 1)[0]
    delimiter = ";" if header.count(";") >= header.count(",") else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        if not set(COLUMNS) <= set(rows.fieldnames or ()):
            raise _invalid(path, 1, f"the columns are not {', '.join(COLUMNS)}")
        for row in rows:
            canonical, spelling, decision = (_cell(row.get(column)) for column in COLUMNS)
            yield rows.line_num, (canonical, spelling, decision)
    except csv.Error as error:
        raise _invalid(path, rows.line_num, "this is no CSV") from error


def _cell(value: str | None) -> str:
    """The cell without spaces, and without the apostrophe that keeps a spreadsheet off it."""
    text = (value or "").strip()
    return text[1:] if text[:1] == "'" and text[1:2] in "=+-@" else text


def _invalid(path: Path, line: int, reason: str) -> AliasesInvalidError:
    return AliasesInvalidError(f"{printable(str(path))}, line {line}: {reason}.")
