"""SPUR3xx: the grades of the areas."""

from collections.abc import Iterator
from typing import ClassVar

from spur_extract.audit.form import (
    DEFICIENT,
    FULFILLED,
    area_table,
    area_was_deficient,
    edition_of,
    is_regulation,
    placed_areas,
    placed_gradings,
    row_name,
    unfulfilled,
)
from spur_extract.audit.model import Audited, Context, Finding, Level, ReportRule, Words
from spur_extract.audit.stated import disagreeing, sentence_about
from spur_extract.audit.wording import demands_of_action, praises
from spur_extract.contract import Area, Grading, GradingBasis

GRADES = frozenset({"grades"})
MARKS = frozenset({"grades", "marks"})


class GradeUnreadable(ReportRule):
    """SPUR301."""

    code = "SPUR301"
    name = "grade-unreadable"
    title = "An area's grade cannot be judged from this source"
    title_sv = "Ett områdes gradering går inte att avläsa"
    explanation = (
        "The options are printed, but the source shows no marks, as text taken out of a PDF file "
        "mostly does not. Nothing is wrong with the report: audit the PDF file itself."
    )
    level = Level.INFO
    template = "Graderingen av område {area} går inte att avläsa i denna källa."
    template_en = "The grade of area {area} cannot be read in this source."
    tags = MARKS

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """An area of which no grading has a grade, all for want of marks."""
        for pointer, area in placed_areas(audited.report):
            bases = {grading.basis for grading in area.gradings}
            if bases == {GradingBasis.UNREADABLE}:
                yield self.found(audited, f"{pointer}/gradings", area=area.code)


class _GradeOfBasis(ReportRule):
    basis: ClassVar[GradingBasis]
    level = Level.ERROR
    tags = MARKS

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A grading with that basis."""
        for pointer, area, grading in placed_gradings(audited.report):
            if grading.basis is self.basis:
                yield self.found(audited, pointer, area=area.code, by=_under(grading))


class GradeNotMarked(_GradeOfBasis):
    """SPUR302."""

    code = "SPUR302"
    name = "grade-not-marked"
    basis = GradingBasis.NONE
    title = "No grade of an area is marked"
    title_sv = "Ingen gradering är markerad"
    explanation = "Every area has to be graded: marks can be read here, and no option has one."
    template = "Ingen gradering är markerad för område {area}{by}."
    template_en = "No grade is marked for area {area}{by}."


class GradeSeveral(_GradeOfBasis):
    """SPUR303."""

    code = "SPUR303"
    name = "grades-several"
    basis = GradingBasis.SEVERAL
    title = "Several grades of an area are marked"
    title_sv = "Flera graderingar är markerade"
    explanation = "An area has one grade under each regulation; ask the inspectors which holds."
    template = "Flera graderingar är markerade för område {area}{by}."
    template_en = "Several grades are marked for area {area}{by}."


class GradingMissing(ReportRule):
    """SPUR304."""

    code = "SPUR304"
    name = "grading-missing"
    title = "An area is not graded under a regulation of the form"
    title_sv = "En gradering saknas"
    explanation = "A form for two regulations grades every area under each of them."
    level = Level.WARNING
    template = "Gradering saknas för område {area}{by}."
    template_en = "The grading of area {area}{by} is missing."
    tags = GRADES

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """No grading at all, or none for one of the regulations."""
        edition = edition_of(audited.report)
        by_regulation = edition.regulations if edition and edition.graded_by_regulation else ()
        for pointer, area in placed_areas(audited.report):
            graded = {grading.regulation for grading in area.gradings}
            missing = [each for each in by_regulation if each not in graded]
            for regulation in missing if by_regulation else [None] if not graded else []:
                here = f"{pointer}/gradings"
                yield self.found(audited, here, area=area.code, by=_under_regulation(regulation))


class GradeNotOffered(ReportRule):
    """SPUR305."""

    code = "SPUR305"
    name = "grade-not-offered"
    title = "A grade that the form does not offer for the area"
    title_sv = "En gradering som formuläret inte har för området"
    explanation = (
        "Areas without general advice (allmänna råd) have no option C; there it can only follow "
        "from an action plan."
    )
    level = Level.WARNING
    template = "Område {area} har gradering {grade}, som formuläret inte har för området."
    template_en = "Area {area} has the grade {grade}, which the form does not offer for it."
    tags = GRADES

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A grade that the edition's area lacks, and that no action plan explains."""
        report = audited.report
        planned = {item.area for item in report.action_plan.items}
        for pointer, area, grading in placed_gradings(report):
            table = area_table(report.source.edition, area.code)
            grade = grading.grade
            if table is None or grade is None or grade in table.grades:
                continue
            if grading.original_grade is None and area.code not in planned:
                yield self.found(audited, f"{pointer}/grade", area=area.code, grade=grade)


class MarkAgainstText(ReportRule):
    """SPUR306."""

    code = "SPUR306"
    name = "mark-against-text"
    title = "Mark and text tell different grades"
    title_sv = "Kryss och text anger olika graderingar"
    explanation = (
        "The inspectors' text states one grade and the mark another, mostly since the grade was "
        "changed after the plan came in and the mark was not."
    )
    level = Level.ERROR
    template = "Område {area} är markerat med {marked}{by}, men texten anger {stated}."
    template_en = "Area {area} is marked {marked}{by}, but the text states {stated}."
    tags = frozenset({"grades", "marks", "narrative"})

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A marked grade that is not the one that a sentence states."""
        for area_pointer, area in placed_areas(audited.report):
            for position, grading in enumerate(area.gradings):
                sentence = sentence_about(area, grading)
                if grading.basis is not GradingBasis.MARKED or sentence is None:
                    continue
                if sentence.grade != grading.grade:
                    yield self.found(
                        audited,
                        f"{area_pointer}/gradings/{position}/grade",
                        sentence.sentence,
                        area=area.code,
                        marked=grading.grade or "–",
                        by=_under(grading),
                        stated=sentence.grade,
                    )


class StatedGradesDiffer(ReportRule):
    """SPUR307."""

    code = "SPUR307"
    name = "stated-grades-differ"
    title = "The text states more than one grade of an area"
    title_sv = "Texten anger flera graderingar"
    explanation = "Two sentences of the narrative state different grades: one of them is old."
    level = Level.WARNING
    template = "Texten till område {area} anger olika graderingar: {grades}."
    template_en = "The text of area {area} states different grades: {grades}."
    tags = frozenset({"grades", "narrative"})

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """Sentences of one regulation that do not agree."""
        for pointer, area in placed_areas(audited.report):
            for said in disagreeing(area):
                grades = ", ".join(sorted({sentence.grade for sentence in said}))
                here, quote = f"{pointer}/narrative", said[-1].sentence
                yield self.found(audited, here, quote, area=area.code, grades=grades)


class WordingAgainstGrade(ReportRule):
    """SPUR308."""

    code = "SPUR308"
    name = "wording-against-grade"
    title = "The narrative's wording does not sound like the grade"
    title_sv = "Textens ordalag stämmer inte med graderingen"
    explanation = (
        "The text demands action where the grade says that the regulations are followed, or finds "
        "no fault where the grade is D. Words can be meant otherwise: this is a hint to read the "
        "text, not a fact about the unit."
    )
    level = Level.INFO
    template = "Område {area} har gradering {grade}, men texten {what}."
    template_en = "Area {area} has the grade {grade}, but the text {what}."
    tags = frozenset({"grades", "narrative", "wording"})

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """Demands of action in an area that has A or B throughout, praise in one that has D."""
        for pointer, area in placed_areas(audited.report):
            grades = {grading.grade for grading in area.gradings}
            if grades and grades <= FULFILLED and not area_was_deficient(area):
                yield from self._sentences(audited, pointer, area, demanding=True)
            if grades == {DEFICIENT}:
                yield from self._sentences(audited, pointer, area, demanding=False)

    def _sentences(
        self, audited: Audited, pointer: str, area: Area, *, demanding: bool
    ) -> Iterator[Finding]:
        said = (demands_of_action if demanding else praises)(area.narrative)
        what = (
            Words("säger att åtgärd krävs", "says that action is demanded")
            if demanding
            else Words("säger att inget brister", "finds no fault")
        )
        grade = "/".join(sorted({grading.grade or "–" for grading in area.gradings}))
        for sentence in said:
            here = f"{pointer}/narrative"
            yield self.found(audited, here, sentence, area=area.code, grade=grade, what=what)


class GradeAgainstRows(ReportRule):
    """SPUR309."""

    code = "SPUR309"
    name = "grade-against-rows"
    title = "A grade says that the regulations are followed, and a row says they are not"
    title_sv = "Graderingen säger att föreskrifterna följs, men en är markerad som ej uppfylld"
    explanation = (
        "The options A and B say that the regulations are followed; the area has a row of a "
        "regulation that is marked as not fulfilled. One of the marks is wrong."
    )
    level = Level.WARNING
    template = (
        "Område {area} har gradering {grade}{by}, men som inte uppfyllt är markerat: föreskrift "
        "{rows}."
    )
    template_en = (
        "Area {area} has the grade {grade}{by}, but marked as not fulfilled is: regulation row "
        "{rows}."
    )
    tags = MARKS

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A or B, never D before, beside a regulation that is not fulfilled."""
        for pointer, area, grading in placed_gradings(audited.report):
            if grading.grade not in FULFILLED or grading.original_grade is not None:
                continue
            rows = [
                row_name(row)
                for row in area.indicators
                if is_regulation(row) and unfulfilled(row, grading.regulation)
            ]
            if rows:
                yield self.found(
                    audited,
                    f"{pointer}/grade",
                    area=area.code,
                    grade=grading.grade or "",
                    by=_under(grading),
                    rows=", ".join(rows),
                )


def _under(grading: Grading) -> Words:
    return _under_regulation(grading.regulation)


def _under_regulation(regulation: str | None) -> Words:
    return Words(f" enligt {regulation}", f" under {regulation}") if regulation else Words("", "")


RULES: tuple[type[ReportRule], ...] = (
    GradeUnreadable,
    GradeNotMarked,
    GradeSeveral,
    GradingMissing,
    GradeNotOffered,
    MarkAgainstText,
    StatedGradesDiffer,
    WordingAgainstGrade,
    GradeAgainstRows,
)
