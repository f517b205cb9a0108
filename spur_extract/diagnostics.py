"""Every diagnostic there is: its stable code, its severity, and what it tells."""

from enum import Enum

from spur_extract.contract import Diagnostic, Severity


class DiagnosticKind(Enum):
    """Stable code, severity and message template of each diagnostic; codes are never reused."""

    EDITION_UNKNOWN = (
        "edition-unknown",
        Severity.WARNING,
        "no edition of the catalogue fits this form",
    )
    PAGE_SCANNED = (
        "page-scanned",
        Severity.WARNING,
        "page {what} is a picture without text; what stands on it is in no field",
    )
    SECOND_REPORT = (
        "second-report",
        Severity.WARNING,
        "a second report begins in the document; only the first was read",
    )
    COVER_FIELD_MISSING = ("cover-field-missing", Severity.INFO, "the cover does not give {what}")
    DATE_UNREADABLE = (
        "date-unreadable",
        Severity.WARNING,
        "the inspection date is no full date",
    )
    DATE_OF_SEVERAL_DAYS = (
        "date-of-several-days",
        Severity.INFO,
        "the cover gives several days; the first is taken",
    )
    NAME_UNREADABLE = (
        "name-unreadable",
        Severity.WARNING,
        "no name of a person was found in what stands for the inspectors",
    )
    REGULATION_UNREADABLE = (
        "regulation-unreadable",
        Severity.WARNING,
        "not all that stands for the regulations (föreskrift) names one",
    )
    LIST_MISSING = ("list-missing", Severity.WARNING, "the list {what} is not there or empty")
    ITEM_END_UNCERTAIN = (
        "item-end-uncertain",
        Severity.INFO,
        "the last line is full: this item and the one below it may be one",
    )
    AREA_MISSING = ("area-missing", Severity.WARNING, "area {what} is not in the document")
    AREA_DOUBLED = ("area-doubled", Severity.WARNING, "area {what} stands more than once")
    AREA_OUT_OF_ORDER = (
        "area-out-of-order",
        Severity.WARNING,
        "area {what} does not stand in its place among the areas",
    )
    AREA_WITHOUT_HEADING = (
        "area-without-heading",
        Severity.WARNING,
        "rows of area {what} are there, its heading is not",
    )
    NARRATIVE_MISSING = ("narrative-missing", Severity.INFO, "area {what} has no narrative")
    INDICATOR_MISSING = (
        "indicator-missing",
        Severity.INFO,
        "statement {what} of the edition is not in the document",
    )
    ROW_LABEL_DISAGREES = (
        "row-label-disagrees",
        Severity.WARNING,
        "the label above the statement and the catalogue tell different categories",
    )
    ROW_DOUBLED = (
        "row-doubled",
        Severity.WARNING,
        "the statement stands more than once in the area",
    )
    ROW_MARK_UNREADABLE = (
        "row-mark-unreadable",
        Severity.WARNING,
        "marks stand beside the statement, but what they say cannot be told",
    )
    GRADE_UNREADABLE = (
        "grade-unreadable",
        Severity.INFO,
        "area {what}: the options are printed, but no mark and no sentence tells the grade",
    )
    OPTION_MARKS_UNREADABLE = (
        "option-marks-unreadable",
        Severity.WARNING,
        "area {what}: marks stand beside the options, but what they say cannot be told",
    )
    GRADE_NONE = ("grade-none", Severity.WARNING, "area {what}: no option is marked")
    GRADE_SEVERAL = ("grade-several", Severity.WARNING, "area {what}: several options are marked")
    GRADE_DISAGREES = (
        "grade-disagrees",
        Severity.WARNING,
        "area {what}: the mark and the inspectors' text tell different grades",
    )
    GRADE_SENTENCE_UNCLEAR = (
        "grade-sentence-unclear",
        Severity.INFO,
        "area {what}: a sentence of the narrative names a grade, but does not plainly state it",
    )
    GRADES_STATED_DIFFER = (
        "grades-stated-differ",
        Severity.WARNING,
        "area {what}: the inspectors' text states more than one grade",
    )
    PLAN_NOT_INCLUDED = (
        "plan-not-included",
        Severity.WARNING,
        "an action plan is referred to, but none is in the document",
    )
    ACTION_FIELD_MISSING = (
        "action-field-missing",
        Severity.WARNING,
        "the action item does not give {what}",
    )
    ACTION_FIELD_DOUBLED = (
        "action-field-doubled",
        Severity.WARNING,
        "the action item has the label of {what} twice; what stands below both is given",
    )
    ACTION_ITEM_TORN = (
        "action-item-torn",
        Severity.WARNING,
        "labels of the plan stand where their item cannot be told; their text is unassigned",
    )
    ACTION_FIELDS_SHIFTED = (
        "action-fields-shifted",
        Severity.WARNING,
        "what stands below the item's labels belongs to other labels; its fields are left out",
    )
    DEADLINE_MALFORMED = (
        "deadline-malformed",
        Severity.WARNING,
        "the digits given as a date are no date",
    )
    DEADLINE_UNCLEAR = (
        "deadline-unclear",
        Severity.WARNING,
        "a date is given, but words or digits beside it may change it; no date was taken",
    )
    FOREIGN_TEXT = (
        "foreign-text",
        Severity.WARNING,
        "text that does not belong to the report was left out of all fields",
    )
    UNASSIGNED_TEXT = (
        "unassigned-text",
        Severity.WARNING,
        "{what} characters of the source are in no field",
    )

    @property
    def code(self) -> str:
        """The stable code."""
        return self.value[0]

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.value[1]

    @property
    def template(self) -> str:
        """The message, with `{what}` where the case is named."""
        return self.value[2]

    def at(self, pointer: str, what: str = "") -> Diagnostic:
        """The diagnostic for the value at `pointer`."""
        return Diagnostic(
            code=self.code,
            severity=self.severity,
            message=self.template.format(what=what),
            pointer=pointer,
        )
