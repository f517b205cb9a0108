"""The texts of a report with their JSON Pointers, and the report with other texts in their places.

Every string is a text unless it is listed here as one that no person's name can be in: a field
that the contract gets one day is covered without anybody thinking of it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from spur_extract.contract import DeadlineStatus, Report

KEPT: Final = re.compile(
    r"/schema_(?:name|version)|/source/(?:file_name|sha256|media_type|reader|edition)"
    r"|/areas/\d+/code|/areas/\d+/indicators/\d+/(?:id|text|applies_to/\d+)"
    r"|/areas/\d+/gradings/\d+/(?:regulation|grade|original_grade)"
    r"|/action_plan/items/\d+/(?:area|indicator_id|(?:follow_up_)?due/edtf)"
    r"|/action_plan/items/\d+/(?:follow_up_)?responsible/(?:roles/\d+|holders/\d+/role)"
    r"|/diagnostics/\d+/(?:code|pointer)|/provenance(?:/.*)?",
    re.DOTALL,
)
"""Codes, ids, normalised values, the catalogue's wording, and places. The file's name is not
here to stay: it gets a code of its own."""

PERSON: Final = re.compile(
    r"/cover/inspectors/\d+|/action_plan/items/\d+/(?:follow_up_)?responsible/persons/\d+"
    r"|/action_plan/items/\d+/(?:follow_up_)?responsible/holders/\d+/person"
)
"""Fields that hold the name of one person and nothing else."""

FORM: Final = re.compile(
    r"/areas/\d+/title|/areas/\d+/indicators/\d+/printed_text|/diagnostics/\d+/message"
)
"""Texts that are the form's own or the program's as a rule: only known names are sought there."""


@dataclass(frozen=True, slots=True)
class Text:
    """A string of a report and where it stands."""

    pointer: str
    text: str

    @property
    def is_person(self) -> bool:
        """Whether it is a person's name as a whole."""
        return PERSON.fullmatch(self.pointer) is not None

    @property
    def is_prose(self) -> bool:
        """Whether somebody wrote it, so that names may be suspected in it."""
        return not self.is_person and FORM.fullmatch(self.pointer) is None


def texts_of(report: Report) -> list[Text]:
    """All texts in the order of the report."""
    return list(_walk(report.model_dump(), ""))


def dated_pointers(report: Report) -> set[str]:
    """The deadlines that hold a date: their month is no person."""
    return {
        f"/action_plan/items/{at}/{name}/text"
        for at, item in enumerate(report.action_plan.items)
        for name, deadline in (("due", item.due), ("follow_up_due", item.follow_up_due))
        if deadline.status is DeadlineStatus.DATED
    }


def with_texts(report: Report, file_name: str, rewritten: Callable[[Text], str]) -> Report:
    """The report with another file name and every text rewritten."""
    data = _rewritten(report.model_dump(), "", rewritten)
    changed = Report.model_validate(data)
    source = changed.source.model_copy(update={"file_name": file_name})
    return changed.model_copy(update={"source": source})


def _walk(value: object, pointer: str) -> Iterator[Text]:
    if KEPT.fullmatch(pointer) or isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield Text(pointer, value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _walk(inner, f"{pointer}/{_escaped(name)}")
    elif isinstance(value, list | tuple):
        for at, inner in enumerate(value):
            yield from _walk(inner, f"{pointer}/{at}")


def _rewritten(value: object, pointer: str, rewrite: Callable[[Text], str]) -> object:
    if KEPT.fullmatch(pointer) or isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return rewrite(Text(pointer, value))
    if isinstance(value, dict):
        return {
            name: _rewritten(inner, f"{pointer}/{_escaped(name)}", rewrite)
            for name, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return tuple(
            _rewritten(inner, f"{pointer}/{at}", rewrite) for at, inner in enumerate(value)
        )
    return value


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
