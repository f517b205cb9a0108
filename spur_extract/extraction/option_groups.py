"""Which options' marks cannot be relied on: a mark of the group, or an option, stands apart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from spur_extract.catalogue.schema import Grade
from spur_extract.extraction.form_lines import is_bare, may_be_bare
from spur_extract.recognition.elements import Element


@dataclass(frozen=True, slots=True)
class Doubts:
    """Why the marks beside a group's options do not tell its grade.

    `stray_marks`: one stands on a line of its own, beside or between the options, and can be that
    of the option above or below. `options_lost`: an option is missing where a line stands that was
    not recognised.
    """

    stray_marks: bool = False
    options_lost: bool = False

    def __bool__(self) -> bool:
        """Whether there is any doubt."""
        return self.stray_marks or self.options_lost


@dataclass(frozen=True, slots=True)
class _Gap:
    """What stands between two options of a group, above its first or below its last; `grades` are
    those of the options that would have their place there."""

    lines: tuple[Element, ...]
    grades: frozenset[Grade]
    inside: bool

    @property
    def stray_mark(self) -> bool:
        """Whether a mark stands here on a line of its own."""
        if self.inside:
            return any(may_be_bare(each.lines[0]) for each in self.lines)
        return bool(self.lines) and is_bare(self.lines[0].lines[0])

    @property
    def option_lost(self) -> bool:
        """Whether an option would have its place here, and a line of unknown words stands here."""
        return bool(self.grades and self.lines)


def doubts_of(
    options: Sequence[Element],
    elements: Sequence[Element],
    places: Mapping[Element, int],
    grades: Sequence[Grade],
) -> Doubts:
    """The doubts about a group's `options`, which stand among `elements` at their `places`;
    `grades` are those that the form prints options for."""
    if not options:
        return Doubts()
    gaps = list(_gaps(options, elements, places, grades))
    return Doubts(
        any(gap.stray_mark for gap in gaps),
        any(gap.option_lost for gap in gaps),
    )


def _gaps(
    options: Sequence[Element],
    elements: Sequence[Element],
    places: Mapping[Element, int],
    grades: Sequence[Grade],
) -> Iterator[_Gap]:
    first, last = places[options[0]], places[options[-1]]
    missing = [grade for grade in grades if grade not in map(_grade, options)]
    lowest, highest = _grade(options[0]), _grade(options[-1])
    behind_label = not options[0].lines[0].words.startswith(lowest)
    above = () if behind_label else tuple(takewhile(_is_free, reversed(elements[:first])))
    yield _Gap(above, frozenset(grade for grade in missing if grade < lowest), inside=False)
    for upper, lower in pairwise(options):
        lost = frozenset(grade for grade in missing if _grade(upper) < grade < _grade(lower))
        between = tuple(elements[places[upper] + 1 : places[lower]])
        if all(map(_is_free, between)):
            yield _Gap(between, lost, inside=True)
        else:
            yield _Gap(tuple(takewhile(_is_free, between)), lost, inside=False)
            yield _Gap(tuple(takewhile(_is_free, reversed(between))), lost, inside=False)
    below = tuple(takewhile(_is_free, elements[last + 1 :]))
    yield _Gap(below, frozenset(grade for grade in missing if grade > highest), inside=False)


def _grade(option: Element) -> str:
    return (option.entry.grade or "") if option.entry is not None else ""


def _is_free(element: Element) -> bool:
    return element.free
