"""What the marks beside an area's grade options say, whether they are printed or drawn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spur_extract.contract import GradingBasis, Span
from spur_extract.extraction.findings import mark_spans
from spur_extract.extraction.marks import read_group
from spur_extract.extraction.option_groups import Doubts
from spur_extract.layout.lines import Mark
from spur_extract.marks import Cell, CellState
from spur_extract.recognition.elements import Element


@dataclass(frozen=True, slots=True)
class OptionReading:
    """One column of an area's options: its basis, and when one is chosen that one.

    `evidence` describes the mark, `place` is where it stands, `read` where all marks stand that
    were read. `unclear` tells that marks are there but do not say what is chosen.
    """

    basis: GradingBasis
    chosen: str | None = None
    evidence: str | None = None
    place: tuple[Span, ...] = ()
    read: tuple[Span, ...] = ()
    unclear: bool = False


UNMARKED = OptionReading(GradingBasis.UNREADABLE)


def printed_options(
    options: Sequence[Element], column: int, columns: int, doubts: Doubts
) -> OptionReading:
    """Read mark glyphs printed on the options' own lines; none where there are not as many as
    columns, or where there are `doubts`."""
    marks: dict[str, Mark | None] = {}
    for option in options:
        if option.entry is not None and option.entry.grade is not None:
            there = [mark for line in option.lines for mark in line.marks]
            marks[option.entry.grade] = there[column] if len(there) == columns else None
    found = read_group(marks)
    everywhere = mark_spans(line for option in options for line in option.lines)
    if doubts or found.basis is GradingBasis.UNREADABLE:
        unclear = doubts.stray_marks or bool(everywhere)
        return OptionReading(GradingBasis.UNREADABLE, unclear=unclear)
    if found.mark is None:
        return OptionReading(found.basis, read=everywhere)
    return OptionReading(
        found.basis,
        found.chosen,
        f"{found.mark.glyph} beside option {found.chosen}",
        _mark_spans(found.mark, options),
        everywhere,
    )


def drawn_options(cells: Mapping[str, Cell | None], place: Mapping[Cell, Span]) -> OptionReading:
    """Judge the cells of one column by option; `place` tells where each stands."""
    there = {option: cell for option, cell in cells.items() if cell is not None}
    read = tuple(place[cell] for cell in there.values())
    states = [cell.state for cell in there.values()]
    if not there:
        return UNMARKED
    if CellState.UNREADABLE in states or len(there) < len(cells):
        return OptionReading(GradingBasis.UNREADABLE, unclear=True)
    chosen = [option for option, cell in there.items() if cell.state is CellState.CHOSEN]
    if not chosen:
        return OptionReading(GradingBasis.NONE, read=read)
    if len(chosen) > 1:
        return OptionReading(GradingBasis.SEVERAL, read=read)
    cell = there[chosen[0]]
    evidence = f"{cell.style} at option {chosen[0]}"
    return OptionReading(GradingBasis.MARKED, chosen[0], evidence, (place[cell],), read)


def _mark_spans(mark: Mark, options: Iterable[Element]) -> tuple[Span, ...]:
    lines = (line for option in options for line in option.lines if mark in line.marks)
    return tuple(Span(page=line.page, start=mark.start, end=mark.end) for line in lines)
