"""What the audit says: findings, and the rules that yield them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from spur_extract.audit.places import passage_of, quote_of
from spur_extract.contract import Report, Span

if TYPE_CHECKING:  # an archive is made of `Audited`
    from spur_extract.audit.visits import Archive


class Level(StrEnum):
    """How bad a finding is."""

    ERROR = "error"  # a duty is not met, or a value contradicts another
    WARNING = "warning"  # something is missing or doubtful, and should be looked at
    INFO = "info"  # worth knowing; never a fact about the unit by itself

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Level).index(self)


class Language(StrEnum):
    """The language that findings are told in."""

    SV = "sv"
    EN = "en"


class Words(NamedTuple):
    """The same in both languages."""

    sv: str
    en: str


def in_language(words: Words, language: Language) -> str:
    """The words in that language."""
    return words.sv if language is Language.SV else words.en


Value = str | int | date | Words
"""What a message template can be filled in with."""
TELLING: Final = ("area", "row", "id", "regulation")
"""Fields of messages that tell a finding from another one of the same rule and report."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in one report.

    `report` is the path or name of the report, `report_id` its id in the tables, `unit` the
    clinic as printed. `pointer` is the JSON Pointer of the value, "" for the report as a whole;
    `place` where the value stands in the source, `quote` the text there; `inspected` is
    the day of the inspection; `about` is what of the report it is about, see `about_of`. `message`
    (Swedish) and `message_en` never need the report to be
    understood. A finding on all reports together has no report.
    """

    code: str
    level: Level
    message: str
    message_en: str
    report: str
    report_id: str
    unit: str | None
    pointer: str
    place: Span | None = None
    quote: str | None = None
    inspected: date | None = None
    specialty: str | None = None
    about: str = ""

    def text(self, language: Language) -> str:
        """The message in that language."""
        return self.message if language is Language.SV else self.message_en


@dataclass(frozen=True, slots=True)
class Audited:
    """A report under audit, with the path by which it is told.

    `file_date` is the day its file was last written, where that is known.
    """

    report: Report
    path: str
    report_id: str
    file_date: date | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a whole audit: the day it is about, and limits; see `settings.py`.

    `most_unassigned` is a share of the source's characters.
    """

    as_of: date
    years_between_inspections: int = 5
    most_unassigned: float = 0.02


def about_of(values: Mapping[str, Value]) -> str:
    """What of a report a finding is about, by what its message says: the area, the row …"""
    return " ".join(str(values[name]) for name in TELLING if name in values)


class Rule:
    """Base of all rules. A code is never used again for another rule.

    `template` is the message in Swedish, `template_en` the same in English, both with the fields
    that the rule's findings fill in; `explanation` says why it matters and what to do, `title` and
    `explanation` in English for the reference page, `title_sv` for readers of reports.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    title: ClassVar[str]
    title_sv: ClassVar[str]
    explanation: ClassVar[str]
    level: ClassVar[Level]
    template: ClassVar[str]
    template_en: ClassVar[str]
    tags: ClassVar[frozenset[str]]

    def message(self, language: Language, values: Mapping[str, Value]) -> str:
        """The message of one finding in that language."""
        template = self.template if language is Language.SV else self.template_en
        for name, value in values.items():
            if value == 1:
                template = template.replace(*_one_report(name, language))
        text = template.format(**{name: _told(value, language) for name, value in values.items()})
        return text.replace("….", "…")  # a quote that was cut needs no full stop


class ReportRule(Rule):
    """A rule that looks at one report at a time."""

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """Yield what is found."""
        raise NotImplementedError

    def found(
        self, audited: Audited, pointer: str, quote: str | None = None, /, **values: Value
    ) -> Finding:
        """What is found at `pointer`; `quote` where it is only a part of the value there."""
        passage = passage_of(audited.report, pointer)
        return Finding(
            code=self.code,
            level=self.level,
            message=self.message(Language.SV, values),
            message_en=self.message(Language.EN, values),
            report=audited.path,
            report_id=audited.report_id,
            unit=audited.report.cover.clinic,
            pointer=pointer,
            place=passage.place,
            quote=passage.quote if quote is None else quote_of(quote),
            inspected=audited.report.cover.inspection_date,
            specialty=audited.report.cover.specialty,
            about=about_of(values),
        )


class ArchiveRule(Rule):
    """A rule that compares reports; it gets facts of all, not the reports (memory).

    `by_report`: its findings come in the order of the reports' paths.
    """

    by_report: ClassVar[bool] = False

    def check(self, archive: "Archive", context: Context) -> Iterator[Finding]:
        """Yield what is found."""
        raise NotImplementedError


def _one_report(name: str, language: Language) -> tuple[str, str]:
    """How a template counts reports by that field, and how it has to when there is one."""
    many, one = ("rapporter", "rapport") if language is Language.SV else ("reports", "report")
    return f"{{{name}}} {many}", f"{{{name}}} {one}"


def _told(value: Value, language: Language) -> str:
    if isinstance(value, Words):
        return in_language(value, language)
    return str(value)
