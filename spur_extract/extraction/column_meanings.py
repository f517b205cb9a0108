"""What a mark in a column of statements means, by the words above the column or beside the mark."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from itertools import groupby, pairwise

from spur_extract.catalogue import load_catalogue
from spur_extract.extraction.head_cells import HeadCell
from spur_extract.extraction.wording import words as words_of
from spur_extract.layout.lines import CHOSEN, OPEN, LaidLine, squeeze
from spur_extract.marks import Cell, CellState, Column
from spur_extract.reading.document import Word

WIDEST_COLUMN = 90.0
"""Points that the head of a single column may be wide, and its cells stand apart."""


NEARLY_ALL = 0.9
"""Share of the rows that have words among their marks, where these tell what the marks mean."""


class Meaning(Enum):
    """What a mark says of its statement; `SILENT` is a head that does not tell."""

    FULFILLED = "fulfilled"
    UNFULFILLED = "unfulfilled"
    NEITHER = "neither"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class ColumnMeanings:
    """The meaning of each column from left to right, null where nothing is printed; `doubtful`
    when what is printed contradicts itself; `more` when a mark can also stand in another column,
    in which none was found. `words` are the lines that tell it, above so many `tables`."""

    columns: tuple[Meaning | None, ...] = ()
    doubtful: bool = False
    more: bool = False
    words: tuple[LaidLine, ...] = ()
    tables: int = 0

    def of_one_table(self) -> "ColumnMeanings":
        """What holds for all tables where only one of many has a head, which may be a word of a
        narrative: nothing, or, where it denies, not even what a mark means."""
        return ColumnMeanings(doubtful=self.more or (self.tell_of_rows and not self.affirm))

    @property
    def affirm(self) -> bool:
        """Whether a mark says nowhere but that a statement is fulfilled."""
        return not self.more and set(self.columns) == {Meaning.FULFILLED}

    @property
    def tell_of_rows(self) -> bool:
        """Whether they say, clearly or not, what a mark means for its statement."""
        return self.doubtful or self.more or bool(set(self.columns) - {None, Meaning.SILENT})


def said_by(cells: Sequence[Cell | None], meanings: ColumnMeanings) -> bool | None:
    """Whether a row's only column, or those of a choice, say that it is fulfilled; null where
    they cannot be read or say neither."""
    columns = meanings.columns or (None,) * len(cells)
    states = [None if cell is None else value_of(cell) for cell in cells]
    if meanings.doubtful or None in states:
        return None
    if len(cells) > 1 or meanings.more:
        return _chosen(states, columns, alone=len(cells) == 1)
    match columns[0]:
        case Meaning.UNFULFILLED:
            return not states[0]
        case Meaning.NEITHER:
            return None
        case _:
            return states[0]


def value_of(cell: Cell | None) -> bool | None:
    """Whether a mark stands in the cell, null where that cannot be told."""
    if cell is None or cell.state is CellState.UNREADABLE:
        return None
    return cell.state is CellState.CHOSEN


def _chosen(
    states: Sequence[bool | None], columns: Sequence[Meaning | None], *, alone: bool
) -> bool | None:
    """What the one chosen column of several says; `alone` is one of which the others are empty."""
    if None in columns or Meaning.SILENT in columns or states.count(True) != 1:
        return None
    one_each = columns.count(Meaning.FULFILLED) == columns.count(Meaning.UNFULFILLED) == 1
    if not alone and not one_each:
        return None
    chosen = columns[states.index(True)]
    return None if chosen is Meaning.NEITHER else chosen is Meaning.FULFILLED


def meaning_of(text: str) -> Meaning | None:
    """The meaning of a head, null for words that are not known; what denies in words that are not
    known is not taken for an affirmation."""
    known = _meanings().get(squeeze(text))
    if known is None and words_of(text) & _denying():
        return Meaning.NEITHER
    return known


def meanings_above(heads: Sequence[HeadCell], columns: Sequence[Column]) -> ColumnMeanings:
    """What the heads of all tables say of the columns."""
    found: list[set[Meaning]] = [set() for _ in columns]
    words: list[LaidLine] = []
    more, tables = False, 0
    ordered = sorted(heads, key=lambda head: head.table)
    for _, group in groupby(ordered, key=lambda head: head.table):
        cells = list(group)
        over = [cell for cell in cells if _stands_over(cell, columns)]
        apart = [cell for cell in cells if cell not in over]
        told = [meaning_of(text) for text in _by_column(over, columns)]
        for at, meaning in enumerate(told):
            if meaning is not None:
                found[at].add(meaning)
        if any(told):
            tables += 1
            words.extend(line for cell in over for line in cell.lines)
        known = [
            cell
            for cell in apart
            if meaning_of(cell.text) is not None and any(map(cell.is_level_with, over))
        ]
        words.extend(line for cell in known for line in cell.lines)
        more = more or any(meaning_of(cell.text) is not Meaning.SILENT for cell in known)
    return replace(_agreed(found, words), more=more, tables=tables)


def meanings_beside(
    beside: Iterable[Sequence[LaidLine]], columns: Sequence[Column]
) -> ColumnMeanings:
    """What the words among the marks say, each before or behind its mark, if nearly every row has
    them; what stands beside some rows only is a comment."""
    found: list[set[Meaning]] = [set() for _ in columns]
    words: list[LaidLine] = []
    times = 0
    for lines in beside:
        told = [meaning_of(text) for text in _among_marks(lines, columns)]
        if told and None not in told:
            times += 1
            words.extend(lines)
            for at, meaning in enumerate(told):
                if meaning is not None:
                    found[at].add(meaning)
    rows = [cells for cells in zip(*(each.cells for each in columns), strict=True) if any(cells)]
    return _agreed(found, words) if times >= NEARLY_ALL * len(rows) else ColumnMeanings()


def heads_of_text(lines: Iterable[LaidLine]) -> list[LaidLine]:
    """Those lines of a text that head a column wherever they stand: more than once, to the
    letter."""
    heads = [line for line in lines if line.text in _forms()]
    times = Counter(line.text for line in heads)
    return [line for line in heads if times[line.text] > 1]


def is_legend_of_unfulfilled(line: str) -> bool:
    """Whether a line explains that a mark stands for what is not fulfilled."""
    return any(pattern.search(line) for pattern in load_catalogue().wording.column_heads.legend)


def _agreed(found: Sequence[set[Meaning]], words: Iterable[LaidLine]) -> ColumnMeanings:
    told = [meanings - {Meaning.SILENT} or meanings for meanings in found]
    doubtful = any(len(meanings) > 1 for meanings in told)
    columns = tuple(next(iter(each)) if len(each) == 1 else None for each in told)
    return ColumnMeanings(columns, doubtful, words=tuple(words))


def _stands_over(cell: HeadCell, columns: Sequence[Column]) -> bool:
    """Whether all of a cell stands over some of the columns."""
    return all(
        _column_at((words[0].box[0] + words[-1].box[2]) / 2, columns) is not None
        for line in cell.lines
        for words in _pieces(line, columns)
    )


def _by_column(cells: Iterable[HeadCell], columns: Sequence[Column]) -> list[str]:
    """The words above each column, line by line."""
    texts: list[list[str]] = [[] for _ in columns]
    lines = [line for cell in cells for line in cell.lines]
    for line in sorted(lines, key=lambda each: each.source.box[1] if each.source.box else 0.0):
        for words in _pieces(line, columns):
            x = (words[0].box[0] + words[-1].box[2]) / 2
            at = _column_at(x, columns)
            if at is not None:
                texts[at].append(" ".join(word.text for word in words))
    return [" ".join(words) for words in texts]


def _pieces(line: LaidLine, columns: Sequence[Column]) -> Iterator[Sequence[Word]]:
    """The words of a line together, or one by one where they stand over several columns."""
    words = line.source.words
    if not words:
        return
    over = [each for each in columns if words[0].box[0] <= _middle(each) <= words[-1].box[2]]
    if len(over) <= 1:
        yield words
    else:
        yield from ([word] for word in words)


def _column_at(x: float, columns: Sequence[Column]) -> int | None:
    """The column that is nearest, if it is nearer than half the way to the next."""
    middles = [_middle(each) for each in columns]
    gaps = [right - left for left, right in pairwise(middles)]
    if not middles:
        return None
    at = min(range(len(middles)), key=lambda number: abs(middles[number] - x))
    return at if abs(middles[at] - x) <= min([*gaps, WIDEST_COLUMN]) / 2 else None


def _among_marks(lines: Iterable[LaidLine], columns: Sequence[Column]) -> list[str]:
    """The words of each mark where marks and words stand in turn; none where they do not."""
    every = [word for line in lines for word in line.source.words]
    words = [word for word in every if word.text not in CHOSEN + OPEN]
    places = [(_middle(each), "") for each in columns]
    placed = sorted([*places, *(((w.box[0] + w.box[2]) / 2, w.text) for w in words)])
    runs = [(key, [text for _, text in run]) for key, run in groupby(placed, lambda p: bool(p[1]))]
    marks = [texts for is_words, texts in runs if not is_words]
    said = [" ".join(texts) for is_words, texts in runs if is_words]
    in_turn = len(said) == len(marks) == len(columns)
    return said if in_turn else []


def _middle(column: Column) -> float:
    return (column.x0 + column.x1) / 2


@cache
def _forms() -> frozenset[str]:
    heads = load_catalogue().wording.column_heads
    return frozenset((*heads.fulfilled, *heads.unfulfilled, *heads.neither, *heads.silent))


@cache
def _denying() -> frozenset[str]:
    """Words that deny wherever they stand in a head."""
    wording = load_catalogue().wording
    heads = {form.casefold() for form in wording.column_heads.unfulfilled}
    return wording.negations | {form for form in heads if " " not in form}


@cache
def _meanings() -> dict[str, Meaning]:
    heads = load_catalogue().wording.column_heads
    told = (
        (heads.fulfilled, Meaning.FULFILLED),
        (heads.unfulfilled, Meaning.UNFULFILLED),
        (heads.neither, Meaning.NEITHER),
        (heads.silent, Meaning.SILENT),
    )
    return {squeeze(form): meaning for forms, meaning in told for form in forms}
