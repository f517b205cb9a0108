"""SPUR4xx: the form statements of the areas (föreskrift, allmänna råd, kvalitetsindikator)."""

from collections.abc import Iterator

from spur_extract.audit.form import placed_areas, row_name, rows_of
from spur_extract.audit.model import Audited, Context, Finding, Level, ReportRule, Words
from spur_extract.contract import Indicator, MatchQuality, Report
from spur_extract.diagnostics import DiagnosticKind

INDICATORS = frozenset({"indicators"})
EDITION = frozenset({"indicators", "edition"})
MARKS = frozenset({"indicators", "marks"})

MOST_ROWS = 0.5
"""From this share of marked rows on, a row without a mark has been forgotten."""

CATEGORIES = {
    "regulation": Words("föreskrift", "regulation"),
    "general_advice": Words("allmänna råd", "general advice"),
    "quality_indicator": Words("kvalitetsindikator", "quality indicator"),
}


class IndicatorMissing(ReportRule):
    """SPUR401."""

    code = "SPUR401"
    name = "indicator-missing"
    title = "A statement of the edition is missing"
    title_sv = "En rad i formuläret saknas"
    explanation = (
        "The form prints this statement, and the area does not have it: a row was deleted, a page "
        "is lost, or the form is an edition that the catalogue lacks."
    )
    level = Level.WARNING
    template = "Område {area} saknar formulärets rad {row} ({id})."
    template_en = "Area {area} lacks the form's statement {row} ({id})."
    tags = EDITION

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A row of the edition's area that the report's area lacks."""
        for pointer, area in placed_areas(audited.report):
            present = {indicator.id for indicator in area.indicators}
            for row in rows_of(audited.report.source.edition, area.code).values():
                if row.id not in present:
                    here = f"{pointer}/indicators"
                    yield self.found(audited, here, area=area.code, row=row.number, id=row.id)


class IndicatorDoubled(ReportRule):
    """SPUR402."""

    code = "SPUR402"
    name = "indicator-doubled"
    title = "A statement stands more than once in its area"
    title_sv = "En rad finns flera gånger i området"
    explanation = "Two rows with the same words may be marked differently: only one can hold."
    level = Level.WARNING
    template = "Område {area} har rad {row} mer än en gång."
    template_en = "Area {area} has statement {row} more than once."
    tags = INDICATORS

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """An id that the area has above."""
        for area_pointer, area in placed_areas(audited.report):
            met: set[str] = set()
            for position, indicator in enumerate(area.indicators):
                if indicator.id in met:
                    here = f"{area_pointer}/indicators/{position}"
                    yield self.found(audited, here, area=area.code, row=row_name(indicator))
                met.add(indicator.id)


class IndicatorReworded(ReportRule):
    """SPUR403."""

    code = "SPUR403"
    name = "indicator-reworded"
    title = "A statement is printed in changed words"
    title_sv = "En rad har ändrad lydelse"
    explanation = (
        "The row was recognised, but its words are not the form's: somebody edited them, or the "
        "form is a newer edition. Compare the words before the row is relied on."
    )
    level = Level.INFO
    template = "Rad {row} i område {area} är tryckt med ändrade ord ({similarity} % lika)."
    template_en = (
        "Statement {row} of area {area} is printed in changed words ({similarity}% alike)."
    )
    tags = EDITION

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A row that was not matched exactly."""
        for pointer, area, indicator in _placed(audited.report):
            if indicator.match is not MatchQuality.EXACT:
                yield self.found(
                    audited,
                    f"{pointer}/printed_text",
                    area=area,
                    row=row_name(indicator),
                    similarity=int(indicator.similarity),
                )


class IndicatorForeign(ReportRule):
    """SPUR404."""

    code = "SPUR404"
    name = "indicator-foreign"
    title = "A statement that the edition does not print in this area"
    title_sv = "En rad som formuläret inte har i området"
    explanation = "The row belongs to another area or another edition: pages may be mixed up."
    level = Level.WARNING
    template = "Område {area} har raden {id}, som formuläret inte har där."
    template_en = "Area {area} has the statement {id}, which the form does not have there."
    tags = EDITION

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A row of no row of the edition's area, where that has rows."""
        for pointer, area, indicator in _placed(audited.report):
            rows = rows_of(audited.report.source.edition, area)
            if rows and indicator.id not in rows:
                yield self.found(audited, pointer, area=area, id=indicator.id)


class IndicatorNotMarked(ReportRule):
    """SPUR405."""

    code = "SPUR405"
    name = "indicator-not-marked"
    title = "A statement is not marked, though most others are"
    title_sv = "En rad saknar markering"
    explanation = (
        "Every row is to be marked as fulfilled or not. Where no marks are readable, as in text "
        "taken out of a PDF file, nothing is said."
    )
    level = Level.WARNING
    template = "Rad {row} i område {area} är inte markerad."
    template_en = "Statement {row} of area {area} is not marked."
    tags = MARKS

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A row without a mark, in a report where most rows have one; marks that are there, but
        cannot be read, are no fault of the report."""
        rows = list(_placed(audited.report))
        unmarked = [row for row in rows if _lacks_mark(row[2])]
        unclear = _unclear_rows(audited.report)
        if len(unmarked) >= len(rows) * MOST_ROWS:
            return
        for pointer, area, indicator in unmarked:
            if pointer not in unclear:
                here = f"{pointer}/fulfilled"
                yield self.found(audited, here, area=area, row=row_name(indicator))


class IndicatorLabelDiffers(ReportRule):
    """SPUR406."""

    code = "SPUR406"
    name = "indicator-label-differs"
    title = "A statement stands under another label than in the edition"
    title_sv = "En rad har en annan etikett än i formuläret"
    explanation = (
        "Whether a row is a regulation or only an advice decides what an unfulfilled one leads "
        "to: D, or at most C."
    )
    level = Level.WARNING
    template = "Rad {row} i område {area} står som {printed}, men är {known} i formuläret."
    template_en = "Statement {row} of area {area} stands as {printed}, but is {known} in the form."
    tags = EDITION

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """Both categories are known, and differ."""
        for pointer, area, indicator in _placed(audited.report):
            row = rows_of(audited.report.source.edition, area).get(indicator.id)
            known, printed = row.category if row else None, indicator.category
            if known is not None and printed not in (None, known):
                yield self.found(
                    audited,
                    pointer,
                    area=area,
                    row=row_name(indicator),
                    printed=CATEGORIES[str(printed)],
                    known=CATEGORIES[known],
                )


def _lacks_mark(indicator: Indicator) -> bool:
    """No mark, or none under one of the regulations that have a column for the row."""
    marks = indicator.fulfilled
    return None in marks.values() if isinstance(marks, dict) else marks is None


def _unclear_rows(report: Report) -> frozenset[str]:
    """The pointers of rows with marks that cannot be read."""
    code = DiagnosticKind.ROW_MARK_UNREADABLE.code
    return frozenset(note.pointer for note in report.diagnostics if note.code == code)


def _placed(report: Report) -> Iterator[tuple[str, str, Indicator]]:
    """Each row with its pointer and the code of its area."""
    for pointer, area in placed_areas(report):
        for position, indicator in enumerate(area.indicators):
            yield f"{pointer}/indicators/{position}", area.code, indicator


RULES: tuple[type[ReportRule], ...] = (
    IndicatorMissing,
    IndicatorDoubled,
    IndicatorReworded,
    IndicatorForeign,
    IndicatorNotMarked,
    IndicatorLabelDiffers,
)
