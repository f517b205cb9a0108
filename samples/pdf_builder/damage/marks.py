"""Marks that leave a grade open, or are out of place; an area that the form does not have."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, cast

from samples.content import AreaContent
from samples.form import FormStatement, Section
from samples.pdf_builder.draft import Damage, Draft
from samples.pdf_builder.marking import Nudge
from spur_extract.catalogue.schema import AreaCode
from spur_extract.contract import Category

_NEW_TITLE: Final = "Något nytt område"
_OUTSIDE: Final = 15.0


def _area(draft: Draft) -> str:
    """The last but one area whose grade no words tell."""
    silent = [code for code, area in draft.job.content.areas.items() if not area.stated_grade]
    return silent[-2]


def _regrade(draft: Draft, code: str, change: Callable[[frozenset[str]], frozenset[str]]) -> Draft:
    marking = draft.job.marking
    grades = {
        key: change(marked) if key[0] == code else marked for key, marked in marking.grades.items()
    }
    job = replace(draft.job, marking=replace(marking, grades=grades))
    return replace(draft, job=job, notes={"area": code})


def _nudge(draft: Draft, code: str, nudge: Nudge) -> Draft:
    nudges = {(code, grade): nudge for grade in "ABCD"}
    job = replace(draft.job, marking=replace(draft.job.marking, nudges=nudges))
    return replace(draft, job=job, notes={"area": code})


def _two_grades(draft: Draft) -> Draft:
    return _regrade(draft, _area(draft), lambda marked: marked | {"B" if "A" in marked else "A"})


def _no_grade(draft: Draft) -> Draft:
    return _regrade(draft, _area(draft), lambda _marked: frozenset())


def _outside(draft: Draft) -> Draft:
    side = -1 if draft.job.look.marks_left else 1
    return _nudge(draft, _area(draft), Nudge(right=side * _OUTSIDE))


def _on_border(draft: Draft) -> Draft:
    code = _area(draft)
    return _nudge(
        _regrade(draft, code, lambda _marked: frozenset("A")), code, Nudge(on_border=True)
    )


def _extra_area(draft: Draft) -> Draft:
    """One more area after the last, with a row and options but without a mark."""
    form, _ = draft.job.areas[-1]
    row = FormStatement(
        "I.new", "Det nya området är beskrivet i en rutin.", Category.REGULATION, ()
    )
    new = replace(
        form,
        code=cast(AreaCode, "I"),
        title=_NEW_TITLE,
        sections=(Section("Föreskrift", (), (row,)),) if form.sections else (),
    )
    words = AreaContent(narrative=("Området finns bara i denna granskning.",))
    job = replace(draft.job, areas=(*draft.job.areas, (new, words)))
    notes: dict[str, Any] = {"extra_area": f"I. {_NEW_TITLE}"}
    return replace(draft, job=job, notes=notes)


DAMAGES: Final[dict[str, Damage]] = {
    "two-grades": _two_grades,
    "no-grade": _no_grade,
    "mark-outside": _outside,
    "mark-on-border": _on_border,
    "extra-area": _extra_area,
}
