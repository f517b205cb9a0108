"""Which label each statement row stands under, where the print order or the page tells it.

In most dumps of the newer form a page's labels stand in a block apart from its rows. Where every
label is printed right above its rows instead, the label above a row is the one it stands under.
Where geometry is known it is the label in the cell beside the row, or, where that cell is empty or
there is none, the last label that begins no lower than the row.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spur_extract.catalogue import Entry, EntryKind
from spur_extract.layout.cells import rules_of
from spur_extract.reading.boxes import hull
from spur_extract.reading.document import Box, Page
from spur_extract.recognition.elements import Element

MOSTLY = 0.9
"""Share of labels with a row right below from which on labels are taken to stand above rows."""

SAME_LEVEL = 4.0
"""Points by which a label may begin lower than the row beside it: cells may be aligned by their
middles, or set in other sizes."""


@dataclass(frozen=True, slots=True)
class RowLabels:
    """The label of each row, where one is told. Those in `beside` stand in the cell beside their
    row, so that they are surely the row's own. `right_above` are the labels on the line above a
    row, wherever labels are printed: what they tell may be of the row, or of none."""

    label: dict[Element, Entry]
    beside: frozenset[Element] = frozenset()
    right_above: dict[Element, Entry] = field(default_factory=dict)


def labels_of_rows(elements: Sequence[Element], pages: Mapping[int, Page]) -> RowLabels:
    """The labels of all rows; none where labels and rows are printed apart."""
    if not any(element.lines[0].cell is not None for element in elements):
        labels = _labels(elements) if _labels_above_rows(elements) else {}
        return RowLabels(labels, right_above=_right_above(elements))
    labels = _labels(sorted(elements, key=_place))
    sure: set[Element] = set()
    rows = [element for element in elements if element.kind is EntryKind.STATEMENT]
    for number, page in pages.items():
        spans = _spans(page, [e for e in elements if e.page == number])
        for row in (row for row in rows if row.page == number):
            beside = [span for span in spans if span.holds(_box(row))]
            if len(beside) == 1 and beside[0].label is not None:
                labels[row] = beside[0].label
                sure.add(row)
            elif len(beside) == 1 and len(beside[0].rows) > 1:
                labels.pop(row, None)  # the label of a cell that spans rows may be on another page
    return RowLabels(labels, frozenset(sure))


@dataclass(frozen=True, slots=True)
class _Span:
    """A cell of the label column: from rule to rule, with the rows beside it."""

    top: float
    bottom: float
    label: Entry | None
    rows: tuple[Element, ...]

    def holds(self, box: Box) -> bool:
        """Whether the middle of a box is level with the cell."""
        return self.top <= (box[1] + box[3]) / 2 <= self.bottom


def _spans(page: Page, elements: Sequence[Element]) -> list[_Span]:
    """The cells of the label column on a page; none where no label stands beside a row."""
    rows = [element for element in elements if element.kind is EntryKind.STATEMENT]
    labels = [element for element in elements if element.kind is EntryKind.ROW_LABEL]
    column = [label for label in labels if any(_is_left_of(label, row) for row in rows)]
    if not column:
        return []
    x0, x1 = min(_box(each)[0] for each in column), max(_box(each)[2] for each in column)
    levels = [rule.y for rule in rules_of(page) if rule.x0 <= x0 + 2 and rule.x1 >= x1 - 2]
    spans: list[_Span] = []
    for top, bottom in pairwise(sorted(levels)):
        inside = [each for each in column if top <= _middle(each) <= bottom]
        beside = tuple(row for row in rows if top <= _middle(row) <= bottom)
        if beside and len(inside) <= 1:
            own = bool(inside) and _is_set_in(_box(inside[0]), top, bottom)
            spans.append(_Span(top, bottom, inside[0].entry if own else None, beside))
    return spans


def _is_set_in(box: Box, top: float, bottom: float) -> bool:
    """Whether a label stands as one does in its cell: at the top or in the middle. Elsewhere the
    rules are not those of its cell alone."""
    height = box[3] - box[1]
    centred = abs((box[1] + box[3]) / 2 - (top + bottom) / 2) <= height
    return centred or box[1] - top <= 1.5 * height


def _is_left_of(label: Element, row: Element) -> bool:
    one, other = _box(label), _box(row)
    level = min(one[3], other[3]) - max(one[1], other[1]) > 0
    return level and one[2] <= other[0]


def _middle(element: Element) -> float:
    box = _box(element)
    return (box[1] + box[3]) / 2


def _box(element: Element) -> Box:
    """The box around an element on the page it begins on, which has geometry."""
    here = [line.source for line in element.lines if line.page == element.page]
    return hull(line.box for line in here if line.box is not None)


def _labels(elements: Iterable[Element]) -> dict[Element, Entry]:
    """The last label above each row, no area's heading between; a heading printed again, as at
    the top of a page, is none."""
    labels: dict[Element, Entry] = {}
    label: Entry | None = None
    area: str | None = None
    for element in elements:
        if element.entry is None:
            continue
        if element.kind is EntryKind.ROW_LABEL:
            label = element.entry
        elif element.kind is EntryKind.AREA_HEADING and element.entry.area != area:
            label, area = None, element.entry.area
        elif element.kind is EntryKind.STATEMENT and label is not None:
            labels[element] = label
    return labels


def _right_above(elements: Sequence[Element]) -> dict[Element, Entry]:
    return {
        row: label.entry
        for label, row in pairwise(elements)
        if row.kind is EntryKind.STATEMENT
        and label.kind is EntryKind.ROW_LABEL
        and label.entry is not None
    }


def _place(element: Element) -> tuple[int, float]:
    """Page and top; a label counts as a little higher than what stands beside it."""
    box = element.lines[0].source.box
    top = box[1] if box is not None else 0.0
    return (element.page, top - SAME_LEVEL * (element.kind is EntryKind.ROW_LABEL))


def _labels_above_rows(elements: Sequence[Element]) -> bool:
    below = [kind is EntryKind.STATEMENT for kind in _kinds_below_labels(elements)]
    return bool(below) and sum(below) >= MOSTLY * len(below)


def _kinds_below_labels(elements: Sequence[Element]) -> Iterator[EntryKind | None]:
    """For each label the kind of form text below it, fixed sentences passed over."""
    labelled = False
    for element in elements:
        if element.kind is EntryKind.FIXED_TEXT:
            continue
        if labelled:
            yield element.kind
        labelled = element.kind is EntryKind.ROW_LABEL
