"""Rows that are emphasised instead of marked: ringed, shaded, bold, struck through."""

import pytest

from spur_extract.marks import CellState, Row
from spur_extract.reading.document import Drawing
from tests.marks.forms import (
    BLACK,
    CHAR,
    COLUMN,
    GREY,
    LEFT,
    PITCH,
    SIZE,
    YELLOW,
    Form,
    at,
    cross,
    empty,
    filled,
    note,
    oval,
    path,
    rect,
)


def ring(y: float, down: float = 0.0) -> Drawing:
    return oval((LEFT - 3, y - 3 + down, LEFT + 12, y + 12 + down))


def stripe(y: float) -> Drawing:
    return rect((50, y - 4.5, 540, y + 13.5), fill=YELLOW, stroke=None)


def strike(y: float) -> Drawing:
    return path((LEFT, y + 4.8), (LEFT + CHAR * 37, y + 4.8))


def test_the_ringed_letter_is_chosen() -> None:
    form = Form()
    form.draw(ring(form.group(100)[1]))
    form.draw(ring(form.group(300)[3]))
    assert form.chosen() == [["B"], ["D"]]


def test_a_ring_that_is_a_filled_band_is_a_ring() -> None:
    form = Form()
    y = form.group(100)[2]
    outer, inner = ring(y), oval((LEFT - 2, y - 2, LEFT + 11, y + 11))
    form.draw(path(*outer.points, *inner.points, fill=BLACK, stroke=None, curved=True))
    assert form.chosen() == [["C"]]


@pytest.mark.parametrize("subtype", ["ink", "circle"])
def test_an_annotation_round_the_letter_chooses_it(subtype: str) -> None:
    form = Form()
    y = form.group(100)[0]
    form.draw(note(subtype, (LEFT - 4, y - 4, LEFT + 13, y + 13)))
    assert form.chosen() == [["A"]]


def test_a_ring_between_two_letters_tells_nothing() -> None:
    form = Form()
    form.draw(ring(form.group(100)[1], down=PITCH / 2))
    assert form.states() == [None, CellState.UNREADABLE, CellState.UNREADABLE, None]


def test_one_ring_round_two_letters_tells_nothing() -> None:
    form = Form()
    y = form.group(100)[1]
    form.draw(oval((LEFT - 4, y - 3, LEFT + 14, y + PITCH + 12)))
    assert form.states() == [CellState.UNREADABLE] * 4


def test_two_ringed_letters_are_two_choices() -> None:
    form = Form()
    heights = form.group(100)
    form.draw(ring(heights[0]), ring(heights[2]))
    assert form.chosen() == [[None]]


def test_rings_round_all_letters_are_the_forms_look() -> None:
    form = Form()
    form.draw(*(ring(y) for y in form.group(100)))
    assert form.chosen() == [[]]


def test_a_filled_ring_among_hollow_ones_is_chosen() -> None:
    form = Form()
    for place, y in enumerate(form.group(100)):
        form.draw(oval((LEFT - 3, y - 3, LEFT + 12, y + 12), fill=BLACK if place == 3 else None))
    assert form.chosen() == [["D"]]


def test_the_shaded_row_is_chosen() -> None:
    form = Form()
    form.draw(stripe(form.group(100)[2]))
    assert form.chosen() == [["C"]]


def test_the_shaded_letter_is_chosen() -> None:
    form = Form()
    y = form.group(100, "ABD")[1]
    form.draw(rect((LEFT - 2, y - 4.5, LEFT + 10, y + 13.5), fill=YELLOW, stroke=None))
    assert form.chosen() == [["B"]]


@pytest.mark.parametrize("first", [0, 1])
def test_stripes_of_a_table_are_no_marks(first: int) -> None:
    form = Form()
    for y in form.group(100)[first::2]:
        form.draw(stripe(y))
    assert form.chosen() == [[]]


def test_a_stripe_among_three_options_is_no_mark_where_the_table_goes_on() -> None:
    form = Form()
    form.draw(stripe(form.group(100, "ABD")[1]))
    for place in range(8):
        y = form.statement(300 + PITCH * place)
        if place % 2:
            form.draw(stripe(y))
    assert form.chosen() == [[]]


def test_a_shaded_row_stands_out_from_stripes() -> None:
    form = Form()
    heights = form.group(100)
    for y in heights[::2]:
        form.draw(rect((50, y - 4.5, 540, y + 13.5), fill=GREY, stroke=None))
    form.draw(stripe(heights[1]))
    assert form.chosen() == [["B"]]


def test_a_header_that_is_shaded_is_no_mark() -> None:
    form = Form()
    form.text("Grading", LEFT, 100 - PITCH, bold=True)
    form.draw(stripe(100 - PITCH))
    form.group(100)
    assert form.chosen() == [[]]


def test_the_first_row_shaded_in_every_group_is_how_tables_begin() -> None:
    form = Form()
    for place in range(5):
        form.draw(stripe(form.group(60 + 120.0 * place)[0]))
    assert form.chosen() == [[]] * 5


def _bold(form: Form, y: float, bold: int) -> list[Row]:
    return [
        form.option(letter, y + PITCH * place, bold=place == bold)
        for place, letter in enumerate("ABCD")
    ]


def test_the_row_in_bold_is_chosen() -> None:
    form = Form()
    form.groups.append(_bold(form, 100, 3))
    assert form.chosen() == [["D"]]


def _letters(form: Form, y: float, bold: str) -> list[Row]:
    rows = []
    for place, letter in enumerate("ABCD"):
        top = y + PITCH * place
        first = form.text(letter, LEFT, top, bold=letter in bold)
        rest = form.text("The rules are followed", LEFT + 20, top)
        rows.append(Row(1, (first, rest), letter))
    return rows


def test_the_letter_in_bold_is_chosen() -> None:
    form = Form()
    form.groups.append(_letters(form, 100, "B"))
    assert form.chosen() == [["B"]]


def test_letters_that_are_always_bold_are_no_marks() -> None:
    form = Form()
    form.groups.append(_letters(form, 100, "ABCD"))
    assert form.chosen() == [[]]


def test_the_row_that_is_not_struck_is_chosen() -> None:
    form = Form()
    heights = form.group(100)
    form.draw(*(strike(y) for place, y in enumerate(heights) if place != 1))
    assert form.chosen() == [["B"]]


def test_strike_annotations_count_as_strikes() -> None:
    form = Form()
    heights = form.group(100)
    boxes = [(LEFT, y, LEFT + CHAR * 37, y + SIZE) for y in heights[1:]]
    form.draw(*(note("strikeout", box) for box in boxes))
    assert form.chosen() == [["A"]]


def test_one_struck_row_leaves_several() -> None:
    form = Form()
    form.draw(strike(form.group(100)[0]))
    assert form.states() == [CellState.UNREADABLE] * 4


def test_underlines_are_no_strikes() -> None:
    form = Form()
    for y in form.group(100)[:3]:
        form.draw(path((LEFT, y + 9.5), (LEFT + CHAR * 37, y + 9.5)))
    assert form.chosen() == [[]]


def test_a_highlight_over_the_row_chooses_it() -> None:
    form = Form()
    y = form.group(100)[1]
    form.draw(note("highlight", (LEFT, y, LEFT + CHAR * 37, y + SIZE)))
    assert form.chosen() == [["B"]]


def _boxed(form: Form, marked: int | None) -> list[float]:
    heights = form.group(100)
    for place, y in enumerate(heights):
        form.draw(*empty(at(COLUMN, y)))
        if place == marked:
            form.draw(*cross(at(COLUMN, y)))
    return heights


def test_cells_and_shade_that_agree_are_read() -> None:
    form = Form()
    form.draw(stripe(100 + 2 * PITCH))
    _boxed(form, 2)
    assert form.chosen() == [["C"]]


def test_cells_and_shade_that_differ_tell_nothing() -> None:
    form = Form()
    form.draw(stripe(100 + PITCH))
    _boxed(form, 2)
    assert form.chosen() == [[None]]


def test_a_ring_beside_boxes_that_nobody_marked_decides() -> None:
    form = Form()
    form.draw(ring(_boxed(form, None)[3]))
    assert form.chosen() == [["D"]]


def test_two_kinds_of_emphasis_that_differ_tell_nothing() -> None:
    form = Form()
    heights = form.group(100)
    form.draw(stripe(heights[0]), ring(heights[1]))
    assert form.chosen() == [[None]]


def test_a_group_over_two_pages_is_one_group() -> None:
    form = Form()
    rows = [form.option("A", 780), form.option("B", 60, page=2), form.option("D", 78, page=2)]
    form.groups.append(rows)
    form.draw(*empty(at(COLUMN, 780)))
    form.draw(*empty(at(COLUMN, 60)), *filled(at(COLUMN, 78)), page=2)
    assert form.chosen() == [["D"]]


def test_a_panel_behind_the_rows_of_one_page_is_no_mark() -> None:
    form = Form()
    rows = [form.option("A", 780), form.option("B", 60, page=2), form.option("D", 78, page=2)]
    form.groups.append(rows)
    form.draw(rect((50, 600, 540, 800), fill=YELLOW, stroke=None))
    assert form.chosen() == [[]]


def test_a_ring_beside_its_letter_stands_for_its_row_where_letters_are_ringed() -> None:
    form = Form()
    form.draw(ring(form.group(100)[1]))
    y = form.group(300)[3]
    form.draw(oval((LEFT + 12, y - 3, LEFT + 27, y + 12)))
    assert form.chosen() == [["B"], ["D"]]


def test_a_group_without_ring_is_open_where_others_have_one_each() -> None:
    form = Form()
    form.group(100)
    for top in (300.0, 500.0):
        form.draw(ring(form.group(top)[1]))
    assert form.states() == [CellState.OPEN] * 4


def test_the_underlined_row_is_chosen_and_rules_of_a_table_are_not_underlines() -> None:
    form = Form()
    heights = form.group(100)
    y = heights[2] + 0.85 * SIZE
    form.draw(path((LEFT, y), (LEFT + CHAR * 33, y)))
    form.draw(path((LEFT - 10, heights[0] + SIZE), (LEFT + CHAR * 90, heights[0] + SIZE)))
    assert form.chosen() == [["C"]]


def test_one_letter_on_a_darker_ground_is_chosen() -> None:
    form = Form()
    for number, y in enumerate(form.group(100)):
        box = (LEFT - 2, y - 1, LEFT + 2 * CHAR + 2, y + SIZE + 1)
        form.draw(rect(box, fill=BLACK if number == 3 else GREY, stroke=None))
    assert form.chosen() == [["D"]]


@pytest.mark.parametrize("subtype", ["underline", "squiggly"])
def test_an_underline_annotation_chooses_its_row(subtype: str) -> None:
    form = Form()
    y = form.group(100)[1]
    form.draw(note(subtype, (LEFT, y, LEFT + CHAR * 37, y + SIZE)))
    assert form.chosen() == [["B"]]


def _two_lines(form: Form, y: float) -> list[float]:
    """A group of options of two lines each; gives the heights of the first ones."""
    rows, heights = [], []
    for place, letter in enumerate("ABCD"):
        top = y + 2.5 * PITCH * place
        first = form.text(f"{letter}. The rules are followed in part", LEFT, top)
        second = form.text("and what is left is done", LEFT, top + 12)
        rows.append(Row(1, (first, second), letter))
        heights.append(top)
    form.groups.append(rows)
    return heights


def test_a_highlight_over_the_first_line_with_its_letter_chooses_the_row() -> None:
    form = Form()
    y = _two_lines(form, 100)[2]
    form.draw(note("square", (LEFT - 3, y - 3, LEFT + CHAR * 30, y + SIZE + 2)))
    assert form.chosen() == [["C"]]


@pytest.mark.parametrize("start", [LEFT + CHAR * 10, LEFT + CHAR * 2])
def test_a_highlight_over_words_without_the_letter_tells_nothing(start: float) -> None:
    form = Form()
    y = _two_lines(form, 100)[2]
    form.draw(note("highlight", (start, y, LEFT + CHAR * 37, y + SIZE)))
    assert form.chosen() == [[None]]


def test_a_highlight_over_first_lines_of_two_rows_tells_nothing() -> None:
    form = Form()
    heights = form.group(100)
    form.draw(note("highlight", (LEFT, heights[1], LEFT + CHAR * 37, heights[2] + SIZE)))
    assert form.chosen() == [[None]]


def test_the_end_of_a_shaded_row_on_the_next_page_is_no_line_of_the_table() -> None:
    form = Form()
    first = form.option("D", 780)
    rest = [form.text("and goes on over the page", LEFT, 40 + 12.0 * at, page=2) for at in range(4)]
    letters = [form.option(letter, 780 - PITCH * (3 - at)) for at, letter in enumerate("ABC")]
    form.groups.append([*letters, Row(1, (*first.lines, *rest), "D")])
    form.group(300, page=2)
    form.draw(stripe(780))
    form.draw(*(stripe(40 + 12.0 * at) for at in range(4)), page=2)
    assert form.chosen()[0] == ["D"]
