"""Which label each statement row stands under, where the print order tells it.

In most dumps of the newer form a page's labels stand in a block apart from its rows. Where every
label is printed right above its rows instead, the label above a row is the one it stands under.
"""

from collections.abc import Iterator, Sequence

from spur_extract.catalogue import Entry, EntryKind
from spur_extract.recognition.elements import Element

MOSTLY = 0.9
"""Share of labels with a row right below from which on labels are taken to stand above rows."""


def labels_of_rows(elements: Sequence[Element]) -> dict[Element, Entry]:
    """The label of each row; empty where labels and rows are printed apart."""
    if not _labels_above_rows(elements):
        return {}
    labels: dict[Element, Entry] = {}
    label: Entry | None = None
    for element in elements:
        if element.kind is EntryKind.ROW_LABEL:
            label = element.entry
        elif element.kind is EntryKind.AREA_HEADING:
            label = None
        elif element.kind is EntryKind.STATEMENT and label is not None:
            labels[element] = label
    return labels


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
