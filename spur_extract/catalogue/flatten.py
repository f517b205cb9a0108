"""From the catalogue's files to entries: which wordings there are and who prints them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spur_extract.catalogue.entries import Entry, EntryKind
from spur_extract.catalogue.schema import (
    AreaTable,
    CommonFile,
    Edition,
    FixedText,
    StatementTable,
    Wording,
    ZoneName,
)

LISTS: frozenset[ZoneName] = frozenset({"lists"})
AREAS: frozenset[ZoneName] = frozenset({"areas"})
AREAS_AND_PLAN: frozenset[ZoneName] = frozenset({"areas", "plan"})
COVER: frozenset[ZoneName] = frozenset({"cover"})
PLAN: frozenset[ZoneName] = frozenset({"plan"})


def entries_of(
    common: CommonFile, statements: Sequence[StatementTable], editions: Sequence[Edition]
) -> tuple[Entry, ...]:
    """All entries; what several editions print alike becomes one entry with all their ids."""
    found: dict[tuple[str, tuple[str, ...]], Entry] = {}
    every_edition = frozenset(edition.id for edition in editions)
    by_id = {statement.id: statement for statement in statements}
    for entry in _common_entries(common, every_edition):
        _merge(found, entry)
    for edition in editions:
        for entry in _edition_entries(edition, by_id):
            _merge(found, entry)
    return tuple(found.values())


def _merge(found: dict[tuple[str, tuple[str, ...]], Entry], entry: Entry) -> None:
    key = (entry.id, entry.forms)
    known = found.get(key)
    found[key] = (
        entry if known is None else replace(known, editions=known.editions | entry.editions)
    )


def _forms(wording: Wording) -> tuple[str, ...]:
    return (wording.text, *wording.aliases)


def _common_entries(common: CommonFile, editions: frozenset[str]) -> Iterator[Entry]:
    for heading in common.list_heading:
        yield Entry(
            f"list:{heading.list}",
            EntryKind.LIST_HEADING,
            _forms(heading),
            LISTS,
            editions,
            list_name=heading.list,
        )
    for part in common.part_heading:
        yield Entry(
            f"part:{part.part}",
            EntryKind.PART_HEADING,
            _forms(part),
            AREAS,
            editions,
            part=part.part,
        )
    for label in common.cover_label:
        yield Entry(
            f"cover:{label.field}",
            EntryKind.COVER_LABEL,
            _forms(label),
            COVER,
            editions,
            cover_field=label.field,
        )
    for field in common.plan_field:
        yield Entry(
            f"plan-field:{field.field}",
            EntryKind.PLAN_FIELD,
            _forms(field),
            PLAN,
            editions,
            plan_field=field.field,
        )
    for kind, wordings, zones in (
        (EntryKind.GRADING_LABEL, common.grading_label, AREAS),
        (EntryKind.COVER_TITLE, common.cover_title, COVER),
        (EntryKind.PLAN_HEADING, common.plan_heading, PLAN),
    ):
        for wording in wordings:
            yield Entry(kind.replace(" ", "-"), kind, _forms(wording), zones, editions)
    yield from _fixed_texts(common.fixed_text, editions)


def _fixed_texts(texts: Iterable[FixedText], editions: frozenset[str]) -> Iterator[Entry]:
    for text in texts:
        yield Entry(
            f"fixed:{text.id}",
            EntryKind.FIXED_TEXT,
            _forms(text),
            COVER | LISTS if text.zone == "cover" else frozenset({text.zone}),
            editions,
        )


def _edition_entries(edition: Edition, statements: dict[str, StatementTable]) -> Iterator[Entry]:
    me = frozenset({edition.id})
    for option in edition.option:
        yield Entry(
            f"option:{option.grade}",
            EntryKind.GRADE_OPTION,
            tuple(f"{option.grade}. {form}" for form in _forms(option)),
            AREAS,
            me,
            grade=option.grade,
        )
    for label in edition.row_label:
        yield Entry(
            ":".join(("row-label", label.category, *label.applies_to)),
            EntryKind.ROW_LABEL,
            _forms(label),
            AREAS,
            me,
            category=label.category,
            applies_to=label.applies_to,
        )
    for header in edition.column_header:
        yield Entry(
            "column-header",
            EntryKind.COLUMN_HEADER,
            _forms(header),
            AREAS,
            me,
            applies_to=header.regulations,
        )
    yield from _fixed_texts(edition.fixed_text, me)
    for area in edition.area:
        yield from _area_entries(area, me, statements)


def _area_entries(
    area: AreaTable, editions: frozenset[str], statements: dict[str, StatementTable]
) -> Iterator[Entry]:
    titles = (area.title, *area.aliases)
    yield Entry(
        f"area:{area.code}",
        EntryKind.AREA_HEADING,
        (*titles, *(f"{area.code}. {title}" for title in titles)),
        AREAS_AND_PLAN,
        editions,
        area=area.code,
        part=area.part,
    )
    yield Entry(
        f"letter:{area.code}",
        EntryKind.AREA_LETTER,
        (area.code,),
        AREAS,
        editions,
        area=area.code,
    )
    for row in area.rows:
        yield Entry(
            f"statement:{row.id}",
            EntryKind.STATEMENT,
            _forms(statements[row.id]),
            AREAS_AND_PLAN,
            editions,
            area=area.code,
        )
