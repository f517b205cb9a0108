"""What a catalogue file may hold: one strict model per table of the TOML files."""

import re
from re import Pattern
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from spur_extract.contract import AreaPart, Category

AreaCode = Literal["A", "B", "C", "D", "E", "F", "G", "H"]
Grade = Literal["A", "B", "C", "D"]
ListName = Literal["strengths", "weaknesses", "improvements"]
CoverField = Literal["clinic", "specialty", "inspection_date", "inspectors", "regulations"]
PlanField = Literal[
    "planned_action", "due", "responsible", "follow_up_due", "follow_up_responsible"
]
ZoneName = Literal["cover", "lists", "areas", "plan"]

PIECE = re.compile(r"\{([a-z]+)\}")
"""Where a pattern takes in a piece by its name."""

DEEPEST_PIECE = 5
"""How deep pieces may stand in pieces."""


class Table(BaseModel):
    """Base of all tables: immutable, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Wording(Table):
    """Something the form prints, with other spellings of it (`aliases`)."""

    text: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()


class StatementTable(Wording):
    """A form statement; `id` is stable across editions."""

    id: str = Field(pattern=r"^[A-H]\.[a-z0-9-]+$")


class ListHeading(Wording):
    """Heading of one of the three lists."""

    list: ListName


class PartHeading(Wording):
    """STRUKTUR or PROCESS."""

    part: AreaPart


class CoverLabel(Wording):
    """Label of a cover field; the value stands above it."""

    field: CoverField


class RowLabel(Wording):
    """Label of the statement rows beside it; `applies_to` where it names one regulation only."""

    category: Category
    applies_to: tuple[str, ...] = ()


class ColumnHeader(Wording):
    """Head of the mark columns, in the order of `regulations`."""

    regulations: tuple[str, ...] = Field(min_length=1)


class FixedText(Wording):
    """A sentence the form always prints."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    zone: ZoneName


class PlanFieldLabel(Wording):
    """Label of one of the five fields of an action item."""

    field: PlanField


class Option(Wording):
    """A grade option, without its letter."""

    grade: Grade


class Row(Table):
    """A statement as an edition prints it.

    `number` is the one inspectors cite (the dual form's order); `category` is absent where it is
    not known which label the row stands under; `applies_to` where not every regulation does.
    """

    id: str
    number: int = Field(ge=1)
    category: Category | None = None
    applies_to: tuple[str, ...] = ()


class AreaTable(Table):
    """One area: its title, the grades it offers, its rows in order."""

    code: AreaCode
    part: AreaPart
    title: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()
    grades: tuple[Grade, ...] = ("A", "B", "C", "D")
    rows: tuple[Row, ...] = ()


class Typography(Table):
    """How wide a full line runs, in em of `typeface` (see `spur_extract.layout.typeface`)."""

    typeface: str
    narrative_width: float = Field(gt=0)
    list_width: float = Field(gt=0)


class CommonFile(Table):
    """What every edition prints alike (common.toml)."""

    list_heading: tuple[ListHeading, ...]
    part_heading: tuple[PartHeading, ...]
    grading_label: tuple[Wording, ...]
    cover_title: tuple[Wording, ...]
    cover_label: tuple[CoverLabel, ...]
    plan_heading: tuple[Wording, ...]
    plan_field: tuple[PlanFieldLabel, ...]
    fixed_text: tuple[FixedText, ...] = ()


class StatementsFile(Table):
    """All statements of all editions (statements.toml)."""

    statement: tuple[StatementTable, ...]


class GradeWords(Table):
    """Words that a sentence about grades is judged by."""

    hypothetical: frozenset[str]
    harmless_in_reason: frozenset[str]
    grading: frozenset[str]
    lowering: frozenset[str]
    plan: frozenset[str]


class GradeRule(Table):
    """What a change of grade says about the grade before."""

    demands_plan: Grade
    follows_plan: Grade


class StatedGrade(Table):
    """How inspectors say which grade an area has.

    `patterns` (of changes) and `state_patterns` are regular expressions, case ignored, in which
    {name} stands for one of the `pieces`; pieces may use pieces. `plan_as_reason` matches those
    reasons of a change in which the words that are harmless there are.
    """

    patterns: tuple[str, ...]
    state_patterns: tuple[str, ...]
    plan_as_reason: Pattern[str]
    pieces: dict[str, str]
    words: GradeWords
    rule: GradeRule

    @model_validator(mode="after")
    def _patterns_are_sound(self) -> Self:
        for pattern in (*self.patterns, *self.state_patterns):
            try:
                self.compiled(pattern)
            except (re.error, KeyError) as error:
                raise ValueError(f"pattern {pattern!r}: {error}") from error
        return self

    def compiled(self, pattern: str) -> Pattern[str]:
        """`pattern` with its pieces put in; raises `KeyError` when there is no such piece."""
        for _ in range(DEEPEST_PIECE):
            if not PIECE.search(pattern):
                break
            pattern = PIECE.sub(lambda piece: f"(?:{self.pieces[piece.group(1)]})", pattern)
        return re.compile(pattern, re.IGNORECASE)


class PlanReference(Table):
    """How inspectors refer to an action plan (regular expressions, case ignored).

    A sentence with one of the `negations` or `exceptions` refers to none, or to another plan.
    """

    patterns: tuple[Pattern[str], ...]
    negations: frozenset[str]
    exceptions: tuple[Pattern[str], ...]


class Correspondence(Table):
    """What letters and e-mails hold (regular expressions, matched at the start of a line).

    `ending` is what ends an action plan: below the name in its last field it is none of it;
    `place_and_day`, as above a signature, may end it, too; `title` is a role by which people sign.
    `reply` is what a unit's answer to the inspectors begins with.
    """

    opening: tuple[Pattern[str], ...]
    header: tuple[Pattern[str], ...]
    closing: tuple[Pattern[str], ...]
    contact: tuple[Pattern[str], ...]
    ending: tuple[Pattern[str], ...]
    place_and_day: tuple[Pattern[str], ...]
    title: tuple[Pattern[str], ...]
    reply: tuple[Pattern[str], ...]


class ColumnHeads(Table):
    """What heads the columns of marks beside statements, by what a mark there says of one.

    `neither` is said where a statement is fulfilled in part or not asked; `silent` heads tell
    nothing. `regulation_words` stand before a regulation's year or number. `legend` are patterns
    of lines that explain a mark as what is not fulfilled.
    """

    fulfilled: tuple[str, ...]
    unfulfilled: tuple[str, ...]
    neither: tuple[str, ...]
    silent: tuple[str, ...]
    regulation_words: tuple[str, ...]
    legend: tuple[Pattern[str], ...]


class WordingFile(Table):
    """What inspectors and units write that means something to the form (wording.toml).

    `area_words` may stand before an area's letter and title; `short_plan_labels` are what units
    shorten the plan's labels to.
    """

    negations: frozenset[str]
    area_words: frozenset[str]
    short_plan_labels: dict[PlanField, tuple[str, ...]]
    column_heads: ColumnHeads
    stated_grade: StatedGrade
    plan_reference: PlanReference
    correspondence: Correspondence


class Edition(Table):
    """One printed version of the form (editions/*.toml)."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    name: str
    regulations: tuple[str, ...] = ()
    graded_by_regulation: bool = False
    lists: Literal["plain", "bulleted"]
    typography: Typography | None = None
    option: tuple[Option, ...]
    row_label: tuple[RowLabel, ...] = ()
    fixed_text: tuple[FixedText, ...] = ()
    column_header: tuple[ColumnHeader, ...] = ()
    area: tuple[AreaTable, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The statements of all areas, in the form's order."""
        return tuple(row for area in self.area for row in area.rows)

    @property
    def row_numbers(self) -> dict[str, int]:
        """The number of each statement in its area, by the id of its entry."""
        return {f"statement:{row.id}": row.number for row in self.rows}
