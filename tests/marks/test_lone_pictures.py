"""A picture that stands at one option of each group, where the others have nothing."""

from collections.abc import Sequence

from spur_extract.marks import CellState
from tests.marks.forms import COLUMN, Form, at, empty, picture


def _groups(marked: Sequence[Sequence[int]], digests: Sequence[str] = ("tick",)) -> Form:
    form = Form()
    for number, places in enumerate(marked):
        heights = form.group(100 + 120.0 * number)
        for place in places:
            digest = digests[number % len(digests)]
            form.draw(picture(at(COLUMN, heights[place]), digest, 0.3))
    return form


def test_the_one_picture_of_a_group_marks_its_option() -> None:
    assert _groups([[1], [3], [0]]).chosen() == [["B"], ["D"], ["A"]]


def test_a_group_without_a_picture_is_open() -> None:
    assert _groups([[1], [3], []]).chosen() == [["B"], ["D"], [None]]


def test_two_pictures_in_a_group_show_that_they_may_be_boxes() -> None:
    assert _groups([[1], [3], [0, 1]]).chosen() == [[None]] * 3


def test_pictures_that_differ_tell_nothing() -> None:
    assert _groups([[1], [3], [0]], ("tick", "cross")).chosen() == [[None]] * 3


def test_one_picture_in_a_document_tells_nothing() -> None:
    assert _groups([[1], []]).chosen() == [[None], []]


def test_a_picture_among_boxes_tells_nothing() -> None:
    form = _groups([[1], [3], [0]])
    heights = form.group(600)
    for y in heights:
        form.draw(*empty(at(COLUMN, y)))
    assert form.read()[0][0].cells[1] is not None
    assert form.states()[1] is CellState.UNREADABLE
