"""The recognition stage: every printed line gets its role."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from spur_extract.catalogue import Catalogue, load_catalogue
from spur_extract.catalogue.schema import ZoneName
from spur_extract.layout.lines import LaidLine
from spur_extract.recognition.bullets import set_bullets_apart
from spur_extract.recognition.cover_titles import running_titles
from spur_extract.recognition.editions import edition_of
from spur_extract.recognition.elements import Element, Recognised
from spur_extract.recognition.foreign import mark_foreign
from spur_extract.recognition.inline_labels import with_labels_apart
from spur_extract.recognition.matching import Match, Matcher, resolve
from spur_extract.recognition.rows import without_quotes, without_rows_of_other_editions
from spur_extract.recognition.second_report import start_of_second_report
from spur_extract.recognition.standing import standing
from spur_extract.recognition.table_options import table_options
from spur_extract.recognition.title_leads import titles_behind_leads
from spur_extract.recognition.twins import tell_twins_apart
from spur_extract.recognition.zones import valid_in_zone, zones_of

ON_A_COVER: frozenset[ZoneName] = frozenset({"cover", "lists"})


def recognise(lines: Sequence[LaidLine], *, pages_known: bool) -> Recognised:
    """Give each line its role: form text of the catalogue, or free text.

    Page furniture is set aside first, so that what a page break cut in two reads as one. What may
    be a running head, where page ends are not known, is foreign. A second report is not read.
    """
    catalogue = load_catalogue()
    furniture = _without_form_text([line for line in lines if line.furniture])
    interrupting = _without_form_text([line for line in lines if line.interrupts])
    signs = frozenset(line.index for line in lines if line.sign)
    reading = _without(furniture | interrupting | signs, lines)
    found = _found(reading)
    if titles := running_titles(standing(resolve(found), reading)):
        furniture |= {reading[number].index for number in titles}
        reading = _without(furniture, reading)
        found = _found(reading)
    zones, valid = _valid(found, reading)
    if (apart := with_labels_apart(reading, zones, valid)) != reading:
        reading = apart
        zones, valid = _valid(_found(reading), reading)
    second: Sequence[LaidLine] = ()
    if start := start_of_second_report(valid, zones):
        reading, second = reading[:start], reading[start:]
        zones, valid = _valid(_found(reading), reading)
    kept = without_quotes(valid, reading, zones, _places(catalogue))
    edition = edition_of((match.entry for match in kept), catalogue)
    kept = without_rows_of_other_editions(kept, zones, edition)
    kept = tell_twins_apart(kept, catalogue.entries, edition)
    elements, bullets = set_bullets_apart(list(_elements(reading, zones, kept)))
    elements = mark_foreign(elements, catalogue.wording.correspondence)
    heads = [
        Element((line,), "cover", foreign=True) for line in lines if line.index in interrupting
    ]
    words = {word for line in reading for word in line.text.split()}
    return Recognised(
        elements=(*elements, *heads),
        furniture=(*(line for line in lines if line.index in furniture), *bullets),
        signs=tuple(line for line in lines if line.sign),
        edition=edition,
        words=frozenset(word.casefold() for word in words),
        pages_known=pages_known,
        second_report=tuple(second),
        plain_words=frozenset(word.strip(".,;:()") for word in words if word[:1].islower()),
    )


def _without_form_text(candidates: Sequence[LaidLine]) -> frozenset[int]:
    """The numbers of the recurring lines that are page furniture; form text that recurs is none,
    but for what only a cover has: on every page it is a running head."""
    form_text = {
        candidates[match.first].index
        for match in _matcher().matches(candidates)
        if not match.entry.zones <= ON_A_COVER
    }
    return frozenset(line.index for line in candidates) - form_text


def _without(furniture: frozenset[int], lines: Sequence[LaidLine]) -> list[LaidLine]:
    """The lines less the furniture; a page starts with the first line that is left."""
    reading: list[LaidLine] = []
    for line in lines:
        if line.index not in furniture:
            starts = not reading or reading[-1].page != line.page
            reading.append(
                line if line.starts_page == starts else replace(line, starts_page=starts)
            )
    return reading


def _found(lines: Sequence[LaidLine]) -> list[Match]:
    """All that may be form text, overlapping matches included."""
    found = _matcher().matches(lines)
    found.extend(table_options(lines, _matcher(), load_catalogue().entries))
    found.extend(titles_behind_leads(lines, _matcher()))
    return found


def _valid(found: Sequence[Match], lines: Sequence[LaidLine]) -> tuple[list[ZoneName], list[Match]]:
    """The zone of each line, and the matches that stand in theirs as form text does."""
    zones = zones_of(lines, standing(resolve(found), lines))
    return zones, standing(resolve(valid_in_zone(found, zones)), lines)


@cache
def _matcher() -> Matcher:
    catalogue = load_catalogue()
    return Matcher(catalogue.entries, catalogue.wording.negations)


def _places(catalogue: Catalogue) -> dict[str, int]:
    return {f"statement:{entry.id}": place for place, entry in enumerate(catalogue.statements)}


def _elements(
    lines: Sequence[LaidLine], zones: Sequence[ZoneName], matches: Sequence[Match]
) -> Iterator[Element]:
    at = {match.first: match for match in matches}
    position = 0
    while position < len(lines):
        match = at.get(position)
        if match is None:
            yield Element((lines[position],), zones[position])
            position += 1
        else:
            own = range(match.first, match.last + 1)
            yield Element(
                tuple(lines[number] for number in own if number not in match.strangers),
                zones[position],
                match.entry,
                match.similarity,
                excess=match.excess,
            )
            for number in sorted(match.strangers):
                yield Element((lines[number],), zones[position])
            position = match.last + 1
