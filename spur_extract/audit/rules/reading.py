"""SPUR7xx: how well the report could be read, and how well its form is known."""

from collections.abc import Iterator

from spur_extract.audit.form import edition_of, placed_areas
from spur_extract.audit.model import Audited, Context, Finding, Level, ReportRule
from spur_extract.contract import MatchQuality
from spur_extract.diagnostics import DiagnosticKind

READING = frozenset({"reading"})
EDITION = frozenset({"reading", "edition"})

DRIFTING = 0.15
"""Share of an edition's statements that are missing or reworded from which on the form may be
another edition."""


class UnassignedText(ReportRule):
    """SPUR701."""

    code = "SPUR701"
    name = "unassigned-text"
    title = "Much of the text is in no field"
    title_sv = "En stor del av texten hör inte till något fält"
    explanation = (
        "Text that no field accounts for may be an annexe, or something that was misread. Look at "
        "the report's unassigned text, and at spur-extract explain FILE. The limit is the setting "
        "most-unassigned."
    )
    level = Level.WARNING
    template = "{share} procent av texten hör inte till något fält."
    template_en = "{share} per cent of the text is in no field."
    tags = READING

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A larger share than the limit; the longest piece is quoted."""
        share = 1 - audited.report.coverage
        if share <= context.most_unassigned:
            return
        pieces = audited.report.unassigned
        longest = max(range(len(pieces)), key=lambda at: len(pieces[at].text), default=None)
        here = "/unassigned" if longest is None else f"/unassigned/{longest}"
        yield self.found(audited, here, share=f"{share * 100:.0f}")


class EditionUnknown(ReportRule):
    """SPUR702."""

    code = "SPUR702"
    name = "edition-unknown"
    title = "No edition of the form fits"
    title_sv = "Formulärets utgåva är okänd"
    explanation = (
        "The catalogue has no edition like this form, so it is not known which areas, statements "
        "and grades belong to it. See spur-extract editions for those it has."
    )
    level = Level.WARNING
    template = "Formulärets utgåva känns inte igen."
    template_en = "The edition of the form is not recognised."
    tags = EDITION

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """No edition, or one that this version's catalogue lacks."""
        if edition_of(audited.report) is None:
            yield self.found(audited, "/source/edition")


class EditionDrifts(ReportRule):
    """SPUR703."""

    code = "SPUR703"
    name = "edition-drifts"
    title = "Many statements are not as the edition has them"
    title_sv = "Många rader avviker från formulärets utgåva"
    explanation = (
        "So many statements are missing or reworded that the form is probably a newer edition, "
        "which the catalogue should learn."
    )
    level = Level.WARNING
    template = "{count} av {total} rader saknas eller har ändrad lydelse: kanske en ny utgåva."
    template_en = "{count} of {total} statements are missing or reworded: perhaps a new edition."
    tags = EDITION

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """Among the areas that are there; a missing area is told by SPUR201."""
        edition = edition_of(audited.report)
        areas = {area.code for area in audited.report.areas}
        tables = edition.area if edition else ()
        expected = [row.id for table in tables if table.code in areas for row in table.rows]
        exact = {
            indicator.id
            for _, area in placed_areas(audited.report)
            for indicator in area.indicators
            if indicator.match is MatchQuality.EXACT
        }
        count = len(set(expected) - exact)
        if expected and count > len(expected) * DRIFTING:
            yield self.found(audited, "/source/edition", count=count, total=len(expected))


class PageScanned(ReportRule):
    """SPUR704."""

    code = "SPUR704"
    name = "page-scanned"
    title = "A page is a picture without text"
    title_sv = "En sida är en bild utan text"
    explanation = (
        "What stands on the page is in no field, so whatever seems to be missing may stand there. "
        "Add a text layer by OCR, for example with: ocrmypdf -l swe FILE NEW_FILE"
    )
    level = Level.WARNING
    template = "Minst en sida är en inskannad bild vars text inte kan läsas."
    template_en = "At least one page is a scanned picture whose text cannot be read."
    tags = READING

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """The reader told of such a page; one finding for all."""
        codes = {note.code for note in audited.report.diagnostics}
        if DiagnosticKind.PAGE_SCANNED.code in codes:
            yield self.found(audited, "/source")


RULES: tuple[type[ReportRule], ...] = (
    UnassignedText,
    EditionUnknown,
    EditionDrifts,
    PageScanned,
)
