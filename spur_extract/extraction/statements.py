"""The three lists: strengths, weaknesses, improvements.

The newer form prints the headings of a page first and the items of its lists below, without a
break. Then the wording decides where one list ends and the next begins, in order. A heading
printed again on the next page says that its list goes on, or begins, there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from rapidfuzz import fuzz

from spur_extract.catalogue import EntryKind, load_catalogue
from spur_extract.catalogue.schema import ListName
from spur_extract.contract import Statement, StatementBasis
from spur_extract.diagnostics import DiagnosticKind
from spur_extract.extraction.findings import Findings
from spur_extract.extraction.page_tops import LOOK_AHEAD
from spur_extract.extraction.prose import Prose
from spur_extract.language import Language
from spur_extract.language.statements.polarity import LISTS
from spur_extract.layout.lines import LaidLine, squeeze
from spur_extract.layout.paragraphs import Paragraph, continues_item
from spur_extract.recognition.elements import Element
from spur_extract.recognition.title_leads import length_of_lead

LIKE_A_HEADING = 50
"""Similarity (0–100) from which on a line may be what became of a heading."""

MOST_WORDS_OF_HEADING = 2

NUMBERED = re.compile(r"^(\d{1,2})[.)]\s+(?=\S)")
FEWEST_NUMBERED = 2

FEWEST_TITLES = 2
FEWEST_TITLES_ALONE = 5
"""Titles of areas below list headings that are no items: more where nothing else, as page numbers,
bears it out. Inspectors may name an area or two that is good."""

PAGE_NUMBER = re.compile(r"[\s.…_·]+\d{1,3}$")

SAME_LEFT, SAME_SIZE = 1.5, 0.3
"""Points by which the left edges and the font sizes of one list's lines may differ."""


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
    elements: Sequence[Element], prose: Prose, language: Language, findings: Findings
) -> dict[ListName, tuple[Statement, ...]]:
    """The statements by list, from the elements of the lists' zone."""
    found = _groups(elements, prose)
    groups = [
        group for place, group in enumerate(found) if not _in_contents(group, found[place + 1 :])
    ]
    _rejoin_across_pages(groups, prose)
    items = _placed(groups, language)
    statements: dict[ListName, tuple[Statement, ...]] = {}
    for name in LISTS:
        mine = [item for item in items if item.list_name == name]
        statements[name] = tuple(item.statement for item in mine)
        for position, item in enumerate(mine):
            findings.locate(f"/{name}/{position}/text", item.lines, bullets=False)
        for position, (item, below) in enumerate(pairwise(mine)):
            last, first = item.lines[-1], below.lines[0]
            parted = first.bullet or (last.cell is not None and last.cell != first.cell)
            if not parted and prose.listing.doubtful(last.text, first.text):
                findings.diagnose(DiagnosticKind.ITEM_END_UNCERTAIN, f"/{name}/{position}")
        if not mine:
            findings.diagnose(DiagnosticKind.LIST_MISSING, f"/{name}", name)
    return statements


def _groups(elements: Sequence[Element], prose: Prose) -> list[_Group]:
    groups: list[_Group] = []
    belongs = left_out = False
    for position, element in enumerate(elements):
        line = element.lines[0]
        left_out = left_out or element.foreign
        if element.kind is EntryKind.LIST_HEADING and element.entry is not None:
            name = element.entry.list_name
            if not groups or groups[-1].lines or left_out:
                groups.append(_Group())
            left_out = False
            if name is not None and name not in groups[-1].headings:
                groups[-1].headings.append(name)
            belongs = True
        elif element.free and groups:
            if line.starts_page:
                belongs = _goes_on(groups[-1], line, elements[position:], prose)
            elif _after_last_bullet(groups[-1], element, elements[position:], prose):
                belongs = False
            if belongs:
                groups[-1].lines.append(line)
    for group in groups:
        group.headings.sort(key=LISTS.index)
    return _with_lost_headings(groups)


def _in_contents(group: _Group, below: Sequence[_Group]) -> bool:
    """Whether all items are titles of areas in a table of contents, as are the headings above them.

    It is one by its page numbers or by how many titles it has, or if it names several lists of
    which some come again `below`.
    """
    titles = {
        squeeze(form)
        for entry in load_catalogue().entries
        if entry.kind is EntryKind.AREA_HEADING
        for form in entry.forms
    }
    words = [line.words[length_of_lead(line.words) :] for line in group.lines]
    if not all(squeeze(PAGE_NUMBER.sub("", each)) in titles for each in words):
        return False
    numbered = all(PAGE_NUMBER.search(each) for each in words)
    again = {name for other in below for name in other.headings} & set(group.headings)
    borne_out = numbered or (len(group.headings) > 1 and again)
    return len(words) >= (FEWEST_TITLES if borne_out else FEWEST_TITLES_ALONE)


def _with_lost_headings(groups: list[_Group]) -> list[_Group]:
    """A list whose heading is nowhere to be found may stand among the items above it, where a line
    is somewhat like its heading: then the wording decides there, too."""
    printed = {name for group in groups for name in group.headings}
    for lost in [name for name in LISTS if name not in printed]:
        place = LISTS.index(lost)
        before = [group for group in groups if LISTS.index(group.headings[-1]) < place]
        if not before:
            continue
        if not any(_like_heading(line, lost) for line in before[-1].lines):
            continue
        last = groups.index(before[-1])
        if len(before[-1].lines) == 1 and last + 1 < len(groups):
            # Alone between headings printed together it is what became of the lost one.
            groups[last + 1].headings = [*before[-1].headings, lost, *groups[last + 1].headings]
            del groups[last]
        else:
            before[-1].headings.append(lost)
    return groups


def _like_heading(line: LaidLine, name: ListName) -> bool:
    """Whether a line, misprinted as it may be, is short and has half of the heading's letters."""
    forms = [
        squeeze(form)
        for entry in load_catalogue().entries
        if entry.list_name == name
        for form in entry.forms
    ]
    short = len(line.text.split()) <= MOST_WORDS_OF_HEADING and not line.bullet
    key = squeeze(line.text)
    return short and any(fuzz.ratio(key, form) >= LIKE_A_HEADING for form in forms)


def _goes_on(group: _Group, line: LaidLine, below: Sequence[Element], prose: Prose) -> bool:
    """Whether a page that begins without a heading continues the list; else it may be any page."""
    if group.lines:
        if _follows(line, group.lines[-1]) and any(
            _in_one_column(line, above) for above in group.lines
        ):
            return True
        bulleted = line.bullet and group.lines[0].bullet
        return bulleted or prose.listing_tops.goes_on(group.lines, below[:LOOK_AHEAD])
    printed_again = (
        element.entry is not None and element.entry.list_name in group.headings
        for element in below
        if element.kind is EntryKind.LIST_HEADING
    )
    return not any(printed_again)


def _follows(line: LaidLine, last: LaidLine) -> bool:
    """Whether a page's first line can go on with a list: on the next page, in a table as it."""
    return line.page == last.page + 1 and line.ruled == last.ruled


def _in_one_column(line: LaidLine, above: LaidLine) -> bool:
    """Whether two lines begin at the same distance from the left, set in the same size."""
    if line.source.box is None or above.source.box is None:
        return False
    sizes = [each.source.words[0].size for each in (line, above)]
    level = abs(line.source.box[0] - above.source.box[0]) <= SAME_LEFT
    return level and abs(sizes[0] - sizes[1]) <= SAME_SIZE


def _after_last_bullet(
    group: _Group, element: Element, below: Sequence[Element], prose: Prose
) -> bool:
    """Whether a bulleted list is over: an unbulleted line that continues no item, and no more
    bullets before the next heading."""
    line = element.lines[0]
    if line.bullet or not group.lines or not group.lines[0].bullet:
        return False
    if continues_item(_last_item(group), line, prose.listing):
        return False
    rest = takewhile(lambda other: other.kind is not EntryKind.LIST_HEADING, below)
    return not any(other.free and other.lines[0].bullet for other in rest)


def _last_item(group: _Group) -> list[LaidLine]:
    """The lines of a bulleted list from its last bullet on."""
    last = max(number for number, line in enumerate(group.lines) if line.bullet)
    return group.lines[last:]


def _rejoin_across_pages(groups: Sequence[_Group], prose: Prose) -> None:
    """Make the items, joining one that a page break and a repeated heading cut in two."""
    for position, group in enumerate(groups):
        lines = group.lines
        before = groups[position - 1] if position else None
        if before is not None and before.items and set(before.headings) & set(group.headings):
            last = before.items[-1]
            while lines and continues_item(last.lines, lines[0], prose.listing):
                last = prose.items((*last.lines, lines[0]))[0]
                lines = lines[1:]
            before.items[-1] = last
        group.items = _without_numbers(prose.items(lines))


def _without_numbers(items: Sequence[Paragraph]) -> list[Paragraph]:
    """The items less the numbers before them, if those count up, or are all the same where the
    word processor was to count: they are the list's."""
    found = [NUMBERED.match(item.text) for item in items]
    numbers = [int(each.group(1)) for each in found if each is not None]
    if len(numbers) < max(FEWEST_NUMBERED, len(items)):
        return list(items)
    counted = list(range(numbers[0], numbers[0] + len(items)))
    if numbers not in (counted, [numbers[0]] * len(items)):
        return list(items)
    return [replace(item, text=NUMBERED.sub("", item.text)) for item in items]


def _placed(groups: Sequence[_Group], language: Language) -> list[_Item]:
    """The items of all groups in their lists.

    They are looked at together: what stands under a heading of its own tells of the others, too.
    Where the pages are in no order that fits, each group is split for itself.
    """
    if all(len(group.headings) == 1 for group in groups):
        return [
            _laid_out(group.headings[0], paragraph) for group in groups for paragraph in group.items
        ]
    together = _split(groups, language)
    if together is not None:
        return together
    return [item for group in groups for item in _split([group], language) or ()]


def _split(groups: Sequence[_Group], language: Language) -> list[_Item] | None:
    pairs = [(paragraph, group.headings) for group in groups for paragraph in group.items]
    texts = [paragraph.text for paragraph, _ in pairs]
    places = language.place(texts, [headings for _, headings in pairs])
    if places is None:
        return None
    return [
        _laid_out(headings[0], paragraph)
        if len(headings) == 1
        else _item(
            paragraph, place.list_name, StatementBasis.CLASSIFIED, round(place.confidence, 4)
        )
        for (paragraph, headings), place in zip(pairs, places, strict=True)
    ]


def _laid_out(name: ListName, paragraph: Paragraph) -> _Item:
    return _item(paragraph, name, StatementBasis.LAYOUT, None)


def _item(
    paragraph: Paragraph, name: ListName, basis: StatementBasis, confidence: float | None
) -> _Item:
    statement = Statement(text=paragraph.text, basis=basis, confidence=confidence)
    return _Item(name, statement, paragraph.lines)
