"""The older form as a text dump: closely printed lines, uneven gaps, letters before titles.

The real dumps put runs of empty lines and of lines with a single space between the parts, without
a rule that could be seen; here fixed patterns of them follow each other in turn.
"""

from collections.abc import Iterator
from itertools import cycle
from typing import Final

from samples.content import SPLIT_POINT, AreaContent, ContentError, ReportContent
from samples.form import AreaForm, area_forms
from samples.wrap import Measure, wrap
from spur_extract.catalogue import Catalogue, EntryKind

NARRATIVE: Final = Measure(36.5, "Arial")
LIST_ITEM: Final = Measure(38.3, "Arial")
OPTION: Final = Measure(32.9, "Arial")
OPTION_C: Final = Measure(32.0, "Arial")
LEGEND: Final = Measure(36.0, "Arial")

_SPLIT_WORDS: Final = {"kvalitetskriterier": f"kvalitets{SPLIT_POINT}kriterier"}
"""Words that the form's own options print in two parts."""

_AFTER_TITLE: Final = ([" ", ""], [" "], [" "], [" ", ""])
_AFTER_NARRATIVE: Final = ([" ", "", " "], ["", " ", " "], [" ", " ", ""])
_AFTER_OPTION_A: Final[tuple[list[str], ...]] = ([" ", ""], ["", " ", ""], [])
_AFTER_AREA: Final = (["", " ", " ", "", " ", ""], ["", " ", "", " ", " ", ""], [" ", "", " ", ""])
_AFTER_LIST: Final = ([" ", " ", "", " ", ""], [" ", "", " ", " ", ""])


def letter_table_dump(content: ReportContent, catalogue: Catalogue) -> str:
    """The dump of a report on the older form; raises `ContentError` for what it lacks."""
    if content.cover or content.plan or content.marks:
        raise ContentError("the older form is printed without cover, action plan and marks")
    edition = catalogue.edition(content.edition)
    forms = [form for form in area_forms(edition, catalogue) if form.code in content.areas]
    lines = [*_legend(forms[:1])]
    part = None
    for number, form in enumerate(forms):
        if form.part != part:
            part = form.part
            lines += [_part_heading(part, catalogue), " ", " ", ""]
        lines += _area_lines(number, form, content.areas[form.code])
    lines += _lists(content, catalogue)
    # Every printed line ends with a space, and so does the dump's start.
    return " " + "\n".join(line if line.isspace() else f"{line} " if line else "" for line in lines)


def _part_heading(part: str, catalogue: Catalogue) -> str:
    return next(entry.text for entry in catalogue.entries if entry.id == f"part:{part}")


def _legend(forms: list[AreaForm]) -> Iterator[str]:
    """What the grades mean, once before the first area."""
    yield from ("Gradering", " ", "")
    for form in forms:
        for grade, text in form.options:
            first, *rest = wrap(text, LEGEND)
            yield f"{grade} {first}"
            yield from (f" {line}" for line in rest)
            yield ""


def _area_lines(number: int, form: AreaForm, area: AreaContent) -> Iterator[str]:
    yield f"{form.code} {form.title}"
    yield from _AFTER_TITLE[number % len(_AFTER_TITLE)]
    yield from _narrative(number, area)
    yield from _AFTER_NARRATIVE[number % len(_AFTER_NARRATIVE)]
    for grade, text in form.options:
        yield from _option(number, grade, text)
    yield from _AFTER_AREA[number % len(_AFTER_AREA)]


def _narrative(number: int, area: AreaContent) -> Iterator[str]:
    lines = [line for text in (*area.narrative, *area.remarks) for line in wrap(text, NARRATIVE)]
    for position, line in enumerate(lines):
        if position == 0:
            yield ("   " if number % 4 == 0 else " ") + line
        else:
            yield line
        if position == 0 and number % 3:
            yield ""


def _option(number: int, grade: str, text: str) -> Iterator[str]:
    for word, split in _SPLIT_WORDS.items():
        text = text.replace(word, split)
    lines = wrap(text, OPTION_C if grade == "C" else OPTION)
    if grade == "C":  # its letter is set in a line of its own
        yield from ("C", "", " ", *lines, "", " ", "")
        return
    yield f"{grade} {lines[0]}"
    yield from [""] if grade == "A" and number % 4 == 0 else []
    yield from lines[1:]
    if grade == "A":
        yield from _AFTER_OPTION_A[number % len(_AFTER_OPTION_A)]
    elif grade == "B" and number % 4 != 2:
        yield ""


def _lists(content: ReportContent, catalogue: Catalogue) -> Iterator[str]:
    gaps = cycle(_AFTER_LIST)
    for entry in catalogue.entries:
        if entry.kind is EntryKind.LIST_HEADING and entry.list_name is not None:
            yield from (entry.text, " ", "")
            for text in content.items(entry.list_name):
                yield ""
                yield from wrap(f"• {text}", LIST_ITEM)
            yield from next(gaps)
