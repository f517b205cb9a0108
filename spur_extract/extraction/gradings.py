"""The grades of an area: by a mark beside an option, or by what the inspectors' text states."""

from collections.abc import Sequence
from dataclasses import dataclass

from spur_extract.catalogue import Edition
from spur_extract.contract import Grading, GradingBasis
from spur_extract.diagnostics import DiagnosticKind
from spur_extract.extraction.area_drafts import AreaDraft
from spur_extract.extraction.area_marks import AreaMarks
from spur_extract.extraction.column_headers import year_of
from spur_extract.extraction.findings import Findings
from spur_extract.extraction.option_marks import UNMARKED, OptionReading
from spur_extract.extraction.stated_grades import GradeSentence, agreed, said_of_grades
from spur_extract.layout.lines import LaidLine, squeeze

UNGRADED = {
    GradingBasis.NONE: DiagnosticKind.GRADE_NONE,
    GradingBasis.SEVERAL: DiagnosticKind.GRADE_SEVERAL,
    GradingBasis.UNREADABLE: DiagnosticKind.GRADE_UNREADABLE,
}


@dataclass(frozen=True, slots=True)
class GradingContext:
    """What grading an area needs to know: the form's edition, the regulations of its mark columns
    from left to right, and the marks of all areas."""

    edition: Edition | None
    columns: tuple[str, ...]
    marks: AreaMarks


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What a grading rests on: what its column of marks says, and sentences."""

    regulation: str | None
    reading: OptionReading
    sentences: tuple[GradeSentence, ...]


def grade_area(
    draft: AreaDraft,
    narrative: str | None,
    pointer: str,
    context: GradingContext,
    findings: Findings,
) -> tuple[Grading, ...]:
    """One grading for each regulation that the edition grades by, or one in all.

    A sentence that names no regulation, in a form that grades by regulation, gives a grading of
    its own without one: which column it means stands nowhere.
    """
    told = said_of_grades(narrative or "", draft.code)
    said = told.stated
    if told.unclear:
        findings.diagnose(DiagnosticKind.GRADE_SENTENCE_UNCLEAR, f"{pointer}/narrative", draft.code)
    if context.edition is not None and context.edition.graded_by_regulation:
        grounds = _grounds_by_regulation(draft, said, context.edition.regulations, context)
    else:
        grounds = [_Grounds(None, context.marks.options(draft, 0, 1), said)]
    return tuple(
        _grading(ground, draft, f"{pointer}/gradings/{position}", findings)
        for position, ground in enumerate(grounds)
    )


def _grounds_by_regulation(
    draft: AreaDraft,
    said: Sequence[GradeSentence],
    regulations: Sequence[str],
    context: GradingContext,
) -> list[_Grounds]:
    """The grounds of each regulation, and of none where sentences name none.

    A sentence that names the years of several regulations is about each of them.
    """
    grounds = [
        _Grounds(
            regulation,
            context.marks.options(draft, _column(regulation, context.columns), len(regulations)),
            tuple(sentence for sentence in said if year_of(regulation) in sentence.years),
        )
        for regulation in regulations
    ]
    years = {year_of(regulation) for regulation in regulations}
    unnamed = tuple(sentence for sentence in said if years.isdisjoint(sentence.years))
    return [*grounds, _Grounds(None, UNMARKED, unnamed)] if unnamed else grounds


def _column(regulation: str, columns: Sequence[str]) -> int:
    """Which column from the left is the regulation's; any, where that is not known."""
    return columns.index(regulation) if regulation in columns else 0


def _grading(grounds: _Grounds, draft: AreaDraft, pointer: str, findings: Findings) -> Grading:
    reading = grounds.reading
    for span in reading.read:
        findings.account(span)
    if reading.unclear:
        findings.diagnose(DiagnosticKind.OPTION_MARKS_UNREADABLE, pointer, draft.code)
    sentence = agreed(grounds.sentences)
    if sentence is None and grounds.sentences:
        findings.diagnose(DiagnosticKind.GRADES_STATED_DIFFER, pointer, draft.code)
    if reading.basis is GradingBasis.MARKED:
        findings.locate_spans(f"{pointer}/grade", reading.place)
        agrees = sentence is not None and sentence.grade == reading.chosen
        if sentence is not None and not agrees:
            findings.diagnose(DiagnosticKind.GRADE_DISAGREES, pointer, draft.code)
        return Grading(
            regulation=grounds.regulation,
            grade=reading.chosen,
            original_grade=sentence.before if sentence is not None and agrees else None,
            basis=GradingBasis.MARKED,
            evidence=reading.evidence,
        )
    if sentence is not None and reading.basis is not GradingBasis.SEVERAL:
        holding = _lines_holding(sentence.sentence, draft.narrative)
        findings.locate(f"{pointer}/grade", holding)
        findings.locate(f"{pointer}/evidence", holding)
        return Grading(
            regulation=grounds.regulation,
            grade=sentence.grade,
            original_grade=sentence.before,
            basis=GradingBasis.STATED,
            evidence=sentence.sentence,
        )
    findings.diagnose(UNGRADED[reading.basis], pointer, draft.code)
    return Grading(regulation=grounds.regulation, grade=None, basis=reading.basis)


def _lines_holding(sentence: str, lines: Sequence[LaidLine]) -> list[LaidLine]:
    """The printed lines that a sentence of the rejoined text stands in."""
    keys = [squeeze(line.text) for line in lines]
    start = "".join(keys).find(squeeze(sentence))
    end = start + len(squeeze(sentence))
    holding: list[LaidLine] = []
    position = 0
    for line, key in zip(lines, keys, strict=True):
        if position < end and position + len(key) > start:
            holding.append(line)
        position += len(key)
    return holding if start >= 0 else []
