"""The truth on a built file: the samples' own record, less what the damage took away."""

from collections.abc import Iterable
from typing import Any, Final

from samples.pdf_builder.draft import Draft
from samples.pdf_builder.flow import Page, Tag
from samples.pdf_builder.marking import IN_PLACE, Marking
from samples.truth import truth_of

_LISTS: Final = ("strengths", "weaknesses", "improvements")


def truth_record(draft: Draft, damage: str | None) -> dict[str, Any]:
    """The record as JSON knows it; `damage` says what is wrong with the file and what is expected.

    In a damaged report a grade that the marks do not tell is null, and `basis` says why: "none",
    "several", "between" two options, or "missing" with its page. `untitled` are the areas whose
    title is on such a page and whose rows are not.
    """
    if not draft.readable:
        return {"damage": {"name": damage, "expect": "refusal", **draft.notes}}
    record = truth_of(draft.job.content, draft.catalogue).model_dump(mode="json")
    if not draft.job.style.in_cells:
        record["marks"]["fulfilled"] = {code: [] for code in record["marks"]["fulfilled"]}
    record["basis"] = _grade(record["grades"], draft.job.marking)
    printing = draft.printing
    if printing.order or printing.scans:
        pages = draft.pages()
        visible = [index for index in printing.indices(len(pages)) if index not in printing.scans]
        # in order, so that swapped pages do not look like lost ones
        _forget(record, _tags(pages), _tags(pages[index] for index in sorted(visible)))
    if damage:
        record["damage"] = {"name": damage, "expect": "report", **draft.notes}
    return record


def _grade(grades: dict[str, Any], marking: Marking) -> dict[str, dict[str, str]]:
    """Sets the grades as marked; gives why there is none, by area and column."""
    basis: dict[str, dict[str, str]] = {}
    for (code, column), marked in marking.grades.items():
        between = [g for g in marked if marking.nudges.get((code, g), IN_PLACE).on_border]
        if len(marked) == 1 and not between:
            (grades[code][column],) = marked
        else:
            grades[code][column] = None
            why = "between" if between else "several" if marked else "none"
            basis.setdefault(code, {})[column] = why
    return basis


def _tags(pages: Iterable[Page]) -> list[Tag]:
    return [placed.block.tag for page in pages for placed in page if placed.block.tag]


def _forget(record: dict[str, Any], printed: list[Tag], left: list[Tag]) -> None:
    """Take out of the record what stood on pages that cannot be read."""
    for name in _LISTS:
        texts = [
            _text(left, name, "", index) if _lost(printed, left, name, "", index) else text
            for index, text in enumerate(record[name])
        ]
        record[name] = [text for text in texts if text]
    untitled = []
    for code in list(record["titles"]):
        if not any(tag.area == code for tag in left if not tag.kind.startswith("plan")):
            _forget_area(record, code)
            continue
        if Tag("title", code) not in left:
            untitled.append(code)
        if _lost(printed, left, "narrative", code, 0):
            record["narrative"][code] = _text(left, "narrative", code, 0) or None
        _forget_rows(record, code, left)
    record["untitled"] = untitled


def _forget_area(record: dict[str, Any], code: str) -> None:
    for key in ("titles", "narrative", "indicators", "grades", "original"):
        record[key].pop(code, None)
    for table in record["marks"].values():
        table.pop(code, None)


def _forget_rows(record: dict[str, Any], code: str, left: list[Tag]) -> None:
    kept = {tag.index for tag in left if tag.kind == "statement" and tag.area == code}
    for rows in (record["indicators"], *record["marks"].values()):
        rows[code] = [row for index, row in enumerate(rows[code]) if index in kept]
    options = {tag.text for tag in left if tag.kind == "option" and tag.area == code}
    for column, grade in record["grades"][code].items():
        if grade not in options:
            record["grades"][code][column] = None
            record["basis"].setdefault(code, {})[column] = "missing"


def _lost(printed: list[Tag], left: list[Tag], kind: str, area: str, index: int) -> bool:
    return _lines(printed, kind, area, index) != _lines(left, kind, area, index)


def _text(tags: list[Tag], kind: str, area: str, index: int) -> str:
    return " ".join(_lines(tags, kind, area, index))


def _lines(tags: list[Tag], kind: str, area: str, index: int) -> list[str]:
    return [tag.text for tag in tags if (tag.kind, tag.area, tag.index) == (kind, area, index)]
