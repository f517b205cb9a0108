"""A small fictional report with something in every part."""

from datetime import date

from spur_extract.contract import (
    ActionItem,
    ActionPlan,
    Area,
    AreaPart,
    Category,
    Cover,
    Deadline,
    DeadlineStatus,
    Diagnostic,
    Grading,
    GradingBasis,
    Indicator,
    MatchQuality,
    Party,
    PlanStatus,
    Precision,
    Reader,
    Report,
    Severity,
    Source,
    Span,
    Statement,
    StatementBasis,
    UnassignedText,
)

OLD, NEW = "SOSFS 2015:8", "HSLF-FS 2021:8"


def indicator(marks: bool | dict[str, bool | None] | None) -> Indicator:
    """A form statement with these marks."""
    return Indicator(
        id="A.verksamhetschef",
        number=1,
        category=Category.REGULATION,
        applies_to=(OLD, NEW),
        text="Verksamhetschefen är utsedd.",
        printed_text="Verksamhets-chefen är utsedd",
        match=MatchQuality.FUZZY,
        similarity=97.5,
        fulfilled=marks,
    )


def action_item() -> ActionItem:
    """An action item with a month as its date and several roles."""
    return ActionItem(
        area="A",
        indicator_text="Brist ett",
        planned_action="Vi ska; snart",
        due=Deadline(
            text="Maj 2026",
            edtf="2026-05",
            earliest=date(2026, 5, 1),
            latest=date(2026, 5, 31),
            precision=Precision.MONTH,
            status=DeadlineStatus.DATED,
        ),
        responsible=Party(
            text="VC och SR Eva Ek", roles=("verksamhetschef", "studierektor"), persons=("Eva Ek",)
        ),
        follow_up_due=Deadline(
            text="varje år", recurring=True, conditional=True, status=DeadlineStatus.UNDATED
        ),
        follow_up_responsible=Party(),
    )


def report() -> Report:
    """Text with quotes, commas, line feeds and letters beyond ASCII; marks of all three kinds."""
    area = Area(
        code="A",
        part=AreaPart.STRUCTURE,
        title="Verksamheten",
        narrative='Första "stycket", med komma\nAndra stycket',
        indicators=(indicator(True), indicator({OLD: True, NEW: None}), indicator(None)),
        gradings=(
            Grading(regulation=OLD, grade="C", original_grade="D", basis=GradingBasis.STATED),
            Grading(regulation=NEW, basis=GradingBasis.UNREADABLE, evidence="omarkerat"),
        ),
    )
    classified = StatementBasis.CLASSIFIED
    return Report(
        source=Source(
            file_name="år 2026.txt",
            sha256="0123456789abcdef" * 4,
            media_type="text/plain",
            page_count=2,
            reader=Reader.TEXT,
            edition="dual-regulation",
        ),
        cover=Cover(
            clinic="Ögonkliniken",
            inspection_date=date(2026, 2, 3),
            inspectors=("Bo Berg", "Eva Ek"),
            regulations=(OLD, NEW),
        ),
        strengths=(
            Statement(text="Bra stämning", basis=StatementBasis.LAYOUT),
            Statement(text="Gott om tid", basis=classified, confidence=0.75),
        ),
        weaknesses=(Statement(text="Saknar rum", basis=classified, confidence=0.5),),
        improvements=(Statement(text="Skaffa rum", basis=classified, confidence=1),),
        areas=(area, area.model_copy(update={"code": "B", "indicators": (), "gradings": ()})),
        action_plan=ActionPlan(status=PlanStatus.INCLUDED, items=(action_item(),)),
        unassigned=(UnassignedText(page=2, start=0, end=3, text="Hej"),),
        coverage=0.995,
        diagnostics=(
            Diagnostic(
                code="unassigned-text",
                severity=Severity.WARNING,
                message="3",
                pointer="/unassigned",
            ),
        ),
        provenance={"/cover/clinic": (Span(page=1, start=0, end=12),)},
    )
