"""What stands before the areas: the cover and the three lists."""

from samples.content import CoverContent, ReportContent
from samples.pdf_builder.flow import Flow, Tag, space
from samples.pdf_builder.look import Look
from samples.pdf_builder.text import Place, bar, heading, rule
from samples.pdf_builder.wording import fixed_text, wording_of
from spur_extract.catalogue import Catalogue, Edition, EntryKind


def put_cover(
    flow: Flow, cover: CoverContent, look: Look, catalogue: Catalogue, edition: Edition
) -> None:
    """The cover, on a page of its own: each value stands above its label."""
    wording = wording_of(catalogue)
    *first, last = cover.inspectors
    values = {
        "clinic": [cover.clinic],
        "specialty": [cover.specialty],
        "inspection_date": [cover.printed_date or cover.date.isoformat()],
        "inspectors": [f"{', '.join(first)} och {last}" if first else last],
        "regulations": list(cover.regulations),
    }
    title, subtitle = wording["cover-title"].split(" av ")
    flow.put(space(120))
    for text in (title, f"av {subtitle}"):
        flow.put(heading(text, look.face.scaled(2.2), 0))
    for field, texts in values.items():
        flow.gap(8)
        for text in texts:
            flow.put_all(Place(look.face).paragraph(text, Tag("cover", field)))
        flow.put(Place(look.face, bold=True).line_block(wording[f"cover:{field}"]))
    flow.gap(24)
    for text in (fixed_text(edition, "two-regulations"), wording["fixed:publisher"]):
        if text:
            flow.put_all(Place(look.face).paragraph(text))
            flow.gap(8)
    flow.turn()


def put_lists(flow: Flow, content: ReportContent, look: Look, catalogue: Catalogue) -> None:
    """The lists: a table with a row for each item, or bullets."""
    note = fixed_text(catalogue.edition(content.edition), "two-regulations-note")
    if note:
        flow.put_all(Place(look.face).paragraph(note))
    for entry in catalogue.entries:
        if entry.kind is not EntryKind.LIST_HEADING or entry.list_name is None:
            continue
        items = content.items(entry.list_name)
        flow.gap(look.face.leading)
        if look.bullets:
            flow.put(heading(entry.text, look.face.scaled(1.25), 2 * look.face.leading))
            _put_bullets(flow, items, look, entry.list_name)
        else:
            _put_rows(flow, items, look, (entry.list_name, entry.text))


def _put_rows(
    flow: Flow, items: tuple[str, ...], look: Look, name_and_heading: tuple[str, str]
) -> None:
    name, title = name_and_heading
    header = bar(title, look.face, 2 * look.face.leading)
    flow.put(header)
    place = Place(look.face, left=Place(look.face).left + 3.5)
    for index, text in enumerate(items):
        flow.gap(3)
        flow.put_all(place.paragraph(text, Tag(name, index=index)), (header, space(3)))
        flow.put(rule(2))


def _put_bullets(flow: Flow, items: tuple[str, ...], look: Look, name: str) -> None:
    margin = Place(look.face).left
    bullet, place = Place(look.face, margin + 8), Place(look.face, margin + 8 + look.hang)
    for index, text in enumerate(items):
        for number, block in enumerate(place.paragraph(text, Tag(name, index=index))):
            flow.put(block)
            if number == 0:
                flow.top += look.face.leading
                flow.put(bullet.line_block(look.marker.format(number=index + 1)))
        flow.gap(3)
