"""The grades of an area: by a mark beside an option, or by what the inspectors' text states."""

from collections.abc import Sequence
from dataclasses import dataclass

from spur_extract.catalogue import Edition
from spur_extract.contract import Grading, GradingBasis, Span
from spur_extract.diagnostics import DiagnosticKind
from spur_extract.extraction.area_drafts import AreaDraft
from spur_extract.extraction.findings import Findings, mark_spans
from spur_extract.extraction.marks import read_group
from spur_extract.extraction.stated_grades import GradeSentence, agreed, said_of_grades
from spur_extract.layout.lines import LaidLine, Mark, squeeze
from spur_extract.recognition.elements import Element

UNGRADED = {
    GradingBasis.NONE: DiagnosticKind.GRADE_NONE,
    GradingBasis.SEVERAL: DiagnosticKind.GRADE_SEVERAL,
    GradingBasis.UNREADABLE: DiagnosticKind.GRADE_UNREADABLE,
}


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What a grading rests on: the options' marks in its column, and sentences."""

    regulation: str | None
    marks: dict[str, Mark | None]
    sentences: tuple[GradeSentence, ...]


def grade_area(
    draft: AreaDraft,
    narrative: str | None,
    pointer: str,
    edition: Edition | None,
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
    if edition is not None and edition.graded_by_regulation:
        grounds = _grounds_by_regulation(draft, said, edition.regulations)
    else:
        grounds = [_Grounds(None, _marks(draft.options, 0, 1), said)]
    return tuple(
        _grading(ground, draft, f"{pointer}/gradings/{position}", findings)
        for position, ground in enumerate(grounds)
    )


def _grounds_by_regulation(
    draft: AreaDraft, said: Sequence[GradeSentence], regulations: Sequence[str]
) -> list[_Grounds]:
    """The grounds of each regulation, and of none where sentences name none.

    A sentence that names the years of several regulations is about each of them.
    """
    grounds = [
        _Grounds(
            regulation,
            _marks(draft.options, column, len(regulations)),
            tuple(sentence for sentence in said if _year(regulation) in sentence.years),
        )
        for column, regulation in enumerate(regulations)
    ]
    years = {_year(regulation) for regulation in regulations}
    unnamed = tuple(sentence for sentence in said if years.isdisjoint(sentence.years))
    return [*grounds, _Grounds(None, {}, unnamed)] if unnamed else grounds


def _year(regulation: str) -> str:
    """The year in a regulation's number: "2015" of "SOSFS 2015:8"."""
    return regulation.rsplit(maxsplit=1)[-1].split(":", maxsplit=1)[0]


def _marks(options: Sequence[Element], column: int, columns: int) -> dict[str, Mark | None]:
    """The mark of each option in one column; none where there are not as many as columns."""
    marks: dict[str, Mark | None] = {}
    for option in options:
        if option.entry is not None and option.entry.grade is not None:
            there = [mark for line in option.lines for mark in line.marks]
            marks[option.entry.grade] = there[column] if len(there) == columns else None
    return marks


def _grading(grounds: _Grounds, draft: AreaDraft, pointer: str, findings: Findings) -> Grading:
    reading = read_group(grounds.marks)
    if reading.basis is not GradingBasis.UNREADABLE:
        for span in mark_spans(line for option in draft.options for line in option.lines):
            findings.account(span)
    elif any(line.marks for option in draft.options for line in option.lines):
        findings.diagnose(DiagnosticKind.OPTION_MARKS_UNREADABLE, pointer, draft.code)
    sentence = agreed(grounds.sentences)
    if sentence is None and grounds.sentences:
        findings.diagnose(DiagnosticKind.GRADES_STATED_DIFFER, pointer, draft.code)
    if reading.basis is GradingBasis.MARKED and reading.mark is not None:
        findings.locate_spans(f"{pointer}/grade", _mark_spans(reading.mark, draft.options))
        agrees = sentence is not None and sentence.grade == reading.chosen
        if sentence is not None and not agrees:
            findings.diagnose(DiagnosticKind.GRADE_DISAGREES, pointer, draft.code)
        return Grading(
            regulation=grounds.regulation,
            grade=reading.chosen,
            original_grade=sentence.before if sentence is not None and agrees else None,
            basis=GradingBasis.MARKED,
            evidence=f"{reading.mark.glyph} beside option {reading.chosen}",
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


def _mark_spans(mark: Mark, options: Sequence[Element]) -> tuple[Span, ...]:
    lines = (line for option in options for line in option.lines if mark in line.marks)
    return tuple(Span(page=line.page, start=mark.start, end=mark.end) for line in lines)


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
