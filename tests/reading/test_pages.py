"""Text to pages and lines."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from spur_extract.reading.blank import SPACE
from spur_extract.reading.pages import Paging, normalise, split_pages
from spur_extract.reading.text import read_text
from tests.reading.texts import PROSE, dump

SIZES = [20, 9, 31, 28, 12, 30]


def printed(text: str) -> list[list[str]]:
    """Give the text of each line of each page."""
    return [[line.text for line in page.lines] for page in split_pages(text).pages]


def sizes(paging: Paging) -> list[int]:
    """Count the printed lines of each page."""
    return [len(page.lines) for page in paging.pages]


def test_letters_are_composed() -> None:
    assert printed("a\u030ang A\u030a o\u0308rt") == [["ång Å ört"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\x85", "\u2028", "\u2029"])
def test_every_line_end(end: str) -> None:
    assert normalise(f"ett{end}två{end}{end}tre") == "ett\ntvå\n\ntre"
    assert printed(f"ett{end}två{end}{end}tre") == [["ett", "två", "tre"]]


def test_lines_are_trimmed_and_what_is_inside_stays() -> None:
    text = "\ufeff\u00a0 \tblå\u00a0o\u200bch\tﬁn bok\u00ad \u200b\n \u00a0\t\n\u2003slut"
    assert printed(text) == [["blå\u00a0o\u200bch\tﬁn bok\u00ad", "slut"]]


def test_offsets() -> None:
    (page,) = split_pages("\n  ett\r\n\r\n två \n").pages
    assert page.text == "\n  ett\n\n två \n"
    assert [(line.page, line.start, line.end) for line in page.lines] == [(1, 3, 6), (1, 9, 12)]


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("ett\ftvå", [["ett"], ["två"]]),
        ("ett\ftvå\f", [["ett"], ["två"]]),
        ("ett\ftvå\f\r\n", [["ett"], ["två"]]),
        ("ett\n\f två", [["ett"], ["två"]]),
        ("ett fe\fm\ntvå", [["ett fe"], ["m", "två"]]),
        ("ett\f \n\ftre", [["ett"], [], ["tre"]]),
        ("\fett", [[], ["ett"]]),
        ("ett\f\f", [["ett"], []]),
        ("ensam\f", [["ensam"]]),
    ],
)
def test_form_feeds(text: str, pages: list[list[str]]) -> None:
    assert printed(text) == pages
    assert split_pages(text).known


def test_form_feeds_decide_over_gaps() -> None:
    small = [size // 4 for size in SIZES]
    paging = split_pages(dump(small) + "\f" + dump(small))
    assert sizes(paging) == [sum(small), sum(small)]


def test_what_is_too_long_for_a_page_is_split_at_its_gaps() -> None:
    letter = "Hej\n\nHär kommer rapporten."
    assert sizes(split_pages(letter + "\f" + dump(SIZES))) == [2, *SIZES]


@pytest.mark.parametrize(("regular", "page_gap"), [(0, 3), (1, 3), (1, 4), (2, 4), (2, 6), (3, 7)])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("blank", ["", " \t", "\u00a0"])
def test_page_gaps(regular: int, page_gap: int, newline: str, blank: str) -> None:
    text = dump(SIZES, regular, page_gap, blank, newline)
    paging = split_pages(text)
    assert paging.known
    assert sizes(paging) == SIZES
    assert "".join(page.text for page in paging.pages) == normalise(text)
    assert [page.number for page in paging.pages] == list(range(1, 7))


def test_gaps_around_the_text_count_for_nothing() -> None:
    paging = split_pages("\n" * 5 + dump(SIZES) + "\n" * 9)
    assert sizes(paging) == SIZES


def test_lines_without_a_gap_between_them_are_regular() -> None:
    text = dump(SIZES).replace("rad 3 på tåget\n\n", "rad 3 på tåget\n")
    assert sizes(split_pages(text)) == SIZES


def test_a_small_odd_gap_is_no_page() -> None:
    text = dump(SIZES).replace("sida 3 rad 5 på tåget\n\n", "sida 3 rad 5 på tåget\n\n\n")
    assert sizes(split_pages(text)) == SIZES


def test_a_large_odd_gap_is_a_page() -> None:
    text = dump(SIZES).replace("\n\n\n\nsida 3", "\n\n\n\n\n\nsida 3")
    assert sizes(split_pages(text)) == SIZES


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("en rad", id="one line"),
        pytest.param(PROSE, id="prose"),
        pytest.param(dump([40]), id="one page"),
        pytest.param(dump([20, 20]), id="one gap"),
        pytest.param(dump(SIZES, regular=1, page_gap=2), id="gap not clearly larger"),
        pytest.param(dump(SIZES, regular=0, page_gap=2), id="sections"),
        pytest.param(dump([3] * 12), id="too few lines for pages"),
        pytest.param(dump([20, 130, 20]), id="too many lines for a page"),
        pytest.param(
            "".join(f"rad {line}" + "\n" * (1 + line * line % 7) for line in range(120)),
            id="gaps of all lengths",
        ),
    ],
)
def test_gaps_that_tell_nothing(text: str) -> None:
    paging = split_pages(text)
    assert not paging.known
    assert [page.text for page in paging.pages] == [text]


LINE_PIECES = st.text(st.sampled_from("aåäö \t\u00a0\u200b\ufeff\u00adﬁ"), max_size=6)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\v", "\x85", "\u2028", "\f", "\n\n", "\n\n\n\n"])
LAID_OUT = st.lists(st.tuples(LINE_PIECES, ENDS), max_size=60).map(
    lambda pairs: "".join(piece + end for piece, end in pairs)
)
WITHOUT_SPACE = str.maketrans("", "", SPACE)


@given(st.one_of(st.text(), LAID_OUT))
@example(dump(SIZES))
@example("\f\u030a\f")
def test_any_text_survives(text: str) -> None:
    pages = split_pages(text).pages
    found = "".join(line.text for page in pages for line in page.lines)
    assert found.translate(WITHOUT_SPACE) == normalise(text).translate(WITHOUT_SPACE)
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        assert "\f" not in page.text
        last = 0
        for line in page.lines:
            assert line.page == page.number
            assert last <= line.start < line.end
            assert page.text[line.start : line.end] == line.text == line.text.strip(SPACE)
            assert "\n" not in line.text
            last = line.end


@given(LAID_OUT)
def test_page_texts_join_to_the_text(text: str) -> None:
    texts = [page.text for page in split_pages(text).pages]
    if "\f" in text:
        rest = normalise(text).removeprefix("\f".join(texts))
        assert not rest.strip(SPACE)
        assert rest.count("\f") <= 1
    else:
        assert "".join(texts) == normalise(text)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("number", "pages", "known"), [("000", 26, True), ("002", 16, True), ("003", 1, False)]
)
def test_real_dumps(reports: Path, number: str, pages: int, known: bool) -> None:
    document = read_text((reports / f"{number}.txt").read_bytes(), f"{number}.txt")
    assert (len(document.pages), document.pages_known) == (pages, known)
    assert all(page.lines for page in document.pages)


@pytest.mark.shared
@pytest.mark.parametrize("number", ["000", "002", "003"])
@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac-roman"])
def test_real_dumps_read_alike_in_every_encoding(reports: Path, number: str, codec: str) -> None:
    text = (reports / f"{number}.txt").read_text(encoding="utf-8")
    expected = read_text(text.encode(), "a.txt").pages
    assert read_text(text.replace("\n", "\r\n").encode(codec), "a.txt").pages == expected
