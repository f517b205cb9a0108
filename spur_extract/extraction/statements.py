"""The three lists: strengths, weaknesses, improvements.

The newer form prints the headings of a page first and the items of its lists below, without a
break. Then the wording decides where one list ends and the next begins, in order. A heading
printed again on the next page says that its list goes on, or begins, there.

This is the seam for a language pipeline: it may replace `evidence` (polarity.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spur_extract.catalogue import EntryKind
from spur_extract.catalogue.schema import ListName
from spur_extract.contract import Statement, StatementBasis
from spur_extract.diagnostics import DiagnosticKind
from spur_extract.extraction.findings import Findings
from spur_extract.extraction.polarity import LISTS, evidence
from spur_extract.extraction.prose import Prose
from spur_extract.extraction.splits import best_split
from spur_extract.layout.lines import LaidLine
from spur_extract.layout.paragraphs import Paragraph
from spur_extract.recognition.elements import Element


@dataclass(slots=True)
class _Group:
    """Headings printed together, and the items below them."""

    headings: list[ListName] = field(default_factory=list)
    lines: list[LaidLine] = field(default_factory=list)
    items: list[Paragraph] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Item:
    list_name: ListName
    statement: Statement
    lines: tuple[LaidLine, ...]


def extract_statements(
    elements: Sequence[Element], prose: Prose, findings: Findings
) -> dict[ListName, tuple[Statement, ...]]:
    """The statements by list, from the elements of the lists' zone."""
    groups = _groups(elements)
    _rejoin_across_pages(groups, prose)
    items = [
        item
        for position, group in enumerate(groups)
        for item in _placed(group, groups[position + 1 :])
    ]
    statements: dict[ListName, tuple[Statement, ...]] = {}
    for name in LISTS:
        mine = [item for item in items if item.list_name == name]
        statements[name] = tuple(item.statement for item in mine)
        for position, item in enumerate(mine):
            findings.locate(f"/{name}/{position}/text", item.lines)
        if not mine:
            findings.diagnose(DiagnosticKind.LIST_MISSING, f"/{name}", name)
    return statements


def _groups(elements: Sequence[Element]) -> list[_Group]:
    groups: list[_Group] = []
    for element in elements:
        if element.kind is EntryKind.LIST_HEADING and element.entry is not None:
            name = element.entry.list_name
            if not groups or groups[-1].lines:
                groups.append(_Group())
            if name is not None and name not in groups[-1].headings:
                groups[-1].headings.append(name)
        elif element.free and groups:
            groups[-1].lines.extend(element.lines)
    for group in groups:
        group.headings.sort(key=LISTS.index)
    return groups


def _rejoin_across_pages(groups: Sequence[_Group], prose: Prose) -> None:
    """Make the items, joining one that a page break and a repeated heading cut in two."""
    for position, group in enumerate(groups):
        lines = group.lines
        before = groups[position - 1] if position else None
        if before is not None and before.items and set(before.headings) & set(group.headings):
            last = before.items[-1]
            while lines and prose.listing.continues(last.lines[-1].text, lines[0].text):
                last = prose.items((*last.lines, lines[0]))[0]
                lines = lines[1:]
            before.items[-1] = last
        group.items = list(prose.items(lines))


def _placed(group: _Group, following: Sequence[_Group]) -> list[_Item]:
    if len(group.headings) == 1:
        return [
            _item(paragraph, group.headings[0], StatementBasis.LAYOUT, None)
            for paragraph in group.items
        ]
    repeated = set(group.headings) & set(following[0].headings if following else [])
    places = best_split(
        [evidence(paragraph.text) for paragraph in group.items],
        group.headings,
        frozenset(repeated),
    )
    return [
        _item(paragraph, place.list_name, StatementBasis.CLASSIFIED, round(place.confidence, 4))
        for paragraph, place in zip(group.items, places, strict=True)
    ]


def _item(
    paragraph: Paragraph, name: ListName, basis: StatementBasis, confidence: float | None
) -> _Item:
    statement = Statement(text=paragraph.text, basis=basis, confidence=confidence)
    return _Item(name, statement, paragraph.lines)
