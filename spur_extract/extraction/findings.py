"""What the extractors note beside the values: where each came from, and what is wrong with it."""

from collections.abc import Iterable, Sequence

from spur_extract.contract import Diagnostic, Span
from spur_extract.diagnostics import DiagnosticKind
from spur_extract.layout.lines import LaidLine


class Findings:
    """Provenance by JSON Pointer, and diagnostics, as the extractors add them."""

    def __init__(self) -> None:
        """Start with nothing found."""
        self.provenance: dict[str, tuple[Span, ...]] = {}
        self.diagnostics: list[Diagnostic] = []
        self.form_words: list[Span] = []

    def account(self, span: Span) -> None:
        """Note that the form's own words stand there, beside a value on the same line."""
        self.form_words.append(span)

    def locate(self, pointer: str, lines: Iterable[LaidLine], *, bullets: bool = True) -> None:
        """Note that the value at `pointer` stands in `lines`, with or without their bullets."""
        spans = line_spans(lines, bullets=bullets)
        if spans:
            self.provenance[pointer] = spans

    def locate_spans(self, pointer: str, spans: Sequence[Span]) -> None:
        """Note that the value at `pointer` stands in `spans`."""
        if spans:
            self.provenance[pointer] = tuple(spans)

    def diagnose(self, kind: DiagnosticKind, pointer: str, what: str = "") -> None:
        """Note a diagnostic for the value at `pointer`."""
        self.diagnostics.append(kind.at(pointer, what))


def line_spans(lines: Iterable[LaidLine], *, bullets: bool) -> tuple[Span, ...]:
    """One span for each printed line, with or without its bullet."""
    return tuple(
        Span(
            page=line.page,
            start=line.start if line.bullet and not bullets else line.source.start,
            end=line.source.end,
            bbox=line.source.box,
        )
        for line in lines
    )


def word_spans(lines: Iterable[LaidLine]) -> tuple[Span, ...]:
    """One span for each printed line, without bullet and marks."""
    return tuple(
        Span(page=line.page, start=line.start, end=line.end, bbox=line.source.box) for line in lines
    )


def mark_spans(lines: Iterable[LaidLine]) -> tuple[Span, ...]:
    """One span for each mark beside the lines."""
    return tuple(
        Span(page=line.page, start=mark.start, end=mark.end)
        for line in lines
        for mark in line.marks
    )
