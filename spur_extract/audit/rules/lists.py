"""SPUR6xx: the lists of strengths, weaknesses and improvements."""

from collections.abc import Iterator
from typing import ClassVar

from spur_extract.audit.list_names import LIST_NAMES
from spur_extract.audit.model import Audited, Context, Finding, Level, ReportRule
from spur_extract.contract import Report, Statement
from spur_extract.layout.lines import squeeze

LISTS = frozenset({"lists"})


class _ListEmpty(ReportRule):
    list_name: ClassVar[str]
    level = Level.WARNING
    tags = LISTS

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """The list has no statement."""
        if not getattr(audited.report, self.list_name):
            yield self.found(audited, f"/{self.list_name}")


class StrengthsEmpty(_ListEmpty):
    """SPUR601."""

    code = "SPUR601"
    name = "strengths-empty"
    list_name = "strengths"
    title = "No strengths are listed"
    title_sv = "Listan Styrkor är tom"
    explanation = "The form asks for strengths, weaknesses and improvements of every unit."
    template = "Listan Styrkor saknas eller är tom."
    template_en = "The list of strengths (Styrkor) is missing or empty."


class WeaknessesEmpty(_ListEmpty):
    """SPUR602."""

    code = "SPUR602"
    name = "weaknesses-empty"
    list_name = "weaknesses"
    title = "No weaknesses are listed"
    title_sv = "Listan Svagheter är tom"
    explanation = "The form asks for strengths, weaknesses and improvements of every unit."
    template = "Listan Svagheter saknas eller är tom."
    template_en = "The list of weaknesses (Svagheter) is missing or empty."


class ImprovementsEmpty(_ListEmpty):
    """SPUR603."""

    code = "SPUR603"
    name = "improvements-empty"
    list_name = "improvements"
    title = "No improvements are listed"
    title_sv = "Listan Förbättringspotential är tom"
    explanation = "The form asks for strengths, weaknesses and improvements of every unit."
    template = "Listan Förbättringspotential saknas eller är tom."
    template_en = "The list of improvements (Förbättringspotential) is missing or empty."


class StatementInTwoLists(ReportRule):
    """SPUR604."""

    code = "SPUR604"
    name = "statement-in-two-lists"
    title = "A statement stands in two lists"
    title_sv = "Samma punkt finns i två listor"
    explanation = "The same words do not belong in two of the three lists: one is misplaced."
    level = Level.WARNING
    template = "Samma punkt finns både under {first} och under {second}."
    template_en = "The same statement stands among the {first} and among the {second}."
    tags = LISTS

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """Words that an earlier list has, too; blanks, case and punctuation aside."""
        met: dict[str, str] = {}
        for name, pointer, statement in _statements(audited.report):
            first = met.setdefault(squeeze(statement.text), name)
            if first != name:
                here = f"{pointer}/text"
                yield self.found(audited, here, first=LIST_NAMES[first], second=LIST_NAMES[name])


class StatementDoubled(ReportRule):
    """SPUR605."""

    code = "SPUR605"
    name = "statement-doubled"
    title = "A statement stands twice in a list"
    title_sv = "Samma punkt finns två gånger i en lista"
    explanation = "A doubled statement counts twice wherever statements are counted."
    level = Level.INFO
    template = "Samma punkt finns två gånger under {name}."
    template_en = "The same statement stands twice among the {name}."
    tags = LISTS

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """Words that the same list has above."""
        met: set[tuple[str, str]] = set()
        for name, pointer, statement in _statements(audited.report):
            key = (name, squeeze(statement.text))
            if key in met:
                yield self.found(audited, f"{pointer}/text", name=LIST_NAMES[name])
            met.add(key)


def _statements(report: Report) -> Iterator[tuple[str, str, Statement]]:
    """Every statement that has letters, with its list and pointer."""
    for name in LIST_NAMES:
        statements: tuple[Statement, ...] = getattr(report, name)
        for position, statement in enumerate(statements):
            if squeeze(statement.text):
                yield name, f"/{name}/{position}", statement


RULES: tuple[type[ReportRule], ...] = (
    StrengthsEmpty,
    WeaknessesEmpty,
    ImprovementsEmpty,
    StatementInTwoLists,
    StatementDoubled,
)
