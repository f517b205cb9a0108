"""SPUR1xx: the cover page."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar, Final

from spur_extract.audit.form import edition_of
from spur_extract.audit.model import Audited, Context, Finding, Level, ReportRule
from spur_extract.audit.places import passage_of, quote_of
from spur_extract.contract import Cover

COVER = frozenset({"cover"})
COVER_DATE = frozenset({"cover", "dates"})
DAY: Final = "/cover/inspection_date"


class CoverMissing(ReportRule):
    """SPUR100."""

    code = "SPUR100"
    name = "cover-missing"
    title = "The report has no cover page"
    title_sv = "Försättsblad saknas"
    explanation = (
        "Without a cover page nobody can tell which unit was inspected, when and by whom, and the "
        "report cannot be compared with others. Ask for the whole document."
    )
    level = Level.WARNING
    template = "Försättsbladet saknas: varken klinik, specialitet, datum eller inspektörer anges."
    template_en = "There is no cover page: no clinic, specialty, date or inspectors are given."
    tags = COVER

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """Nothing of a cover is there."""
        if not has_cover(audited.report.cover):
            yield self.found(audited, "/cover")


class _FieldMissing(ReportRule):
    field: ClassVar[str]
    level = Level.WARNING
    tags = COVER

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """The field is empty on a cover that has others."""
        cover = audited.report.cover
        if has_cover(cover) and not _given(cover, self.field):
            yield self.found(audited, f"/cover/{self.field}")


class ClinicMissing(_FieldMissing):
    """SPUR101."""

    code = "SPUR101"
    name = "clinic-missing"
    field = "clinic"
    title = "The cover names no clinic"
    title_sv = "Klinik saknas på försättsbladet"
    explanation = "The unit is what inspections are counted by: write it as the register has it."
    template = "Försättsbladet anger ingen klinik."
    template_en = "The cover names no clinic."


class SpecialtyMissing(_FieldMissing):
    """SPUR102."""

    code = "SPUR102"
    name = "specialty-missing"
    field = "specialty"
    title = "The cover names no specialty"
    title_sv = "Specialitet saknas på försättsbladet"
    explanation = (
        "A unit may train in several specialties, each inspected on its own: the cover has to say "
        "which one the report is about."
    )
    template = "Försättsbladet anger ingen specialitet."
    template_en = "The cover names no specialty."


class InspectionDateMissing(_FieldMissing):
    """SPUR103."""

    code = "SPUR103"
    name = "inspection-date-missing"
    field = "inspection_date"
    title = "The cover gives no inspection date"
    title_sv = "Datum saknas på försättsbladet"
    explanation = "The five years to the next inspection count from this day."
    template = "Försättsbladet anger inget datum för granskningen."
    template_en = "The cover gives no date of the inspection."


class InspectorsMissing(_FieldMissing):
    """SPUR104."""

    code = "SPUR104"
    name = "inspectors-missing"
    field = "inspectors"
    title = "The cover names no inspectors"
    title_sv = "Inspektörer saknas på försättsbladet"
    explanation = "An external inspection is made by named inspectors from outside the unit."
    template = "Försättsbladet anger inga inspektörer."
    template_en = "The cover names no inspectors."


class RegulationsMissing(_FieldMissing):
    """SPUR105."""

    code = "SPUR105"
    name = "regulations-missing"
    field = "regulations"
    title = "The cover names no regulation"
    title_sv = "Föreskrift saknas på försättsbladet"
    explanation = "The same finding weighs differently under the regulations of 2015 and of 2021."
    template = "Försättsbladet anger inte vilken föreskrift granskningen gäller."
    template_en = "The cover does not say which regulation the inspection was under."


class InspectionDateUnreadable(ReportRule):
    """SPUR106."""

    code = "SPUR106"
    name = "inspection-date-unreadable"
    title = "The inspection date is no full date"
    title_sv = "Granskningens datum är inget fullständigt datum"
    explanation = (
        "Something stands for the date, but no calendar day can be told from it. Write year, month "
        "and day."
    )
    level = Level.WARNING
    template = "Granskningens datum är inget fullständigt datum."
    template_en = "The inspection date is no full date."
    tags = COVER_DATE

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A text for the date, and no date."""
        cover = audited.report.cover
        if cover.inspection_date_text and cover.inspection_date is None:
            yield self.found(audited, "/cover/inspection_date_text")


class InspectionDateInFuture(ReportRule):
    """SPUR107."""

    code = "SPUR107"
    name = "inspection-date-in-future"
    title = "The inspection date lies in the future"
    title_sv = "Granskningens datum ligger i framtiden"
    explanation = (
        "A report tells what was seen: it cannot be from a day after the one that the audit is "
        "about (today, unless --as-of tells another). Most often the year is mistyped. An audit as "
        "of a day gone by finds every later report here, and the rules on the archive leave these "
        "out."
    )
    level = Level.ERROR
    template = "Granskningens datum {day} ligger efter {as_of}, den dag kontrollen avser."
    template_en = "The inspection date {day} is later than {as_of}, the day of the audit."
    tags = COVER_DATE

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """The day is after the day of the audit."""
        day = audited.report.cover.inspection_date
        if day is not None and day > context.as_of:
            yield _as_written(self.found(audited, DAY, day=day, as_of=context.as_of), audited)


class InspectionDateAfterFile(ReportRule):
    """SPUR108."""

    code = "SPUR108"
    name = "inspection-date-after-file"
    title = "The inspection date is later than the file"
    title_sv = "Granskningens datum är senare än filen"
    explanation = (
        "The file was last written before the day that it gives for the inspection: the date is "
        "mistyped, or the report was written before the visit. Only where the report itself is "
        "audited: the JSON of a converted one does not tell."
    )
    level = Level.WARNING
    template = "Granskningens datum {day} är senare än filen, som skrevs {written}."
    template_en = "The inspection date {day} is later than the file, which was written {written}."
    tags = COVER_DATE

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """The day is after that of the file, but not in the future, which SPUR107 tells."""
        day, written = audited.report.cover.inspection_date, audited.file_date
        if day is not None and written is not None and written < day <= context.as_of:
            yield _as_written(self.found(audited, DAY, day=day, written=written), audited)


class InspectorsUnreadable(ReportRule):
    """SPUR109."""

    code = "SPUR109"
    name = "inspectors-unreadable"
    title = "No name of a person among the inspectors"
    title_sv = "Inget personnamn bland inspektörerna"
    explanation = "Something stands for the inspectors, but no name of a person was found in it."
    level = Level.INFO
    template = "Bland inspektörerna känns inget personnamn igen."
    template_en = "No name of a person is recognised among the inspectors."
    tags = COVER

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """A text for the inspectors, and no name."""
        cover = audited.report.cover
        if cover.inspectors_text and not cover.inspectors:
            yield self.found(audited, "/cover/inspectors_text")


class RegulationsAgainstForm(ReportRule):
    """SPUR110."""

    code = "SPUR110"
    name = "regulations-against-form"
    title = "Cover and form name different regulations"
    title_sv = "Försättsblad och formulär anger olika föreskrifter"
    explanation = (
        "This form has a column for each of its regulations, and the cover names others: the "
        "inspection was made on the wrong form, or the cover is wrong."
    )
    level = Level.WARNING
    template = "Försättsbladet anger {given}, men formuläret är för {expected}."
    template_en = "The cover names {given}, but the form is for {expected}."
    tags = COVER

    def check(self, audited: Audited, context: Context) -> Iterator[Finding]:
        """Both name regulations, and not the same."""
        given = audited.report.cover.regulations
        edition = edition_of(audited.report)
        expected = edition.regulations if edition else ()
        if given and expected and set(given) != set(expected):
            yield self.found(
                audited,
                "/cover/regulations",
                given=", ".join(given),
                expected=", ".join(expected),
            )


def has_cover(cover: Cover) -> bool:
    """Whether anything of a cover page is there."""
    return any(_given(cover, field) for field in Cover.model_fields)


def _as_written(finding: Finding, audited: Audited) -> Finding:
    """The finding on the day, with the place and the words that the source has for it."""
    text = audited.report.cover.inspection_date_text
    place = passage_of(audited.report, f"{DAY}_text").place
    return replace(finding, place=place or finding.place, quote=quote_of(text))


def _given(cover: Cover, field: str) -> bool:
    """Whether the cover has a value, or at least a text, for the field."""
    return bool(getattr(cover, field) or getattr(cover, f"{field}_text", None))


RULES: tuple[type[ReportRule], ...] = (
    CoverMissing,
    ClinicMissing,
    SpecialtyMissing,
    InspectionDateMissing,
    InspectorsMissing,
    RegulationsMissing,
    InspectionDateUnreadable,
    InspectionDateInFuture,
    InspectionDateAfterFile,
    InspectorsUnreadable,
    RegulationsAgainstForm,
)
