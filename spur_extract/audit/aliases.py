"""The alias file: which spellings of a unit (klinik) are one, and which are not.

A CSV file of three columns, `canonical`, `spelling` and `decision`, to be reviewed in a
spreadsheet: `same` (the spelling means the canonical unit), `different` (it never does), or empty
(not yet decided, and without effect). What it says always wins over what the audit would guess.
Capitals, punctuation and spaces do not count in names.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from spur_extract.audit.alias_file import AliasRow, add_rows, exists, rows_of
from spur_extract.audit.units import unit_key


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
    return aliases_of(rows_of(path))


def aliases_of(rows: Iterable[AliasRow]) -> Aliases:
    """What the rows say together; raises AliasesInvalidError."""
    decisions = _Decisions()
    for row in rows:
        decisions.add(row)
    return decisions.aliases()


def decided_spellings(path: Path) -> tuple[str, ...]:
    """The spellings that the file decides on, in its order; raises as `load_aliases`."""
    return tuple(dict.fromkeys(row.spelling for row in rows_of(path) if row.decision))


class Review:
    """An alias file that is to be reviewed: what it says already stays, with what `others`, a
    second file, decides beside it."""

    def __init__(self, path: Path, others: Path | None = None) -> None:
        """Read both; raises as `load_aliases`."""
        self.path = path
        self._rows = list(rows_of(path)) if exists(path) else []
        decided = {_pair(row) for row in self._rows if row.decision}
        self._others = [
            row
            for row in (rows_of(others) if others else ())
            if row.decision and _pair(row) not in decided
        ]
        self.aliases = aliases_of([*self._rows, *self._others])

    def add(self, suggestions: Iterable[Suggestion]) -> tuple[int, int]:
        """Add the suggestions that are new; how many rows were kept, and how many added.

        Raises `InputError` and `OutputError`.
        """
        known = {_pair(row) for row in [*self._rows, *self._others]}
        new = [it for it in suggestions if _pair(it) not in known]
        kept = [(row.canonical, row.spelling, row.decision) for row in self._others]
        if kept or new or not self._rows:
            add_rows([*kept, *((*it, "") for it in new)], self.path)
        return len(self._rows) + len(kept), len(new)


def _pair(row: AliasRow | Suggestion) -> frozenset[str]:
    return frozenset((unit_key(row.canonical), unit_key(row.spelling)))


class _Decisions:
    """Gathers the rows of alias files, and sees that they agree."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._same: dict[str, tuple[str, AliasRow]] = {}
        self._different: dict[frozenset[str], AliasRow] = {}

    def add(self, row: AliasRow) -> None:
        """Take one row; raises AliasesInvalidError."""
        one, other = unit_key(row.canonical), unit_key(row.spelling)
        if not one or not other:
            raise row.invalid("a name is missing")
        match row.decision:
            case "":
                return
            case "same":
                if self._same.setdefault(other, (one, row))[0] != one:
                    raise row.invalid("the spelling has two canonical names")
                self._names.setdefault(one, row.canonical)
            case "different":
                self._different[frozenset((one, other))] = row
            case _:
                raise row.invalid("the decision is neither same nor different")

    def aliases(self) -> Aliases:
        """What all lines say together; raises AliasesInvalidError."""
        ends = {spelling: self._end(spelling) for spelling in self._same}
        for pair, row in self._different.items():
            if len({ends.get(name, name) for name in pair}) == 1:
                raise row.invalid("other lines say that the two are the same")
        names = {end: self._names[end] for end in ends.values()}
        known = {key: names[end] for key, end in ends.items()}
        return Aliases({**names, **known}, frozenset(self._different))

    def _end(self, spelling: str) -> str:
        """The canonical name at the end of a chain of spellings."""
        passed = {spelling}
        while spelling in self._same:
            following, row = self._same[spelling]
            if following == spelling:
                break
            if following in passed:
                raise row.invalid("the lines go round in a circle")
            passed.add(following)
            spelling = following
        return spelling
