"""Small fictional archives for the audit's rules: reports by construction, no file is read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from random import Random

from spur_extract.audit.aliases import NO_ALIASES, load_aliases
from spur_extract.audit.facts import Facts, facts_of
from spur_extract.audit.model import Audited, Context, Finding
from spur_extract.audit.rules.archive_rules import ARCHIVE_RULES
from spur_extract.audit.visits import archive_of
from spur_extract.contract import (
    ActionItem,
    ActionPlan,
    Area,
    AreaPart,
    Cover,
    Deadline,
    DeadlineStatus,
    Grading,
    GradingBasis,
    Indicator,
    MatchQuality,
    Party,
    PlanStatus,
    Precision,
    Reader,
    Report,
    Source,
    Span,
)
from spur_extract.export.tables import report_id

TODAY = date(2026, 5, 1)
UNIT = "Kirurgkliniken, Norrtuna lasarett"
SYLLABLES = ("bo", "ra", "lin", "ske", "mår", "tun", "vi", "gla", "döm", "hus", "per", "fja")


def words(seed: str, count: int = 120) -> str:
    """A text of made-up words, always the same for the same seed."""
    chance = Random(seed)  # noqa: S311 - no secret
    return " ".join("".join(chance.choices(SYLLABLES, k=3)) for _ in range(count))


def due(
    latest: date | None,
    text: str | None = None,
    *,
    precision: Precision = Precision.DAY,
    recurring: bool = False,
    conditional: bool = False,
) -> Deadline:
    """A deadline by its last possible day."""
    if latest is None:
        return Deadline(
            text=text, status=DeadlineStatus.UNDATED if text else DeadlineStatus.MISSING
        )
    return Deadline(
        text=text or latest.isoformat(),
        earliest=latest.replace(day=1) if precision is Precision.MONTH else latest,
        latest=latest,
        precision=precision,
        recurring=recurring,
        conditional=conditional,
        status=DeadlineStatus.DATED,
    )


def item(
    deadline: Deadline | None = None,
    follow_up: Deadline | None = None,
    text: str = "Handledning ges varje vecka",
    indicator_id: str | None = None,
    area: str = "B",
) -> ActionItem:
    """An action item."""
    return ActionItem(
        area=area,
        indicator_id=indicator_id,
        indicator_text=text,
        planned_action="Schema läggs om",
        due=deadline or due(None),
        responsible=Party(text="Studierektor", roles=("studierektor",)),
        follow_up_due=follow_up or due(None),
        follow_up_responsible=Party(),
    )


def row(identity: str, *, fulfilled: bool | dict[str, bool | None] | None) -> Indicator:
    """A form statement with its mark."""
    text = f"Kravet {identity} är uppfyllt."
    return Indicator(
        id=identity,
        text=text,
        printed_text=text,
        match=MatchQuality.EXACT,
        similarity=100,
        fulfilled=fulfilled,
    )


@dataclass(frozen=True)
class Visit:
    """One report of an archive; only what a test is about is told."""

    path: str
    day: date | None = date(2025, 3, 4)
    unit: str | None = UNIT
    specialty: str | None = "Kirurgi"
    items: tuple[ActionItem, ...] = ()
    rows: tuple[Indicator, ...] = ()
    grades: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    text: str | None = None
    content: str | None = None
    printed_day: str | None = None

    def audited(self) -> Audited:
        """The report; `content` stands for the bytes of the file, `text` for its narrative."""
        plan = PlanStatus.INCLUDED if self.items else PlanStatus.ABSENT
        report = Report(
            source=Source(
                file_name=Path(self.path).name,
                sha256=sha256((self.content or self.path).encode()).hexdigest(),
                media_type="text/plain",
                page_count=3,
                reader=Reader.TEXT,
            ),
            cover=Cover(
                clinic=self.unit,
                specialty=self.specialty,
                inspection_date=self.day,
                inspection_date_text=self.printed_day,
            ),
            areas=tuple(self._areas()),
            action_plan=ActionPlan(status=plan, items=self.items),
            coverage=1.0,
            provenance={
                "/cover/clinic": (Span(page=1, start=5, end=30),),
                "/cover/inspection_date_text": (Span(page=1, start=40, end=53),),
                "/action_plan/items/0/due/text": (
                    Span(page=3, start=40, end=50, bbox=(10.25, 20.5, 30.1, 40.2)),
                ),
            },
        )
        return Audited(report, self.path, report_id(report.source.sha256))

    def _areas(self) -> Iterable[Area]:
        narrative = words(self.path) if self.text is None else self.text
        yield Area(
            code="A", part=AreaPart.STRUCTURE, narrative=narrative, gradings=self._gradings("A")
        )
        yield Area(
            code="B", part=AreaPart.STRUCTURE, indicators=self.rows, gradings=self._gradings("B")
        )

    def _gradings(self, area: str) -> tuple[Grading, ...]:
        grade, original = self.grades.get(area, (None, None))
        basis = GradingBasis.MARKED if grade else GradingBasis.UNREADABLE
        return (Grading(grade=grade, original_grade=original, basis=basis),)


def facts(visits: Iterable[Visit]) -> list[Facts]:
    """What the rules get."""
    return [facts_of(visit.audited()) for visit in visits]


def findings(
    visits: Iterable[Visit], today: date = TODAY, aliases: Path | None = None
) -> list[Finding]:
    """What all rules on the archive say, but for its coverage."""
    context = Context(as_of=today)
    archive = archive_of(facts(visits), load_aliases(aliases) if aliases else NO_ALIASES)
    found = [finding for rule in ARCHIVE_RULES for finding in rule().check(archive, context)]
    return [finding for finding in found if not finding.code.startswith("SPUR85")]


def flat(found: Iterable[Finding]) -> list[tuple[str, str, str]]:
    """The oracle's form: (report, code, where), sorted."""
    return sorted((finding.report, finding.code, finding.pointer) for finding in found)
