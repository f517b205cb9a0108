"""Fields inside a whole text: what stands behind "Ansvarig:" or below "Inspektörer"."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from spur_extract.language.parties.persons import locate_persons
from spur_extract.language.parties.roles import find_roles

BEHIND = re.compile(
    r"(?:^|(?<=[\n.;|•–\t])|(?<=  )|(?<= )(?=[A-ZÅÄÖ]))[ \t]*"
    r"(?P<label>[^\W\d_][^:\n.;|•–]{0,40}?)(?:[ \t]?:(?![\w/])|(?:[ \t]?[.…_]){3,})[ \t]*"
)
COLUMNS = re.compile(r"\S+(?:[ \u00a0]\S+)*")
OWN_LINE = re.compile(r"(?m)^[ \t]*(?P<label>[^\W\d_][\w/ -]{2,40}?)[ \t]*$")
LONGEST = 160
"""Characters of a field; what is longer is running text."""
LONGEST_TITLE = 3
"""Words of a label that is a title: what is longer is a sentence with a title at its end."""
MOST_LINES = 4
"""Below a label on a line of its own, up to one without a name or another label."""


def labelled_fields(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of each field, up to the end of its line or the next label of any kind."""
    labels = list(BEHIND.finditer(text))
    for index, label in enumerate(labels):
        if not _is_label(label["label"]):
            continue
        start = label.end()
        stop = text.find("\n", start)
        end = len(text) if stop < 0 else stop
        if index + 1 < len(labels):
            end = min(end, labels[index + 1].start())
        if 0 < end - start <= LONGEST:
            yield from _columns(text, start, end)
    for label in OWN_LINE.finditer(text):
        if _is_label(label["label"]):
            yield from _lines_below(text, label.end() + 1)


def _lines_below(text: str, start: int) -> Iterator[tuple[int, int]]:
    for _ in range(MOST_LINES):
        stop = text.find("\n", start)
        end = len(text) if stop < 0 else stop
        line = text[start:end]
        columns = list(_columns(text, start, end))
        named = any(locate_persons(text[first:last]) for first, last in columns)
        if len(line) > LONGEST or ":" in line or _is_label(line) or not named:
            return
        yield from columns
        start = end + 1


def _columns(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What wide blanks part stands in columns of its own."""
    yield from (found.span() for found in COLUMNS.finditer(text, start, end))


def _is_label(text: str) -> bool:
    """Whether it tells who is named next: a word of the list or a title, at either end of it."""
    words = [word.strip("()/.- ").lower() for word in text.split()]
    words = [word for word in words if word]
    if not words:
        return False
    if words[0] in _labels() or words[-1] in _labels():
        return True
    titles = find_roles(text) if len(words) <= LONGEST_TITLE else ()
    return any(text[title.end :].strip(" )/.-") == "" for title in titles)


@cache
def _labels() -> frozenset[str]:
    return frozenset(files(__package__).joinpath("field_labels.txt").read_text("utf-8").split())
