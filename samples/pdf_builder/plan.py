"""The action plan: the deficiency, then five label bars, each over a field's text."""

from samples.content import PlanItemContent
from samples.form import AreaForm
from samples.pdf_builder.flow import Flow, Tag, space
from samples.pdf_builder.look import Look
from samples.pdf_builder.text import Place, bar, heading, rule
from samples.pdf_builder.wording import wording_of
from samples.plan_dump import field_text
from spur_extract.catalogue import Catalogue, EntryKind


def put_plan(
    flow: Flow,
    plan: tuple[PlanItemContent, ...],
    forms: tuple[AreaForm, ...],
    look: Look,
    catalogue: Catalogue,
) -> None:
    """The plan, from a new page on; nothing where there is no item."""
    if not plan:
        return
    wording = wording_of(catalogue)
    flow.turn()
    flow.put(heading(wording["plan-heading"], look.face.scaled(1.6), 4 * look.face.leading))
    flow.put_all(Place(look.face).paragraph(wording["fixed:plan-preamble"]))
    by_code = {form.code: form for form in forms}
    for index, item in enumerate(plan):
        _put_item(flow, (index, item), by_code[item.area], look, catalogue)


def _put_item(
    flow: Flow,
    numbered: tuple[int, PlanItemContent],
    form: AreaForm,
    look: Look,
    catalogue: Catalogue,
) -> None:
    index, item = numbered
    face = look.face
    statement = next(row.text for row in form.statements if row.id == item.statement)
    flow.gap(face.leading)
    flow.put(heading(f"{item.area}. {form.title}", face.scaled(1.1), 6 * face.leading))
    tag = Tag("plan-item", item.area, index)
    flow.put_all(Place(face).paragraph(statement, tag))
    place = Place(face, left=Place(face).left + 3.5)
    for entry in catalogue.entries:
        if entry.kind is not EntryKind.PLAN_FIELD or entry.plan_field is None:
            continue
        flow.gap(5)
        label = bar(entry.text, face, 2 * face.leading)
        flow.put(label)
        flow.gap(3)
        field = Tag(f"plan-{entry.plan_field}", item.area, index)
        texts = field_text(item, entry.plan_field)
        for text in texts:
            flow.put_all(place.paragraph(text, field), (label, space(3)))
        flow.put(rule(3) if texts else rule(face.leading))
